# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
#
# Flags that hold for every target. Decisions must be the same on every build, so contraction of
# floating-point expressions is off everywhere (docs/decisions/0003-decisions-are-integers.md).

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
                    -Wnon-virtual-dtor -Woverloaded-virtual -Werror -ffp-contract=off)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # False alarms of g++ 12 on std::string and std::variant (GCC bugs 105651, 105562); the clang
  # build looks for the same faults.
  add_compile_options(-Wno-restrict -Wno-maybe-uninitialized -Wno-stringop-overflow)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND NOT CMAKE_SYSTEM_NAME STREQUAL "WASI")
  # libstdc++ 12 uses a function of its own that it has deprecated, in std::stable_sort.
  add_compile_options(-Wno-deprecated-declarations)
endif()
if(PLUMBLINE_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all
                      -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(PLUMBLINE_THREADS)
  add_compile_options(-fsanitize=thread -fno-omit-frame-pointer)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Asio has fences beside its locks; the sanitizer looks at the locks.
    add_compile_options(-Wno-tsan)
  endif()
  add_link_options(-fsanitize=thread)
endif()
if(PLUMBLINE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
