// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "agenda_words.hpp"
#include "change_words.hpp"
#include "plan_command.hpp"
#include "plumbline/clinical/recheck.hpp"

namespace plumbline::cli {
namespace {

std::string minutes_text(std::int32_t seconds) {
  const std::int32_t minutes = (seconds + 30) / 60;
  return "about " + std::to_string(minutes < 1 ? 1 : minutes) + " min";
}

std::string_view role_text(exercise::ItemRole role) {
  switch (role) {
    case exercise::ItemRole::Warmup:
      return "warm-up  ";
    case exercise::ItemRole::Main:
      return "main     ";
    case exercise::ItemRole::Ease:
      return "easy end ";
    case exercise::ItemRole::Daily:
      return "daily    ";
  }
  return "";
}

/// Exercises whose reason was printed already.
using Explained = std::set<std::string>;

void add_day(std::string& out, const care::Day& day, const exercise::Catalogue& catalogue,
             Explained& explained) {
  out += "\n" + format_date(day.date);
  if (day.items.empty()) {
    out += "  rest\n";
    return;
  }
  out += "  " + minutes_text(care::seconds_of(day)) + "\n";
  const std::string indent(11, ' ');
  for (const care::Item& item : day.items) {
    out.append("  ").append(role_text(item.role)).append(name_of(item.exercise, catalogue));
    out.append(": ").append(dose_text(item)).append("\n");
    for (const std::string& text : instructions_of(item)) {
      out.append(indent).append("how: ").append(text).append("\n");
    }
    const std::string purpose = purpose_of(item);
    if (purpose.empty() || !explained.insert(item.exercise).second) continue;
    out.append(indent).append("why: ").append(purpose).append("\n");
    const std::string stays = stays_of(item);
    if (!stays.empty()) out.append(indent).append("now: ").append(stays).append("\n");
  }
}

void add_alerts(std::string& out, const care::Agenda& agenda, const std::set<std::string>& told) {
  bool first = true;
  std::set<std::string> said;
  for (const care::Alert& alert : agenda.alerts) {
    if (alert.to != care::Recipient::Person || told.contains(alert.text)) continue;
    if (!said.insert(alert.text).second) continue;
    out += (first ? "\nTo know\n- " : "- ") + alert.text + "\n";
    first = false;
  }
}

bool locks_all(const care::Agenda& agenda) {
  return agenda.locked && agenda.locked->lock == clinical::Lock::All;
}

/// What to do comes first, then what is closed and why.
void add_lock(std::string& out, const care::Agenda& agenda) {
  add_alerts(out, agenda, {});
  out += "\n" + std::string(lock_text(agenda.locked->lock)) + "\n";
  for (const Reason& reason : agenda.locked->why) out += "- " + reason.text + "\n";
}

/// The start level is told with the first plan; later on only where it changes.
void add_header(std::string& out, const care::Agenda& agenda, bool first) {
  out += "Plan for the week from " + format_date(agenda.date) + "\n";
  if (agenda.locked) return;
  out += "Phase: " + std::string(phase_text(agenda.phase)) + ".";
  if (first) out += " Exercises start at level " + std::to_string(agenda.start_level) + " of 5.";
  out += "\n";
}

void add_changes(std::string& out, const std::vector<std::string>& lines) {
  if (!lines.empty()) out += "\nWhat changed\n";
  for (const std::string& line : lines) out += "- " + line + "\n";
}

/// With everything closed only the safety questions that wait are named.
void add_due(std::string& out, const care::Agenda& agenda) {
  bool first = true;
  for (const care::DueCheck& due : agenda.due) {
    const bool routine = due.check == word(clinical::RecheckGroup::Inflammatory);
    const bool safety = (due.check.starts_with("redflag") && !routine) || due.check == "mood";
    if (locks_all(agenda) && (!safety || due.date > agenda.date)) continue;
    const std::string since = due.date < agenda.date ? "open since " : "";
    out += (first ? "\nQuestions to answer\n- " : "- ") + since + format_date(due.date) + ": " +
           due.why.text + "\n";
    first = false;
  }
}

void add_week(std::string& out, const care::Agenda& agenda, const exercise::Catalogue& catalogue) {
  if (locks_all(agenda)) return;
  Explained explained;
  for (const care::Day& day : agenda.week) add_day(out, day, catalogue, explained);
  if (!agenda.short_version) return;
  out += "\nToday hurts more than usual. If you like, do this short version instead:";
  Explained of_today;
  add_day(out, *agenda.short_version, catalogue, of_today);
}

}  // namespace

std::string agenda_text(const care::Agenda& agenda, const exercise::Catalogue& catalogue,
                        const care::Agenda* before, const std::set<std::string>& told) {
  std::string out;
  add_header(out, agenda, before == nullptr);
  if (agenda.locked) add_lock(out, agenda);
  add_week(out, agenda, catalogue);
  add_changes(out, change_lines(agenda, before, catalogue));
  if (!agenda.locked) add_alerts(out, agenda, told);
  add_due(out, agenda);
  if (!agenda.unserved.empty()) out += "\nNot in full this week\n";
  for (const care::Unserved& unserved : agenda.unserved) {
    out += "- " + std::string(need_text(unserved.need)) + ": " + unserved.why.text + "\n";
  }
  return out;
}

}  // namespace plumbline::cli
