// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "triage_command.hpp"

#include "plumbline/clinical/base_rates.hpp"
#include "plumbline/json/parse.hpp"
#include "plumbline/json/triage_codec.hpp"
#include "plumbline/json/write.hpp"

namespace plumbline::cli {
namespace {

using clinical::Lock;
using clinical::Triage;
using clinical::Within;

Result<Triage> read_and_decide(std::string_view input) {
  const Result<json::Value> value = json::parse(input);
  if (!value) return std::unexpected(value.error());
  const auto screen = json::read<clinical::TriageInput>(*value, json::Pointer());
  if (!screen) return std::unexpected(screen.error());
  return clinical::compute_triage(*screen);
}

/// @source rules 2.1, "words to the person"
std::string_view headline(const std::optional<Within>& within) {
  if (!within) return "No warning sign in these answers.";
  switch (*within) {
    case Within::Now:
      return "EMERGENCY: get help now.";
    case Within::Today:
      return "Ring a clinician today.";
    case Within::TwoDays:
      return "See a clinician within two days.";
    case Within::TwoWeeks:
      return "See a clinician within two weeks.";
    case Within::Routine:
      return "Mention this at your next visit.";
  }
  return "";
}

/// @source rules 2.1, lock words
std::string_view lock_line(Lock lock) {
  switch (lock) {
    case Lock::All:
      return "There is no exercise plan until this is cleared.";
    case Lock::Rest:
      return "Until this is cleared: breathing, relaxation, ankle pumps, and moving about the "
             "house "
             "as comfortable.";
    case Lock::None:
      return "Exercise can go on.";
  }
  return "";
}

std::string words_of(clinical::FlagSet flags) {
  std::string out;
  flags.for_each(
      [&](clinical::FlagId id) { out += (out.empty() ? "" : " ") + std::string(word(id)); });
  return out;
}

void add_reasons(const Triage& triage, std::string& out) {
  for (const Reason& reason : triage.rationale) {
    out += "- " + reason.text + " [" + reason.rule + ": " + reason.verdict + "]\n";
  }
  clinical::FlagSet flags;
  for (const clinical::FlagFinding& finding : triage.flags) flags.insert(finding.id);
  for (const clinical::BaseRate& rate : clinical::base_rates(flags)) {
    out += "  For your orientation: " + std::string(rate.text) + "\n";
  }
}

}  // namespace

Result<std::string> triage_command(std::string_view input) {
  const Result<Triage> triage = read_and_decide(input);
  if (!triage) return std::unexpected(triage.error());
  return json::write(json::write_value(*triage));
}

Result<std::string> triage_text_command(std::string_view input) {
  const Result<Triage> triage = read_and_decide(input);
  if (!triage) return std::unexpected(triage.error());
  std::string out(headline(triage->verdict.within));
  out += "\n" + std::string(lock_line(triage->verdict.lock)) + "\n";
  add_reasons(*triage, out);
  triage->filters.for_each([&](clinical::Condition filter) {
    out += "Exercises are chosen for: " + std::string(word(filter)) + "\n";
  });
  for (const clinical::RecheckNotice& notice : triage->recheck) {
    const std::string when =
        notice.in_days == 0 ? "today" : "in " + std::to_string(notice.in_days) + " days";
    out += "Ask again " + when + ": " + words_of(notice.flags) + "\n";
  }
  return out;
}

}  // namespace plumbline::cli
