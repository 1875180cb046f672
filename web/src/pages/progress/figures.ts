// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Everything the pages about progress show, derived from the entries once. */
import { computed } from "@preact/signals";
import { exerciseFacts } from "../../record/exercise_facts.ts";
import { entries, today } from "../../record/record.ts";
import {
  bodyMaps,
  countedEntries,
  currentGoals,
  type DayMap,
  type DayValue,
  type GoalSeries,
  goalSeries,
  painReports,
  usualPain,
} from "../../record/series.ts";
import { type WeekDone, weeksDone } from "../../record/work_done.ts";

export interface Figures {
  readonly reports: readonly DayValue[];
  readonly usual: readonly DayValue[];
  readonly goals: readonly GoalSeries[];
  readonly currentGoals: readonly string[];
  readonly maps: readonly DayMap[];
  readonly weeks: readonly WeekDone[];
  readonly onsetDays: number | null;
}

export const figures = computed<Figures>(() => {
  const counted = countedEntries(entries.value);
  const onset = counted.find(({ kind }) => kind === "profile.set")?.body.onset_days_ago;
  return {
    reports: painReports(counted),
    usual: usualPain(counted),
    goals: goalSeries(counted),
    currentGoals: currentGoals(counted),
    maps: bodyMaps(counted),
    weeks: weeksDone(counted, today.value, exerciseFacts),
    onsetDays: typeof onset === "number" ? onset : null,
  };
});
