// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/wish_alerts.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "plumbline/exercise/needs.hpp"

namespace plumbline::care {
namespace {

using exercise::Ladder;
using exercise::Need;

/// @source engineering choice: an answer stays for four weeks and then has been read
constexpr std::int32_t kAnswerDays = 28;

Reason not_in_plan(const Wish& wish, const std::string& name, std::string verdict,
                   std::string text) {
  return {wish.by_clinician ? "override/set" : "1.8/swap",
          {{"exercise", name}, {"asked_on", format_date(wish.day)}},
          std::move(verdict),
          std::move(text)};
}

const Ladder* ladder_with(const Situation& s, const Wish& wish) {
  const auto found = std::ranges::find(s.ladders, std::optional{wish.exercise}, &Ladder::asked);
  return found == s.ladders.end() ? nullptr : &*found;
}

bool is_chosen(const Selection& selection, const std::string& ladder) {
  const auto stands = [&](const std::optional<DailyStep>& daily) {
    return daily && daily->ladder == ladder;
  };
  return stands(selection.frame.walking) || stands(selection.frame.relax) ||
         std::ranges::find(selection.chosen, ladder, &Chosen::ladder) != selection.chosen.end();
}

/// Why a wish that was granted is still not in the week; empty where it is.
std::optional<Reason> missing(const WishInputs& in, const Wish& wish) {
  const exercise::Exercise& e = in.catalogue.exercise(wish.exercise);
  const std::string name = e.name.empty() ? e.id : e.name;
  const Ladder* ladder = ladder_with(in.situation, wish);
  if (ladder == nullptr) {
    return not_in_plan(wish, e.id, "another of its kind was asked for",
                       name + " gives way to what was asked for later.");
  }
  const auto standing = in.course.standings.find(ladder->id);
  if (is_chosen(in.selection, ladder->id)) {
    const bool below =
        standing != in.course.standings.end() && standing->second.position < *ladder->start;
    if (!below) return std::nullopt;
    return not_in_plan(wish, e.id, "an easier one first",
                       name + " comes after the easier exercise that suits you for now.");
  }
  const WordSet<Need> serves = counted_needs(e.serves);
  const bool needed = std::ranges::any_of(
      in.selection.needs, [&](const auto& target) { return serves.contains(target.need); });
  if (!needed) {
    return not_in_plan(wish, e.id, "no need",
                       name + " serves nothing that your plan asks for at the moment.");
  }
  return not_in_plan(wish, e.id, "no room", name + " does not fit into your minutes and days.");
}

}  // namespace

void add_wish_alerts(std::vector<Alert>& out, const WishInputs& inputs) {
  for (const Wish& wish : inputs.situation.wishes) {
    if (inputs.situation.day.since(wish.day) >= kAnswerDays) continue;
    const std::optional<Reason> why = wish.refused ? wish.refused : missing(inputs, wish);
    if (!why) continue;
    const Recipient to = wish.by_clinician ? Recipient::Clinician : Recipient::Person;
    out.push_back({to, clinical::Urgency::None, "Not in the plan: " + why->text, *why});
  }
}

}  // namespace plumbline::care
