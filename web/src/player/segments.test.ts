// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { Item } from "../core/types.ts";
import { doneOf, segmentsOf } from "./segments.ts";

const base: Item = {
  exercise: "bridge",
  side: null,
  sets: 2,
  reps: 6,
  tempo_s: 4,
  rest_s: 30,
  level: 2,
  load: 12,
  role: "main",
  why: [],
};

describe("segmentsOf", () => {
  it("rests between sets and not after the last", () => {
    const kinds = segmentsOf(base).map((one) => one.kind);
    expect(kinds.filter((kind) => kind === "rest")).toHaveLength(1);
    expect(kinds.at(-1)).toBe("move");
    expect(kinds.filter((kind) => kind === "move")).toHaveLength(12);
  });

  it("does each side of a set before the next set", () => {
    const sides = segmentsOf({ ...base, side: "each", sets: 1 })
      .filter((one) => one.kind === "move")
      .map((one) => one.side);
    expect(sides).toEqual([...Array(6).fill("left"), ...Array(6).fill("right")]);
  });

  it("follows a pyramid set by set, with holds", () => {
    const { reps: _, ...pyramid } = { ...base, reps_by_set: [3, 2, 1], hold_s: 6 };
    const holds = segmentsOf(pyramid).filter((one) => one.kind === "hold");
    expect(holds.map((one) => one.set)).toEqual([1, 1, 1, 2, 2, 3]);
  });

  it("is one stretch of time where minutes are asked for", () => {
    const { reps: _, ...walk } = { ...base, sets: 1, minutes: 5 };
    expect(segmentsOf(walk).filter((one) => one.kind === "time")).toEqual([
      { kind: "time", seconds: 300, set: 1, rep: 0, reps: 0, side: null },
    ]);
  });
});

describe("doneOf", () => {
  it("gives the whole dose at the end", () => {
    expect(doneOf(base, segmentsOf(base).length, 0)).toEqual({ sets: 2, reps: 6 });
  });

  it("gives nothing before the first repetition is over", () => {
    expect(doneOf(base, 1, 2)).toBeNull();
  });

  it("counts the weaker side", () => {
    const each: Item = { ...base, side: "each", sets: 1 };
    const all = segmentsOf(each);
    const afterLeft = all.findIndex((one) => one.kind === "side");
    expect(doneOf(each, afterLeft, 0)).toBeNull();
    expect(doneOf(each, afterLeft + 4, 0)).toEqual({ sets: 1, reps: 3 });
  });

  it("adds up a pyramid", () => {
    const { reps: _, ...pyramid } = { ...base, reps_by_set: [3, 2, 1], hold_s: 6 };
    expect(doneOf(pyramid, segmentsOf(pyramid).length, 0)).toEqual({ sets: 1, reps: 6, hold_s: 6 });
  });

  it("measures minutes by the clock", () => {
    const { reps: _, ...walk } = { ...base, sets: 1, minutes: 5 };
    expect(doneOf(walk, 1, 90)).toEqual({ sets: 1, minutes: 1.5 });
  });
});
