// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/sign_alerts.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "alert_list.hpp"
#include "plumbline/clinical/recheck.hpp"
#include "plumbline/clinical/score.hpp"
#include "plumbline/clinical/stop_sign.hpp"

namespace plumbline::care {
namespace {

using clinical::SymptomWhat;
using record::PersonState;
using Sign = record::Dated<record::SymptomReported>;

/// @source engineering choice: an unanswered question is asked for four weeks
constexpr std::int32_t kAskedFor = 28;

constexpr const char* kCrisis =
    "You are not alone with this. Talk to somebody you trust, or ring a crisis line near you; they "
    "listen day and night. If you might harm yourself, call 112 or your local emergency number "
    "now. Please tell a clinician soon how you feel. Movement stays open to you.";

clinical::StopDecision decision_of(const PersonState& state, const Situation& s, const Sign& sign) {
  std::vector<Instant> dizzy;
  for (const Sign& other : state.symptoms) {
    if (other.body.what == SymptomWhat::Dizzy && other.at < sign.at) dizzy.push_back(other.at);
  }
  const auto& conditions = s.at.profile.conditions;
  return clinical::compute_stop_decision(
      {.what = sign.body.what,
       .dizzy_before = clinical::dizzy_within_week(dizzy, sign.at),
       .anticoagulant = conditions && conditions->contains(clinical::Condition::Anticoagulant)});
}

/// Said together with what they take out of the day.
bool speaks_with_plan(SymptomWhat what) {
  return what == SymptomWhat::Fever || what == SymptomWhat::Dizzy ||
         what == SymptomWhat::LegPainSpreading;
}

/// The latest answers to a questionnaire that tell of thoughts of self-harm, until the question
/// behind them (RF-PS1) is answered or the questionnaire is filled in again (rules 2.2, C24).
const record::Dated<record::InstrumentAnswered>* open_self_harm(const PersonState& state,
                                                                LocalDate day) {
  const record::Dated<record::InstrumentAnswered>* latest = nullptr;
  for (const auto& told : state.instruments) {
    if (told.day <= day && told.body.instrument == clinical::InstrumentId::Phq9) latest = &told;
  }
  if (latest == nullptr) return nullptr;
  if (!clinical::reports_self_harm(latest->body.instrument, latest->body.answers)) return nullptr;
  const bool asked = std::ranges::any_of(state.screens, [&](const auto& screen) {
    return latest->at < screen.at && screen.day <= day &&
           screen.body.answers[clinical::FlagId::Ps1].has_value();
  });
  return asked ? nullptr : latest;
}

Reason self_harm_reason(const EntryId& entry, std::string verdict, std::string text) {
  return {"2.2/C24",
          {{"entry", entry.text()}, {"questions", std::string(word(clinical::FlagId::Ps1))}},
          std::move(verdict),
          std::move(text)};
}

/// The latest screen that tells of thoughts of self-harm and leaves the question behind it, whether
/// there is a plan, without an answer (rules 2.2, C24: ask one follow-up).
const record::Dated<clinical::TriageInput>* open_follow_up(const PersonState& state,
                                                           LocalDate day) {
  const record::Dated<clinical::TriageInput>* latest = nullptr;
  for (const auto& screen : state.screens) {
    if (screen.day <= day && screen.body.answers[clinical::FlagId::Ps1]) latest = &screen;
  }
  if (latest == nullptr) return nullptr;
  const auto& told = latest->body.answers[clinical::FlagId::Ps1];
  const bool asks = told->answer == clinical::ScreenAnswer::Yes && !told->intent;
  return asks ? latest : nullptr;
}

bool mood_answered(const PersonState& state, const Sign& sign, LocalDate day) {
  using clinical::InstrumentId;
  return std::ranges::any_of(state.instruments, [&](const auto& told) {
    const InstrumentId id = told.body.instrument;
    const bool mood =
        id == InstrumentId::Phq2 || id == InstrumentId::Phq9 || id == InstrumentId::Mood;
    return mood && sign.at < told.at && told.day <= day;
  });
}

DueCheck check(std::string name, const Sign& sign, clinical::FlagSet ask, std::string text) {
  std::string flags;
  ask.for_each(
      [&](clinical::FlagId id) { flags += (flags.empty() ? "" : " ") + std::string(word(id)); });
  return {std::move(name),
          sign.day,
          {"2.7/ask",
           {{"what", std::string(word(sign.body.what))}, {"questions", flags}},
           "due",
           std::move(text)}};
}

/// @source rules 2.6, docs/decisions/0022: the questions about a fracture come first
void tell_bones_first(AlertList& out, const Situation& s) {
  if (!s.safety.bones_first || s.safety.locked) return;
  out.person(clinical::Urgency::None,
             {"2.6/bones_first",
              {{"osteoporosis", true}, {"flare", true}},
              "answer first",
              "With thin bones, stronger pain can have a reason that the questions look for."},
             "Your bones are thin and the pain is stronger than usual. Please answer the questions "
             "about falls, injuries, sudden pain and posture before you exercise. Until then there "
             "is walking about and relaxation; strength work waits.");
}

}  // namespace

bool sign_answered(const PersonState& state, const Sign& sign, LocalDate day) {
  const clinical::FlagSet ask = clinical::compute_stop_decision({.what = sign.body.what}).ask_now;
  const bool screened = std::ranges::any_of(state.screens, [&](const auto& screen) {
    return sign.at < screen.at && screen.day <= day && screen.body.answers.answered().includes(ask);
  });
  return screened || (sign.body.what == SymptomWhat::LowMood && mood_answered(state, sign, day));
}

std::vector<Alert> compute_sign_alerts(const PersonState& state, const Situation& s) {
  AlertList out;
  if (const auto* told = open_self_harm(state, s.day)) {
    out.both(clinical::Urgency::SeeClinician,
             self_harm_reason(told->entry, "crisis card", "You are not alone with this."), kCrisis,
             "A questionnaire tells of thoughts of self-harm: please speak with the person.");
  }
  std::set<SymptomWhat> told;
  for (const Sign& sign : state.symptoms) {
    const SymptomWhat what = sign.body.what;
    if (sign.day != s.day || (!s.safety.locked && speaks_with_plan(what))) continue;
    if (!told.insert(what).second) continue;
    clinical::StopDecision decision = decision_of(state, s, sign);
    const std::string text = what == SymptomWhat::LowMood ? kCrisis : decision.why.text;
    const clinical::Urgency urgency = decision.verdict.urgency;
    if (urgency == clinical::Urgency::None) {
      out.person(urgency, std::move(decision.why), text);
    } else {
      out.both(urgency, std::move(decision.why), text,
               "Reported today: " + std::string(word(what)) + ".");
    }
  }
  tell_bones_first(out, s);
  return out.take();
}

std::vector<DueCheck> compute_sign_checks(const PersonState& state, const Situation& s) {
  std::vector<DueCheck> out;
  const auto add = [&](DueCheck due) {
    const auto same = std::ranges::find(out, due.check, &DueCheck::check);
    if (same == out.end()) out.push_back(std::move(due));
  };
  if (const auto* told = open_self_harm(state, s.day)) {
    add({"mood", told->day,
         self_harm_reason(
             told->entry, "due",
             "You told us of thoughts of harming yourself. One question about them.")});
  }
  if (const auto* screen = open_follow_up(state, s.day)) {
    add({"mood", screen->day,
         self_harm_reason(
             screen->entry, "due",
             "You told us of thoughts of harming yourself. One question about them.")});
  }
  for (const Sign& sign : state.symptoms) {
    if (sign.day > s.day || s.day.since(sign.day) >= kAskedFor) continue;
    if (sign_answered(state, sign, s.day)) continue;
    const clinical::FlagSet ask = decision_of(state, s, sign).ask_now;
    if (sign.body.what == SymptomWhat::LowMood) {
      add(check("mood", sign, ask, "How have you felt lately? A few questions about your mood."));
      continue;
    }
    for (std::size_t g = 0; g < kWordCount<clinical::RecheckGroup>; ++g) {
      const auto group = static_cast<clinical::RecheckGroup>(g);
      // Thin bones have a group of their own; the full one holds the same questions.
      if (group == clinical::RecheckGroup::FractureInOsteoporosis) continue;
      if (!clinical::flags_of(group).intersects(ask)) continue;
      add(check(std::string(word(group)), sign, ask,
                "You told us of something new. Safety questions belong to it, about " +
                    std::string(clinical::topic_of(group)) + "."));
    }
  }
  return out;
}

bool is_maternity_lock(const PersonState& state, const Locked& locked) {
  return !locked.why.empty() && std::ranges::all_of(locked.why, [&](const Reason& why) {
    return std::ranges::any_of(state.symptoms, [&](const Sign& sign) {
      const RationaleInput entry{"entry", sign.entry.text()};
      return sign.body.what == SymptomWhat::PregnancySign &&
             std::ranges::find(why.inputs, entry) != why.inputs.end();
    });
  });
}

}  // namespace plumbline::care
