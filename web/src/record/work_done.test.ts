// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import type { Entry } from "./entry.ts";
import { type ExerciseFacts, loadOf, mondayOf, secondsOf, weeksDone } from "./work_done.ts";

const squat: ExerciseFacts = {
  level: 3,
  serves: ["legs", "function"],
  laterality: "bilateral",
  tempo_s: 4,
};
const bridge = { ...squat, level: 2, serves: ["side_trunk"], laterality: "unilateral" };
const walk = { ...squat, level: 1, serves: ["aerobic"] };
const stretch = { ...squat, level: 1, serves: ["hip_mobility", "relax"] };

// Oracle: formats.md, Load, by hand.
test("load is level times sets times repetitions, or holds by three, or minutes by ten", () => {
  expect(loadOf({ exercise: "squat", sets: 2, reps: 8 }, squat)).toBe(48);
  expect(loadOf({ exercise: "squat", sets: 1, reps_by_set: [6, 4, 2], hold_s: 8 }, squat)).toBe(36);
  expect(loadOf({ exercise: "bridge", sets: 2, hold_s: 15 }, bridge)).toBe(20);
  expect(loadOf({ exercise: "bike", sets: 1, minutes: 5 }, { ...walk, level: 2 })).toBe(100);
});

test("easy walking and stretching are no load", () => {
  expect(loadOf({ exercise: "walk", sets: 1, minutes: 30 }, walk)).toBe(0);
  expect(loadOf({ exercise: "stretch", sets: 2, hold_s: 30 }, stretch)).toBe(0);
});

// Oracle: rules 1.8, by hand.
test("time counts repetitions, holds, sides, rests and the change", () => {
  expect(secondsOf({ exercise: "squat", sets: 2, reps: 8 }, squat)).toBe(2 * 8 * 4 + 30 + 30);
  const weight = { exercise: "squat", sets: 2, reps: 8, resistance: { kg: 6 } };
  expect(secondsOf(weight, squat)).toBe(2 * 8 * 4 + 90 + 30);
  expect(secondsOf({ exercise: "b", sets: 1, reps: 5, hold_s: 8 }, bridge)).toBe(5 * 10 * 2 + 30);
  const left = { exercise: "b", side: "left", sets: 1, hold_s: 20 };
  expect(secondsOf(left, bridge)).toBe(20 + 30);
  expect(secondsOf({ exercise: "walk", sets: 1, minutes: 10 }, walk)).toBe(630);
});

test("weeks begin on Monday", () => {
  expect(mondayOf("2026-03-02")).toBe("2026-03-02");
  expect(mondayOf("2026-03-08")).toBe("2026-03-02");
  expect(mondayOf("2023-12-31")).toBe("2023-12-25");
});

test("weeks without anything are there, with nothing in them", () => {
  const done = (day: string, exercise: string, minutes: number): Entry => ({
    id: `${day}${exercise}`,
    person: "p",
    made_at: `${day}T18:00:00.000+01:00`,
    author: { role: "person" },
    device: "d",
    kind: "exercise.done",
    version: 1,
    body: { exercise, sets: 1, minutes },
  });
  const list = [
    done("2026-03-03", "walk", 9.5),
    done("2026-03-03", "walk", 4.5),
    done("2026-03-05", "gone", 5),
    done("2026-03-18", "walk", 9.5),
  ];
  const weeks = weeksDone(list, "2026-03-20", (id) => (id === "walk" ? walk : null));
  expect(weeks).toEqual([
    { monday: "2026-03-02", days: 2, minutes: 15, load: 0 },
    { monday: "2026-03-09", days: 0, minutes: 0, load: 0 },
    { monday: "2026-03-16", days: 1, minutes: 10, load: 0 },
  ]);
});
