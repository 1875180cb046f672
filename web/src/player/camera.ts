// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** From where we look, and what fills the picture. */
import { cross, dot, minus, plus, times, unit, type Vector } from "./vector.ts";

/** A direction to look from: degrees around the person (0 from the front, 90 from the left) and up. */
export interface Angle {
  readonly around: number;
  readonly up: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
  /** Pixels a meter there. */
  readonly scale: number;
  /** Meters towards us. */
  readonly depth: number;
}

export interface Camera {
  readonly right: Vector;
  readonly above: Vector;
  readonly toward: Vector;
  readonly scale: number;
  spot(place: Vector): Spot;
}

/** Meters from us to the middle of the picture: mild perspective. */
const kDistance = 7;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function directions(angle: Angle): Pick<Camera, "right" | "above" | "toward"> {
  const around = (angle.around * Math.PI) / 180;
  const up = (angle.up * Math.PI) / 180;
  const toward: Vector = [
    Math.cos(around) * Math.cos(up),
    Math.sin(around) * Math.cos(up),
    Math.sin(up),
  ];
  const right = unit(cross([0, 0, 1], toward));
  return { toward, right, above: cross(toward, right) };
}

function boxOf(places: readonly Vector[], look: (place: Vector) => Spot): Box {
  let box: Box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const place of places) {
    const { x, y } = look(place);
    box = {
      left: Math.min(box.left, x),
      right: Math.max(box.right, x),
      top: Math.min(box.top, y),
      bottom: Math.max(box.bottom, y),
    };
  }
  return box;
}

/** A camera that keeps all of these places in a picture of this size, and never moves. */
export function makeCamera(
  angle: Angle,
  places: readonly Vector[],
  width: number,
  height: number,
): Camera {
  const axes = directions(angle);
  const sum = places.reduce<Vector>(plus, [0, 0, 0]);
  const center = times(1 / Math.max(places.length, 1), sum);
  const look = (place: Vector): Spot => {
    const from = minus(place, center);
    const depth = dot(from, axes.toward);
    const near = kDistance / (kDistance - depth);
    return {
      x: near * dot(from, axes.right),
      y: -near * dot(from, axes.above),
      scale: near,
      depth,
    };
  };
  const box = boxOf(places, look);
  const wide = Math.max(box.right - box.left, 0.2);
  const high = Math.max(box.bottom - box.top, 0.2);
  const scale = Math.min(width / wide, height / high) * 0.94;
  const x0 = width / 2 - (scale * (box.left + box.right)) / 2;
  const y0 = height / 2 - (scale * (box.top + box.bottom)) / 2;
  return {
    ...axes,
    scale,
    spot(place) {
      const found = look(place);
      return {
        x: x0 + scale * found.x,
        y: y0 + scale * found.y,
        scale: scale * found.scale,
        depth: found.depth,
      };
    },
  };
}
