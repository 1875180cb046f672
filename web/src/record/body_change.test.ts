// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import type { PainArea } from "./body_areas.ts";
import { compareMaps } from "./body_change.ts";
import { isNoticed } from "./important_change.ts";

const area = (region: PainArea["region"], side: PainArea["side"], intensity: number): PainArea => ({
  region,
  side,
  intensity,
  quality: [],
});

test("each spot goes to one list", () => {
  const before = [area("lumbar", "both", 7), area("buttock", "left", 5), area("calf", "left", 3)];
  const now = [
    area("lumbar", "left", 4),
    area("buttock", "left", 5),
    area("hip", "right", 2),
    area("knee", "right", 0),
  ];
  const change = compareMaps(before, now);
  expect(change.gone.map((one) => one.key)).toEqual(["lumbar.right", "calf.left"]);
  expect(change.appeared.map((one) => one.key)).toEqual(["hip.right"]);
  expect(change.less).toEqual([{ key: "lumbar.left", before: 7, now: 4 }]);
  expect(change.more).toEqual([]);
  expect(change.same.map((one) => one.key)).toEqual(["buttock.left"]);
});

test("a leg reaches less far, further, or as before", () => {
  const change = compareMaps(
    [area("calf", "left", 3), area("buttock", "right", 2)],
    [area("thigh_back", "left", 3), area("foot", "right", 2)],
  );
  expect(change.left_leg).toBe("shorter");
  expect(change.right_leg).toBe("further");
  expect(compareMaps([area("shin", "left", 1)], [area("calf", "left", 9)]).left_leg).toBe("same");
});

test("swapping the maps swaps what came and went", () => {
  const a = [area("calf", "left", 3), area("lumbar", "center", 6)];
  const b = [area("lumbar", "center", 2), area("foot", "left", 1)];
  const there = compareMaps(a, b);
  const back = compareMaps(b, a);
  expect(there.gone.map((one) => one.key)).toEqual(back.appeared.map((one) => one.key));
  expect(there.less.map((one) => one.key)).toEqual(back.more.map((one) => one.key));
  expect([there.left_leg, back.left_leg]).toEqual(["further", "shorter"]);
});

// Oracle: facts 2.1 and the worked cases of facts 11 (6 to 4 is 33 %).
test("people notice two points and 30 percent", () => {
  expect(isNoticed(6, 4)).toBe(true);
  expect(isNoticed(8, 6)).toBe(false);
  expect(isNoticed(3, 2)).toBe(false);
  expect(isNoticed(10, 7)).toBe(true);
  expect(isNoticed(4, 6)).toBe(false);
});
