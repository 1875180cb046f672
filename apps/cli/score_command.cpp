// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "score_command.hpp"

#include "plumbline/clinical/score.hpp"
#include "plumbline/json/parse.hpp"
#include "plumbline/json/score_codec.hpp"
#include "plumbline/json/write.hpp"

namespace plumbline::cli {

Result<std::string> score_command(std::string_view instrument, std::string_view input) {
  const auto id = from_word<clinical::InstrumentId>(instrument);
  if (!id) {
    return fail(ErrorCode::UnknownWord, "INSTRUMENT",
                "expected " + json::vocabulary_text<clinical::InstrumentId>() + ", found '" +
                    std::string(instrument) + "'");
  }
  const Result<json::Value> value = json::parse(input);
  if (!value) return std::unexpected(value.error());
  const auto answers = json::read_score_request(*value, json::Pointer());
  if (!answers) return std::unexpected(answers.error());
  const Result<clinical::Score> scored = clinical::score(*id, *answers);
  if (!scored) return std::unexpected(scored.error());
  return json::write(json::write_value(*scored));
}

}  // namespace plumbline::cli
