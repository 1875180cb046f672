// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Places on a chart: days from left to right, numbers from below. */
import { addDays, daysBetween } from "../../record/instant.ts";

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function makeFrame(width: number, height: number): Frame {
  return { width, height, left: 30, right: width - 12, top: 12, bottom: height - 28 };
}

/** Where a day stands between the first and the last of a chart. */
export function placeOfDay(frame: Frame, from: string, to: string, day: string): number {
  const span = Math.max(1, daysBetween(from, to));
  return frame.left + ((frame.right - frame.left) * daysBetween(from, day)) / span;
}

export function placeOfValue(frame: Frame, most: number, value: number): number {
  return frame.bottom - ((frame.bottom - frame.top) * value) / Math.max(most, 1e-9);
}

/** A round number at or above the highest value, for the top of an axis. */
export function roundTop(highest: number): number {
  if (highest <= 0) return 10;
  const power = 10 ** Math.floor(Math.log10(highest));
  const step = [1, 2, 4, 5, 10].find((one) => one * power >= highest) ?? 10;
  return step * power;
}

/** Up to this many days, marks are days; beyond, months. */
const kMostDaysInWeeks = 70;

export interface Tick {
  readonly day: string;
  readonly isMonth: boolean;
}

function monthStarts(from: string, to: string): string[] {
  const out: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (;;) {
    const day = `${year}-${String(month).padStart(2, "0")}-01`;
    if (day > to) return out;
    if (day >= from) out.push(day);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
}

/** Days to write below a chart, at most `room` of them. */
export function ticksOf(from: string, to: string, room: number): Tick[] {
  const span = daysBetween(from, to);
  const most = Math.max(2, room);
  if (span <= kMostDaysInWeeks) {
    const step = Math.max(1, Math.ceil(span / 7 / most)) * 7;
    const count = Math.floor(span / step) + 1;
    return Array.from({ length: count }, (_, i) => ({
      day: addDays(from, i * step),
      isMonth: false,
    }));
  }
  const months = monthStarts(from, to);
  const step = Math.max(1, Math.ceil(months.length / most));
  return months.filter((_, i) => i % step === 0).map((day) => ({ day, isMonth: true }));
}
