// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "fuzz_input.hpp"
#include "plumbline/json/journal_codec.hpp"
#include "plumbline/record/fold.hpp"

// Every journal that is read can be folded, and written and read again.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace plumbline;
  const auto entries = json::read_journal(fuzz::text_of(data, size));
  if (!entries) {
    PLUMBLINE_REQUIRE(!entries.error().message.empty());
    return 0;
  }
  (void)record::fold(*entries);
  std::string lines;
  for (const record::Entry& entry : *entries) lines += json::write_entry(entry) + "\n";
  const auto again = json::read_journal(lines);
  PLUMBLINE_REQUIRE(again.has_value() && again->size() == entries->size());
  std::string twice;
  for (const record::Entry& entry : *again) twice += json::write_entry(entry) + "\n";
  PLUMBLINE_REQUIRE(twice == lines);
  return 0;
}
