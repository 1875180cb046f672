// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What entries say over time: pain, usual pain, goals and body maps. */
import type { PainArea } from "./body_areas.ts";
import { corrections } from "./days.ts";
import type { Entry } from "./entry.ts";
import { addDays, dayOf, daysBetween } from "./instant.ts";

/** Entries as they count now: corrected ones with their new body, without those taken back. */
export function countedEntries(entries: readonly Entry[]): Entry[] {
  const newer = corrections(entries);
  return entries.flatMap((entry) => {
    if (entry.kind === "entry.corrected") return [];
    const correction = newer.get(entry.id);
    if (correction === undefined) return [entry];
    const body = correction.body.body as Entry["body"] | null;
    return body === null ? [] : [{ ...entry, body }];
  });
}

/** A number of a local day. */
export interface DayValue {
  readonly day: string;
  readonly value: number;
}

const byDay = (a: { readonly day: string }, b: { readonly day: string }) =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : 0;

function numberOf(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function told(entries: readonly Entry[], kind: string, field: string): DayValue[] {
  return entries.flatMap((entry) => {
    const value = entry.kind === kind ? numberOf(entry.body[field]) : null;
    return value === null ? [] : [{ day: dayOf(entry.made_at), value }];
  });
}

/** Every answer to "how strong is the pain now": mornings and before sessions. */
export function painReports(entries: readonly Entry[]): DayValue[] {
  return [
    ...told(entries, "check.morning", "pain"),
    ...told(entries, "session.started", "pain"),
  ].sort(byDay);
}

function profileUsual(body: Entry["body"]): number | null {
  const areas = Array.isArray(body.pain) ? (body.pain as PainArea[]) : [];
  const highest = areas.length === 0 ? null : Math.max(...areas.map((area) => area.intensity));
  return numberOf(body.usual_pain) ?? highest;
}

/** Usual pain: each value holds until the next. A value told twice is left out. */
export function usualPain(entries: readonly Entry[]): DayValue[] {
  const all = entries.flatMap((entry): DayValue[] => {
    let value: number | null = null;
    if (entry.kind === "usual_pain.set") value = numberOf(entry.body.usual);
    if (entry.kind === "profile.set") value = profileUsual(entry.body);
    return value === null ? [] : [{ day: dayOf(entry.made_at), value }];
  });
  return all.filter((one, i) => i === 0 || one.value !== all[i - 1]?.value);
}

/** Items by a name each of them has. */
export function grouped<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const out = new Map<string, T[]>();
  for (const item of items) {
    const group = out.get(nameOf(item));
    if (group === undefined) out.set(nameOf(item), [item]);
    else group.push(item);
  }
  return out;
}

export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The mean of the days from `from` to `to`, both counted; every day weighs the same. */
export function meanOfDays(reports: readonly DayValue[], from: string, to: string): number | null {
  const days = grouped(
    reports.filter(({ day }) => day >= from && day <= to),
    ({ day }) => day,
  );
  return mean([...days.values()].map((of) => mean(of.map((one) => one.value)) ?? 0));
}

/** Means of seven days, each at its last day, counted back from `today`. */
export function weeklyMeans(reports: readonly DayValue[], today: string): DayValue[] {
  const first = reports[0]?.day;
  if (first === undefined) return [];
  const out: DayValue[] = [];
  for (let day = today; day >= first; day = addDays(day, -7)) {
    const value = meanOfDays(reports, addDays(day, -6), day);
    if (value !== null) out.unshift({ day, value });
  }
  return out;
}

/** The first week against the last one. */
export interface Comparison {
  readonly before: DayValue;
  readonly now: DayValue;
}

/** Two weeks apart at least, so that no day is in both. */
const kDaysApart = 14;

/** Compares the first seven days of reports with the last seven before `today`. */
export function comparePain(reports: readonly DayValue[], today: string): Comparison | null {
  const first = reports[0]?.day;
  if (first === undefined || daysBetween(first, today) < kDaysApart) return null;
  const before = meanOfDays(reports, first, addDays(first, 6));
  const now = meanOfDays(reports, addDays(today, -6), today);
  if (before === null || now === null) return null;
  return { before: { day: first, value: before }, now: { day: today, value: now } };
}

/** What somebody wants to be able to do, and how well it went each time they were asked. */
export interface GoalSeries {
  readonly activity: string;
  /** 0 not at all, 10 as before the back trouble. */
  readonly scores: readonly DayValue[];
}

interface Goal {
  readonly activity: string;
  readonly score?: number;
}

function goalsTold(entries: readonly Entry[]): { day: string; goal: Goal }[] {
  return entries
    .filter(({ kind }) => kind === "goal.set" || kind === "profile.set")
    .flatMap(({ body, made_at }) => {
      const goals = (Array.isArray(body.goals) ? body.goals : []) as Goal[];
      return goals.map((goal) => ({ day: dayOf(made_at), goal }));
    });
}

/** Goals in the order they were named; the last score of a day counts. */
export function goalSeries(entries: readonly Entry[]): GoalSeries[] {
  const goals = grouped(goalsTold(entries), ({ goal }) => goal.activity);
  return [...goals].map(([activity, tellings]) => {
    const scores = new Map<string, number>();
    for (const { day, goal } of tellings) {
      if (goal.score !== undefined) scores.set(day, goal.score);
    }
    return { activity, scores: [...scores].map(([day, value]) => ({ day, value })) };
  });
}

/** The goals that count now: as they were told last. */
export function currentGoals(entries: readonly Entry[]): string[] {
  const last = entries.findLast(({ body }) => Array.isArray(body.goals));
  return ((last?.body.goals ?? []) as Goal[]).map(({ activity }) => activity);
}

export interface DayMap {
  readonly day: string;
  readonly areas: readonly PainArea[];
}

/** Body maps as painted or told in the profile; the last one of a day counts. */
export function bodyMaps(entries: readonly Entry[]): DayMap[] {
  const found = new Map<string, DayMap>();
  for (const { kind, body, made_at } of entries) {
    const areas =
      kind === "bodymap.painted" ? body.areas : kind === "profile.set" ? body.pain : null;
    const day = dayOf(made_at);
    if (Array.isArray(areas)) found.set(day, { day, areas: areas as PainArea[] });
  }
  return [...found.values()].sort(byDay);
}
