// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz_input.hpp"
#include "plumbline/foundation/id.hpp"
#include "plumbline/foundation/time.hpp"

// Dates, instants and ids that are read are the same after writing and reading.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace plumbline;
  const auto text = fuzz::text_of(data, size);
  if (const auto date = parse_date(text)) {
    PLUMBLINE_REQUIRE(format_date(*date) == text);
  }
  if (const auto instant = parse_instant(text)) {
    const auto again = parse_instant(format_instant(*instant));
    PLUMBLINE_REQUIRE(again.has_value() && again->unix_ms == instant->unix_ms &&
                      again->offset_minutes == instant->offset_minutes);
    (void)local_date(*instant);
  }
  if (const auto id = parse_uuid_v7(text)) {
    const auto again = parse_uuid_v7(*id);
    PLUMBLINE_REQUIRE(again.has_value() && *again == *id);
  }
  return 0;
}
