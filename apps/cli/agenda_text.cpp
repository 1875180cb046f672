// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "plan_command.hpp"

namespace plumbline::cli {
namespace {

std::string amount_text(const exercise::Dose& d) {
  std::string out;
  if (d.minutes) return std::to_string(*d.minutes) + " min";
  if (!d.reps_by_set.empty()) {
    for (const std::int32_t reps : d.reps_by_set) {
      out += (out.empty() ? "" : "-") + std::to_string(reps);
    }
  } else if (d.reps) {
    out = std::to_string(d.sets) + " x " + std::to_string(*d.reps);
  } else {
    out = std::to_string(d.sets) + " x " + std::to_string(d.hold_s ? *d.hold_s : 0) + " s";
  }
  const bool reps = d.reps.has_value() || !d.reps_by_set.empty();
  if (reps && d.hold_s) out += ", hold " + std::to_string(*d.hold_s) + " s";
  return out;
}

std::string dose_text(const care::Item& item) {
  std::string out = amount_text(item.dose);
  if (item.side == care::ItemSide::Each) out += ", each side";
  if (item.side == care::ItemSide::Left) out += ", left side";
  if (item.side == care::ItemSide::Right) out += ", right side";
  if (!item.modified.empty()) out += ", gentler version";
  if (item.per_day > 1) out += ", " + std::to_string(item.per_day) + " times a day";
  return out;
}

std::string minutes_text(std::int32_t seconds) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.1f min", seconds / 60.0);
  return buffer;
}

std::string name_of(const std::string& id, const exercise::Catalogue& catalogue) {
  const auto index = catalogue.find(id);
  const bool named = index && !catalogue.exercise(*index).name.empty();
  return named ? catalogue.exercise(*index).name : id;
}

/// "Walking, 5 min -> 6 min: 2 good sessions in a row …"
std::string change_text(const care::PlanChange& change, const exercise::Catalogue& catalogue) {
  const std::string from = name_of(change.exercise_from, catalogue);
  const std::string to = name_of(change.exercise_to, catalogue);
  return from + ", " + amount_text(change.from) + " -> " + (from == to ? "" : to + ", ") +
         amount_text(change.to) + ": " + change.why.text;
}

void add_day(std::string& out, const care::Day& day, const exercise::Catalogue& catalogue) {
  out += "\n" + format_date(day.date);
  if (day.items.empty()) {
    out += "  rest\n";
    return;
  }
  out += "  " + minutes_text(care::seconds_of(day)) + "\n";
  for (const care::Item& item : day.items) {
    const std::string name = name_of(item.exercise, catalogue);
    std::string role(word(item.role));
    role.resize(7, ' ');
    out.append("  ").append(role).append(" ").append(name).append(": ");
    out.append(dose_text(item)).append("\n");
    if (!item.why.empty() && item.role == exercise::ItemRole::Main) {
      out += "          why: " + item.why.front().text + "\n";
    }
  }
}

void add_alerts(std::string& out, const care::Agenda& agenda, const std::set<std::string>& told) {
  bool first = true;
  for (const care::Alert& alert : agenda.alerts) {
    if (alert.to != care::Recipient::Person || told.contains(alert.text)) continue;
    out += (first ? "\nTo know\n- " : "- ") + alert.text + "\n";
    first = false;
  }
}

}  // namespace

std::string agenda_text(const care::Agenda& agenda, const exercise::Catalogue& catalogue,
                        const std::set<std::string>& told) {
  std::string out = "Plan for the week from " + format_date(agenda.date) +
                    " (phase: " + std::string(word(agenda.phase)) +
                    ", start level: " + std::to_string(agenda.start_level) + ")\n";
  if (agenda.locked) {
    out += "\nThe plan is locked (" + std::string(word(agenda.locked->lock)) + ").\n";
    for (const Reason& reason : agenda.locked->why) out += "- " + reason.text + "\n";
  }
  for (const care::Day& day : agenda.week) add_day(out, day, catalogue);
  if (agenda.short_version) {
    out += "\nToday hurts more than usual. If you like, do this short version instead:";
    add_day(out, *agenda.short_version, catalogue);
  }
  if (!agenda.changes.empty()) out += "\nWhat changed\n";
  for (const care::PlanChange& change : agenda.changes) {
    out += "- " + change_text(change, catalogue) + "\n";
  }
  add_alerts(out, agenda, told);
  if (!agenda.due.empty()) out += "\nDue\n";
  for (const care::DueCheck& due : agenda.due) {
    out += "- " + format_date(due.date) + " " + due.check + ": " + due.why.text + "\n";
  }
  if (!agenda.unserved.empty()) out += "\nNot in full this week\n";
  for (const care::Unserved& unserved : agenda.unserved) {
    out += "- " + std::string(word(unserved.need)) + ": " + unserved.why.text + "\n";
  }
  return out;
}

}  // namespace plumbline::cli
