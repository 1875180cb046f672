// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/step_permits.hpp"

#include <algorithm>

namespace plumbline::care {
namespace {

/// @source rules 3.2: two successes before a step, two exercises a session
constexpr std::int32_t kSessionsBefore = 2;
constexpr std::int32_t kPerSession = 2;
/// @source rules 1.1: one smallest step for at most two exercises of a need in a week
constexpr std::int32_t kPerNeedAndWeek = 2;

}  // namespace

std::set<std::string, std::less<>> StepPermits::grant(const std::vector<PermitRequest>& done,
                                                      LocalDate, std::int32_t plan_week) {
  if (plan_week != week_) {
    week_ = plan_week;
    given_.clear();
  }
  std::vector<const PermitRequest*> waiting;
  for (const PermitRequest& request : done) {
    Record& record = records_[request.ladder];
    ++record.sessions_since;
    if (record.sessions_since >= kSessionsBefore && record.granted_week < plan_week) {
      waiting.push_back(&request);
    }
  }
  std::ranges::stable_sort(waiting, [&](const PermitRequest* a, const PermitRequest* b) {
    const std::int32_t x = records_[a->ladder].sessions_since;
    const std::int32_t y = records_[b->ladder].sessions_since;
    return x != y ? x > y : a->ladder < b->ladder;
  });
  std::set<std::string, std::less<>> granted;
  for (const PermitRequest* request : waiting) {
    if (static_cast<std::int32_t>(granted.size()) >= kPerSession) break;
    bool room = true;
    request->needs.for_each([&](exercise::Need n) { room = room && given_[n] < kPerNeedAndWeek; });
    if (!room) continue;
    request->needs.for_each([&](exercise::Need n) { ++given_[n]; });
    records_[request->ladder] = {0, plan_week, true};
    granted.insert(request->ladder);
  }
  return granted;
}

bool StepPermits::holds(std::string_view ladder, std::int32_t plan_week) const {
  const auto found = records_.find(ladder);
  return found != records_.end() && found->second.open && found->second.granted_week == plan_week;
}

void StepPermits::use(std::string_view ladder) { revoke(ladder); }

void StepPermits::revoke(std::string_view ladder) {
  const auto found = records_.find(ladder);
  if (found != records_.end()) found->second.open = false;
}

}  // namespace plumbline::care
