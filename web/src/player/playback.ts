// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What the core says of a movement: where the points of the body are, over one cycle. */
import type { Vector } from "./vector.ts";

export type Sided = "left" | "right";
export type Middle =
  | "pelvis"
  | "lumbar_1"
  | "lumbar_2"
  | "lumbar_3"
  | "thoracic_1"
  | "thoracic_2"
  | "thoracic_3"
  | "thoracic_4"
  | "cervical_1"
  | "cervical_2"
  | "head"
  | "skull"
  | "face"
  | "crown"
  | "pubis"
  | "belly"
  | "breastbone";
export type Limb =
  | "shoulder"
  | "elbow"
  | "wrist"
  | "knuckles"
  | "thumb"
  | "fingertips"
  | "hip"
  | "knee"
  | "ankle"
  | "heel"
  | "ball"
  | "toe_tip";
export type PointName = Middle | `${Sided}_${Limb}`;

export type Breath = "free" | "in" | "out";
export type Direction = "front" | "back" | "left" | "right";

/** One phase; times in seconds from the beginning of the cycle. */
export interface Phase {
  readonly name: string;
  readonly breath: Breath;
  readonly from: number;
  readonly reached: number;
  readonly until: number;
}

export interface PropPlace {
  readonly kind: string;
  readonly at: readonly string[];
  readonly anchor?: Direction;
}

export interface Rest {
  readonly contact: string;
  readonly surface: "floor" | "seat" | "wall" | "support";
  readonly at: Vector;
}

/** Times in seconds, lengths in millimeters; a pose has x, y, z of every point. */
export interface Playback {
  readonly position: string;
  readonly sides: "both" | "one" | "alternate";
  readonly seconds: number;
  readonly height: number;
  readonly seat: number;
  readonly travel: number;
  readonly wall: { readonly side: Direction; readonly at: number } | null;
  readonly points: readonly PointName[];
  readonly phases: readonly Phase[];
  readonly props: readonly PropPlace[];
  readonly rests: readonly Rest[];
  readonly keys: readonly { readonly at: number; readonly pose: readonly number[] }[];
  readonly rate: number;
  readonly frames: readonly (readonly number[])[];
}

/** The body at one moment; places in meters. */
export interface Pose {
  at(name: PointName): Vector;
}

class PoseOfNumbers implements Pose {
  constructor(
    private readonly places: ReadonlyMap<PointName, number>,
    private readonly numbers: ArrayLike<number>,
    private readonly back: number,
  ) {}

  at(name: PointName): Vector {
    const i = 3 * (this.places.get(name) ?? 0);
    const n = this.numbers;
    return [((n[i] ?? 0) - this.back) / 1000, (n[i + 1] ?? 0) / 1000, (n[i + 2] ?? 0) / 1000];
  }
}

const known = new WeakMap<Playback, ReadonlyMap<PointName, number>>();

function placesOf(playback: Playback): ReadonlyMap<PointName, number> {
  let places = known.get(playback);
  if (places === undefined) {
    places = new Map(playback.points.map((name, i) => [name, i]));
    known.set(playback, places);
  }
  return places;
}

/** How far walking has come by a time of the cycle; drawn as if the floor came along instead. */
export function wayAt(playback: Playback, time: number): number {
  return (playback.travel * time) / playback.seconds;
}

/** The body at a time from the beginning of a cycle, in between blended. */
export function poseAt(playback: Playback, time: number): Pose {
  const { frames, seconds } = playback;
  const within = ((time % seconds) + seconds) % seconds;
  const back = wayAt(playback, within);
  const places = placesOf(playback);
  const first = playback.keys[0]?.pose ?? [];
  if (frames.length === 0) return new PoseOfNumbers(places, first, 0);
  const place = (within / seconds) * frames.length;
  const before = Math.floor(place) % frames.length;
  const a = frames[before] ?? first;
  const last = before + 1 === frames.length;
  const b = frames[last ? 0 : before + 1] ?? first;
  const share = place - Math.floor(place);
  const ahead = last ? playback.travel : 0;
  const numbers = new Float32Array(a.length);
  for (let i = 0; i < a.length; i += 1) {
    const from = a[i] ?? 0;
    const to = (b[i] ?? 0) + (i % 3 === 0 ? ahead : 0);
    numbers[i] = from + share * (to - from);
  }
  return new PoseOfNumbers(places, numbers, back);
}

/** One of the key poses, as it is settled. */
export function keyPose(playback: Playback, number: number): Pose {
  const key = playback.keys[number] ?? playback.keys[0];
  const back = wayAt(playback, key?.at ?? 0);
  return new PoseOfNumbers(placesOf(playback), key?.pose ?? [], back);
}

/** Which phase a time falls into, counted from 0. */
export function phaseAt(playback: Playback, time: number): number {
  const within = ((time % playback.seconds) + playback.seconds) % playback.seconds;
  const found = playback.phases.findIndex((phase) => within < phase.until);
  return found < 0 ? Math.max(playback.phases.length - 1, 0) : found;
}

/** How full the chest is, 0 to 1. */
export function breathAt(playback: Playback, time: number): number {
  const within = ((time % playback.seconds) + playback.seconds) % playback.seconds;
  const phase = playback.phases[phaseAt(playback, time)];
  if (phase === undefined) return 0.5;
  const share = (within - phase.from) / Math.max(phase.until - phase.from, 0.1);
  const eased = 0.5 - 0.5 * Math.cos(Math.PI * Math.min(Math.max(share, 0), 1));
  if (phase.breath === "in") return eased;
  if (phase.breath === "out") return 1 - eased;
  return 0.5 - 0.5 * Math.cos((2 * Math.PI * within) / Math.max(playback.seconds / 2, 4));
}

/** How far two key poses are apart, summed over all points; square millimeters. */
function apart(playback: Playback, one: number, other: number): number {
  const a = playback.keys[one];
  const b = playback.keys[other];
  if (a === undefined || b === undefined) return 0;
  const shift = wayAt(playback, b.at) - wayAt(playback, a.at);
  return b.pose.reduce((sum, number, i) => {
    const moved = number - (a.pose[i] ?? 0) - (i % 3 === 0 ? shift : 0);
    return sum + moved * moved;
  }, 0);
}

/** The key pose that shows best what the exercise is: the one farthest from the start. */
export function tellingKey(playback: Playback): number {
  let best = 0;
  playback.keys.forEach((_, number) => {
    if (apart(playback, 0, number) > apart(playback, 0, best) * 1.0001) best = number;
  });
  return best;
}

/** Below this mean distance of a point, in millimeters, two poses look the same. */
const kSamePose = 4;

/** The key poses that differ from all before them, in their order. */
export function distinctKeys(playback: Playback): readonly number[] {
  const same = playback.points.length * kSamePose * kSamePose;
  const found: number[] = [];
  playback.keys.forEach((_, number) => {
    if (found.every((known) => apart(playback, known, number) > same)) found.push(number);
  });
  return found;
}
