// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What the figures of progress mean, each in a sentence. */
import { isNoticed, kNoticedPoints } from "../../record/important_change.ts";
import { addDays } from "../../record/instant.ts";
import {
  type Comparison,
  comparePain,
  type DayValue,
  type GoalSeries,
  mean,
  meanOfDays,
} from "../../record/series.ts";
import type { WeekDone } from "../../record/work_done.ts";
import { formatDay, formatNumber, t } from "../../words/index.ts";

export function dayText(day: string): string {
  return formatDay(day, { day: "numeric", month: "long", year: "numeric" });
}

const tenths = (value: number) => Math.round(value * 10) / 10;

/** Smaller differences of means are called the same. */
const kSame = 0.5;

function changeMeaning({ before, now }: Comparison): string {
  const change = tenths(tenths(now.value) - tenths(before.value));
  const values = {
    now: formatNumber(tenths(now.value)),
    date: dayText(before.day),
    points: t("progress.points", { n: Math.abs(change) }),
  };
  if (Math.abs(change) < kSame) return t("progress.pain.same", values);
  if (change >= kNoticedPoints) return t("progress.pain.muchHigher", values);
  if (change > 0) return t("progress.pain.higher", values);
  const noticed = isNoticed(tenths(before.value), tenths(now.value));
  return t(noticed ? "progress.pain.noticed" : "progress.pain.lower", values);
}

/** How pain went, from its reports. */
export function painMeaning(reports: readonly DayValue[], today: string): string {
  const last = reports.at(-1);
  if (last === undefined) return t("progress.pain.none");
  const compared = comparePain(reports, today);
  if (compared !== null) return changeMeaning(compared);
  const now = meanOfDays(reports, addDays(today, -6), today);
  if (now === null) {
    const date = dayText(last.day);
    return t("progress.pain.quiet", { now: formatNumber(last.value), date });
  }
  return t("progress.pain.early", { now: formatNumber(now) });
}

/** Said to the person, or about them. */
export type Reader = "progress" | "report";

export function usualMeaning(usual: readonly DayValue[], reader: Reader): string | null {
  const now = usual.at(-1);
  if (now === undefined) return null;
  return t(`${reader}.usual`, { value: formatNumber(now.value), date: dayText(now.day) });
}

const kWeeksTogether = 4;

/** What was done in the last four weeks, this one included. */
export function doneMeaning(weeks: readonly WeekDone[], reader: Reader): string {
  const recent = weeks.slice(-kWeeksTogether);
  const n = recent.reduce((sum, week) => sum + week.days, 0);
  const minutes = recent.reduce((sum, week) => sum + week.minutes, 0);
  if (n === 0 && reader === "progress") return t("progress.done.nothing");
  return t(`${reader}.done.meaning`, { n, minutes: formatNumber(minutes) });
}

/** Changes of load smaller than this share are called the same. */
const kSameShare = 0.1;

/** Load of the last four full weeks against the four before. */
export function loadMeaning(weeks: readonly WeekDone[]): string {
  const full = weeks.slice(0, -1);
  const load = (some: readonly WeekDone[]) => mean(some.map((week) => week.load)) ?? 0;
  if (full.length < kWeeksTogether) return t("progress.load.early");
  const now = Math.round(load(full.slice(-kWeeksTogether)));
  if (full.length < 2 * kWeeksTogether) return t("progress.load.only", { now: formatNumber(now) });
  const before = Math.round(load(full.slice(-2 * kWeeksTogether, -kWeeksTogether)));
  const values = { now: formatNumber(now), before: formatNumber(before) };
  if (Math.abs(now - before) <= kSameShare * before) return t("progress.load.same", values);
  return t(now > before ? "progress.load.more" : "progress.load.less", values);
}

/** @source facts 2.1 (Stratford 1995, one activity; unverified, so only to claim less) */
const kSureOfOneActivity = 3;

export function goalMeaning({ scores }: GoalSeries, reader: Reader): string {
  const first = scores[0];
  const last = scores.at(-1);
  if (first === undefined || last === undefined) return t("progress.goals.unrated");
  const change = tenths(last.value - first.value);
  const values = {
    value: formatNumber(last.value),
    date: dayText(first.day),
    points: t("progress.points", { n: Math.abs(change) }),
  };
  if (scores.length === 1) return t(`${reader}.goals.once`, values);
  if (change === 0) return t("progress.goals.same", values);
  if (change < 0) return t("progress.goals.worse", values);
  return t(
    change >= kSureOfOneActivity ? "progress.goals.better" : "progress.goals.little",
    values,
  );
}
