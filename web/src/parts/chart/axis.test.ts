// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { makeFrame, placeOfDay, placeOfValue, roundTop, ticksOf } from "./axis.ts";

test("the first day stands left, the last right, and ten above nought", () => {
  const frame = makeFrame(400, 200);
  expect(placeOfDay(frame, "2026-03-01", "2026-03-11", "2026-03-01")).toBe(frame.left);
  expect(placeOfDay(frame, "2026-03-01", "2026-03-11", "2026-03-11")).toBe(frame.right);
  expect(placeOfDay(frame, "2026-03-01", "2026-03-01", "2026-03-01")).toBe(frame.left);
  expect(placeOfValue(frame, 10, 0)).toBe(frame.bottom);
  expect(placeOfValue(frame, 10, 10)).toBe(frame.top);
});

test("an axis ends at a round number", () => {
  expect([0, 7, 10, 43, 101, 1900].map(roundTop)).toEqual([10, 10, 10, 50, 200, 2000]);
});

test("short times are marked by weeks, long ones by months, never more than fit", () => {
  expect(ticksOf("2026-03-02", "2026-03-20", 5).map(({ day }) => day)).toEqual([
    "2026-03-02",
    "2026-03-09",
    "2026-03-16",
  ]);
  const year = ticksOf("2025-11-15", "2026-11-15", 6);
  expect(year.length).toBeLessThanOrEqual(6);
  expect(year[0]).toEqual({ day: "2025-12-01", isMonth: true });
  for (const room of [2, 3, 4, 8]) {
    for (const to of ["2026-03-10", "2026-04-20", "2026-05-05"]) {
      expect(ticksOf("2026-03-02", to, room).length).toBeLessThanOrEqual(room + 1);
    }
  }
});
