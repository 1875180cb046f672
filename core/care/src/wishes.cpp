// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/wishes.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <variant>

#include "plumbline/care/situation.hpp"

namespace plumbline::care {
namespace {

using exercise::Catalogue;
using record::PersonState;

/// @source rules 1.3: partial_crunch is library only, superman is never chosen
constexpr std::array<std::string_view, 2> kLibraryOnly = {"partial_crunch", "superman"};

/// One swap, exclusion or override.
struct Choice {
  Instant at;
  EntryId entry;
  LocalDate day;
  std::variant<const record::PlanSwap*, const record::PlanExclude*,
               const record::ClinicianOverride*>
      body;
};

std::vector<Choice> in_order(const PersonState& state, LocalDate day) {
  std::vector<Choice> out;
  const auto add = [&](const auto& list) {
    for (const auto& item : list) {
      if (item.day <= day) out.push_back({item.at, item.entry, item.day, &item.body});
    }
  };
  add(state.swaps);
  add(state.excludes);
  add(state.overrides);
  std::ranges::stable_sort(out, [](const Choice& a, const Choice& b) {
    return a.at != b.at ? a.at < b.at : a.entry < b.entry;
  });
  return out;
}

/// Keeps what is left out and what is wished for while choices go by.
class Following {
 public:
  explicit Following(const Catalogue& catalogue) : catalogue_(catalogue) {}

  void follow(const Choice& choice) {
    day_ = choice.day;
    std::visit([&](const auto* body) { take(*body); }, choice.body);
  }

  Choices finish() {
    for (auto& [id, why] : forbidden_) out_.left_out[id] = why;
    return std::move(out_);
  }

 private:
  void take(const record::PlanSwap& swap) {
    leave_out(swap.exercise, swap.why);
    if (!swap.to) return;
    out_.left_out.erase(swap.to->text());
    const auto from = catalogue_.find(swap.exercise.text());
    if (const auto to = catalogue_.find(swap.to->text())) wish({*to, from, day_, false, {}});
  }
  void take(const record::PlanExclude& exclude) { leave_out(exclude.exercise, exclude.why); }
  void take(const record::ClinicianOverride& body) {
    for (const ExerciseId& id : body.set) {
      forbidden_.erase(id.text());
      if (const auto index = catalogue_.find(id.text())) wish({*index, {}, day_, true, {}});
    }
    for (const ExerciseId& id : body.forbid) {
      forbidden_[id.text()] = body.why;
      forget(id, true);
    }
  }

  void leave_out(const ExerciseId& id, const std::string& why) {
    out_.left_out[id.text()] = why;
    forget(id, false);
  }
  void wish(Wish wish) {
    std::erase_if(out_.wishes, [&](const Wish& w) { return w.exercise == wish.exercise; });
    out_.wishes.push_back(std::move(wish));
  }
  void forget(const ExerciseId& id, bool by_clinician) {
    const auto index = catalogue_.find(id.text());
    std::erase_if(out_.wishes, [&](const Wish& w) {
      return w.exercise == index && w.by_clinician == by_clinician;
    });
  }

  const Catalogue& catalogue_;
  LocalDate day_;
  Choices out_;
  std::map<std::string, std::string, std::less<>> forbidden_;
};

/// Whether an exercise was done in the four weeks before a day.
bool done_lately(const PersonState& state, const std::string& exercise, LocalDate day) {
  /// @source rules 1.1: what was done in the last 28 days is part of the plan
  constexpr std::int32_t kLately = 28;
  return std::ranges::any_of(state.sessions, [&](const record::Session& session) {
    if (session.day > day || day.since(session.day) >= kLately) return false;
    return std::ranges::any_of(session.done, [&](const auto& done) {
      return done.body.exercise.text() == exercise && !done.body.trial;
    });
  });
}

/// The highest level that the person may swap to: where they start, or that of the exercise that
/// they swap away and have been doing.
std::int32_t level_allowed(const Wish& wish, const Situation& s, const PersonState& state,
                           const Catalogue& catalogue) {
  if (!wish.instead_of) return s.start.level;
  const exercise::Exercise& from = catalogue.exercise(*wish.instead_of);
  if (!done_lately(state, from.id, wish.day)) return s.start.level;
  return std::max(s.start.level, from.level);
}

std::optional<Reason> refusal(const Wish& wish, const Situation& s, const PersonState& state,
                              const Catalogue& catalogue) {
  const exercise::Exercise& e = catalogue.exercise(wish.exercise);
  const std::string name = e.name.empty() ? e.id : e.name;
  if (const auto* excluded = std::get_if<exercise::Excluded>(&s.admissions[wish.exercise])) {
    return excluded->reason;
  }
  if (never_planned(e.id)) {
    return Reason{"1.3/library_only",
                  {{"exercise", e.id}},
                  "refuse",
                  name + " stands in the library only and is never planned."};
  }
  const std::int32_t allowed = level_allowed(wish, s, state, catalogue);
  if (wish.by_clinician || e.level <= allowed) return std::nullopt;
  return Reason{"1.8/swap",
                {{"exercise", e.id},
                 {"level", std::int64_t{e.level}},
                 {"level_allowed", std::int64_t{allowed}}},
                "refuse",
                name + " is a level too hard for now. It can come once you have built up to it."};
}

}  // namespace

Choices choices_until(const PersonState& state, const Catalogue& catalogue, LocalDate day) {
  Following following(catalogue);
  for (const Choice& choice : in_order(state, day)) following.follow(choice);
  return following.finish();
}

void answer_wishes(Situation& situation, const PersonState& state, const Catalogue& catalogue) {
  for (Wish& wish : situation.wishes) {
    wish.refused = refusal(wish, situation, state, catalogue);
  }
}

std::vector<exercise::Asked> granted(const std::vector<Wish>& wishes) {
  std::vector<exercise::Asked> out;
  for (const Wish& wish : wishes) {
    if (!wish.refused) out.push_back({wish.exercise, wish.instead_of, wish.by_clinician});
  }
  return out;
}

std::int32_t swapped_away(const PersonState& state, LocalDate from, LocalDate until) {
  return static_cast<std::int32_t>(std::ranges::count_if(state.swaps, [&](const auto& swap) {
    return swap.day >= from && swap.day <= until && !swap.body.to;
  }));
}

bool never_planned(std::string_view exercise) {
  return std::ranges::find(kLibraryOnly, exercise) != kLibraryOnly.end();
}

}  // namespace plumbline::care
