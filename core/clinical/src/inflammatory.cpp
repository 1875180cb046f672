// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/inflammatory.hpp"

#include <algorithm>

namespace plumbline::clinical {

std::int32_t count_criteria(const InflammatoryHistory& history) {
  return static_cast<std::int32_t>(std::ranges::count(history.criteria, true));
}

InflammatoryAdvice inflammatory_advice(const InflammatoryHistory& history) {
  if (history.onset_age >= kInflammatoryOnsetBelowAge ||
      history.months <= kInflammatoryLongerThanMonths) {
    return InflammatoryAdvice::NotApplicable;
  }
  const std::int32_t count = count_criteria(history);
  if (count >= kInflammatoryReferFrom) return InflammatoryAdvice::Refer;
  if (count >= kInflammatoryTestFrom) return InflammatoryAdvice::HlaB27;
  return InflammatoryAdvice::NoReferral;
}

}  // namespace plumbline::clinical
