// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Things to draw: rounded bodies, boxes, and lines, with their outlines in a picture. */
import type { Camera } from "./camera.ts";
import { dot, minus, plus, times, type Vector } from "./vector.ts";

/** What a thing is made of; its color is a token. */
export type Material =
  | "skin"
  | "top"
  | "legs"
  | "hair"
  | "mat"
  | "wood"
  | "cushion"
  | "wall"
  | "band"
  | "iron";

/** An ellipsoid by its three half axes. */
export interface Ball {
  readonly center: Vector;
  readonly axes: readonly [Vector, Vector, Vector];
}

/** Balls, joined smoothly along the links. */
export interface Rounded {
  readonly kind: "rounded";
  readonly material: Material;
  readonly balls: readonly Ball[];
  /** Which balls are joined; a list of two or more is wrapped as one. */
  readonly links: readonly (readonly number[])[];
  /** Parts of one limb are painted as one where they lie together. */
  readonly limb?: string;
  /** Meters that it counts as nearer to us. */
  readonly nearer?: number;
}

/** A box by its middle and its half axes. */
export interface Box {
  readonly kind: "box";
  readonly material: Material;
  readonly center: Vector;
  readonly axes: readonly [Vector, Vector, Vector];
  readonly nearer?: number;
  /** Drawn before everything that has a body. */
  readonly ground?: boolean;
}

export interface Line {
  readonly kind: "line";
  readonly material: Material;
  readonly points: readonly Vector[];
  /** Meters. */
  readonly width: number;
  readonly nearer?: number;
}

export type Thing = Rounded | Box | Line;

export function sphere(center: Vector, radius: number): Ball {
  return {
    center,
    axes: [
      [radius, 0, 0],
      [0, radius, 0],
      [0, 0, radius],
    ],
  };
}

/** Directions around an outline. */
const kAround = 44;
const kTurns = Array.from({ length: kAround }, (_, i) => {
  const turn = (2 * Math.PI * i) / kAround;
  return [Math.cos(turn), Math.sin(turn)] as const;
});

interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

function ellipseOf(ball: Ball, camera: Camera): Ellipse {
  const { x, y, scale } = camera.spot(ball.center);
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (const axis of ball.axes) {
    const right = scale * dot(axis, camera.right);
    const down = -scale * dot(axis, camera.above);
    xx += right * right;
    xy += right * down;
    yy += down * down;
  }
  return { x, y, xx, xy, yy };
}

function wrap(ellipses: readonly Ellipse[], path: Path2D): void {
  kTurns.forEach(([ux, uy], i) => {
    let most = -Infinity;
    let px = 0;
    let py = 0;
    for (const e of ellipses) {
      const qx = e.xx * ux + e.xy * uy;
      const qy = e.xy * ux + e.yy * uy;
      const reach = Math.sqrt(Math.max(qx * ux + qy * uy, 1e-9));
      const far = e.x * ux + e.y * uy + reach;
      if (far <= most) continue;
      most = far;
      px = e.x + qx / reach;
      py = e.y + qy / reach;
    }
    if (i === 0) path.moveTo(px, py);
    else path.lineTo(px, py);
  });
  path.closePath();
}

/** The outline of a rounded thing. */
export function outline(thing: Rounded, camera: Camera): Path2D {
  const ellipses = thing.balls.map((ball) => ellipseOf(ball, camera));
  const path = new Path2D();
  for (const link of thing.links) {
    wrap(
      link.flatMap((i) => ellipses[i] ?? []),
      path,
    );
  }
  return path;
}

/** The faces of a box that we see, with how much light falls on each, 0 to 1. */
export function faces(box: Box, camera: Camera): { path: Path2D; light: number }[] {
  const seen: { path: Path2D; light: number; depth: number }[] = [];
  box.axes.forEach((axis, i) => {
    const a = box.axes[(i + 1) % 3] as Vector;
    const b = box.axes[(i + 2) % 3] as Vector;
    for (const side of [1, -1]) {
      if (side * dot(axis, camera.toward) <= 1e-6) continue;
      const middle = plus(box.center, times(side, axis));
      const path = new Path2D();
      const corners = [plus(a, b), minus(a, b), times(-1, plus(a, b)), minus(b, a)];
      corners.forEach((corner, k) => {
        const { x, y } = camera.spot(plus(middle, corner));
        if (k === 0) path.moveTo(x, y);
        else path.lineTo(x, y);
      });
      path.closePath();
      const size = Math.hypot(...axis);
      const light = 0.55 + (0.45 * side * axis[2]) / size + 0.12 * Math.abs(axis[0] / size);
      seen.push({ path, light: Math.min(light, 1), depth: camera.spot(middle).depth });
    }
  });
  return seen.sort((one, other) => one.depth - other.depth);
}

/** The middle of a thing, for what lies before what. */
export function middleOf(thing: Thing): Vector {
  if (thing.kind === "box") return thing.center;
  const places = thing.kind === "line" ? thing.points : thing.balls.map((ball) => ball.center);
  const sum = places.reduce<Vector>(plus, [0, 0, 0]);
  return times(1 / Math.max(places.length, 1), sum);
}
