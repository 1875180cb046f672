// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import type { Day, Item } from "../../core/types.ts";
import type { Entry } from "../../record/entry.ts";
import { daysSinceOnset, latestProfile, planRows, safetyAnswers } from "./facts.ts";

const told = (day: string, kind: string, body: Entry["body"]): Entry => ({
  id: day + kind,
  person: "p",
  made_at: `${day}T08:00:00.000+00:00`,
  author: { role: "person" },
  device: "d",
  kind,
  version: 1,
  body,
});

test("the latest answer to each question counts, whichever day it was asked", () => {
  const found = safetyAnswers([
    told("2026-03-02", "screen.answered", { answers: { "RF-CE1": "unsure", "RF-FX1": true } }),
    told("2026-03-09", "screen.answered", {
      answers: { "RF-CE1": false, "RF-ND1": { answer: true, worsening: false } },
    }),
  ]);
  expect(found).toEqual({ day: "2026-03-09", asked: 3, yes: ["RF-FX1", "RF-ND1"], unsure: [] });
  expect(safetyAnswers([])).toBe(null);
});

test("the time since it began goes on after the profile was told", () => {
  const profile = latestProfile([told("2026-03-02", "profile.set", { onset_days_ago: 10 })]);
  expect(profile && daysSinceOnset(profile, "2026-03-12")).toBe(20);
});

test("an exercise is one row with its days, another dose is another row", () => {
  const walk: Item = {
    exercise: "walking",
    side: null,
    sets: 1,
    minutes: 5,
    rest_s: 30,
    level: 1,
    load: 0,
    role: "daily",
    why: [],
  };
  const day = (date: string, items: Item[]): Day => ({ date, minutes: 5, load: 0, items });
  const rows = planRows([
    day("2026-03-02", [walk]),
    day("2026-03-03", [walk, walk]),
    day("2026-03-04", [{ ...walk, minutes: 6 }]),
  ]);
  expect(rows.map(({ item, days }) => [item.minutes, days.length])).toEqual([
    [5, 2],
    [6, 1],
  ]);
});
