// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "triage_command.hpp"

#include <utility>

#include "plumbline/json/parse.hpp"
#include "plumbline/json/triage_codec.hpp"
#include "plumbline/json/write.hpp"

namespace plumbline::cli {
namespace {

std::string text_of(const clinical::Triage& triage) {
  std::string out = "Urgency: " + std::string(word(triage.verdict.urgency));
  if (triage.verdict.within) out += ", within: " + std::string(word(*triage.verdict.within));
  out += ", lock: " + std::string(word(triage.verdict.lock)) + "\n";
  for (const Reason& reason : triage.rationale) {
    out += "- " + reason.text + " (" + reason.rule + ")\n";
  }
  for (const clinical::RecheckNotice& notice : triage.recheck) {
    out += "Ask again in " + std::to_string(notice.in_days) + " days:";
    notice.flags.for_each([&](clinical::FlagId id) { out += " " + std::string(word(id)); });
    out += "\n";
  }
  return out;
}

}  // namespace

Result<std::string> triage_command(std::string_view input, bool as_text) {
  Result<json::Value> value = json::parse(input);
  if (!value) return std::unexpected(std::move(value.error()));
  Result<clinical::TriageInput> request =
      json::read<clinical::TriageInput>(*value, json::Pointer());
  if (!request) return std::unexpected(std::move(request.error()));
  const clinical::Triage triage = clinical::compute_triage(*request);
  if (as_text) return text_of(triage);
  return json::write(json::write_value(triage)) + "\n";
}

}  // namespace plumbline::cli
