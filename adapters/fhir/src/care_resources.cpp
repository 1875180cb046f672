// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "resource.hpp"

namespace plumbline::fhir {
namespace {

/// @returns references to what was added
json::Array add_conditions(Draft& draft) {
  json::Array out;
  const auto& profiles = draft.chart().state.profiles;
  if (profiles.empty() || !profiles.back().body.conditions) return out;
  const auto& profile = profiles.back();
  profile.body.conditions->for_each([&](clinical::Condition condition) {
    const std::string uuid = derived_uuid(draft.chart().person, "Condition", word(condition));
    json::Value resource = Draft::resource("Condition", uuid);
    resource.add("clinicalStatus", hl7_concept("condition-clinical", "active"));
    // Told by the person themselves, seen by nobody.
    resource.add("verificationStatus", hl7_concept("condition-ver-status", "unconfirmed"));
    resource.add("category", one(hl7_concept("condition-category", "problem-list-item")));
    resource.add("code", text_concept(plain(word(condition))));
    resource.add("subject", reference_to(draft.patient()));
    resource.add("recordedDate", format_instant(profile.at));
    draft.add(uuid, std::move(resource));
    out.push_back(reference_to(uuid));
  });
  return out;
}

/// The goals that were told last, and on which day.
std::pair<const std::vector<clinical::Goal>*, LocalDate> last_goals(
    const record::PersonState& state) {
  const bool by_themselves = !state.goals.empty();
  if (by_themselves &&
      (state.profiles.empty() || state.profiles.back().at <= state.goals.back().at)) {
    return {&state.goals.back().body.goals, state.goals.back().day};
  }
  if (state.profiles.empty()) return {nullptr, {}};
  const auto& profile = state.profiles.back();
  if (profile.body.goals.empty() && by_themselves) {
    return {&state.goals.back().body.goals, state.goals.back().day};
  }
  return {&profile.body.goals, profile.day};
}

json::Array add_goals(Draft& draft) {
  json::Array out;
  const auto [goals, day] = last_goals(draft.chart().state);
  if (goals == nullptr) return out;
  for (std::size_t i = 0; i < goals->size(); ++i) {
    const clinical::Goal& goal = (*goals)[i];
    const std::string uuid = derived_uuid(draft.chart().person, "Goal", std::to_string(i));
    json::Value resource = Draft::resource("Goal", uuid);
    resource.add("lifecycleStatus", "active");
    resource.add("description", text_concept(goal.activity));
    resource.add("subject", reference_to(draft.patient()));
    resource.add("startDate", format_date(day));
    resource.add("expressedBy", reference_to(draft.patient()));
    if (goal.score) {
      resource.add("note", one(text_concept("Rated " + std::to_string(*goal.score) +
                                            " by the person: 0 unable, 10 as before.")));
    }
    draft.add(uuid, std::move(resource));
    out.push_back(reference_to(uuid));
  }
  return out;
}

std::string name_of(const std::string& id, const exercise::Catalogue& catalogue) {
  const auto index = catalogue.find(id);
  const bool named = index && !catalogue.exercise(*index).name.empty();
  return named ? catalogue.exercise(*index).name : plain(id);
}

/// "2 sets, 8 repetitions, hold 5 s, left, 3 times a day"
std::string amount_of(const care::Item& item) {
  const exercise::Dose& dose = item.dose;
  std::string out;
  const auto say = [&out](const std::string& part) { out += (out.empty() ? "" : ", ") + part; };
  if (dose.minutes) say(std::to_string(*dose.minutes) + " minutes");
  if (!dose.minutes) say(std::to_string(dose.sets) + (dose.sets == 1 ? " set" : " sets"));
  if (dose.reps) say(std::to_string(*dose.reps) + " repetitions");
  std::string pyramid;
  for (const std::int32_t reps : dose.reps_by_set) {
    pyramid += (pyramid.empty() ? "" : "-") + std::to_string(reps);
  }
  if (!pyramid.empty()) say(pyramid + " repetitions");
  if (dose.hold_s) say("hold " + std::to_string(*dose.hold_s) + " s");
  if (item.side) {
    say(*item.side == care::ItemSide::Each ? "each side" : std::string(word(*item.side)));
  }
  if (item.per_day > 1) say(std::to_string(item.per_day) + " times a day");
  if (item.to_tolerance) say("at most, stop before when you would like to");
  item.modified.for_each(
      [&](exercise::FilterWord filter) { say("gentler because of " + plain(word(filter))); });
  return out;
}

json::Value activity_of(const care::Item& item, const std::string& day,
                        const exercise::Catalogue& catalogue) {
  json::Value period;
  period.add("start", day);
  period.add("end", day);
  json::Value detail;
  detail.add("code", text_concept(name_of(item.exercise, catalogue)));
  detail.add("status", "scheduled");
  detail.add("scheduledPeriod", std::move(period));
  detail.add("description", amount_of(item));
  json::Value out;
  out.add("detail", std::move(detail));
  return out;
}

json::Array notes_of(const care::Agenda& agenda) {
  json::Array out;
  if (!agenda.locked) return out;
  for (const Reason& reason : agenda.locked->why) out.push_back(text_concept(reason.text));
  return out;
}

void add_plan(Draft& draft, json::Array conditions, json::Array goals) {
  const care::Agenda& agenda = *draft.chart().agenda;
  const std::string day = format_date(agenda.date);
  const std::string uuid = derived_uuid(draft.chart().person, "CarePlan", day);
  json::Value out = Draft::resource("CarePlan", uuid);
  out.add("status", agenda.locked ? "on-hold" : "active");
  out.add("intent", "plan");
  out.add("title", "Exercises of the week from " + day);
  out.add("description",
          "Planned by a program from what the person told it. No clinician has reviewed it.");
  out.add("subject", reference_to(draft.patient()));
  json::Value period;
  period.add("start", day);
  period.add("end", format_date(agenda.date.plus(6)));
  out.add("period", std::move(period));
  if (!conditions.empty()) out.add("addresses", std::move(conditions));
  if (!goals.empty()) out.add("goal", std::move(goals));
  json::Array activities;
  for (const care::Day& one_day : agenda.week) {
    for (const care::Item& item : one_day.items) {
      activities.push_back(activity_of(item, format_date(one_day.date), draft.chart().catalogue));
    }
  }
  if (!activities.empty()) out.add("activity", std::move(activities));
  json::Array notes = notes_of(agenda);
  if (!notes.empty()) out.add("note", std::move(notes));
  draft.add(uuid, std::move(out));
}

}  // namespace

void add_care(Draft& draft) {
  json::Array conditions = add_conditions(draft);
  json::Array goals = add_goals(draft);
  if (draft.chart().agenda != nullptr) add_plan(draft, std::move(conditions), std::move(goals));
}

}  // namespace plumbline::fhir
