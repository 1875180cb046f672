// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <utility>

#include "plumbline/exercise/derived.hpp"

namespace plumbline::exercise {
namespace {

using clinical::DerivedFlag;
using clinical::Irritability;

/// Lowers the level and says why.
class Capping {
 public:
  explicit Capping(StartLevel& out) : out_(out) {}
  void cap(std::int32_t level, std::string rule, RationaleInput input, std::string text) {
    out_.level_without_pain = std::min(out_.level_without_pain, level);
    note(level, std::move(rule), std::move(input), std::move(text));
  }
  void cap_by_pain(std::int32_t level, RationaleInput input, std::string text) {
    note(level, "1.2/usual_pain", std::move(input), std::move(text));
  }

 private:
  void note(std::int32_t level, std::string rule, RationaleInput input, std::string text) {
    out_.level = std::min(out_.level, level);
    out_.caps.push_back(
        {std::move(rule), {std::move(input)}, "cap " + std::to_string(level), std::move(text)});
  }
  StartLevel& out_;
};

void cap_by_course(Capping& out, const clinical::Profile& profile, const Derived& derived,
                   const StartLevelInputs& in) {
  const Irritability irritability = irritability_of(profile);
  const std::int32_t by_irritability = irritability == Irritability::High       ? 1
                                       : irritability == Irritability::Moderate ? 2
                                                                                : 3;
  out.cap(by_irritability, "1.2/irritability", {"irritability", std::string(word(irritability))},
          "How easily your back flares up decides how gently we start.");
  /// @source rules 1.2
  if (in.onset_days <= 3) {
    out.cap(1, "1.2/onset", {"onset_days", std::int64_t{in.onset_days}},
            "The first days are for calm.");
  } else if (in.onset_days <= 42) {
    out.cap(2, "1.2/onset", {"onset_days", std::int64_t{in.onset_days}}, "Your pain is still new.");
  }
  if (derived.flags.contains(DerivedFlag::AcuteRadicular)) {
    out.cap(1, "1.2/acute_radicular", {"acute_radicular", true}, "A sore leg nerve needs time.");
  }
  if (derived.below_knee) {
    out.cap(2, "1.2/below_knee", {"below_knee", true},
            "Pain below the knee asks for a gentle start.");
  }
  if (in.mode == clinical::CourseMode::GradedActivity) {
    out.cap(2, "1.2/graded_activity", {"mode", "graded_activity"}, "Agreed amounts start gently.");
  }
}

void cap_by_person(Capping& out, const clinical::Profile& profile, const Derived& derived,
                   const StartLevelInputs& in) {
  if (profile.person.age >= 65) {
    out.cap(2, "1.2/age", {"age", std::int64_t{profile.person.age}}, "From 65 on we start gently.");
  }
  for (const DerivedFlag flag :
       {DerivedFlag::Osteoporosis, DerivedFlag::PregnancyLate, DerivedFlag::FallsRisk}) {
    if (!derived.flags.contains(flag)) continue;
    out.cap(2, "1.2/" + std::string(word(flag)), {std::string(word(flag)), true},
            "What you told us about your health asks for a gentle start.");
  }
  if (in.chair_stand_below_norm) {
    out.cap(2, "1.2/chair_stand", {"below_norm", true},
            "Standing up was harder than usual for your age.");
  }
  if (!profile.conditions) {
    out.cap(1, "1.1/conditions_not_asked", {"conditions", "not asked"},
            "We do not know your conditions yet, so we start with the easiest.");
  }
  if (in.screen_incomplete) {
    out.cap(2, "2.3/screen_incomplete", {"complete", false},
            "Some safety questions are still open, so we start gently.");
  }
  if (in.clinician_limit < 5) {
    out.cap(in.clinician_limit, "clinician.override", {"level", std::int64_t{in.clinician_limit}},
            "Your clinician set this limit.");
  }
  if (in.reopened) {
    out.cap(1, "2.5/reopened", {"reopened", true},
            "After the break we start again with the easiest.");
  }
}

}  // namespace

StartLevel compute_start_level(const clinical::Profile& profile, const Derived& derived,
                               const StartLevelInputs& inputs) {
  StartLevel out;
  Capping capping(out);
  cap_by_course(capping, profile, derived, inputs);
  cap_by_person(capping, profile, derived, inputs);
  const std::int32_t u = inputs.usual_pain;
  capping.cap_by_pain(u >= 7   ? 1
                      : u >= 4 ? 2
                               : 3,
                      {"usual_pain", std::int64_t{u}},
                      "Your usual pain decides how hard the first steps are.");
  return out;
}

}  // namespace plumbline::exercise
