// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** A movement as a picture: camera, room and body put together. No page, no clock. */
import { bodyThings } from "./body.ts";
import { type Angle, type Camera, makeCamera } from "./camera.ts";
import { heldThings } from "./held.ts";
import { paint } from "./paint.ts";
import type { Palette } from "./palette.ts";
import { breathAt, keyPose, type Playback, type Pose, poseAt, wayAt } from "./playback.ts";
import { floorMarks, roomThings } from "./room.ts";
import type { Thing } from "./things.ts";
import type { Vector } from "./vector.ts";
import { plus } from "./vector.ts";

/** Meters around the joints that the body fills. */
const kAround = 0.09;

function corners(thing: Thing): Vector[] {
  if (thing.kind === "line") return [...thing.points];
  if (thing.kind === "rounded") return [];
  const [a, b, c] = thing.axes;
  return [1, -1].flatMap((i) =>
    [1, -1].flatMap((k) =>
      [1, -1].map((m) =>
        [[i, a] as const, [k, b] as const, [m, c] as const].reduce<Vector>(
          (at, [sign, axis]) => plus(at, [sign * axis[0], sign * axis[1], sign * axis[2]]),
          thing.center,
        ),
      ),
    ),
  );
}

/**
 * One movement, seen from one direction in a picture of one size; with `only`, a still picture that
 * one key pose fills.
 */
export class Scene {
  private readonly room: readonly Thing[];
  private readonly start: Pose;
  private readonly floor: readonly Vector[];
  private readonly camera: Camera;

  constructor(
    readonly playback: Playback,
    angle: Angle,
    private readonly width: number,
    private readonly height: number,
    only?: number,
  ) {
    this.start = keyPose(playback, 0);
    this.room = roomThings(playback);
    const body = this.bodyPlaces(only);
    const isBackdrop = ({ kind, material }: Thing) =>
      kind === "box" && (material === "wall" || (material === "mat" && only !== undefined));
    const things = [
      ...this.room.filter((thing) => !isBackdrop(thing)),
      ...heldThings(playback, this.start, this.start, [1, 0, 0]),
    ];
    this.floor = body.filter(([, , z]) => z < 0.35);
    if (this.floor.length === 0) this.floor = body;
    this.camera = makeCamera(angle, [...body, ...things.flatMap(corners)], width, height);
  }

  /** Paints the moment at a time from the beginning of the cycle, in seconds. */
  paintAt(ink: CanvasRenderingContext2D, palette: Palette, time: number): void {
    const { playback } = this;
    this.paintPose(ink, palette, poseAt(playback, time), breathAt(playback, time), time);
  }

  paintKey(ink: CanvasRenderingContext2D, palette: Palette, key: number): void {
    this.paintPose(ink, palette, keyPose(this.playback, key), 0.5, 0);
  }

  private paintPose(
    ink: CanvasRenderingContext2D,
    palette: Palette,
    pose: Pose,
    breath: number,
    time: number,
  ) {
    ink.clearRect(0, 0, this.width, this.height);
    const walks = this.playback.travel !== 0;
    const things = [
      ...(walks ? floorMarks(wayAt(this.playback, time) / 1000) : []),
      ...this.room,
      ...heldThings(this.playback, pose, this.start, this.camera.toward),
      ...bodyThings(pose, this.playback.height / 1000, breath),
    ];
    paint(ink, things, this.camera, palette, {
      floor: this.floor,
      middle: this.start.at("pelvis"),
    });
  }

  private bodyPlaces(only: number | undefined): Vector[] {
    const { playback } = this;
    const places: Vector[] = [];
    const put = (pose: Pose) => {
      for (const name of playback.points) {
        const at = pose.at(name);
        places.push(
          plus(at, [kAround, kAround, kAround / 2]),
          plus(at, [-kAround, -kAround, at[2] < kAround ? -at[2] : -kAround]),
        );
      }
    };
    if (only !== undefined) {
      put(keyPose(playback, only));
      return places;
    }
    playback.keys.forEach((_, number) => {
      put(keyPose(playback, number));
    });
    const steps = Math.min(playback.frames.length, 24);
    for (let i = 0; i < steps; i += 1) put(poseAt(playback, (playback.seconds * i) / steps));
    return places;
  }
}
