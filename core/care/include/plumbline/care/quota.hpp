// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "plumbline/care/profile_at.hpp"
#include "plumbline/foundation/rationale.hpp"
#include "plumbline/record/person_state.hpp"

namespace plumbline::care {

/// A step of a quota that falls due on the plan's weekday.
struct QuotaStep {
  std::string ladder;
  LocalDate day;
  /// Red pain or a flare: its turn passes, and goes to nobody else.
  bool frozen = false;
  Reason why;
};

/// What growth by the calendar rests on besides the ladders' sessions.
struct QuotaInputs {
  const record::PersonState& state;
  const ProfileAt& at;
  /// Days on which a session was held.
  const std::vector<LocalDate>& training_days;
  /// Ladders without a first quota.
  const std::set<std::string, std::less<>>& waiting;
};

/// Graded activity (rules 3.4): amounts grow by one smallest step a week on a fixed day, if at
/// least 80 % of the planned sessions were held; pain of the day changes nothing, red pain freezes.
class Quota {
 public:
  /// A session of one ladder in graded mode.
  void note(const std::string& ladder, LocalDate day, bool red);
  /// Steps of the plan weeks that ended up to `day` and were not asked for before.
  std::vector<QuotaStep> due(const QuotaInputs& in, LocalDate day);
  /// Days of a third red session of one ladder, each within 7 days of the one before.
  const std::vector<LocalDate>& review_days() const { return review_days_; }

 private:
  struct Kept {
    std::vector<LocalDate> days;
    std::vector<LocalDate> reds;
  };
  bool kept_up(const QuotaInputs& in, LocalDate begin) const;
  std::vector<std::string> able(const QuotaInputs& in, LocalDate begin) const;
  bool frozen_by_red(const std::string& ladder, LocalDate fixed_day) const;

  std::map<std::string, Kept, std::less<>> kept_;
  std::vector<LocalDate> review_days_;
  std::optional<std::int32_t> week_;
};

}  // namespace plumbline::care
