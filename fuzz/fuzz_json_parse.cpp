// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz_input.hpp"
#include "plumbline/json/parse.hpp"
#include "plumbline/json/write.hpp"

// Whatever is read comes back the same after writing; whatever is not read has a message.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace plumbline;
  const auto text = fuzz::text_of(data, size);
  const auto value = json::parse(text);
  if (!value) {
    PLUMBLINE_REQUIRE(!value.error().message.empty());
    return 0;
  }
  const auto again = json::parse(json::write(*value));
  PLUMBLINE_REQUIRE(again.has_value() && *again == *value);
  (void)json::parse_lines(text);
  return 0;
}
