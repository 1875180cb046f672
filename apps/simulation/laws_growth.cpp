// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "laws.hpp"

namespace plumbline::simulation {
namespace {

using care::Agenda;
using record::Entry;

std::string law4_growth(const LawCase& c) {
  const Agenda& agenda = c.last_agenda();
  std::map<std::pair<std::string, std::int32_t>, int> ups;
  for (const care::PlanChange& change : agenda.changes) {
    if (change.why.verdict != "step up") continue;
    const auto week = change.day.since(c.first_day()) / 7;
    if (++ups[{change.exercise_to, week}] > 1) return change.exercise_to + " rose twice in a week";
    const bool cites = std::ranges::any_of(change.why.inputs, [](const RationaleInput& i) {
      return i.name == "session" || i.name == "sessions_held";
    });
    if (!cites) return "a step up that cites no entry";
    const bool new_rung = change.exercise_from != change.exercise_to;
    const auto& to = c.catalogue.row(*c.catalogue.find(change.exercise_to));
    if (new_rung && !(change.to == to.path.front())) return "a new rung above its start dose";
  }
  return {};
}

/// Something else than pain on one day of the second week, so that the week is planned anew.
LocalDate change_mind(std::vector<Entry>& entries, const LawCase& c) {
  const LocalDate day = c.first_day().plus(8 + static_cast<std::int32_t>(c.seed % 5));
  Entry entry = entries.back();
  entry.id = EntryId("change of mind");
  entry.made_at = {day.days() * 86'400'000LL, 0};
  std::string planned;
  for (const care::Item& item : c.life().agendas.front().week.front().items) {
    if (item.role == exercise::ItemRole::Main) planned = item.exercise;
  }
  if (planned.empty() || c.seed % 2 == 0) {
    entry.body = record::GoalSet{{{"lift my child", 3}}};
  } else {
    entry.body = record::PlanExclude{ExerciseId(planned), "not for me"};
  }
  entries.push_back(entry);
  return day;
}

/// Counts chains of exercises other than walking and relaxation that were not known.
class Fresh {
 public:
  explicit Fresh(const LawCase& c) : c_(c) {}
  /// An exercise, and the easier ones of its line: going back to them is nothing new.
  void know(const std::string& exercise) {
    known_.insert(chain_of(exercise));
    const auto index = c_.catalogue.find(exercise);
    if (!index) return;
    const std::string& easier = c_.catalogue.exercise(*index).regress;
    if (!easier.empty()) know(easier);
  }
  void meet(const std::string& exercise) {
    const std::string chain = chain_of(exercise);
    const auto serves = c_.catalogue.exercise(*c_.catalogue.find(chain)).serves;
    const bool daily =
        serves == WordSet{exercise::Need::Aerobic} || serves == WordSet{exercise::Need::Relax};
    if (!daily && !known_.contains(chain)) met_.insert(chain);
  }
  const std::set<std::string>& met() const { return met_; }

 private:
  std::string chain_of(const std::string& exercise) const {
    care::Item item;
    item.exercise = exercise;
    return height_of(item, c_.catalogue).chain;
  }

  const LawCase& c_;
  std::set<std::string> known_;
  std::set<std::string> met_;
};

/// Somebody moved to another exercise of a ladder: that looks new and is not.
bool changed_rungs(const Agenda& agenda) {
  return std::ranges::any_of(agenda.changes, [](const care::PlanChange& change) {
    return change.exercise_from != change.exercise_to;
  });
}

/// A week that is planned anew in its middle brings no second new exercise.
std::string law4_one_new(const LawCase& c) {
  const LocalDate week = c.first_day().plus(7);
  std::vector<Entry> entries = c.life().entries;
  const LocalDate planned = change_mind(entries, c);
  Fresh fresh(c);
  for (const care::Day& day : c.life().agendas.front().week) {
    for (const care::Item& item : day.items) fresh.know(item.exercise);
  }
  for (const Entry& entry : c.life().entries) {
    const auto* done = std::get_if<record::ExerciseDone>(&entry.body);
    const LocalDate day = local_date(entry.made_at);
    if (done == nullptr || day >= planned) continue;
    day < week ? fresh.know(done->exercise.text()) : fresh.meet(done->exercise.text());
  }
  const Agenda anew = agenda_of(entries, c, planned);
  if (changed_rungs(c.life().agendas[1]) || changed_rungs(anew)) return {};
  for (const care::Day& day : anew.week) {
    if (day.date >= week.plus(7)) break;
    for (const care::Item& item : day.items) {
      const bool edge =
          item.role == exercise::ItemRole::Warmup || item.role == exercise::ItemRole::Ease;
      if (!edge) fresh.meet(item.exercise);
    }
  }
  if (fresh.met().size() <= 1) return {};
  std::string fault = "new in one week:";
  for (const std::string& chain : fresh.met()) fault += " " + chain;
  return fault;
}

}  // namespace

std::vector<Law> growth_laws() {
  return {{"4 steps are small, earned and cited", 1, law4_growth},
          {"4 one new exercise a week, planned anew or not", 1, law4_one_new}};
}

}  // namespace plumbline::simulation
