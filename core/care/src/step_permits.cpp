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
    // By days, not by sessions: what stands once a week would always come behind.
    return x.waiting_since != y.waiting_since ? x.waiting_since < y.waiting_since : a < b;
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
  std::set<std::string, std::less<>> granted;
  Needs needs;
  std::vector<std::string> waiting;
  std::vector<std::string> again;
  for (const PermitRequest& request : done) {
    Record& record = note(request, day);
    // Its own seven days are not over: it could not use a place.
    const bool too_soon =
        request.slowly && record.granted_on && day.since(*record.granted_on) < kWeek;
    const bool had_one = record.granted_week >= plan_week || too_soon;
    const bool ripe = record.sessions_since >= kSessionsBefore;
    if (request.daily) {
      if (had_one) record.open = true;
      if (!had_one && ripe) give(request.ladder, day, granted);
      continue;
    }
    needs[request.ladder] = request.needs;
    if (had_one) again.push_back(request.ladder);
    if (!had_one && ripe) waiting.push_back(request.ladder);
  }
  const std::int32_t taken = give_places(first_in_line(std::move(waiting)), needs, day, granted);
  renew(first_in_line(std::move(again)), kPerSession - taken);
  return granted;
}

StepPermits::Record& StepPermits::note(const PermitRequest& request, LocalDate day) {
  const auto [found, fresh] = records_.try_emplace(request.ladder);
  Record& record = found->second;
  if (fresh) record.waiting_since = day;
  ++record.sessions_since;
  record.at_top = request.at_top;
  return record;
}

void StepPermits::give(const std::string& ladder, LocalDate day,
                       std::set<std::string, std::less<>>& granted) {
  Record& record = records_.find(ladder)->second;
  record.sessions_since = 0;
  record.waiting_since = day;
  record.granted_week = week_;
  record.granted_on = day;
  record.open = true;
  record.gone = false;
  granted.insert(ladder);
}

std::int32_t StepPermits::give_places(const std::vector<std::string>& ladders, const Needs& needs,
                                      LocalDate day, std::set<std::string, std::less<>>& granted) {
  std::int32_t taken = 0;
  for (const std::string& ladder : ladders) {
    if (taken >= kPerSession) break;
    const WordSet<exercise::Need>& serves = needs.find(ladder)->second;
    bool room = true;
    serves.for_each([&](exercise::Need n) { room = room && given_[n] < kPerNeedAndWeek; });
    if (!room) continue;
    serves.for_each([&](exercise::Need n) { ++given_[n]; });
    give(ladder, day, granted);
    ++taken;
  }
  return taken;
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
