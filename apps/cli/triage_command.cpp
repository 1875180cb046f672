// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "triage_command.hpp"

#include "plumbline/clinical/base_rates.hpp"
#include "plumbline/clinical/recheck.hpp"
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
      return "EMERGENCY: get medical help now. In doubt call 112 or your local emergency number.";
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

std::string_view filter_text(clinical::Condition filter) {
  if (filter == clinical::Condition::Pregnancy) return "pregnancy";
  if (filter == clinical::Condition::PregnancyLate) return "late pregnancy";
  return word(filter);
}

/// What questions are about, in the words of their groups; what belongs to none is "other signs".
std::string topics_of(clinical::FlagSet flags) {
  std::string out;
  clinical::FlagSet named;
  for (std::size_t g = 0; g < kWordCount<clinical::RecheckGroup>; ++g) {
    const auto group = static_cast<clinical::RecheckGroup>(g);
    if (group == clinical::RecheckGroup::FractureInOsteoporosis) continue;
    if (!clinical::flags_of(group).intersects(flags)) continue;
    named = named.united(clinical::flags_of(group));
    out += (out.empty() ? "" : "; ") + std::string(clinical::topic_of(group));
  }
  if (!named.includes(flags)) out += out.empty() ? "other signs" : "; other signs";
  return out;
}

void add_reasons(const Triage& triage, std::string& out) {
  for (const Reason& reason : triage.rationale) out += "- " + reason.text + "\n";
  clinical::FlagSet flags;
  for (const clinical::FlagFinding& finding : triage.flags) flags.insert(finding.id);
  for (const clinical::BaseRate& rate : clinical::base_rates(flags)) {
    out += "  For your orientation: " + std::string(rate.text) + "\n";
  }
}

void add_questions(const Triage& triage, std::string& out) {
  clinical::FlagSet open;
  for (const clinical::RecheckNotice& notice : triage.recheck) {
    if (notice.in_days == 0) open = open.united(notice.flags);
  }
  if (!open.empty()) out += "Please answer today the questions about: " + topics_of(open) + ".\n";
  // In an emergency the calendar of later questions only distracts.
  if (triage.verdict.lock == Lock::All) return;
  for (const clinical::RecheckNotice& notice : triage.recheck) {
    if (notice.in_days == 0) continue;
    out += "In " + std::to_string(notice.in_days) +
           " days, questions about: " + topics_of(notice.flags) + ".\n";
  }
}

/// For whoever looks the rules up: every rule and question by its id, last of all.
void add_ids(const Triage& triage, std::string& out) {
  std::string rules;
  for (const Reason& reason : triage.rationale) {
    rules += (rules.empty() ? "" : "; ") + reason.rule + ": " + reason.verdict;
  }
  if (!rules.empty()) out += "[Rules: " + rules + "]\n";
  clinical::FlagSet flags;
  for (const clinical::FlagFinding& finding : triage.flags) flags.insert(finding.id);
  std::string answered;
  flags.for_each([&](clinical::FlagId id) {
    answered += (answered.empty() ? "" : " ") + std::string(word(id));
  });
  if (!answered.empty()) out += "[Answers that count: " + answered + "]\n";
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
    out += "Exercises are chosen for: " + std::string(filter_text(filter)) + "\n";
  });
  add_questions(*triage, out);
  add_ids(*triage, out);
  return out;
}

}  // namespace plumbline::cli
