// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "plumbline/foundation/words.hpp"

namespace plumbline::clinical {

/// What kind of help is needed; ordered, the last is the most urgent.
enum class Urgency : std::uint8_t { None, SeeClinician, Urgent, Emergency };

/// How soon; ordered, the last is the soonest.
enum class Within : std::uint8_t { Routine, TwoWeeks, TwoDays, Today, Now };

/// What is locked; ordered, the last locks most. `All`: no plan. `Rest`: only breathing,
/// relaxation, ankle pumps and moving about the house. `None`: the plan continues.
enum class Lock : std::uint8_t { None, Rest, All };

/// How soon and what is locked, kept apart.
/// @source rules 2.1
struct Verdict {
  Urgency urgency = Urgency::None;
  std::optional<Within> within;
  Lock lock = Lock::None;
  bool operator==(const Verdict&) const = default;
};

/// A modifier: raises another answer, does nothing alone.
inline constexpr Verdict kModifier{};
/// @source rules 2.1: routine, lock none
inline constexpr Verdict kSeeClinician{Urgency::SeeClinician, Within::Routine, Lock::None};
/// @source rules 2.1: two weeks, rest
inline constexpr Verdict kUrgentTwoWeeks{Urgency::Urgent, Within::TwoWeeks, Lock::Rest};
/// @source rules 2.1: two days, rest
inline constexpr Verdict kUrgentTwoDays{Urgency::Urgent, Within::TwoDays, Lock::Rest};
/// @source rules 2.1: today, rest
inline constexpr Verdict kUrgentToday{Urgency::Urgent, Within::Today, Lock::Rest};
/// @source rules 2.1: now, all
inline constexpr Verdict kEmergency{Urgency::Emergency, Within::Now, Lock::All};

/// Each part at its more urgent value.
Verdict worse_of(const Verdict& a, const Verdict& b);
/// Each part at its less urgent value.
Verdict milder_of(const Verdict& a, const Verdict& b);
/// No part of `a` is milder than that of `b`.
bool at_least(const Verdict& a, const Verdict& b);
/// `urgent today REST`, for rationales.
std::string describe(const Verdict& verdict);

}  // namespace plumbline::clinical

namespace plumbline {

template <>
struct WordsOf<clinical::Urgency> {
  static constexpr std::string_view kWhat = "urgency";
  static constexpr std::array<std::string_view, 4> kWords = {"none", "see_clinician", "urgent",
                                                             "emergency"};
};

template <>
struct WordsOf<clinical::Within> {
  static constexpr std::string_view kWhat = "time limit";
  static constexpr std::array<std::string_view, 5> kWords = {"routine", "2_weeks", "2_days",
                                                             "today", "now"};
};

template <>
struct WordsOf<clinical::Lock> {
  static constexpr std::string_view kWhat = "lock";
  static constexpr std::array<std::string_view, 3> kWords = {"NONE", "REST", "ALL"};
};

}  // namespace plumbline
