// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { expectedCourse } from "./expected_course.ts";

// Oracle: facts 11 (acute 60 of 100 after 6 weeks: 26.54) and the published means of facts 3.3.
test("the average passes through the published weeks", () => {
  expect(expectedCourse(6, 6).mean).toBeCloseTo(2.654, 3);
  expect(expectedCourse(5.2, 0).mean).toBeCloseTo(5.2, 9);
  expect(expectedCourse(5.2, 26).mean).toBeCloseTo(1.2, 9);
  expect(expectedCourse(5.2, 52).mean).toBeCloseTo(0.6, 9);
  expect(expectedCourse(5.2, 80)).toEqual(expectedCourse(5.2, 52));
});

test("it falls from day to day, inside its band", () => {
  let before = expectedCourse(7, 0).mean;
  for (let days = 1; days <= 364; days++) {
    const { low, mean, high } = expectedCourse(7, days / 7);
    expect(mean).toBeLessThan(before);
    expect(low).toBeLessThan(mean);
    expect(high).toBeGreaterThan(mean);
    before = mean;
  }
});
