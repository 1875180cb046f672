# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
#
# cmake -DFOLDER=<files> -DWEB=<built web app> -DOUTPUT=<folder> -P embed_assets.cmake
#
# Gives every file of FOLDER but pages a name with a hash of its content, puts those names into the
# pages, adds the web app as it was built (its names have hashes already; where it was not built, the
# page of FOLDER stands in), compresses all of it, and writes the table that assets.cpp includes.

set(types "txt=text/plain@ charset=utf-8" "html=text/html@ charset=utf-8" "css=text/css@ charset=utf-8"
          "js=text/javascript@ charset=utf-8" "json=application/json" "svg=image/svg+xml"
          "webmanifest=application/manifest+json" "wasm=application/wasm" "woff2=font/woff2" "png=image/png")
file(MAKE_DIRECTORY ${OUTPUT})
file(GLOB parts RELATIVE ${FOLDER} ${FOLDER}/*)
list(SORT parts)
set(pages ${parts})
list(FILTER pages INCLUDE REGEX "\\.html$")
list(FILTER parts EXCLUDE REGEX "\\.html$")
set(web_parts "")
if(EXISTS ${WEB}/index.html)
  list(REMOVE_ITEM pages index.html)
  file(GLOB_RECURSE web_parts RELATIVE ${WEB} ${WEB}/*)
  list(SORT web_parts)
endif()
# Scripts name other files: those must have their names before.
set(scripts ${parts})
list(FILTER scripts INCLUDE REGEX "\\.js$")
list(FILTER parts EXCLUDE REGEX "\\.js$")
list(APPEND parts ${scripts})
set(rows "")
set(symbols "")
set(number 0)

function(embed file path type immutable)
  execute_process(COMMAND gzip -9nc ${OUTPUT}/${file} OUTPUT_FILE ${OUTPUT}/${file}.gz
                  COMMAND_ERROR_IS_FATAL ANY)
  set(n ${number})
  string(APPEND symbols
    "asm(\".section .rodata\\n\"\n"
    "    \"asset_${n}: .incbin \\\"${OUTPUT}/${file}\\\"\\nasset_${n}_end:\\n\"\n"
    "    \"asset_${n}_gzip: .incbin \\\"${OUTPUT}/${file}.gz\\\"\\nasset_${n}_gzip_end:\\n\"\n"
    "    \".byte 0\\n.text\\n\");\n"
    "extern \"C\" const char asset_${n}[], asset_${n}_end[], asset_${n}_gzip[], asset_${n}_gzip_end[];\n")
  string(APPEND rows
    "    {\"${path}\", \"${type}\", asset_${n}, asset_${n}_end, asset_${n}_gzip, asset_${n}_gzip_end, ${immutable}},\n")
  math(EXPR number "${number} + 1")
  set(rows "${rows}" PARENT_SCOPE)
  set(symbols "${symbols}" PARENT_SCOPE)
  set(number ${number} PARENT_SCOPE)
endfunction()

function(type_of file out)
  get_filename_component(ending ${file} LAST_EXT)
  string(SUBSTRING ${ending} 1 -1 ending)
  foreach(row IN LISTS types)
    if(row MATCHES "^${ending}=(.*)$")
      set(${out} "${CMAKE_MATCH_1}" PARENT_SCOPE)
      return()
    endif()
  endforeach()
  message(FATAL_ERROR "${file}: no content type is known for .${ending}")
endfunction()

set(names "")
foreach(part IN LISTS parts)
  get_filename_component(stem ${part} NAME_WE)
  get_filename_component(ending ${part} LAST_EXT)
  file(READ ${FOLDER}/${part} content)
  if(ending STREQUAL ".js")
    foreach(known IN LISTS names)
      string(REPLACE "=" ";" pair ${known})
      list(GET pair 0 plain)
      list(GET pair 1 hashed)
      string(REPLACE "/assets/${plain}" "/assets/${hashed}" content "${content}")
    endforeach()
    file(WRITE ${OUTPUT}/${part}.tmp "${content}")
  else()
    configure_file(${FOLDER}/${part} ${OUTPUT}/${part}.tmp COPYONLY)
  endif()
  file(SHA256 ${OUTPUT}/${part}.tmp hash)
  string(SUBSTRING ${hash} 0 12 hash)
  set(hashed ${stem}.${hash}${ending})
  file(RENAME ${OUTPUT}/${part}.tmp ${OUTPUT}/${hashed})
  list(APPEND names "${part}=${hashed}")
  type_of(${part} type)
  embed(${hashed} /assets/${hashed} "${type}" true)
endforeach()
foreach(page IN LISTS pages)
  file(READ ${FOLDER}/${page} content)
  foreach(known IN LISTS names)
    string(REPLACE "=" ";" pair ${known})
    list(GET pair 0 plain)
    list(GET pair 1 hashed)
    string(REPLACE "/assets/${plain}" "/assets/${hashed}" content "${content}")
  endforeach()
  file(WRITE ${OUTPUT}/${page} "${content}")
  get_filename_component(stem ${page} NAME_WE)
  if(stem STREQUAL "index")
    set(path /)
  else()
    set(path /${stem})
  endif()
  type_of(${page} type)
  embed(${page} ${path} "${type}" false)
endforeach()
foreach(part IN LISTS web_parts)
  string(REPLACE "/" "." flat web/${part})
  configure_file(${WEB}/${part} ${OUTPUT}/${flat} COPYONLY)
  set(path /${part})
  if(part STREQUAL "index.html")
    set(path /)
  endif()
  set(immutable false)
  if(part MATCHES "^assets/.*-[A-Za-z0-9_-]+\\.[a-z]+$")
    set(immutable true)
  endif()
  type_of(${part} type)
  embed(${flat} ${path} "${type}" ${immutable})
endforeach()
# A semicolon would have parted a list until here.
string(REPLACE "@ charset" "; charset" rows "${rows}")
file(WRITE ${OUTPUT}/embedded_assets.inc
  "// Written by embed_assets.cmake.
// NOLINTBEGIN(readability-identifier-naming): names that the linker knows
${symbols}// NOLINTEND(readability-identifier-naming)
const std::array<Embedded, ${number}> kEmbedded = {{\n${rows}}};\n")
