// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Which spot lies next to another on a view: for the arrow keys. */
import type { SpotKey } from "../../record/body_areas.ts";
import type { Point } from "./curve.ts";
import { kShapes, type SpotShape, type View } from "./shapes.ts";

export type Direction = "up" | "down" | "left" | "right";

export const kArrows: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

const kSteps: Readonly<Record<Direction, Point>> = {
  up: [0, -1],
  down: [0, 1],
  left: [-1, 0],
  right: [1, 0],
};

/** How far aside counts against how far ahead. */
const kAside = 2.5;

function cost(from: SpotShape, to: SpotShape, [x, y]: Point): number {
  const dx = to.label[0] - from.label[0];
  const dy = to.label[1] - from.label[1];
  const ahead = dx * x + dy * y;
  const aside = Math.abs(dx * y) + Math.abs(dy * x);
  // Only what lies more ahead than aside is in this direction.
  return ahead > 1 && aside <= ahead * 1.6 ? ahead + aside * kAside : Number.POSITIVE_INFINITY;
}

/** The next spot in a direction on the screen, or the same one at the edge. */
export function neighborOf(view: View, key: SpotKey, direction: Direction): SpotKey {
  const from = kShapes[view].find((shape) => shape.key === key);
  if (from === undefined) return key;
  let best = from;
  let least = Number.POSITIVE_INFINITY;
  for (const shape of kShapes[view]) {
    const now = shape === from ? Number.POSITIVE_INFINITY : cost(from, shape, kSteps[direction]);
    if (now < least) {
      least = now;
      best = shape;
    }
  }
  return best.key;
}
