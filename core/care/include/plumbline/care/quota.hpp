// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
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
  Reason why;
};

/// Graded activity (rules 3.4): amounts grow by one smallest step a week on a fixed day, if at
/// least 80 % of the planned sessions were held; pain of the day changes nothing, red pain freezes.
class Quota {
 public:
  /// A session of one ladder in graded mode.
  void note(const std::string& ladder, LocalDate day, bool red);
  /// Steps of the plan weeks that ended up to `day` and were not asked for before.
  std::vector<QuotaStep> due(const record::PersonState& state, const ProfileAt& at, LocalDate day);

 private:
  struct Kept {
    std::vector<LocalDate> days;
    std::vector<LocalDate> reds;
  };
  std::map<std::string, Kept, std::less<>> kept_;
  std::optional<std::int32_t> week_;
};

}  // namespace plumbline::care
