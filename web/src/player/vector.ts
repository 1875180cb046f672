// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Vectors of the room: x forward of the person standing, y to the left, z up; meters. */

export type Vector = readonly [number, number, number];

export const plus = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const times = (k: number, a: Vector): Vector => [k * a[0], k * a[1], k * a[2]];
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const length = (a: Vector): number => Math.hypot(a[0], a[1], a[2]);
export const mix = (a: Vector, b: Vector, share: number): Vector => [
  a[0] + share * (b[0] - a[0]),
  a[1] + share * (b[1] - a[1]),
  a[2] + share * (b[2] - a[2]),
];

/** Of length 1; a vector without a length points forward. */
export function unit(a: Vector): Vector {
  const size = length(a);
  return size < 1e-9 ? [1, 0, 0] : times(1 / size, a);
}

/** `start` moved along several directions at once. */
export function along(start: Vector, ...steps: readonly (readonly [number, Vector])[]): Vector {
  return steps.reduce<Vector>((place, [far, way]) => plus(place, times(far, way)), start);
}
