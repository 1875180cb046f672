// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/json/agenda_codec.hpp"

#include <string>
#include <utility>

#include "plumbline/json/catalogue_codec.hpp"
#include "plumbline/json/rationale_codec.hpp"

namespace plumbline::json {
namespace {

using care::Agenda;
using care::Item;

/// Thirds are exact where they divide; a load is printed as a number, unrounded.
Value load_value(std::int64_t thirds) {
  if (thirds % 3 == 0) return thirds / 3;
  return static_cast<double>(thirds) / 3.0;
}

Value minutes_value(std::int32_t seconds) {
  if (seconds % 60 == 0) return seconds / 60;
  return static_cast<double>(seconds) / 60.0;
}

Value resistance_value(const record::Resistance& resistance) {
  Value out;
  if (resistance.kg) out.add("kg", *resistance.kg);
  if (!resistance.band.empty()) out.add("band", resistance.band);
  return out;
}

Value locked_value(const care::Locked& locked) {
  Value out;
  out.add("urgency", word(locked.urgency));
  out.add("within", locked.within ? Value(word(*locked.within)) : Value());
  out.add("lock", word(locked.lock));
  out.add("why", write_value(locked.why));
  return out;
}

Value day_value(const care::Day& day) {
  Value out;
  out.add("date", format_date(day.date));
  out.add("minutes", minutes_value(seconds_of(day)));
  out.add("load", load_value(load_thirds_of(day)));
  out.add("items", write_value(day.items));
  return out;
}

Array reasons(const Reason& reason) { return {write_value(reason)}; }

Array due_values(const Agenda& agenda) {
  Array out;
  for (const care::DueCheck& due : agenda.due) {
    Value v;
    v.add("check", due.check);
    v.add("date", format_date(due.date));
    v.add("why", reasons(due.why));
    out.push_back(std::move(v));
  }
  return out;
}

Array alert_values(const Agenda& agenda) {
  Array out;
  for (const care::Alert& alert : agenda.alerts) {
    Value v;
    v.add("to", word(alert.to));
    v.add("urgency", word(alert.urgency));
    v.add("text", alert.text);
    v.add("why", reasons(alert.why));
    out.push_back(std::move(v));
  }
  return out;
}

Array unserved_values(const Agenda& agenda) {
  Array out;
  for (const care::Unserved& unserved : agenda.unserved) {
    Value v;
    v.add("need", word(unserved.need));
    v.add("why", reasons(unserved.why));
    out.push_back(std::move(v));
  }
  return out;
}

Value place_value(const std::string& exercise, const exercise::Dose& dose) {
  Value out;
  out.add("exercise", exercise);
  const Value amounts = write_value(dose);
  for (const auto& [name, value] : *amounts.as_object()) out.add(name, value);
  return out;
}

Array change_values(const Agenda& agenda) {
  Array out;
  for (const care::PlanChange& change : agenda.changes) {
    Value v;
    v.add("exercise", change.exercise_to);
    v.add("from", place_value(change.exercise_from, change.from));
    v.add("to", place_value(change.exercise_to, change.to));
    v.add("date", format_date(change.day));
    v.add("why", reasons(change.why));
    out.push_back(std::move(v));
  }
  return out;
}

void add_how(Value& out, const Item& item) {
  if (item.per_day > 1) out.add("per_day", item.per_day);
  if (item.to_tolerance) out.add("to_tolerance", true);
  if (item.resistance) out.add("resistance", resistance_value(*item.resistance));
  if (!item.modified.empty()) out.add("modified", write_value(item.modified));
  if (item.tempo_s) out.add("tempo_s", *item.tempo_s);
}

}  // namespace

Value Codec<Item>::write(const Item& item) {
  Value out;
  out.add("exercise", item.exercise);
  out.add("side", item.side ? Value(word(*item.side)) : Value());
  const Value dose = write_value(item.dose);
  for (const auto& [name, value] : *dose.as_object()) out.add(name, value);
  add_how(out, item);
  out.add("rest_s", item.rest_s);
  out.add("level", item.level);
  out.add("load", load_value(item.load_thirds));
  out.add("role", word(item.role));
  out.add("why", write_value(item.why));
  return out;
}

Value Codec<Agenda>::write(const Agenda& agenda) {
  Value out;
  out.add("date", format_date(agenda.date));
  out.add("phase", word(agenda.phase));
  out.add("mode", word(agenda.mode));
  out.add("derived", write_value(agenda.derived));
  out.add("start_level", agenda.start_level);
  out.add("education", write_value(agenda.education));
  out.add("locked", agenda.locked ? locked_value(*agenda.locked) : Value());
  Array week;
  for (const care::Day& day : agenda.week) week.push_back(day_value(day));
  out.add("week", std::move(week));
  if (agenda.short_version) out.add("short_version", day_value(*agenda.short_version));
  out.add("load", load_value(load_thirds_of(agenda)));
  out.add("due", due_values(agenda));
  out.add("alerts", alert_values(agenda));
  out.add("unserved", unserved_values(agenda));
  out.add("changes", change_values(agenda));
  return out;
}

}  // namespace plumbline::json
