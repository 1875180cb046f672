// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/base_rates.hpp"

#include <array>

namespace plumbline::clinical {
namespace {

/// @source Downie 2013, BMJ 347:f7095; facts 1.2
constexpr std::array kBaseRates{
    BaseRate{FlagId::Fx1, "fracture", 11, 8, 16,
             "In studies about 11 of 100 people with back pain after a heavy fall or crash had a "
             "fracture; most did not."},
    BaseRate{FlagId::Fx2, "fracture", 9, 3, 25,
             "In studies about 9 of 100 older people with back pain had a fracture; most did not."},
    BaseRate{FlagId::Fx3, "fracture", 33, 10, 67,
             "In studies about a third of people with back pain who had long taken steroid tablets "
             "had a fracture. The figure is rough: it may be anything from 10 to 67 of 100."},
    BaseRate{
        FlagId::Ma1, "malignancy", 33, 22, 46,
        "In studies about a third of people who came with back pain after an earlier cancer had "
        "cancer again. That is why somebody should look soon."},
};

}  // namespace

std::vector<BaseRate> base_rates(FlagSet flags) {
  std::vector<BaseRate> out;
  for (const BaseRate& row : kBaseRates) {
    if (flags.contains(row.flag)) out.push_back(row);
  }
  return out;
}

}  // namespace plumbline::clinical
