// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue_bundle.hpp"

#include <utility>

#include "plumbline/json/catalogue_codec.hpp"

// The bytes of the bundle, taken in by the assembler.
__asm__(
    ".section .rodata\n"
    ".global plumbline_catalogue_begin\n"
    ".global plumbline_catalogue_end\n"
    "plumbline_catalogue_begin:\n"
    ".incbin \"" CATALOGUE_FILE
    "\"\n"
    "plumbline_catalogue_end:\n"
    ".byte 0\n"
    ".global plumbline_second_table_begin\n"
    ".global plumbline_second_table_end\n"
    "plumbline_second_table_begin:\n"
    ".incbin \"" SECOND_TABLE_FILE
    "\"\n"
    "plumbline_second_table_end:\n"
    ".byte 0\n"
    ".text\n");

// The linker's names, as the assembler text above spells them.
// NOLINTBEGIN(readability-identifier-naming)
extern "C" const char plumbline_catalogue_begin;
extern "C" const char plumbline_catalogue_end;
extern "C" const char plumbline_second_table_begin;
extern "C" const char plumbline_second_table_end;
// NOLINTEND(readability-identifier-naming)

namespace plumbline {

std::string_view bundled_catalogue_text() {
  return {&plumbline_catalogue_begin, &plumbline_catalogue_end};
}

std::string_view bundled_second_table() {
  return {&plumbline_second_table_begin, &plumbline_second_table_end};
}

Result<exercise::Catalogue> load_bundled_catalogue() {
  auto documents = json::read_bundle(bundled_catalogue_text());
  if (!documents) return std::unexpected(std::move(documents.error()));
  return json::read_catalogue(*documents);
}

}  // namespace plumbline
