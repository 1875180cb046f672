// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What a clinician wants to know at a glance, from entries and plan. */
import type { Day, Item } from "../../core/types.ts";
import type { Entry } from "../../record/entry.ts";
import { dayOf, daysBetween } from "../../record/instant.ts";

/** The profile as far as the report shows it. */
export interface ReportProfile {
  /** The day it was told. */
  readonly day: string;
  readonly person?: { readonly age?: number; readonly sex?: string };
  readonly onset_days_ago?: number;
  readonly episodes_before?: number;
  readonly radiates?: string;
  readonly worse_with?: readonly string[];
  readonly better_with?: readonly string[];
  readonly irritability?: string;
  readonly conditions?: readonly string[];
  readonly excluded_positions?: readonly string[];
  readonly minutes_per_day?: number;
  readonly days_per_week?: number;
}

export function latestProfile(entries: readonly Entry[]): ReportProfile | null {
  const last = entries.findLast(({ kind }) => kind === "profile.set");
  return last === undefined ? null : { ...last.body, day: dayOf(last.made_at) };
}

export interface SafetyAnswers {
  /** The latest day on which a question was answered. */
  readonly day: string;
  readonly asked: number;
  readonly yes: readonly string[];
  readonly unsure: readonly string[];
}

function plainAnswer(told: unknown): unknown {
  const hasMore = typeof told === "object" && told !== null && "answer" in told;
  return hasMore ? told.answer : told;
}

/** The latest answer to each safety question. */
export function safetyAnswers(entries: readonly Entry[]): SafetyAnswers | null {
  const screens = entries.filter(({ kind }) => kind === "screen.answered");
  const last = screens.at(-1);
  if (last === undefined) return null;
  const answers = new Map<string, unknown>();
  for (const { body } of screens) {
    for (const [id, told] of Object.entries(body.answers ?? {})) answers.set(id, plainAnswer(told));
  }
  const those = (meant: unknown) =>
    [...answers].filter(([, answer]) => answer === meant).map(([id]) => id);
  return {
    day: dayOf(last.made_at),
    asked: answers.size,
    yes: those(true),
    unsure: those("unsure"),
  };
}

/** Days since the pain began, on `today`. */
export function daysSinceOnset(profile: ReportProfile, today: string): number | null {
  if (profile.onset_days_ago === undefined) return null;
  return profile.onset_days_ago + Math.max(0, daysBetween(profile.day, today));
}

export interface PlanRow {
  readonly item: Item;
  /** The days on which it stands with this dose. */
  readonly days: readonly string[];
}

/** Every exercise of a week once, with its days; another dose is another row. */
export function planRows(week: readonly Day[]): PlanRow[] {
  const found = new Map<string, { item: Item; days: string[] }>();
  for (const { date, items } of week) {
    for (const item of items) {
      const { exercise, side, sets, reps, reps_by_set, hold_s, minutes, per_day } = item;
      const name = JSON.stringify([
        exercise,
        side,
        sets,
        reps,
        reps_by_set,
        hold_s,
        minutes,
        per_day,
      ]);
      const row = found.get(name) ?? { item, days: [] };
      if (!row.days.includes(date)) row.days.push(date);
      found.set(name, row);
    }
  }
  return [...found.values()];
}
