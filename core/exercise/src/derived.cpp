// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/exercise/derived.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "plumbline/clinical/leg_symptoms.hpp"

namespace plumbline::exercise {
namespace {

using clinical::Condition;
using clinical::DerivedFlag;
using clinical::Irritability;
using clinical::PainActivity;
using clinical::Profile;
using clinical::Radiation;

/// @source rules 1.4
constexpr std::int32_t kAcuteDays = 42;
constexpr std::int32_t kStenosisAge = 60;
constexpr std::int32_t kFallsAge = 65;
constexpr std::int32_t kFallsAgeAlways = 80;
/// @source rules 1.9: filters while less than 12 weeks old
constexpr std::int32_t kHipReplacementDays = 84;
/// @source rules 1.4: five words of worse_with or more point nowhere
constexpr std::int32_t kTooManyWorse = 5;

/// What a flag means for the plan, in plain words.
std::string sentence_of(DerivedFlag flag) {
  switch (flag) {
    case DerivedFlag::Radicular:
      return "Your leg symptoms may come from a nerve, so the plan looks after the nerve too.";
    case DerivedFlag::AcuteRadicular:
      return "The leg symptoms are recent or easily stirred up, so the plan goes gently.";
    case DerivedFlag::IrritableRadicular:
      return "The leg is very easily stirred up, so stretches of the nerve wait.";
    case DerivedFlag::NeuroDeficit:
      return "There is a known weakness or numbness, so the plan is careful with that leg.";
    case DerivedFlag::FlexionIntolerant:
      return "Bending makes it worse, so the plan leaves out deep bending for now.";
    case DerivedFlag::ExtensionIntolerant:
      return "Arching makes it worse, so the plan leaves out bending back for now.";
    case DerivedFlag::StenosisLike:
      return "Standing and walking hurt and sitting eases, so walks come with pauses to sit.";
    case DerivedFlag::DirectionExtension:
      return "Bending hurts, and small bends back often help then, so they have a place in every "
             "day.";
    case DerivedFlag::DirectionFlexion:
      return "Arching or standing hurts, and small bends forward often help then, so they have a "
             "place in every day.";
    case DerivedFlag::Centralises:
      return "After this movement the leg was better twice running: a good sign to go on with it.";
    case DerivedFlag::FallsRisk:
      return "Balance needs care, so it is practised in every session with something to hold.";
    case DerivedFlag::PregnancyLate:
      return "From 16 weeks on, or while the week is not known, lying and straining are limited.";
    case DerivedFlag::UncontrolledHypertension:
      return "Your blood pressure is high, so there are no weights and no long holds.";
    case DerivedFlag::Osteoporosis:
      return "Your bones need care, so there is no deep bending or twisting under load.";
  }
  return {};
}

bool stated(const Profile& p, Condition c) { return p.conditions && p.conditions->contains(c); }

/// Gathers flags with their reasons.
class Deriving {
 public:
  Deriving(const Profile& profile, const DerivedInputs& inputs) : p_(profile), in_(inputs) {}

  Derived run() {
    nerve();
    direction();
    bones_and_falls();
    pregnancy();
    blood_pressure();
    if (in_.centralises)
      flag(DerivedFlag::Centralises, "1.4/centralises", {"sessions", std::int64_t{2}});
    stated_conditions();
    flags_to_filters();
    return std::move(out_);
  }

 private:
  void flag(DerivedFlag f, std::string rule, RationaleInput input) {
    out_.flags.insert(f);
    out_.rationale.push_back(
        {std::move(rule), {std::move(input)}, std::string(word(f)), sentence_of(f)});
  }
  /// A flag that follows from an answer, unless it is there already.
  void told(DerivedFlag f, std::string rule) {
    if (!out_.flags.contains(f)) flag(f, std::move(rule), {"told", true});
  }
  bool worse(PainActivity a) const { return p_.worse_with.contains(a); }
  bool better(PainActivity a) const { return p_.better_with.contains(a); }

  void nerve() {
    leg_ = clinical::compute_leg_symptoms(p_.radiates, p_.neuro_symptoms, p_.pain);
    out_.leg_contradiction = leg_.ask_once;
    out_.below_knee = leg_.radiates == Radiation::BelowKnee;
    if (!out_.below_knee && !leg_.neuro_symptoms) return;
    flag(DerivedFlag::Radicular, "1.4/radicular", {"radiates", std::string(word(leg_.radiates))});
    const Irritability irritability = irritability_of(p_);
    if (in_.onset_days <= clinical::kLongStandingDays || irritability != Irritability::Low) {
      flag(DerivedFlag::AcuteRadicular, "1.4/acute_radicular",
           {"onset_days", std::int64_t{in_.onset_days}});
    }
    if (irritability == Irritability::High) {
      flag(DerivedFlag::IrritableRadicular, "1.4/irritable_radicular", {"irritability", "high"});
    }
  }

