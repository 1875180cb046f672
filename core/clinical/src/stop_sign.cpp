// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/stop_sign.hpp"

#include <algorithm>
#include <string>

namespace plumbline::clinical {
namespace {

/// @source definition of the day
constexpr std::int64_t kMsPerDay = 86'400'000;

StopDecision emergency(FlagId flag, StopAction action, std::string text) {
  StopDecision out;
  out.action = action;
  out.opens = {flag};
  out.verdict = kEmergency;
  out.why.text = std::move(text);
  return out;
}

/// New numbness or weakness: the screen decides; until it is answered nothing is trained.
StopDecision screen_now(FlagId flag, Verdict verdict) {
  StopDecision out;
  out.action = StopAction::StopSessionAndScreen;
  out.ask_now = flags_of(ScreenGroup::CaudaEquina);
  out.opens = {flag};
  out.verdict = verdict;
  out.until_screened = true;
  out.why.text = "Stop here. A few questions come first.";
  return out;
}

StopDecision dizzy(const StopSignContext& context) {
  StopDecision out;
  out.action = StopAction::EndSession;
  out.why.text = "Sit or lie down. That is enough for today.";
  if (context.dizzy_before) {
    out.action = StopAction::EndSessionAndSeeClinician;
    out.verdict = kSeeClinician;
    out.why.text = "Sit or lie down. Dizziness twice in a week should be mentioned to a clinician.";
  }
  return out;
}

StopDecision leg_pain_spreading() {
  StopDecision out;
  out.action = StopAction::StopExercise;
  out.session_over = false;
  out.remove_direction = true;
  out.ask_now = flags_of(ScreenGroup::CaudaEquina);
  out.why.text = "Stop this exercise and leave its direction out today.";
  return out;
}

StopDecision calf() {
  StopDecision out;
  out.action = StopAction::CallToday;
  out.opens = {FlagId::Dv1};
  out.verdict = kUrgentToday;
  out.ask_now = {FlagId::Dv1, FlagId::Aa2};
  out.why.text = "A newly swollen or painful calf can be a clot. Ring a clinician today.";
  return out;
}

StopDecision fall(const StopSignContext& context) {
  StopDecision out;
  out.action = StopAction::StopSessionAndScreen;
  out.ask_now = flags_of(ScreenGroup::Fracture);
  out.why.text = "Stop here. A few questions about the fall come first.";
  if (context.anticoagulant) {
    out.action = StopAction::CallToday;
    out.opens = {FlagId::Fx2};
    out.verdict = kUrgentToday;
    out.why.text = "A fall while taking blood thinners needs a call today.";
  }
  return out;
}

StopDecision fever() {
  StopDecision out;
  out.action = StopAction::NoSessionToday;
  out.ask_now = flags_of(ScreenGroup::Infection);
  out.why.text = "No session today; it does not count as missed.";
  return out;
}

StopDecision low_mood() {
  StopDecision out;
  out.action = StopAction::CrisisCard;
  out.session_over = false;
  out.exercise_over = false;
  out.ask_now = flags_of(ScreenGroup::Mood);
  out.verdict = kSeeClinician;
  out.why.text = "You are not alone with this. Movement stays open.";
  return out;
}

/// Not named: stop, and ask for what would be dangerous.
StopDecision other() {
  StopDecision out;
  out.action = StopAction::StopSessionAndScreen;
  out.ask_now = flags_of(ScreenGroup::CaudaEquina)
                    .united(flags_of(ScreenGroup::Vascular))
                    .united(flags_of(ScreenGroup::Infection));
  out.why.text = "Stop here. A few questions come first.";
  return out;
}

StopDecision decide(const StopSignContext& context) {
  switch (context.what) {
    case SymptomWhat::ChestPain:
    case SymptomWhat::Breathless:
    case SymptomWhat::Faint:
      return emergency(FlagId::Aa2, StopAction::EmergencyCard,
                       "Stop. Chest pain, breathlessness at rest or fainting needs an ambulance "
                       "now.");
    case SymptomWhat::PregnancySign:
      return emergency(FlagId::Vi1, StopAction::MaternityCard,
                       "Stop. Bleeding, fluid or contractions: ring the maternity unit now.");
    case SymptomWhat::SaddleNumbness:
      return screen_now(FlagId::Ce2, kEmergency);
    case SymptomWhat::NewNumbness:
    case SymptomWhat::NewWeakness:
      return screen_now(FlagId::Nd1, kUrgentToday);
    case SymptomWhat::LegPainSpreading:
      return leg_pain_spreading();
    case SymptomWhat::CalfSwelling:
      return calf();
    case SymptomWhat::Dizzy:
      return dizzy(context);
    case SymptomWhat::Fever:
      return fever();
    case SymptomWhat::Fall:
      return fall(context);
    case SymptomWhat::LowMood:
      return low_mood();
    case SymptomWhat::Other:
      return other();
  }
  return other();
}

}  // namespace

StopDecision compute_stop_decision(const StopSignContext& context) {
  StopDecision out = decide(context);
  out.why.rule = "2.7/" + std::string(word(context.what));
  out.why.inputs = {{"what", std::string(word(context.what))},
                    {"dizzy_before", context.dizzy_before},
                    {"anticoagulant", context.anticoagulant}};
  out.why.verdict = std::string(word(out.action));
  return out;
}

bool dizzy_within_week(std::span<const Instant> earlier, const Instant& now) {
  return std::ranges::any_of(earlier, [&](const Instant& at) {
    return at < now && now.unix_ms - at.unix_ms <= kDizzyAgainDays * kMsPerDay;
  });
}

}  // namespace plumbline::clinical
