// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/step_permits.hpp"

#include <algorithm>
#include <utility>

namespace plumbline::care {
namespace {

/// @source rules 3.2: two successes before a step, two exercises a session
constexpr std::int32_t kSessionsBefore = 2;
constexpr std::int32_t kPerSession = 2;
/// @source rules 1.1: one smallest step for at most two exercises of a need in a week
constexpr std::int32_t kPerNeedAndWeek = 2;
/// @source rules 3.2: at most one step a week, which is any seven days
constexpr std::int32_t kWeek = 7;

}  // namespace

std::vector<std::string> StepPermits::first_in_line(std::vector<std::string> waiting) const {
  std::ranges::stable_sort(waiting, [&](const std::string& a, const std::string& b) {
    const Record& x = records_.find(a)->second;
    const Record& y = records_.find(b)->second;
    if (x.at_top != y.at_top) return y.at_top;
    return x.sessions_since != y.sessions_since ? x.sessions_since > y.sessions_since : a < b;
  });
  return waiting;
}

std::set<std::string, std::less<>> StepPermits::grant(const std::vector<PermitRequest>& done,
                                                      LocalDate day, std::int32_t plan_week) {
  if (plan_week != week_) {
    week_ = plan_week;
    given_.clear();
  }
  for (auto& [ladder, record] : records_) record.open = false;
  std::map<std::string, WordSet<exercise::Need>, std::less<>> needs;
  std::vector<std::string> waiting;
  std::vector<std::string> again;
  for (const PermitRequest& request : done) {
    Record& record = records_[request.ladder];
    needs[request.ladder] = request.needs;
    ++record.sessions_since;
    record.at_top = request.at_top;
    // Its own seven days are not over: it could not use a place.
    const bool too_soon =
        request.slowly && record.granted_on && day.since(*record.granted_on) < kWeek;
    if (record.granted_week >= plan_week || too_soon) {
      again.push_back(request.ladder);
    } else if (record.sessions_since >= kSessionsBefore) {
      waiting.push_back(request.ladder);
    }
  }
  std::set<std::string, std::less<>> granted;
  for (const std::string& ladder : first_in_line(std::move(waiting))) {
    if (static_cast<std::int32_t>(granted.size()) >= kPerSession) break;
    bool room = true;
    needs[ladder].for_each([&](exercise::Need n) { room = room && given_[n] < kPerNeedAndWeek; });
    if (!room) continue;
    needs[ladder].for_each([&](exercise::Need n) { ++given_[n]; });
    Record& record = records_[ladder];
    record.sessions_since = 0;
    record.granted_week = plan_week;
    record.granted_on = day;
    record.open = true;
    record.gone = false;
    granted.insert(ladder);
  }
  renew(first_in_line(std::move(again)), kPerSession - static_cast<std::int32_t>(granted.size()));
  return granted;
}

/// Places in a session that nobody new waits for go to those who had a permit in this week already,
/// whether or not they used it: that would be an answer about pain.
void StepPermits::renew(const std::vector<std::string>& ladders, std::int32_t places) {
  for (const std::string& ladder : ladders) {
    if (places-- <= 0) return;
    records_.find(ladder)->second.open = true;
  }
}

bool StepPermits::holds(std::string_view ladder, LocalDate day, bool slowly) const {
  const auto found = records_.find(ladder);
  if (found == records_.end() || !found->second.open || found->second.gone) return false;
  const auto& used = found->second.used_on;
  return !slowly || !used || day.since(*used) >= kWeek;
}

void StepPermits::use(std::string_view ladder, LocalDate day) {
  revoke(ladder);
  const auto found = records_.find(ladder);
  if (found != records_.end()) found->second.used_on = day;
}

void StepPermits::revoke(std::string_view ladder) {
  const auto found = records_.find(ladder);
  if (found != records_.end()) found->second.gone = true;
}

}  // namespace plumbline::care
