// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "plumbline/clinical/screen_answers.hpp"

namespace plumbline::clinical {

/// How often a sign went with a serious cause in studies. For explanations only: it never lowers
/// what the screen concludes.
struct BaseRate {
  /// The question it explains.
  FlagId flag;
  /// `fracture` or `malignancy`.
  std::string_view target;
  /// Percent of people with the sign, with the 95 % interval.
  double percent;
  double low;
  double high;
  /// One plain sentence.
  std::string_view text;
};

/// The rows that are known; most questions have none.
/// @source Downie 2013, BMJ 347:f7095; facts 1.2
std::vector<BaseRate> base_rates(FlagSet flags);

}  // namespace plumbline::clinical
