// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz_input.hpp"
#include "plumbline/json/parse.hpp"
#include "plumbline/json/triage_codec.hpp"

// Every screen that is read has a verdict, and is the same after writing and reading.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace plumbline;
  const auto value = json::parse(fuzz::text_of(data, size));
  if (!value) return 0;
  const auto input = json::read<clinical::TriageInput>(*value, json::Pointer());
  if (!input) return 0;
  (void)json::write_value(clinical::compute_triage(*input));
  const auto written = json::write_value(*input);
  const auto again = json::read<clinical::TriageInput>(written, json::Pointer());
  PLUMBLINE_REQUIRE(again.has_value() && *again == *input);
  return 0;
}
