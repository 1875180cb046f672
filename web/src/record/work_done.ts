// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What was done, week by week: days, minutes and load, as the plan counts them. */
import type { Entry } from "./entry.ts";
import { addDays, dayOf, daysBetween } from "./instant.ts";
import { grouped } from "./series.ts";

/** What has to be known of an exercise to count it. */
export interface ExerciseFacts {
  readonly level: number;
  readonly serves: readonly string[];
  readonly laterality: string;
  readonly tempo_s: number;
}

export type FactsOf = (exercise: string) => ExerciseFacts | null;

interface Done {
  readonly exercise: string;
  readonly side?: string;
  readonly sets: number;
  readonly reps?: number;
  readonly reps_by_set?: readonly number[];
  readonly hold_s?: number;
  readonly minutes?: number;
  readonly resistance?: { readonly kg?: number };
}

/** @source formats.md, Load: items whose needs are only these count 0 */
const kUnloaded: ReadonlySet<string> = new Set([
  "direction_extension",
  "direction_flexion",
  "lumbar_mobility",
  "hip_mobility",
  "thoracic_mobility",
  "nerve_sciatic",
  "nerve_femoral",
  "relax",
]);

function isLoaded({ serves, level }: ExerciseFacts): boolean {
  if (serves.every((need) => kUnloaded.has(need))) return false;
  return !(level <= 1 && serves.every((need) => need === "aerobic"));
}

function repsOf(done: Done): number | null {
  if (done.reps_by_set !== undefined) return done.reps_by_set.reduce((sum, n) => sum + n, 0);
  return done.reps === undefined ? null : done.reps * done.sets;
}

/** @source formats.md, Load */
export function loadOf(done: Done, facts: ExerciseFacts): number {
  if (!isLoaded(facts)) return 0;
  const reps = repsOf(done);
  if (reps !== null) return facts.level * reps;
  if (done.hold_s !== undefined) return (facts.level * done.sets * done.hold_s) / 3;
  return 10 * facts.level * done.sets * (done.minutes ?? 0);
}

/** @source rules 1.8: seconds */
const kReturnFromHold = 2;
const kRest = 30;
const kRestWithWeight = 90;
const kChange = 30;

function sidesOf(done: Done, facts: ExerciseFacts): number {
  const isOneSide = done.side === "left" || done.side === "right";
  return facts.laterality === "unilateral" && !isOneSide ? 2 : 1;
}

/** @source rules 1.8: how the plan counts the time of an item */
export function secondsOf(done: Done, facts: ExerciseFacts): number {
  const reps = repsOf(done);
  let work = done.sets * (done.hold_s ?? (done.minutes ?? 0) * 60);
  if (reps !== null) {
    work = reps * (done.hold_s === undefined ? facts.tempo_s : done.hold_s + kReturnFromHold);
  }
  const rest = done.resistance?.kg === undefined ? kRest : kRestWithWeight;
  return work * sidesOf(done, facts) + Math.max(0, done.sets - 1) * rest + kChange;
}

export interface WeekDone {
  /** The Monday it begins with. */
  readonly monday: string;
  /** Days on which something was done. */
  readonly days: number;
  readonly minutes: number;
  readonly load: number;
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  const weekday = (daysBetween("2024-01-01", day) % 7) + 7;
  return addDays(day, -(weekday % 7));
}

/** Every week from the first exercise to the week of `today`, empty ones too. */
export function weeksDone(
  entries: readonly Entry[],
  today: string,
  factsOf: FactsOf,
): readonly WeekDone[] {
  const done = entries
    .filter((entry) => entry.kind === "exercise.done")
    .map((entry) => ({ day: dayOf(entry.made_at), body: entry.body as unknown as Done }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const first = done[0]?.day;
  if (first === undefined) return [];
  const weeks = grouped(done, ({ day }) => mondayOf(day));
  const out: WeekDone[] = [];
  for (let monday = mondayOf(first); monday <= today; monday = addDays(monday, 7)) {
    const items = weeks.get(monday) ?? [];
    let seconds = 0;
    let load = 0;
    for (const { body } of items) {
      const facts = factsOf(body.exercise);
      if (facts === null) continue;
      seconds += secondsOf(body, facts);
      load += loadOf(body, facts);
    }
    const days = new Set(items.map(({ day }) => day)).size;
    out.push({ monday, days, minutes: Math.round(seconds / 60), load: Math.round(load) });
  }
  return out;
}
