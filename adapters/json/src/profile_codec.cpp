// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/json/profile_codec.hpp"

#include <utility>

#include "contradictions.hpp"

namespace plumbline::json {

using clinical::BloodPressure;
using clinical::Goal;
using clinical::PainArea;
using clinical::Person;
using clinical::Profile;

namespace {

template <class T>
void add_optional(Value& out, std::string name, const std::optional<T>& value) {
  if (value) out.add(std::move(name), write_value(*value));
}

}  // namespace

Result<PainArea> Codec<PainArea>::read(const Value& value, const Pointer& at) {
  ObjectReader object(value, at);
  PainArea area;
  object.required("region", area.region);
  object.required("side", area.side);
  object.required("intensity", area.intensity, Within{0, 10});
  object.optional("quality", area.quality);
  return object.finish(area);
}

Value Codec<PainArea>::write(const PainArea& area) {
  Value out;
  out.add("region", word(area.region));
  out.add("side", word(area.side));
  out.add("intensity", area.intensity);
  out.add("quality", write_value(area.quality));
  return out;
}

Result<Goal> Codec<Goal>::read(const Value& value, const Pointer& at) {
  ObjectReader object(value, at);
  Goal goal;
  object.required("activity", goal.activity);
  object.optional("score", goal.score, Within{0, 10});
  return object.finish(std::move(goal));
}

Value Codec<Goal>::write(const Goal& goal) {
  Value out;
  out.add("activity", goal.activity);
  add_optional(out, "score", goal.score);
  return out;
}

template <>
struct Codec<Person> {
  static Result<Person> read(const Value& value, const Pointer& at) {
    ObjectReader object(value, at);
    Person person;
    object.required("age", person.age, Within{0, 120});
    object.optional("sex", person.sex);
    object.optional("height_cm", person.height_cm, Within{50, 250});
    object.optional("weight_kg", person.weight_kg, Within{20, 400});
    return object.finish(person);
  }
  static Value write(const Person& person) {
    Value out;
    out.add("age", person.age);
    add_optional(out, "sex", person.sex);
    add_optional(out, "height_cm", person.height_cm);
    add_optional(out, "weight_kg", person.weight_kg);
    return out;
  }
};

template <>
struct Codec<BloodPressure> {
  static Result<BloodPressure> read(const Value& value, const Pointer& at) {
    ObjectReader object(value, at);
    BloodPressure bp;
    object.required("systolic", bp.systolic, Within{50, 300});
    object.required("diastolic", bp.diastolic, Within{30, 200});
    return object.finish(bp);
  }
  static Value write(const BloodPressure& bp) {
    Value out;
    out.add("systolic", bp.systolic);
    out.add("diastolic", bp.diastolic);
    return out;
  }
};

Profile read_profile_fields(ObjectReader& object) {
  Profile p;
  object.required("person", p.person);
  object.required("onset_days_ago", p.onset_days_ago, Within{0, 36500});
  object.required("pain", p.pain);
  object.optional("episodes_before", p.episodes_before, Within{0, 1000});
  object.optional("usual_pain", p.usual_pain, Within{0, 10});
  object.optional("usual_leg_pain", p.usual_leg_pain, Within{0, 10});
  object.optional("radiates", p.radiates);
  object.optional("neuro_symptoms", p.neuro_symptoms);
  object.optional("improving", p.improving);
  object.optional("worse_with", p.worse_with);
  object.optional("better_with", p.better_with);
  object.optional("irritability", p.irritability);
  object.optional("mode", p.mode);
  object.optional("conditions", p.conditions);
  object.optional("excluded_positions", p.excluded_positions);
  object.optional("equipment", p.equipment);
  object.optional("minutes_per_day", p.minutes_per_day, Within{5, 120});
  object.optional("days_per_week", p.days_per_week, Within{1, 7});
  object.optional("goals", p.goals);
  object.optional("pregnancy_weeks", p.pregnancy_weeks, Within{0, 45});
  object.optional("fall_12_months", p.fall_12_months);
  object.optional("blood_pressure", p.blood_pressure);
  object.optional("hip_replacement_on", p.hip_replacement_on);
  return p;
}

Result<Profile> Codec<Profile>::read(const Value& value, const Pointer& at) {
  ObjectReader object(value, at);
  Profile profile = read_profile_fields(object);
  if (object.ok()) {
    if (auto fault = check_profile(profile, at)) object.report(std::move(*fault));
  }
  return object.finish(std::move(profile));
}

Value Codec<Profile>::write(const Profile& p) {
  Value out;
  out.add("person", write_value(p.person));
  out.add("onset_days_ago", p.onset_days_ago);
  out.add("pain", write_value(p.pain));
  add_optional(out, "episodes_before", p.episodes_before);
  add_optional(out, "usual_pain", p.usual_pain);
  add_optional(out, "usual_leg_pain", p.usual_leg_pain);
  out.add("radiates", word(p.radiates));
  add_optional(out, "neuro_symptoms", p.neuro_symptoms);
  add_optional(out, "improving", p.improving);
  out.add("worse_with", write_value(p.worse_with));
  out.add("better_with", write_value(p.better_with));
  add_optional(out, "irritability", p.irritability);
  add_optional(out, "mode", p.mode);
  add_optional(out, "conditions", p.conditions);
  out.add("excluded_positions", write_value(p.excluded_positions));
  out.add("equipment", write_value(p.equipment));
  out.add("minutes_per_day", p.minutes_per_day);
  out.add("days_per_week", p.days_per_week);
  out.add("goals", write_value(p.goals));
  add_optional(out, "pregnancy_weeks", p.pregnancy_weeks);
  add_optional(out, "fall_12_months", p.fall_12_months);
  add_optional(out, "blood_pressure", p.blood_pressure);
  add_optional(out, "hip_replacement_on", p.hip_replacement_on);
  return out;
}

}  // namespace plumbline::json
