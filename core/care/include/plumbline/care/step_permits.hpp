// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/exercise/vocabulary.hpp"
#include "plumbline/foundation/time.hpp"

namespace plumbline::care {

/// A ladder that was worked on in a session.
struct PermitRequest {
  std::string ladder;
  WordSet<exercise::Need> needs;
  /// Whoever came as far as anybody could have has no step above: it waits behind the others.
  bool at_top = false;
  /// At most one step in any seven days (rules 3.2).
  bool slowly = false;
  /// Walking and relaxation of every day: they stand beside the exercises of a session and take no
  /// place from them.
  bool daily = false;
};

/// Says who may take a step up when: at most two ladders a session, one step a ladder and two
/// ladders a need in a plan week (rules 1.1, 3.2).
///
/// Permits follow only from what was done and when, never from an answer about pain. So a step that
/// one exercise could not take is never given to another one, and more pain can raise nothing
/// (rules 3.3; docs/decisions/0006-permits.md, 0023). A permit counts for the session that it is
/// given for and lapses with the next one.
class StepPermits {
 public:
  /// Counts a session and hands out permits for it; returns the ladders that got their first one of
  /// this plan week. Others may have theirs renewed where a session has places left.
  std::set<std::string, std::less<>> grant(const std::vector<PermitRequest>& done, LocalDate day,
                                           std::int32_t plan_week);
  /// A permit of the latest session that has not been used or revoked in this plan week.
  /// @param slowly  at most one step in any seven days
  bool holds(std::string_view ladder, LocalDate day, bool slowly) const;
  void use(std::string_view ladder, LocalDate day);
  /// Something went badly: the permit is gone for this week.
  void revoke(std::string_view ladder);

 private:
  struct Record {
    /// Since the first permit of a week was given last.
    std::int32_t sessions_since = 0;
    /// The day of that permit, or of the first session.
    LocalDate waiting_since;
    std::int32_t granted_week = -1;
    std::optional<LocalDate> granted_on;
    bool at_top = false;
    bool open = false;
    /// Used or revoked since.
    bool gone = false;
    std::optional<LocalDate> used_on;
  };
  using Needs = std::map<std::string, WordSet<exercise::Need>, std::less<>>;

  Record& note(const PermitRequest& request, LocalDate day);
  /// A first permit of this plan week.
  void give(const std::string& ladder, LocalDate day, std::set<std::string, std::less<>>& granted);
  /// As many as a session and the needs of the week have places for; returns how many.
  std::int32_t give_places(const std::vector<std::string>& ladders, const Needs& needs,
                           LocalDate day, std::set<std::string, std::less<>>& granted);
  std::vector<std::string> first_in_line(std::vector<std::string> waiting) const;
  void renew(const std::vector<std::string>& ladders, std::int32_t places);

  std::map<std::string, Record, std::less<>> records_;
  /// Permits given in the present plan week, by need.
  std::map<exercise::Need, std::int32_t> given_;
  std::int32_t week_ = -1;
};

}  // namespace plumbline::care
