// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz_input.hpp"
#include "plumbline/json/parse.hpp"
#include "plumbline/json/score_codec.hpp"

// The first byte chooses the instrument, the rest is the request.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace plumbline;
  if (size == 0) return 0;
  const auto id = static_cast<clinical::InstrumentId>(data[0] % kWordCount<clinical::InstrumentId>);
  const auto value = json::parse(fuzz::text_of(data + 1, size - 1));
  if (!value) return 0;
  const auto answers = json::read_score_request(*value, json::Pointer());
  if (!answers) return 0;
  const auto score = clinical::score(id, *answers);
  if (score) (void)json::write_value(*score);
  return 0;
}
