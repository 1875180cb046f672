// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { kSpots, type SpotKey } from "../../record/body_areas.ts";
import { kArrows, neighborOf } from "./neighbor.ts";
import { kShapes, kViews, type View } from "./shapes.ts";

test("every spot can be seen on some view", () => {
  const seen = new Set(kViews.flatMap((view) => kShapes[view].map((shape) => shape.key)));
  expect([...seen].sort()).toEqual([...kSpots].sort());
});

test("from behind, the person's left is on the left", () => {
  expect(neighborOf("back", "lumbar.center", "left")).toBe("lumbar.left");
  expect(neighborOf("back", "lumbar.center", "right")).toBe("lumbar.right");
  expect(neighborOf("back", "lumbar.left", "right")).toBe("lumbar.center");
});

test("from the front, the person's left is on the right", () => {
  expect(neighborOf("front", "abdomen.center", "right")).toBe("abdomen.left");
});

test("down the leg, and no further than the foot", () => {
  expect(neighborOf("back", "thigh_back.left", "down")).toBe("knee.left");
  expect(neighborOf("back", "knee.left", "down")).toBe("calf.left");
  expect(neighborOf("back", "calf.left", "down")).toBe("foot.left");
  expect(neighborOf("back", "foot.left", "down")).toBe("foot.left");
});

function reachable(view: View, from: SpotKey): Set<SpotKey> {
  const seen = new Set([from]);
  const open = [from];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const direction of Object.values(kArrows)) {
      const next = neighborOf(view, key, direction);
      if (!seen.has(next)) open.push(next);
      seen.add(next);
    }
  }
  return seen;
}

test("the arrow keys reach every spot of a view from every other", () => {
  for (const view of kViews) {
    for (const { key } of kShapes[view]) {
      const missed = kShapes[view].filter((shape) => !reachable(view, key).has(shape.key));
      expect(missed.map((shape) => shape.key)).toEqual([]);
    }
  }
});
