// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/recheck.hpp"

#include <algorithm>
#include <string>

namespace plumbline::clinical {
namespace {

struct Due {
  LocalDate on;
  std::string cause;
};

const std::optional<Instant>& last_of(const RecheckInput& input, RecheckGroup group) {
  return input.last_answered[static_cast<std::size_t>(group)];
}

bool applies(const RecheckInput& input, RecheckGroup group) {
  return group != RecheckGroup::FractureInOsteoporosis || input.osteoporosis;
}

bool asks_for(RecheckCause cause, RecheckGroup group) {
  switch (cause) {
    case RecheckCause::FlareOpened:
      // With thin bones a sudden worsening may be a new fracture (docs/decisions/0022).
      return group == RecheckGroup::CaudaEquinaAndNerves ||
             group == RecheckGroup::FractureInOsteoporosis;
    case RecheckCause::LegPainSpread:
    case RecheckCause::RedWithLegSymptoms:
      return group == RecheckGroup::CaudaEquinaAndNerves;
    case RecheckCause::GapOfFourWeeks:
      // After four weeks away the full screen is asked (rules 3.6).
      return group != RecheckGroup::Inflammatory;
    case RecheckCause::InflammatorySign:
      return group == RecheckGroup::Inflammatory;
    case RecheckCause::HeightLoss:
    case RecheckCause::Fall:
      return group == RecheckGroup::MalignancyInfectionFracture ||
             group == RecheckGroup::FractureInOsteoporosis;
    default:
      return group == RecheckGroup::MalignancyInfectionFracture;
  }
}

/// The slow groups: the review day where not improved, else twelve weeks after the last answer.
LocalDate slow_due(const RecheckInput& input, LocalDate last) {
  const LocalDate of_episode = input.onset.plus(kReviewDay);
  const LocalDate review = of_episode > input.start ? of_episode : input.start.plus(kReviewDay);
  const LocalDate by_calendar = last.plus(kTwelveWeekly);
  const bool improved = input.improved && *input.improved;
  return last < review && !improved ? std::min(review, by_calendar) : by_calendar;
}

LocalDate radicular_due(LocalDate since, LocalDate last) {
  return last.plus(last < since.plus(kRadicularWeeklyDays) ? kWeekly : kFourWeekly);
}

/// The calendar, without events.
std::optional<Due> periodic(const RecheckInput& input, RecheckGroup group) {
  const std::optional<Instant>& answered = last_of(input, group);
  if (group == RecheckGroup::Inflammatory) {
    if (answered) return std::nullopt;
    return Due{std::max(input.start, input.onset.plus(kInflammatoryFromDay)), "90 days"};
  }
  if (!answered) return Due{input.start, "never asked"};
  const LocalDate last = local_date(*answered);
  switch (group) {
    case RecheckGroup::CaudaEquinaAndNerves:
      return Due{input.radicular_since ? radicular_due(*input.radicular_since, last)
                                       : last.plus(kFourWeekly),
                 "calendar"};
    case RecheckGroup::CordAndChest:
      return Due{input.thoracic ? last.plus(kFourWeekly) : slow_due(input, last), "calendar"};
    case RecheckGroup::FractureInOsteoporosis:
      return Due{last.plus(kFourWeekly), "calendar"};
    default:
      return Due{slow_due(input, last), "calendar"};
  }
}

void take_earlier(std::optional<Due>& best, Due candidate) {
  if (!best || candidate.on < best->on) best = std::move(candidate);
}

/// Four weekly screens after a plan was reopened; each asks for an answer of its own week.
void add_reopening(const RecheckInput& input, RecheckGroup group, std::optional<Due>& best) {
  if (group == RecheckGroup::Inflammatory) return;
  const std::optional<Instant>& answered = last_of(input, group);
  for (const LocalDate reopened : input.reopened_on) {
    for (std::int32_t week = 1; week <= kRescreens; ++week) {
      const LocalDate due = reopened.plus(week * kWeekly);
      if (!answered || local_date(*answered) < due) take_earlier(best, {due, "reopened"});
    }
  }
}

std::optional<Due> next_due(const RecheckInput& input, RecheckGroup group) {
  std::optional<Due> best = periodic(input, group);
  const std::optional<Instant>& answered = last_of(input, group);
  for (const RecheckEvent& event : input.events) {
    const bool open = !answered || *answered < event.at;
    if (open && asks_for(event.cause, group)) {
      take_earlier(best, {local_date(event.at), std::string(word(event.cause))});
    }
  }
  add_reopening(input, group, best);
  return best;
}

std::string text_of(RecheckGroup group, std::string_view cause) {
  const std::string topic(topic_of(group));
  if (group == RecheckGroup::Inflammatory || cause == "never asked") {
    return "A few safety questions about " + topic + ".";
  }
  return "The safety questions about " + topic + " come round again.";
}

}  // namespace

std::string_view topic_of(RecheckGroup group) {
  switch (group) {
    case RecheckGroup::CaudaEquinaAndNerves:
      return "bladder, bowel, numbness between the legs and strength in the legs";
    case RecheckGroup::CordAndChest:
      return "unsteady walking, clumsy hands, chest pain and breathlessness";
    case RecheckGroup::MalignancyInfectionFracture:
      return "an earlier cancer, weight loss, fever, falls and injuries";
    case RecheckGroup::FractureInOsteoporosis:
      return "falls, injuries, sudden pain and a change in posture";
    case RecheckGroup::Inflammatory:
      return "morning stiffness and other signs of inflammation";
  }
  return {};
}

FlagSet flags_of(RecheckGroup group) {
  switch (group) {
    case RecheckGroup::CaudaEquinaAndNerves:
      return flags_of(ScreenGroup::CaudaEquina);
    case RecheckGroup::CordAndChest:
      return {FlagId::Mc1, FlagId::Aa2};
    case RecheckGroup::MalignancyInfectionFracture:
      return flags_of(ScreenGroup::Malignancy)
          .united(flags_of(ScreenGroup::Infection))
          .united(flags_of(ScreenGroup::Fracture));
    case RecheckGroup::FractureInOsteoporosis:
      return flags_of(ScreenGroup::Fracture);
    case RecheckGroup::Inflammatory:
      return flags_of(ScreenGroup::Inflammatory);
  }
  return {};
}

std::vector<Recheck> compute_rechecks(const RecheckInput& input) {
  std::vector<Recheck> out;
  for (std::size_t i = 0; i < kWordCount<RecheckGroup>; ++i) {
    const auto group = static_cast<RecheckGroup>(i);
    if (!applies(input, group)) continue;
    const std::optional<Due> due = next_due(input, group);
    if (!due) continue;
    out.push_back({group,
                   flags_of(group),
                   due->on,
                   {"2.6/" + std::string(word(group)),
                    {{"due", format_date(due->on)}, {"cause", due->cause}},
                    "ask again",
                    text_of(group, due->cause)}});
  }
  return out;
}

OverdueConsequence overdue_consequence(std::int32_t days_waited) {
  if (days_waited > kLevelTwoAfterDays) return OverdueConsequence::LevelTwoAtCurrentDose;
  if (days_waited > kNoStepUpsAfterDays) return OverdueConsequence::NoStepUps;
  return OverdueConsequence::None;
}

}  // namespace plumbline::clinical
