# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
#
# Writes a C++ source that holds every migration as text, in the order of their names.
# Usage: cmake -DFOLDER=<migrations> -DOUTPUT=<file.cpp> -P embed_migrations.cmake
file(GLOB migrations "${FOLDER}/*.sql")
list(SORT migrations)
set(texts "")
set(number 0)
foreach(migration IN LISTS migrations)
  math(EXPR number "${number} + 1")
  get_filename_component(name "${migration}" NAME)
  string(SUBSTRING "${name}" 0 3 prefix)
  math(EXPR given "${prefix} + 0" OUTPUT_FORMAT DECIMAL)
  if(NOT given EQUAL number)
    message(FATAL_ERROR "${name}: expected migration number ${number}; none may be missing")
  endif()
  file(READ "${migration}" text)
  string(APPEND texts "    R\"migration(${text})migration\",\n")
endforeach()
file(WRITE "${OUTPUT}" "#include <array>\n\n#include \"migrations.hpp\"\n\n"
     "namespace plumbline::storage {\nnamespace {\n\n"
     "constexpr std::array<const char*, ${number}> kTexts{\n${texts}};\n\n}  // namespace\n\n"
     "std::span<const char* const> migration_texts() { return kTexts; }\n\n"
     "}  // namespace plumbline::storage\n")
