# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
#
# plumbline_module(NAME <name> LEVEL <n> [DEPENDS <module>…] SOURCES … HEADERS … [TESTS …]
#                  [PROPERTY_TESTS …])
#
# Declares one room of the core. A module may only depend on modules of a lower level: an upward or
# sideways dependency stops the configuration. Each module has an include root of its own
# (`<module>/include`), so a header of an undeclared module is not found. Every public header is
# compiled on its own. Sources are listed by hand.

function(plumbline_module)
  cmake_parse_arguments(M "" "NAME;LEVEL" "DEPENDS;SOURCES;HEADERS;TESTS;PROPERTY_TESTS" ${ARGN})
  set(target plumbline_${M_NAME})
  add_library(${target} STATIC ${M_SOURCES})
  set_target_properties(${target} PROPERTIES PLUMBLINE_LEVEL ${M_LEVEL})
  target_include_directories(${target} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/include)
  target_compile_options(${target} PRIVATE -fno-exceptions)
  foreach(dependency IN LISTS M_DEPENDS)
    plumbline_check_direction(${M_NAME} ${M_LEVEL} ${dependency})
    target_link_libraries(${target} PUBLIC plumbline_${dependency})
  endforeach()
  plumbline_check_headers(${target} ${M_HEADERS})
  plumbline_tests(MODULE ${target} TESTS ${M_TESTS} PROPERTY_TESTS ${M_PROPERTY_TESTS})
endfunction()

# plumbline_adapter(NAME <name> DEPENDS <module>… SOURCES … HEADERS … [TESTS …] [PROPERTY_TESTS …])
function(plumbline_adapter)
  cmake_parse_arguments(A "" "NAME" "DEPENDS;SOURCES;HEADERS;TESTS;PROPERTY_TESTS" ${ARGN})
  set(target plumbline_${A_NAME})
  add_library(${target} STATIC ${A_SOURCES})
  set_target_properties(${target} PROPERTIES PLUMBLINE_LEVEL 100)
  target_include_directories(${target} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/include)
  foreach(dependency IN LISTS A_DEPENDS)
    target_link_libraries(${target} PUBLIC plumbline_${dependency})
  endforeach()
  plumbline_check_headers(${target} ${A_HEADERS})
  plumbline_tests(MODULE ${target} TESTS ${A_TESTS} PROPERTY_TESTS ${A_PROPERTY_TESTS})
endfunction()

function(plumbline_check_direction name level dependency)
  if(NOT TARGET plumbline_${dependency})
    message(FATAL_ERROR "${name} (level ${level}) depends on ${dependency}, which is not declared "
                        "before it. Dependencies point downward only: see ARCHITECTURE.md.")
  endif()
  get_target_property(below plumbline_${dependency} PLUMBLINE_LEVEL)
  if(NOT below LESS level)
    message(FATAL_ERROR "${name} (level ${level}) must not depend on ${dependency} (level "
                        "${below}): upward and sideways dependencies are refused. Let the two "
                        "meet in a module above both.")
  endif()
endfunction()

# One translation unit for each header that includes it twice: it must stand on its own.
function(plumbline_check_headers target)
  set(units "")
  foreach(header IN LISTS ARGN)
    string(MAKE_C_IDENTIFIER ${header} unit)
    set(file ${CMAKE_CURRENT_BINARY_DIR}/headers/${unit}.cpp)
    if(NOT EXISTS ${file})
      file(WRITE ${file} "#include \"${CMAKE_CURRENT_SOURCE_DIR}/include/${header}\"\n"
                         "#include \"${CMAKE_CURRENT_SOURCE_DIR}/include/${header}\"\n")
    endif()
    list(APPEND units ${file})
  endforeach()
  if(units AND PLUMBLINE_TESTS)
    add_library(${target}_headers OBJECT ${units})
    target_link_libraries(${target}_headers PRIVATE ${target})
    target_compile_options(${target}_headers PRIVATE -fsyntax-only)
  endif()
endfunction()

# Tests of a module: one executable. PROPERTY_TESTS use RapidCheck.
function(plumbline_tests)
  cmake_parse_arguments(T "" "MODULE" "TESTS;PROPERTY_TESTS" ${ARGN})
  if(NOT PLUMBLINE_TESTS OR NOT (T_TESTS OR T_PROPERTY_TESTS))
    return()
  endif()
  set(target ${T_MODULE}_test)
  add_executable(${target} ${T_TESTS} ${T_PROPERTY_TESTS})
  target_link_libraries(${target} PRIVATE ${T_MODULE} GTest::gtest_main)
  if(T_PROPERTY_TESTS)
    target_link_libraries(${target} PRIVATE rapidcheck)
  endif()
  target_compile_definitions(${target} PRIVATE PLUMBLINE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  # Tests themselves are compiled plainly: that takes half as long, and what they test is optimised.
  target_compile_options(${target} PRIVATE -O0 -Wno-sign-conversion -Wno-conversion -Wno-shadow
                         -Wno-missing-field-initializers)
  add_test(NAME ${T_MODULE} COMMAND ${target})
  set_tests_properties(${T_MODULE} PROPERTIES ENVIRONMENT "RC_PARAMS=seed=20261120")
endfunction()
