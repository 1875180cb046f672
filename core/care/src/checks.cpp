// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/checks.hpp"

#include <algorithm>
#include <utility>

#include "plumbline/care/test_checks.hpp"
#include "training_days.hpp"

namespace plumbline::care {
namespace {

using clinical::DerivedFlag;
using record::PersonState;

/// @source rules 3.2: usual pain is offered again every 28 days; 3.5: on days 7, 14, 28 when new
constexpr std::int32_t kUsualPainDays = 28;
constexpr std::int32_t kAcuteDays = 42;
/// @source rules 3.5: falls every four weeks for older people
/// 3.6: a break of 28 days
constexpr std::int32_t kFourWeeks = 28;

/// Collects checks with a reason each.
class Due {
 public:
  void add(std::string check, LocalDate date, std::string rule, std::string text) {
    out_.push_back({std::move(check),
                    date,
                    {std::move(rule), {{"date", format_date(date)}}, "due", std::move(text)}});
  }
  std::vector<DueCheck> take() {
    std::ranges::stable_sort(out_, [](const DueCheck& a, const DueCheck& b) {
      return a.date != b.date ? a.date < b.date : a.check < b.check;
    });
    return std::move(out_);
  }

 private:
  std::vector<DueCheck> out_;
};

/// Asked again every 14 days, in plainer words once it has waited for a week.
void add_direction_check(Due& due, const Situation& s) {
  /// @source engineering choice: a question that waits for a week is put again, louder
  constexpr std::int32_t kLouder = 7;
  if (s.derived.told_intolerances.empty() || s.derived.neutral_only) return;
  const LocalDate asked = s.at.profile_day.plus(exercise::kDirectionAsked);
  const bool louder = s.day.since(asked) >= kLouder;
  due.add("direction", asked, "1.4/direction_lapses",
          louder
              ? "Please answer this one: does bending or arching back still bother you? The plan "
                "goes by what you said on " +
                    format_date(s.at.profile_day) + "."
              : "Does bending or arching back still bother you?");
}

void add_profile_checks(Due& due, const Situation& s) {
  const clinical::Profile& p = s.at.profile;
  if (!p.conditions) {
    due.add("profile_conditions", s.day, "1.1/conditions_not_asked",
            "Please tell us about your health, so that the plan can grow.");
  }
  /// @source rules 1.1: ask about pregnancy from 12 to 55
  constexpr std::int32_t kYoungest = 12;
  constexpr std::int32_t kOldest = 55;
  if (!p.conditions && p.person.sex != clinical::Sex::Male && p.person.age >= kYoungest &&
      p.person.age <= kOldest) {
    due.add("pregnancy", s.day, "1.1/conditions_not_asked", "Could you be pregnant?");
  }
  if (s.derived.ask_pregnancy_weeks) {
    due.add("pregnancy_weeks", s.day, "1.4/pregnancy_weeks",
            "Which week of your pregnancy are you in?");
  }
  if (s.derived.leg_contradiction) {
    due.add("clarify_leg", s.day, "2.3/contradiction",
            "Your drawing and your answers about the leg differ. Which one is right?");
  }
  if (s.derived.neutral_only) {
    due.add("clarify_direction", s.day, "1.4/no_direction",
            "Which movement helps most, and which one hurts most?");
  }
  add_direction_check(due, s);
}

/// The day on which usual pain is to be asked again: every 28 days, after a break of 28 days, and
/// on days 7 and 14 of new pain (rules 3.2, 3.5, 3.6). Looks at no report of pain.
LocalDate usual_pain_due(const Situation& s) {
  const ProfileAt& at = s.at;
  const LocalDate asked = at.usual_set_on ? *at.usual_set_on : at.profile_day;
  LocalDate due = asked.plus(kUsualPainDays);
  const bool acute = at.onset_days + s.day.since(at.day) <= kAcuteDays;
  for (const std::int32_t after : {14, 7}) {
    const LocalDate offered = at.profile_day.plus(after);
    if (acute && asked < offered) due = offered;
  }
  /// @source rules 3.6: after a break of 28 days usual pain is asked again
  const std::vector<LongBreak> breaks = long_breaks(s.training, s.day);
  if (breaks.empty()) return due;
  const LocalDate reached = breaks.back().from.plus(kFourWeeks);
  return asked < reached ? std::min(due, reached) : due;
}

void add_course_checks(Due& due, const PersonState& state, const Situation& s) {
  due.add("usual_pain", usual_pain_due(s), "3.2/usual_pain",
          "How has your usual pain been this week?");
  if (s.at.profile.person.age >= 65 || s.derived.flags.contains(DerivedFlag::FallsRisk)) {
    due.add("falls", s.at.profile_day.plus(kFourWeeks), "3.5/older", "Have you had a fall?");
  }
  if (state.sessions.empty()) return;
  const record::Session* last = nullptr;
  for (const record::Session& session : state.sessions) {
    if (session.day <= s.day) last = &session;
  }
  if (last == nullptr || s.day.since(last->day) > 3) return;
  const bool answered = std::ranges::any_of(
      state.mornings, [&](const auto& m) { return m.day > last->day && m.day <= s.day; });
  if (!answered) {
    due.add("morning_check", last->day.plus(1), "3.2/morning", "How is your back this morning?");
  }
}

}  // namespace

std::vector<DueCheck> compute_due(const PersonState& state, const Situation& s) {
  Due due;
  if (!s.safety.screen_complete) {
    due.add("redflag_screen", s.day, "2.3/screen_incomplete",
            "Some safety questions are still open. Please answer them.");
  }
  add_profile_checks(due, s);
  add_course_checks(due, state, s);
  std::vector<DueCheck> out = due.take();
  for (DueCheck& test : compute_test_checks(state, s)) out.push_back(std::move(test));
  for (const SafetyCheck& check : s.safety.checks) {
    out.push_back({check.name, check.due, check.why});
  }
  std::ranges::stable_sort(out, [](const DueCheck& a, const DueCheck& b) {
    return a.date != b.date ? a.date < b.date : a.check < b.check;
  });
  return out;
}

std::vector<std::string> compute_education(const Situation& s) {
  std::vector<std::string> ids{"when_to_get_help", "stay_active", "how_pain_works"};
  if (s.at.onset_days <= kAcuteDays) {
    ids.insert(ids.end(), {"expected_course", "sleep_positions", "getting_out_of_bed"});
  }
  if (s.derived.flags.contains(DerivedFlag::Radicular)) ids.emplace_back("sciatica_course");
  if (s.derived.flags.contains(DerivedFlag::Osteoporosis)) ids.emplace_back("bone_health");
  if (s.at.profile.person.age >= 65 || s.derived.flags.contains(DerivedFlag::FallsRisk)) {
    ids.emplace_back("floor_safety");
  }
  if (s.at.high_psychological_risk || s.at.mode == clinical::CourseMode::GradedActivity) {
    ids.insert(ids.end(), {"pacing_and_quota", "breathing_and_relaxation"});
  }
  ids.emplace_back("flare_plan");
  ids.emplace_back("walking_programme");
  return ids;
}

}  // namespace plumbline::care
