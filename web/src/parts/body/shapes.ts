// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Where each spot lies on each view of the figure, and where its number stands. */
import type { SpotKey } from "../../record/body_areas.ts";
import {
  kBackMiddle,
  kBackSide,
  kFrontMiddle,
  kFrontSide,
  kProfileSide,
  type ShapeRows,
} from "./corners.ts";
import { middleOf, mirrored, type Point, pointsOf } from "./curve.ts";

export type View = "back" | "front" | "left" | "right";
export const kViews: readonly View[] = ["back", "front", "left", "right"];

export interface SpotShape {
  readonly key: SpotKey;
  readonly points: readonly Point[];
  /** Where its number stands: the middle of what the outline leaves of it. */
  readonly label: Point;
}

/** Half the width of the figure at a height, from front and from the side: shapes are cut there. */
const kHalfWidth = pointsOf(
  "17,90 48,112 84,145 56,172 44,240 52,292 54,350 41,430 43,480 30,558 42,590",
);
const kFrontEdge = pointsOf("-8,95 -36,165 -33,260 -33,360 -26,430 -20,480 -12,540 -48,590");
const kBackEdge = pointsOf("16,95 35,160 22,242 39,306 23,380 14,435 22,480 10,548 15,590");

/** Below it the legs part; how far from the middle they begin. */
const kCrotch = 336;
const kInnerLeg = 10;

function edgeAt(edge: readonly Point[], height: number): number {
  const next = edge.findIndex(([, y]) => y >= height);
  const [x2, y2] = edge[next < 0 ? edge.length - 1 : next] as Point;
  if (next <= 0) return x2;
  const [x1, y1] = edge[next - 1] as Point;
  return x1 + ((x2 - x1) * (height - y1)) / (y2 - y1);
}

function between(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

function uprightLabel(points: readonly Point[]): Point {
  const cut = points.map(([x, y]): Point => {
    const half = edgeAt(kHalfWidth, y);
    const inner = y > kCrotch ? kInnerLeg : -half;
    return [between(inner, x, half), between(0, y, 591)];
  });
  return middleOf(cut);
}

function profileLabel(points: readonly Point[]): Point {
  const cut = points.map(([x, y]): Point => {
    return [between(edgeAt(kFrontEdge, y), x, edgeAt(kBackEdge, y)), between(0, y, 591)];
  });
  return middleOf(cut);
}

function flipped(shape: SpotShape, key: SpotKey): SpotShape {
  return { key, points: mirrored(shape.points), label: [-shape.label[0], shape.label[1]] };
}

function upright(middle: ShapeRows, sides: ShapeRows, onTheRight: "left" | "right"): SpotShape[] {
  const onTheLeft = onTheRight === "right" ? "left" : "right";
  const across = middle.map(([region, corners]): SpotShape => {
    const half = pointsOf(corners);
    const points = [...half, ...mirrored(half)];
    return { key: `${region}.center`, points, label: uprightLabel(points) };
  });
  const pairs = sides.flatMap(([region, corners]): SpotShape[] => {
    const points = pointsOf(corners);
    const one: SpotShape = { key: `${region}.${onTheRight}`, points, label: uprightLabel(points) };
    return [flipped(one, `${region}.${onTheLeft}`), one];
  });
  return [...across, ...pairs];
}

const kLeft = kProfileSide.map(([region, corners]): SpotShape => {
  const points = pointsOf(corners);
  return { key: `${region}.left`, points, label: profileLabel(points) };
});
const kRight = kLeft.map((shape) => flipped(shape, shape.key.replace("left", "right") as SpotKey));

/** The spots that can be seen on a view. Left and right are those of the person. */
export const kShapes: Readonly<Record<View, readonly SpotShape[]>> = {
  back: upright(kBackMiddle, kBackSide, "right"),
  front: upright(kFrontMiddle, kFrontSide, "left"),
  left: kLeft,
  right: kRight,
};