  bool flexion_intolerant() const {
    return worse(PainActivity::Bending) && !better(PainActivity::Bending) &&
           (worse(PainActivity::Sitting) || irritability_of(p_) != Irritability::Low ||
            in_.onset_days <= kAcuteDays) &&
           in_.mode != clinical::CourseMode::GradedActivity;
  }
  bool extension_intolerant() const {
    return (worse(PainActivity::Arching) && !better(PainActivity::Arching)) ||
           (worse(PainActivity::Standing) && worse(PainActivity::Walking) &&
            (better(PainActivity::Sitting) || better(PainActivity::Bending)));
  }
  bool stenosis_like() const {
    return p_.person.age >= kStenosisAge && leg_.radiates != Radiation::None &&
           (worse(PainActivity::Standing) || worse(PainActivity::Walking)) &&
           (better(PainActivity::Sitting) || better(PainActivity::Bending));
  }

  void direction() {
    const bool flexion = flexion_intolerant();
    const bool extension = extension_intolerant();
    const bool careful = out_.flags.contains(DerivedFlag::AcuteRadicular) ||
                         irritability_of(p_) != Irritability::Low;
    out_.direction_lapses = careful ? kDirectionLapsesLater : kDirectionLapses;
    if (flexion) out_.told_intolerances.insert(FilterWord::FlexionIntolerant);
    if (extension) out_.told_intolerances.insert(FilterWord::ExtensionIntolerant);
    const bool lapsed = in_.direction_answered_days_ago >= out_.direction_lapses;
    out_.direction_lapsed = lapsed && (flexion || extension);
    // Avoiding bending for months is itself harmful, so it takes an answer to go on with it.
    if (flexion && !lapsed)
      flag(DerivedFlag::FlexionIntolerant, "1.4/flexion_intolerant", {"bending", "worse"});
    if (extension)
      flag(DerivedFlag::ExtensionIntolerant, "1.4/extension_intolerant", {"arching", "worse"});
    if (stenosis_like()) {
      flag(DerivedFlag::StenosisLike, "1.4/stenosis_like", {"age", std::int64_t{p_.person.age}});
    }
    out_.neutral_only = (flexion && extension) || p_.worse_with.size() >= kTooManyWorse ||
                        p_.worse_with.intersects(p_.better_with);
    if (out_.neutral_only || lapsed) return;
    if (flexion)
      flag(DerivedFlag::DirectionExtension, "1.4/direction", {"flexion_intolerant", true});
    if (extension)
      flag(DerivedFlag::DirectionFlexion, "1.4/direction", {"extension_intolerant", true});
  }

  void bones_and_falls() {
    const bool bone =
        stated(p_, Condition::Osteoporosis) || stated(p_, Condition::VertebralFracture);
    if (bone) flag(DerivedFlag::Osteoporosis, "1.9/osteoporosis", {"stated", true});
    const bool weak = has_finding(in_.findings, clinical::TestFlag::ChairStandBelowNorm) ||
                      has_finding(in_.findings, clinical::TestFlag::BalanceLow);
    const bool fell = p_.fall_12_months && *p_.fall_12_months;
    const std::int32_t age = p_.person.age;
    if (stated(p_, Condition::FallsRisk) || age >= kFallsAgeAlways ||
        (age >= kFallsAge && (fell || weak || bone))) {
      flag(DerivedFlag::FallsRisk, "1.4/falls_risk", {"age", std::int64_t{age}});
    }
  }

  void pregnancy() {
    const bool pregnant = stated(p_, Condition::Pregnancy) || p_.pregnancy_weeks.has_value();
    const bool told_late = stated(p_, Condition::PregnancyLate);
    if (!pregnant && !told_late) return;
    out_.ask_pregnancy_weeks = !p_.pregnancy_weeks;
    if (told_late || !p_.pregnancy_weeks || *p_.pregnancy_weeks >= kLatePregnancyWeeks) {
      flag(DerivedFlag::PregnancyLate, "1.9/pregnancy_late",
           {"weeks_known", p_.pregnancy_weeks.has_value()});
    }
  }

