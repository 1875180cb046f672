// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz_input.hpp"
#include "plumbline/exercise/derived.hpp"
#include "plumbline/json/parse.hpp"
#include "plumbline/json/plan_request_codec.hpp"
#include "plumbline/json/profile_codec.hpp"

// Every profile that is read has derived flags, and is the same after writing and reading.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace plumbline;
  const auto value = json::parse(fuzz::text_of(data, size));
  if (!value) return 0;
  const auto request = json::read<json::PlanRequest>(*value, json::Pointer());
  if (!request) return 0;
  const clinical::Profile& profile = request->profile;
  (void)exercise::compute_derived(profile, {});
  const auto written = json::write_value(profile);
  const auto again = json::read<clinical::Profile>(written, json::Pointer());
  PLUMBLINE_REQUIRE(again.has_value() && *again == profile);
  return 0;
}
