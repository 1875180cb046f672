// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Turns points into soft shapes for drawing. */

export type Point = readonly [x: number, y: number];

/** Reads points as an SVG polygon has them: "x,y x,y". */
export function pointsOf(text: string): Point[] {
  return text
    .trim()
    .split(/\s+/)
    .map((pair): Point => {
      const [x = "0", y = "0"] = pair.split(",");
      return [Number(x), Number(y)];
    });
}

const round = (value: number) => Math.round(value * 10) / 10;
const at = (x: number, y: number) => `${round(x)} ${round(y)}`;

function around(points: readonly Point[], index: number): Point {
  return points[(index + points.length) % points.length] as Point;
}

/** A closed line that runs smoothly through all points (Catmull-Rom as cubic Béziers). */
export function smoothShape(points: readonly Point[], tension = 6): string {
  const parts = [`M${at(...around(points, 0))}`];
  for (let i = 0; i < points.length; i++) {
    const [x0, y0] = around(points, i - 1);
    const [x1, y1] = around(points, i);
    const [x2, y2] = around(points, i + 1);
    const [x3, y3] = around(points, i + 2);
    const leave = at(x1 + (x2 - x0) / tension, y1 + (y2 - y0) / tension);
    const arrive = at(x2 - (x3 - x1) / tension, y2 - (y3 - y1) / tension);
    parts.push(`C${leave} ${arrive} ${at(x2, y2)}`);
  }
  return `${parts.join("")}Z`;
}

function toward(from: Point, to: Point, far: number): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const share = length === 0 ? 0 : Math.min(far / length, 0.5);
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/** A closed shape of straight sides with soft corners. */
export function softShape(points: readonly Point[], radius = 7): string {
  const parts = points.map((corner, i) => {
    const before = toward(corner, around(points, i - 1), radius);
    const after = toward(corner, around(points, i + 1), radius);
    return `${i === 0 ? "M" : "L"}${at(...before)}Q${at(...corner)} ${at(...after)}`;
  });
  return `${parts.join("")}Z`;
}

/** The same points on the other side of the middle. */
export function mirrored(points: readonly Point[]): Point[] {
  return points.map(([x, y]) => [-x, y] as const).reverse();
}

/** The middle of the area that the points enclose. */
export function middleOf(points: readonly Point[]): Point {
  let area = 0;
  let x = 0;
  let y = 0;
  for (let i = 0; i < points.length; i++) {
    const [x1, y1] = around(points, i);
    const [x2, y2] = around(points, i + 1);
    const part = x1 * y2 - x2 * y1;
    area += part;
    x += (x1 + x2) * part;
    y += (y1 + y2) * part;
  }
  return area === 0 ? around(points, 0) : [x / (3 * area), y / (3 * area)];
}