  void blood_pressure() {
    using clinical::BloodPressureLevel;
    // This reading, or an earlier one that two low ones have not cleared.
    BloodPressureLevel level = in_.blood_pressure;
    if (p_.blood_pressure) {
      level = std::max(level, clinical::apply({}, *p_.blood_pressure).level);
    }
    if (level == BloodPressureLevel::VeryHigh) {
      out_.filters.insert(FilterWord::SevereHypertension);
    }
    if (level != BloodPressureLevel::Clear || stated(p_, Condition::UncontrolledHypertension)) {
      flag(DerivedFlag::UncontrolledHypertension, "1.9/uncontrolled_hypertension",
           {"reading", p_.blood_pressure.has_value()});
    }
  }

  bool hip_replacement_filters() const {
    const bool told = stated(p_, Condition::HipReplacement) || p_.hip_replacement_on.has_value();
    if (!told) return false;
    return !p_.hip_replacement_on || in_.today.since(*p_.hip_replacement_on) < kHipReplacementDays;
  }

  void stated_conditions() {
    constexpr std::array<std::pair<Condition, FilterWord>, 16> kSame = {{
        {Condition::StenosisLike, FilterWord::StenosisLike},
        {Condition::Spondylolisthesis, FilterWord::Spondylolisthesis},
        {Condition::ShoulderPain, FilterWord::ShoulderPain},
        {Condition::KneePain, FilterWord::KneePain},
        {Condition::WristPain, FilterWord::WristPain},
        {Condition::NeckPain, FilterWord::NeckPain},
        {Condition::HeartCondition, FilterWord::HeartCondition},
        {Condition::Aneurysm, FilterWord::Aneurysm},
        {Condition::Glaucoma, FilterWord::Glaucoma},
        {Condition::Retinopathy, FilterWord::Retinopathy},
        {Condition::Hernia, FilterWord::Hernia},
        {Condition::PelvicGirdlePain, FilterWord::PelvicGirdlePain},
        {Condition::EpilepsyUncontrolled, FilterWord::EpilepsyUncontrolled},
        {Condition::OpenWound, FilterWord::OpenWound},
        {Condition::NeuroDeficit, FilterWord::NeuroDeficit},
        {Condition::Postoperative, FilterWord::Postoperative},
    }};
    for (const auto& [condition, filter] : kSame) {
      if (stated(p_, condition) || in_.screen_filters.contains(condition)) {
        out_.filters.insert(filter);
      }
    }
    // What the drawing shows filters like the word for it (rules 2.3: the worse reading).
    if (clinical::has_pain_in(p_, {clinical::Region::Cervical})) {
      out_.filters.insert(FilterWord::NeckPain);
    }
    if (out_.filters.contains(FilterWord::StenosisLike)) {
      told(DerivedFlag::StenosisLike, "1.9/stenosis_like");
    }
    if (out_.filters.contains(FilterWord::NeuroDeficit)) {
      told(DerivedFlag::NeuroDeficit, "1.4/neuro_deficit");
    }
    if (in_.screen_filters.contains(Condition::PregnancyLate)) {
      told(DerivedFlag::PregnancyLate, "1.9/pregnancy_late");
    }
    if (hip_replacement_filters()) out_.filters.insert(FilterWord::HipReplacement);
  }

  void flags_to_filters() {
    constexpr std::array<std::pair<DerivedFlag, FilterWord>, 10> kSame = {{
        {DerivedFlag::AcuteRadicular, FilterWord::AcuteRadicular},
        {DerivedFlag::IrritableRadicular, FilterWord::IrritableRadicular},
        {DerivedFlag::NeuroDeficit, FilterWord::NeuroDeficit},
        {DerivedFlag::FlexionIntolerant, FilterWord::FlexionIntolerant},
        {DerivedFlag::ExtensionIntolerant, FilterWord::ExtensionIntolerant},
        {DerivedFlag::StenosisLike, FilterWord::StenosisLike},
        {DerivedFlag::FallsRisk, FilterWord::FallsRisk},
        {DerivedFlag::PregnancyLate, FilterWord::PregnancyLate},
        {DerivedFlag::UncontrolledHypertension, FilterWord::UncontrolledHypertension},
        {DerivedFlag::Osteoporosis, FilterWord::Osteoporosis},
    }};
    for (const auto& [derived, filter] : kSame) {
      if (out_.flags.contains(derived)) out_.filters.insert(filter);
    }
  }

  const Profile& p_;
  const DerivedInputs& in_;
  /// Answers and map together, in the worse reading (rules 2.3).
  clinical::LegSymptoms leg_;
  Derived out_;
};

}  // namespace

clinical::Irritability irritability_of(const clinical::Profile& profile) {
  return profile.irritability ? *profile.irritability : Irritability::Moderate;
}

Derived compute_derived(const clinical::Profile& profile, const DerivedInputs& inputs) {
  return Deriving(profile, inputs).run();
}

}  // namespace plumbline::exercise
