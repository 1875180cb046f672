// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import type { Entry } from "./entry.ts";
import {
  bodyMaps,
  comparePain,
  countedEntries,
  currentGoals,
  type DayValue,
  goalSeries,
  meanOfDays,
  painReports,
  usualPain,
  weeklyMeans,
} from "./series.ts";

let count = 0;
function told(day: string, kind: string, body: Entry["body"]): Entry {
  count += 1;
  return {
    id: `entry-${count}`,
    person: "p",
    made_at: `${day}T23:30:00.000-08:00`,
    author: { role: "person" },
    device: "d",
    kind,
    version: 1,
    body,
  };
}
const at = (day: string, value: number): DayValue => ({ day, value });

test("a corrected entry counts with its new body, one taken back not at all", () => {
  const wrong = told("2026-03-02", "check.morning", { pain: 9 });
  const gone = told("2026-03-03", "check.morning", { pain: 8 });
  const list = [
    wrong,
    gone,
    told("2026-03-04", "entry.corrected", { entry: wrong.id, body: { pain: 2 } }),
    told("2026-03-04", "entry.corrected", { entry: gone.id, body: null }),
  ];
  expect(painReports(countedEntries(list))).toEqual([at("2026-03-02", 2)]);
});

test("pain is told in the morning and before sessions, by the day in its own offset", () => {
  const list = [
    told("2026-03-02", "check.morning", { pain: 5, woken_more: false }),
    told("2026-03-02", "session.started", { session: "s", pain: 6 }),
    told("2026-03-01", "session.started", { session: "r", pain: 4 }),
    told("2026-03-02", "session.ended", { session: "s", reason: "complete" }),
  ];
  expect(painReports(list)).toEqual([
    at("2026-03-01", 4),
    at("2026-03-02", 5),
    at("2026-03-02", 6),
  ]);
});

test("usual pain holds until another is told; without one it is the strongest mark", () => {
  const list = [
    told("2026-03-02", "profile.set", { pain: [{ intensity: 3 }, { intensity: 6 }] }),
    told("2026-03-05", "usual_pain.set", { usual: 6 }),
    told("2026-03-29", "usual_pain.set", { usual: 4 }),
    told("2026-04-02", "profile.set", { pain: [{ intensity: 6 }], usual_pain: 4 }),
  ];
  expect(usualPain(list)).toEqual([at("2026-03-02", 6), at("2026-03-29", 4)]);
});

test("every day weighs the same, however often it was asked", () => {
  const reports = [at("2026-03-02", 2), at("2026-03-02", 4), at("2026-03-03", 9)];
  expect(meanOfDays(reports, "2026-03-01", "2026-03-07")).toBe(6);
  expect(meanOfDays(reports, "2026-03-04", "2026-03-07")).toBe(null);
});

test("weeks are counted back from today, and a week without answers has no mean", () => {
  const reports = [at("2026-03-02", 6), at("2026-03-08", 4), at("2026-03-20", 3)];
  expect(weeklyMeans(reports, "2026-03-22")).toEqual([at("2026-03-08", 5), at("2026-03-22", 3)]);
});

test("the first week is compared with the last once they do not share a day", () => {
  const reports = [at("2026-03-02", 8), at("2026-03-04", 6), at("2026-03-16", 5)];
  expect(comparePain(reports, "2026-03-15")).toBe(null);
  expect(comparePain(reports, "2026-03-16")).toEqual({
    before: at("2026-03-02", 7),
    now: at("2026-03-16", 5),
  });
  expect(comparePain(reports, "2026-03-30")).toBe(null);
});

test("goals keep their order; a second score of a day replaces the first", () => {
  const list = [
    told("2026-03-02", "profile.set", { goals: [{ activity: "lift", score: 4 }] }),
    told("2026-03-09", "goal.set", {
      goals: [{ activity: "lift", score: 5 }, { activity: "sit" }],
    }),
    told("2026-03-09", "goal.set", { goals: [{ activity: "lift", score: 6 }] }),
  ];
  expect(goalSeries(list)).toEqual([
    { activity: "lift", scores: [at("2026-03-02", 4), at("2026-03-09", 6)] },
    { activity: "sit", scores: [] },
  ]);
  expect(currentGoals(list)).toEqual(["lift"]);
});

test("maps come from the profile and from painting, the last of a day", () => {
  const list = [
    told("2026-03-02", "profile.set", { pain: [] }),
    told("2026-03-02", "bodymap.painted", { areas: [{ region: "hip" }] }),
    told("2026-04-02", "bodymap.painted", { areas: [{ region: "knee" }] }),
  ];
  expect(bodyMaps(list)).toEqual([
    { day: "2026-03-02", areas: [{ region: "hip" }] },
    { day: "2026-04-02", areas: [{ region: "knee" }] },
  ]);
});
