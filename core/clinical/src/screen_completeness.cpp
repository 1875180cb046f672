// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/screen_completeness.hpp"

namespace plumbline::clinical {
namespace {

FlagSet without(FlagSet all, FlagSet some) {
  FlagSet out;
  all.for_each([&](FlagId id) {
    if (!some.contains(id)) out.insert(id);
  });
  return out;
}

}  // namespace

FlagSet complete_screen() {
  FlagSet out;
  for (std::size_t i = 0; i < kWordCount<FlagId>; ++i) out.insert(static_cast<FlagId>(i));
  out.erase(FlagId::Ib1);
  out.erase(FlagId::Ps1);
  return out;
}

FlagSet questions_before_plan(std::optional<Region> region) {
  FlagSet out = flags_of(ScreenGroup::CaudaEquina);
  out.insert(FlagId::Mc1);
  if (region == std::optional(Region::Thoracic)) out.insert(FlagId::Aa2);
  return out;
}

Completeness screen_completeness(const ScreenAnswers& answers, std::optional<Region> region) {
  const FlagSet answered = answers.answered();
  return {without(complete_screen(), answered), without(questions_before_plan(region), answered)};
}

}  // namespace plumbline::clinical
