// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What lies before what. Parts of one limb are painted in one go where nothing comes between. */
import type { Camera } from "./camera.ts";
import { middleOf, type Rounded, type Thing } from "./things.ts";
import { dot, length } from "./vector.ts";

interface Placed {
  readonly thing: Thing;
  /** Meters towards us, as it counts. */
  readonly depth: number;
}

/** A part of a thing in the picture: from one place to the other, round at both ends. */
interface Stick {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly radius: number;
}

function sticksOf(thing: Thing, camera: Camera): readonly Stick[] | "everywhere" {
  if (thing.kind !== "rounded") return "everywhere";
  const round = thing.balls.map((ball) => {
    const { x, y, scale } = camera.spot(ball.center);
    return { x, y, radius: scale * Math.max(...ball.axes.map(length)) };
  });
  return thing.links.map((link) => {
    const ends = link.flatMap((i) => round[i] ?? []);
    const a = ends[0] ?? { x: 0, y: 0, radius: 0 };
    const b = ends.at(-1) ?? a;
    const radius = Math.max(...ends.map((end) => end.radius));
    return { ax: a.x, ay: a.y, bx: b.x, by: b.y, radius };
  });
}

/** How far a place is from the middle line of a stick. */
function distance(x: number, y: number, stick: Stick): number {
  const dx = stick.bx - stick.ax;
  const dy = stick.by - stick.ay;
  const size = dx * dx + dy * dy;
  const along = size < 1e-9 ? 0 : ((x - stick.ax) * dx + (y - stick.ay) * dy) / size;
  const share = Math.min(Math.max(along, 0), 1);
  return Math.hypot(x - stick.ax - share * dx, y - stick.ay - share * dy);
}

const turn = (ax: number, ay: number, bx: number, by: number) => Math.sign(ax * by - ay * bx);

function cross(a: Stick, b: Stick): boolean {
  const side = (s: Stick, x: number, y: number) =>
    turn(s.bx - s.ax, s.by - s.ay, x - s.ax, y - s.ay);
  return side(a, b.ax, b.ay) !== side(a, b.bx, b.by) && side(b, a.ax, a.ay) !== side(b, a.bx, a.by);
}

function meet(a: Stick, b: Stick): boolean {
  const near = Math.min(
    distance(a.ax, a.ay, b),
    distance(a.bx, a.by, b),
    distance(b.ax, b.ay, a),
    distance(b.bx, b.by, a),
  );
  return near < a.radius + b.radius || cross(a, b);
}

type Cover = readonly Stick[] | "everywhere";

const touch = (a: Cover, b: Cover) =>
  a === "everywhere" || b === "everywhere" || a.some((one) => b.some((other) => meet(one, other)));

function joined(one: Rounded, other: Rounded): Rounded {
  const shift = one.balls.length;
  return {
    ...one,
    balls: [...one.balls, ...other.balls],
    links: [...one.links, ...other.links.map((link) => link.map((i) => i + shift))],
  };
}

interface Row {
  thing: Thing;
  covers: Cover[];
}

/** Joins a part to the part of its limb that comes before it, unless something lies between. */
function joinInto(rows: Row[], thing: Rounded, cover: Cover): boolean {
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    const row = rows[i] as Row;
    const other = row.thing;
    if (
      other.kind === "rounded" &&
      other.limb === thing.limb &&
      other.material === thing.material
    ) {
      row.thing = joined(other, thing);
      row.covers.push(cover);
      return true;
    }
    if (row.covers.some((one) => touch(one, cover))) return false;
  }
  return false;
}

/** Things from far to near. */
export function inOrder(things: readonly Thing[], camera: Camera): Thing[] {
  const placed: Placed[] = things.map((thing) => ({
    thing,
    depth: dot(middleOf(thing), camera.toward) + (thing.nearer ?? 0),
  }));
  placed.sort((one, other) => one.depth - other.depth);
  const rows: Row[] = [];
  for (const { thing } of placed) {
    const cover = sticksOf(thing, camera);
    const isLimb = thing.kind === "rounded" && thing.limb !== undefined;
    if (isLimb && joinInto(rows, thing, cover)) continue;
    rows.push({ thing, covers: [cover] });
  }
  return rows.map((row) => row.thing);
}
