// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// How answers of a later screen compare with those that opened a lock.
#include <algorithm>

#include "lock_ledger.hpp"

namespace plumbline::clinical {
namespace {

bool is(const std::optional<bool>& told, bool value) { return told && *told == value; }

/// Seen by a clinician and said not to be getting worse.
bool is_known(const FlagAnswer& answer) {
  return is(answer.assessed, true) && is(answer.worsening, false);
}

/// A sign that is there now was there before.
bool adds_no_sign(const FlagAnswer& before, const FlagAnswer& now) {
  const auto same = [](const std::optional<bool>& b, const std::optional<bool>& n) {
    return !is(n, true) || is(b, true);
  };
  return same(before.cannot_lift_foot, now.cannot_lift_foot) &&
         same(before.giving_way, now.giving_way) && same(before.cannot_walk, now.cannot_walk) &&
         same(before.height_loss, now.height_loss) && same(before.rigors, now.rigors) &&
         same(before.confusion, now.confusion) && same(before.collapse, now.collapse) &&
         same(before.pulsating, now.pulsating) && same(before.known_aneurysm, now.known_aneurysm) &&
         same(before.breathless, now.breathless) && same(before.intent, now.intent);
}

bool same_kind(const FlagAnswer& before, const FlagAnswer& now) {
  return before.bladder_kind == now.bladder_kind && before.pattern == now.pattern &&
         before.infection_risk == now.infection_risk && before.visceral_kind == now.visceral_kind &&
         before.features == now.features && before.varies_with_movement == now.varies_with_movement;
}

/// It began at or before the earlier entry, as far as that is told.
bool is_as_old(const FlagAnswer& before, const FlagAnswer& now, std::int32_t days_between) {
  if (!now.since_days) return !before.since_days;
  const std::int32_t then = before.since_days ? *before.since_days : 0;
  return *now.since_days >= then + days_between;
}

ScreenAnswer answer_of(const std::optional<FlagAnswer>& answer) {
  return answer ? answer->answer : ScreenAnswer::No;
}

/// No question of the group is answered worse than before.
bool group_not_worse(const ScreenAnswers& before, const ScreenAnswers& now, FlagId flag) {
  bool worse = false;
  flags_of(group_of(flag)).for_each([&](FlagId id) {
    worse = worse || answer_of(now[id]) > answer_of(before[id]);
  });
  return !worse;
}

}  // namespace

std::vector<FlagFinding> locking_flags(const Triage& triage) {
  std::vector<FlagFinding> out;
  for (const FlagFinding& finding : triage.flags) {
    const auto same = std::ranges::find(out, finding.id, &FlagFinding::id);
    if (same == out.end()) {
      out.push_back(finding);
    } else if (!at_least(same->verdict, finding.verdict)) {
      *same = {finding.id, finding.rule, worse_of(same->verdict, finding.verdict)};
    }
  }
  std::erase_if(out, [](const FlagFinding& f) { return f.verdict.lock == Lock::None; });
  return out;
}

bool repeats_assessed(const LockRecord& earlier, const ScreenRecord& now, FlagId flag) {
  const std::optional<FlagAnswer>& before = earlier.answers[flag];
  const std::optional<FlagAnswer>& after = now.answers[flag];
  if (!before || !after || !is_known(*after)) return false;
  const std::int32_t days = local_date(now.at).since(local_date(earlier.lock.opened_at));
  return after->answer <= before->answer && same_kind(*before, *after) &&
         adds_no_sign(*before, *after) && is_as_old(*before, *after, days) &&
         group_not_worse(earlier.answers, now.answers, flag);
}

bool answers_group(const ScreenAnswers& answers, FlagId flag) {
  return answers.answered().includes(flags_of(group_of(flag)));
}

bool has_new_positive(const ScreenAnswers& answers, FlagId flag) {
  bool found = false;
  flags_of(group_of(flag)).for_each([&](FlagId id) {
    const std::optional<FlagAnswer>& answer = answers[id];
    found = found || (answer_of(answer) != ScreenAnswer::No && !is_known(*answer));
  });
  return found;
}

}  // namespace plumbline::clinical
