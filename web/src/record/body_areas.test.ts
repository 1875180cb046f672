// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { en } from "../words/en.ts";
import {
  isUnrated,
  kQualities,
  kRegions,
  kSpots,
  type PainArea,
  toSpots,
  touchesSafety,
  withMarks,
  withoutMarks,
  withRating,
} from "./body_areas.ts";

const area = (
  region: PainArea["region"],
  side: PainArea["side"],
  intensity = 0,
  quality: PainArea["quality"] = [],
): PainArea => ({ region, side, intensity, quality });

// Oracle: the table of words in formats.md.
test("regions and qualities are the words of the journal", () => {
  const words =
    "lumbar thoracic cervical buttock hip groin sacrum thigh_back thigh_front knee calf shin foot shoulder abdomen flank chest";
  expect([...kRegions].sort()).toEqual(words.split(" ").sort());
  expect([...kQualities].join(" ")).toBe(
    "aching stiff sharp burning tingling numb shooting cramping",
  );
});

test("every spot and quality has a name", () => {
  for (const key of kSpots) expect(en).toHaveProperty([`spot.${key}`]);
  for (const word of kQualities) expect(en).toHaveProperty([`quality.${word}`]);
  expect(new Set(kSpots).size).toBe(kSpots.length);
});

test("both sides are two spots", () => {
  expect(toSpots([area("lumbar", "both", 6, ["aching"])])).toEqual([
    area("lumbar", "left", 6, ["aching"]),
    area("lumbar", "right", 6, ["aching"]),
  ]);
});

test("the middle of a region that has none is both its sides", () => {
  expect(toSpots([area("knee", "center", 4)]).map((one) => one.side)).toEqual(["left", "right"]);
});

test("a spot told twice keeps the higher number and all qualities", () => {
  const told = [area("hip", "left", 3, ["sharp"]), area("hip", "left", 5, ["aching"])];
  expect(toSpots(told)).toEqual([area("hip", "left", 5, ["aching", "sharp"])]);
});

test("marking leaves what is marked as it is", () => {
  const before = [area("lumbar", "left", 6, ["stiff"])];
  const after = withMarks(before, ["lumbar.left", "buttock.left"]);
  expect(after).toEqual([area("lumbar", "left", 6, ["stiff"]), area("buttock", "left")]);
  expect(after.map(isUnrated)).toEqual([false, true]);
});

test("numbness without pain is something said", () => {
  expect(isUnrated(area("foot", "left", 0, ["numb"]))).toBe(false);
});

test("one side of a pair can be taken away", () => {
  expect(withoutMarks([area("calf", "both", 3)], ["calf.left"])).toEqual([
    area("calf", "right", 3),
  ]);
});

test("several spots are rated together, others stay", () => {
  const before = [area("lumbar", "both", 2), area("hip", "right", 7)];
  const after = withRating(before, ["lumbar.left", "lumbar.right"], { intensity: 5 });
  expect(after.map((one) => one.intensity)).toEqual([5, 5, 7]);
});

test("numb or tingling legs touch the safety questions, an aching leg or a numb shoulder does not", () => {
  expect(touchesSafety(area("calf", "left", 2, ["tingling"]))).toBe(true);
  expect(touchesSafety(area("groin", "right", 0, ["numb"]))).toBe(true);
  expect(touchesSafety(area("calf", "left", 2, ["aching"]))).toBe(false);
  expect(touchesSafety(area("shoulder", "left", 2, ["numb"]))).toBe(false);
});
