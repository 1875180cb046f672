// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Paints things into a picture: floor and shadow first, then from far to near. */
import type { Camera } from "./camera.ts";
import { inOrder } from "./order.ts";
import type { Palette } from "./palette.ts";
import {
  type Box,
  faces,
  type Line,
  middleOf,
  outline,
  type Rounded,
  type Thing,
} from "./things.ts";
import { dot, minus, type Vector } from "./vector.ts";

type Ink = CanvasRenderingContext2D;

/** Meters of depth over which far things get darker, and how much. */
const kFar = 0.25;
const kFarShade = 0.9;

function shadeOf(depth: number): number {
  return kFarShade * Math.min(Math.max((-0.06 - depth) / kFar, 0), 1);
}

function paintRounded(ink: Ink, thing: Rounded, camera: Camera, palette: Palette, far: number) {
  const path = outline(thing, camera);
  const color = palette.material[thing.material];
  ink.lineWidth = Math.max(0.01 * camera.scale, 0.6);
  ink.strokeStyle = palette.edge;
  ink.lineJoin = "round";
  ink.stroke(path);
  ink.fillStyle = color;
  ink.fill(path);
  ink.save();
  ink.clip(path);
  // In shade, but for the side towards the light, which is above on the left.
  ink.fillStyle = palette.shade;
  ink.fill(path);
  ink.translate(-0.009 * camera.scale, -0.014 * camera.scale);
  ink.fillStyle = color;
  ink.fill(path);
  ink.restore();
  if (far <= 0) return;
  ink.save();
  ink.globalAlpha = far;
  ink.fillStyle = palette.shade;
  ink.fill(path);
  ink.restore();
}

function paintBox(ink: Ink, thing: Box, camera: Camera, palette: Palette) {
  for (const { path, light } of faces(thing, camera)) {
    ink.fillStyle = palette.material[thing.material];
    ink.fill(path);
    ink.save();
    ink.globalAlpha = 0.55 * (1 - light);
    ink.fillStyle = palette.shade;
    ink.fill(path);
    ink.restore();
    ink.lineWidth = 0.6;
    ink.strokeStyle = palette.edge;
    ink.stroke(path);
  }
}

function paintLine(ink: Ink, thing: Line, camera: Camera, palette: Palette) {
  ink.beginPath();
  thing.points.forEach((point, i) => {
    const { x, y } = camera.spot(point);
    if (i === 0) ink.moveTo(x, y);
    else ink.lineTo(x, y);
  });
  ink.lineCap = "round";
  ink.lineJoin = "round";
  ink.lineWidth = thing.width * camera.scale + Math.max(0.006 * camera.scale, 0.5);
  ink.strokeStyle = palette.edge;
  ink.stroke();
  ink.lineWidth = thing.width * camera.scale;
  ink.strokeStyle = palette.material[thing.material];
  ink.stroke();
}

const softSpots = new Map<string, HTMLCanvasElement>();

/** A round soft spot of a color, drawn once and stretched afterwards. */
function softSpot(color: string): HTMLCanvasElement {
  const known = softSpots.get(color);
  if (known !== undefined) return known;
  const spot = document.createElement("canvas");
  softSpots.set(color, spot);
  spot.width = 128;
  spot.height = 128;
  const ink = spot.getContext("2d");
  if (ink === null) return spot;
  ink.fillStyle = color;
  ink.fillRect(0, 0, 128, 128);
  const fade = ink.createRadialGradient(64, 64, 0, 64, 64, 64);
  for (let i = 0; i <= 8; i += 1) {
    const left = 1 - (i / 8) ** 2;
    fade.addColorStop(i / 8, `rgb(0 0 0 / ${left * left})`);
  }
  ink.globalCompositeOperation = "destination-in";
  ink.fillStyle = fade;
  ink.fillRect(0, 0, 128, 128);
  return spot;
}

/** Above this height, in meters, the floor shows no shadow any more. */
const kShadowReach = 1.1;

function paintShadow(ink: Ink, things: readonly Thing[], camera: Camera, palette: Palette) {
  const spot = softSpot(palette.shadow);
  const flat = Math.max(Math.abs(camera.toward[2]), 0.1);
  ink.save();
  for (const thing of things) {
    if (thing.kind !== "rounded") continue;
    for (const ball of thing.balls) {
      const [x, y, z] = ball.center;
      if (z > kShadowReach) continue;
      const size = Math.max(...ball.axes.map((axis) => Math.hypot(...axis)));
      const radius = (size * 1.5 + 0.3 * z) * camera.scale;
      const low = 1 - z / kShadowReach;
      ink.globalAlpha = 0.22 * low * low * low;
      const at = camera.spot([x, y, 0]);
      ink.drawImage(spot, at.x - radius, at.y - radius * flat, 2 * radius, 2 * radius * flat);
    }
  }
  ink.restore();
}

function paintFloor(ink: Ink, camera: Camera, palette: Palette, places: readonly Vector[]) {
  const spots = places.map((place) => camera.spot([place[0], place[1], 0]));
  const left = Math.min(...spots.map((spot) => spot.x));
  const right = Math.max(...spots.map((spot) => spot.x));
  const top = Math.min(...spots.map((spot) => spot.y));
  const bottom = Math.max(...spots.map((spot) => spot.y));
  const radius = Math.max(((right - left) / 2) * 1.15, 0.45 * camera.scale);
  const flat = Math.max(Math.abs(camera.toward[2]) * 0.6 * camera.scale, (bottom - top) / 2);
  ink.save();
  ink.globalAlpha = 0.55;
  ink.drawImage(
    softSpot(palette.floor),
    (left + right) / 2 - radius,
    (top + bottom) / 2 - flat * 1.3,
    2 * radius,
    2.6 * flat,
  );
  ink.restore();
}

/** What stays the same over a movement. */
export interface Ground {
  /** Places under which the floor is seen. */
  readonly floor: readonly Vector[];
  /** The middle of the body: what lies behind it is a little darker. */
  readonly middle: Vector;
}

/** Paints everything. */
export function paint(
  ink: Ink,
  things: readonly Thing[],
  camera: Camera,
  palette: Palette,
  ground: Ground,
): void {
  paintFloor(ink, camera, palette, ground.floor);
  const isGround = (thing: Thing) => thing.kind === "box" && thing.ground === true;
  for (const thing of things) {
    if (thing.kind === "box" && isGround(thing)) paintBox(ink, thing, camera, palette);
  }
  paintShadow(ink, things, camera, palette);
  const standing = things.filter((thing) => !isGround(thing));
  for (const thing of inOrder(standing, camera)) {
    if (thing.kind === "box") paintBox(ink, thing, camera, palette);
    else if (thing.kind === "line") paintLine(ink, thing, camera, palette);
    else {
      const far = shadeOf(dot(minus(middleOf(thing), ground.middle), camera.toward));
      paintRounded(ink, thing, camera, palette, far);
    }
  }
}
