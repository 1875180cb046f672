// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "screen/screen_view.hpp"

#include "plumbline/clinical/profile.hpp"
#include "screen/thresholds.hpp"

namespace plumbline::clinical::screen {
namespace {

bool is(const std::optional<bool>& told, bool value) { return told && *told == value; }

constexpr WordSet<Region> kBelowKnee{Region::Calf, Region::Shin, Region::Foot};
constexpr WordSet<Region> kSpine{Region::Lumbar, Region::Thoracic, Region::Cervical,
                                 Region::Sacrum};

/// A sign that cannot be there while the question is truly "no". A known aneurysm can.
bool tells_a_sign(const FlagAnswer& a) {
  return is(a.cannot_lift_foot, true) || is(a.giving_way, true) || is(a.cannot_walk, true) ||
         is(a.height_loss, true) || is(a.rigors, true) || is(a.confusion, true) ||
         is(a.collapse, true) || is(a.pulsating, true) || is(a.breathless, true);
}

}  // namespace

const FlagAnswer& ScreenView::told(FlagId id) const {
  static constexpr FlagAnswer kNothing{};
  const std::optional<FlagAnswer>& found = input_.answers[id];
  return found ? *found : kNothing;
}

bool ScreenView::contradicts_itself(FlagId id) const {
  return told(id).answer == ScreenAnswer::No &&
         (tells_a_sign(told(id)) || is(told(id).intent, true));
}

ScreenAnswer ScreenView::answer(FlagId id) const {
  const FlagAnswer& a = told(id);
  if (is(a.intent, true)) return ScreenAnswer::Yes;
  if (contradicts_itself(id)) return ScreenAnswer::Unsure;
  return a.answer;
}

bool ScreenView::began_within(FlagId id, std::int32_t days) const {
  const std::optional<std::int32_t>& since = told(id).since_days;
  return !since || *since <= days;
}

bool ScreenView::may_be_worsening(FlagId id) const { return !is(told(id).worsening, false); }
bool ScreenView::said_worsening(FlagId id) const { return is(told(id).worsening, true); }
bool ScreenView::assessed(FlagId id) const { return is(told(id).assessed, true); }

bool ScreenView::old_and_known(FlagId id) const {
  return assessed(id) && !may_be_worsening(id) && !began_within(id, kLongStandingDays);
}

bool ScreenView::has(Condition condition) const {
  return input_.conditions && input_.conditions->contains(condition);
}

bool ScreenView::osteoporosis() const {
  return has(Condition::Osteoporosis) || has(Condition::VertebralFracture);
}

FlagSet ScreenView::new_neurology() const {
  FlagSet out;
  for (const FlagId id : {FlagId::Ce1, FlagId::Ce2, FlagId::Ce3, FlagId::Ce4, FlagId::Ce5,
                          FlagId::Ce6, FlagId::Nd1, FlagId::Mc1}) {
    if (yes(id) && !old_and_known(id)) out.insert(id);
  }
  return out;
}

bool ScreenView::below_knee() const {
  return input_.radiates == std::optional<Radiation>(Radiation::BelowKnee) ||
         (input_.region && kBelowKnee.contains(*input_.region));
}

bool ScreenView::spinal_pain() const { return !input_.region || kSpine.contains(*input_.region); }

bool ScreenView::onset_within(std::int32_t days) const {
  return input_.onset_days_ago && *input_.onset_days_ago <= days;
}

bool ScreenView::onset_at_least(std::int32_t days) const {
  return input_.onset_days_ago && *input_.onset_days_ago >= days;
}

}  // namespace plumbline::clinical::screen
