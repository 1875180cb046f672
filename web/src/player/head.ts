// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The head: a plain face that shows where it looks, hair, ears. Sizes in body heights. */
import { frameOf, rounded, Sizes } from "./parts.ts";
import type { Pose } from "./playback.ts";
import type { Ball, Rounded } from "./things.ts";
import { minus } from "./vector.ts";

type Half = readonly [number, number, number];

/** The head of a body of a height, in meters. */
export function headThings(pose: Pose, height: number): Rounded[] {
  const sizes = new Sizes(height);
  const skull = pose.at("skull");
  const head = frameOf(minus(pose.at("face"), skull), minus(pose.at("crown"), pose.at("head")));
  const ball = (front: number, left: number, up: number, half: Half): Ball =>
    sizes.ball(sizes.moved(skull, head, front, left, up), head, ...half);
  const face = rounded(
    "skin",
    [
      ball(0.004, 0, 0.004, [0.053, 0.044, 0.054]),
      ball(0.024, 0, -0.036, [0.026, 0.029, 0.024]),
      ball(0.06, 0, -0.01, [0.008, 0.007, 0.007]),
      ball(0.05, 0, 0.012, [0.006, 0.006, 0.006]),
    ],
    [
      [0, 1],
      [2, 3],
      [0, 3],
    ],
  );
  const hair = rounded(
    "hair",
    [
      ball(-0.012, 0, 0.018, [0.05, 0.047, 0.048]),
      ball(0.022, 0, 0.042, [0.03, 0.038, 0.02]),
      ball(-0.03, 0, -0.018, [0.026, 0.037, 0.03]),
    ],
    [
      [0, 1],
      [0, 2],
    ],
    0.03,
  );
  const cap = rounded("hair", [ball(0.006, 0, 0.045, [0.048, 0.043, 0.021])], [[0]], 0.052);
  const ear = (side: 1 | -1) =>
    rounded("skin", [ball(0.006, side * 0.046, -0.006, [0.01, 0.005, 0.014])], [[0]], 0.034);
  const eye = (side: 1 | -1) =>
    rounded("hair", [ball(0.0505, side * 0.018, 0, [0.003, 0.004, 0.0045])], [[0]], 0.01);
  return [face, hair, cap, ear(1), ear(-1), eye(1), eye(-1)];
}
