# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
#
# Joins every exercise document into one JSON object, from file name to document.
# Usage: cmake -DFOLDER=<catalog/exercises> -DOUTPUT=<file> -P bundle_catalogue.cmake
file(GLOB documents "${FOLDER}/*.json")
list(SORT documents)
set(bundle "{")
set(separator "")
foreach(document IN LISTS documents)
  get_filename_component(name "${document}" NAME)
  file(READ "${document}" text)
  string(APPEND bundle "${separator}\"${name}\":${text}")
  set(separator ",")
endforeach()
file(WRITE "${OUTPUT}" "${bundle}}\n")
