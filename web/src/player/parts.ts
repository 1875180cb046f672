// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** How parts of the body are put together: frames of their own, and balls joined to shapes. */
import { type Ball, type Material, type Rounded, sphere } from "./things.ts";
import { along, cross, times, unit, type Vector } from "./vector.ts";

/** Directions of a part of the body; unit length, at right angles. */
export interface Frame {
  readonly front: Vector;
  readonly left: Vector;
  readonly up: Vector;
}

/** The frame with this front, and roughly this way up. */
export const frameOf = (front: Vector, up: Vector): Frame => {
  const left = unit(cross(up, front));
  const ahead = unit(front);
  return { front: ahead, left, up: cross(ahead, left) };
};

/** A shape of balls; `nearer` in meters. */
export function rounded(
  material: Material,
  balls: readonly Ball[],
  links: readonly (readonly number[])[],
  nearer = 0,
): Rounded {
  return { kind: "rounded", material, balls, links, nearer };
}

/** Each ball joined to the next. */
export function chain(material: Material, balls: readonly Ball[], nearer = 0): Rounded {
  return rounded(
    material,
    balls,
    balls.length === 1 ? [[0]] : balls.slice(1).map((_, i) => [i, i + 1]),
    nearer,
  );
}

/** Makes balls for a body of a height: all sizes in body heights. */
export class Sizes {
  constructor(private readonly height: number) {}

  /** A ball with half axes in a frame: front, left, up. */
  ball(center: Vector, frame: Frame, front: number, left: number, up: number): Ball {
    const h = this.height;
    return {
      center,
      axes: [times(front * h, frame.front), times(left * h, frame.left), times(up * h, frame.up)],
    };
  }

  round(center: Vector, radius: number): Ball {
    return sphere(center, radius * this.height);
  }

  /** A place moved in a frame: front, left, up. */
  moved(place: Vector, frame: Frame, front: number, left: number, up: number): Vector {
    const h = this.height;
    return along(place, [front * h, frame.front], [left * h, frame.left], [up * h, frame.up]);
  }
}
