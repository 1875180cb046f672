// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/short_version.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "item_maker.hpp"

namespace plumbline::care {
namespace {

using exercise::Catalogue;
using exercise::ItemRole;
using exercise::Ladder;

/// Pain at the beginning of today's worst session, where it calls for the short version.
std::optional<std::int32_t> pain_today(const record::PersonState& state, const Situation& s) {
  std::optional<std::int32_t> worst;
  for (const record::Session& session : state.sessions) {
    if (!begins_badly(session, s)) continue;
    worst = std::max(worst.value_or(0), *session.pain);
  }
  return worst;
}

/// The start of the highest rung below an exercise that is at least one level easier.
std::optional<exercise::Step> easier_rung(const Catalogue& catalogue, const Ladder& ladder,
                                          Catalogue::Index exercise) {
  std::optional<exercise::Step> found;
  for (const exercise::Step& step : ladder.steps) {
    if (step.exercise == exercise) return found;
    const bool easier =
        catalogue.exercise(step.exercise).level < catalogue.exercise(exercise).level;
    if (easier && step.dose == 0) found = step;
  }
  return std::nullopt;
}

class Shortening {
 public:
  Shortening(const Catalogue& catalogue, const Situation& s, std::int32_t pain)
      : catalogue_(catalogue), s_(s), pain_(pain) {}

  std::optional<Item> shorten(const Item& item) const {
    Item out = item;
    if (item.level > 1 && !step_easier(out, *catalogue_.find(item.exercise))) return std::nullopt;
    // A pyramid counts as one set (rules 1.2).
    out.dose.sets = std::min(out.dose.sets, std::max(1, item.dose.sets / 2));
    settle(out, catalogue_.row(*catalogue_.find(out.exercise)));
    if (out.load_thirds > item.load_thirds || out.seconds > item.seconds) return std::nullopt;
    out.why.insert(out.why.begin(), reason(item, out));
    return out;
  }

 private:
  bool step_easier(Item& out, Catalogue::Index index) const {
    for (const Ladder& ladder : s_.ladders) {
      const auto step = easier_rung(catalogue_, ladder, index);
      if (!step) continue;
      const exercise::Exercise& e = catalogue_.exercise(step->exercise);
      Item easier = make_item(catalogue_, s_, step->exercise, e.dose.start, out.role);
      if (easier.side && out.side) easier.side = out.side;
      easier.per_day = out.per_day;
      easier.to_tolerance = out.to_tolerance;
      easier.why = std::move(out.why);
      out = std::move(easier);
      return true;
    }
    return false;
  }

  Reason reason(const Item& planned, const Item& short_item) const {
    const bool easier = planned.exercise != short_item.exercise;
    const bool fewer = planned.dose.sets > short_item.dose.sets;
    return {"3.2/short_version",
            {{"pain", std::int64_t{pain_}},
             {"usual_pain", std::int64_t{s_.at.usual_pain}},
             {"instead_of", planned.exercise},
             {"level", std::int64_t{short_item.level}},
             {"sets", std::int64_t{short_item.dose.sets}}},
            easier  ? "one level easier"
            : fewer ? "half the sets"
                    : "as planned",
            easier  ? "Today hurts more than usual, so an easier version is enough."
            : fewer ? "Today hurts more than usual, so half of it is enough."
                    : "This one is short and easy already, so it may stay."};
  }

  const Catalogue& catalogue_;
  const Situation& s_;
  std::int32_t pain_;
};

}  // namespace

bool begins_badly(const record::Session& session, const Situation& s) {
  /// @source rules 3.2, pre: from usual pain + 2
  constexpr std::int32_t kAboveUsual = 2;
  return session.day == s.day && session.pain && *session.pain >= s.at.usual_pain + kAboveUsual;
}

std::optional<Day> make_short_version(const Day& today, const record::PersonState& state,
                                      const Catalogue& catalogue, const Situation& situation) {
  if (situation.at.mode != clinical::CourseMode::PainContingent) return std::nullopt;
  const auto pain = pain_today(state, situation);
  if (!pain || today.items.empty()) return std::nullopt;
  const Shortening shortening(catalogue, situation, *pain);
  Day out{today.date, {}};
  for (const Item& item : today.items) {
    std::optional<Item> shorter = shortening.shorten(item);
    if (!shorter) continue;
    // Two exercises may come down to the same easier one.
    const bool twice = std::ranges::any_of(out.items, [&](const Item& other) {
      return other.exercise == shorter->exercise && other.role == shorter->role;
    });
    if (!twice) out.items.push_back(std::move(*shorter));
  }
  return out;
}

}  // namespace plumbline::care
