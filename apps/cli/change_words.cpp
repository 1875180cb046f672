// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "change_words.hpp"

#include <algorithm>
#include <set>

#include "agenda_words.hpp"

namespace plumbline::cli {
namespace {

using care::PlanChange;
using exercise::Catalogue;

bool is_weight_only(const PlanChange& change) {
  return change.exercise_from == change.exercise_to && change.from == change.to;
}

/// Steps of one exercise, or to and from it, become one: steps between them may be left untold.
void join(std::vector<PlanChange>& out, const PlanChange& change) {
  const auto same = std::ranges::find_if(out, [&](const PlanChange& before) {
    return !is_weight_only(before) &&
           (before.exercise_to == change.exercise_from || before.exercise_to == change.exercise_to);
  });
  if (is_weight_only(change) || same == out.end()) {
    out.push_back(change);
    return;
  }
  const bool turned = same->why.verdict != change.why.verdict;
  same->exercise_to = change.exercise_to;
  same->to = change.to;
  same->day = change.day;
  same->why = change.why;
  if (turned) same->why.text = "up and down in these days; this is where you are now.";
  if (is_weight_only(*same)) out.erase(same);
}

/// The week asks for the amount that a change left, and nowhere for the one that it led to.
bool came_back(const PlanChange& change, const care::Agenda& agenda) {
  bool from = false;
  for (const care::Day& day : agenda.week) {
    for (const care::Item& item : day.items) {
      if (item.exercise == change.exercise_to && item.dose == change.to) return false;
      from = from || (item.exercise == change.exercise_from && item.dose == change.from);
    }
  }
  return from && !is_weight_only(change);
}

/// "Walking, 5 min -> 6 min: 2 good sessions in a row …"
std::string change_text(const PlanChange& change, const Catalogue& catalogue) {
  const std::string from = name_of(change.exercise_from, catalogue);
  const std::string to = name_of(change.exercise_to, catalogue);
  if (is_weight_only(change)) return from + ": " + change.why.text;
  const auto amount = [&](const std::string& id, const exercise::Dose& dose) {
    const auto index = catalogue.find(id);
    return amount_text(dose, index ? catalogue.exercise(*index).dose.tempo_s : 0);
  };
  return from + ", " + amount(change.exercise_from, change.from) + " -> " +
         (from == to ? "" : to + ", ") + amount(change.exercise_to, change.to) + ": " +
         change.why.text;
}

/// The exercises of a week; walking and relaxation of every day come and go by the minutes.
std::set<std::string> exercises_of(const care::Agenda& agenda, const Catalogue& catalogue) {
  std::set<std::string> out;
  for (const care::Day& day : agenda.week) {
    for (const care::Item& item : day.items) {
      const auto index = catalogue.find(item.exercise);
      if (!index || catalogue.exercise(*index).dose.start.minutes) continue;
      const bool edge =
          item.role == exercise::ItemRole::Warmup || item.role == exercise::ItemRole::Ease;
      if (!edge) out.insert(item.exercise);
    }
  }
  return out;
}

/// Names of what stands in one week only, but for what another exercise took the place of.
std::string only_in(const std::set<std::string>& one, const std::set<std::string>& other,
                    const std::set<std::string>& told, const Catalogue& catalogue) {
  std::string out;
  for (const std::string& id : one) {
    if (other.contains(id) || told.contains(id)) continue;
    out += (out.empty() ? "" : ", ") + name_of(id, catalogue);
  }
  return out;
}

}  // namespace

std::string name_of(const std::string& id, const Catalogue& catalogue) {
  const auto index = catalogue.find(id);
  const bool named = index && !catalogue.exercise(*index).name.empty();
  return named ? catalogue.exercise(*index).name : id;
}

std::vector<std::string> change_lines(const care::Agenda& agenda, const care::Agenda* before,
                                      const Catalogue& catalogue) {
  std::vector<PlanChange> net;
  for (const PlanChange& change : agenda.changes) join(net, change);
  std::erase_if(net, [&](const PlanChange& change) { return came_back(change, agenda); });
  std::vector<std::string> out;
  std::set<std::string> told;
  for (const PlanChange& change : net) {
    out.push_back(change_text(change, catalogue));
    if (change.exercise_from == change.exercise_to) continue;
    told.insert(change.exercise_from);
    told.insert(change.exercise_to);
  }
  if (before == nullptr || before->locked || agenda.locked) return out;
  const auto then = exercises_of(*before, catalogue);
  const auto now = exercises_of(agenda, catalogue);
  const std::string fresh = only_in(now, then, told, catalogue);
  const std::string gone = only_in(then, now, told, catalogue);
  if (!fresh.empty()) out.push_back("In the plan now, and not last week: " + fresh + ".");
  if (!gone.empty()) out.push_back("Not in the plan this week: " + gone + ".");
  if (agenda.start_level != before->start_level) {
    out.push_back("New exercises start at level " + std::to_string(agenda.start_level) +
                  " of 5 now; last week it was " + std::to_string(before->start_level) + ".");
  }
  return out;
}

}  // namespace plumbline::cli
