// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "fuzz_input.hpp"
#include "plumbline/json/parse.hpp"
#include "plumbline/json/write.hpp"

// Whatever is read is written the same again (a double without a fraction may come back as an
// integer); whatever is not read has a message.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace plumbline;
  const auto text = fuzz::text_of(data, size);
  const auto value = json::parse(text);
  if (!value) {
    PLUMBLINE_REQUIRE(!value.error().message.empty());
    return 0;
  }
  const std::string written = json::write(*value);
  const auto again = json::parse(written);
  PLUMBLINE_REQUIRE(again.has_value() && json::write(*again) == written);
  (void)json::parse_lines(text);
  return 0;
}
