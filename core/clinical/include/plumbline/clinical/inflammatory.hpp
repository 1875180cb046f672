// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "plumbline/foundation/words.hpp"

namespace plumbline::clinical {

/// What was told about inflammatory back pain.
struct InflammatoryHistory {
  /// Age at which the back pain first began, 0–120 years.
  std::int32_t onset_age = 0;
  /// How long it has lasted, months, 0–1440.
  double months = 0;
  /// In the order of facts 1.4: onset before 35, waking in the second half of the night, buttock
  /// pain, better with movement, better within 48 h of an anti-inflammatory tablet, a close
  /// relative with spondyloarthritis, arthritis, enthesitis, psoriasis.
  std::array<bool, 9> criteria{};
  bool operator==(const InflammatoryHistory&) const = default;
};

/// What the rule says to do.
enum class InflammatoryAdvice : std::uint8_t {
  NotApplicable,
  NoReferral,
  HlaB27,
  Refer,
};

/// @source NICE NG65 (2017), recommendation on referral; facts 1.4: onset strictly before 45
inline constexpr std::int32_t kInflammatoryOnsetBelowAge = 45;
/// @source NICE NG65 (2017); facts 1.4: strictly longer than 3 months
inline constexpr double kInflammatoryLongerThanMonths = 3;
/// @source NICE NG65 (2017); facts 1.4: four or more criteria, refer
inline constexpr std::int32_t kInflammatoryReferFrom = 4;
/// @source NICE NG65 (2017); facts 1.4: exactly three criteria, HLA-B27 first
inline constexpr std::int32_t kInflammatoryTestFrom = 3;

/// How many of the nine criteria are met, 0–9.
std::int32_t count_criteria(const InflammatoryHistory& history);

/// The referral rule for axial spondyloarthritis.
/// @source NICE NG65 (2017); facts 1.4
InflammatoryAdvice inflammatory_advice(const InflammatoryHistory& history);

}  // namespace plumbline::clinical

namespace plumbline {

template <>
struct WordsOf<clinical::InflammatoryAdvice> {
  static constexpr std::string_view kWhat = "advice on inflammatory back pain";
  static constexpr std::array<std::string_view, 4> kWords = {"not_applicable", "no_referral",
                                                             "hla_b27", "refer"};
};

}  // namespace plumbline
