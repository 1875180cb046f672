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

interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function extentOf(thing: Thing, camera: Camera): Extent {
  if (thing.kind !== "rounded") {
    return { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
  }
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const ball of thing.balls) {
    const { x, y, scale } = camera.spot(ball.center);
    const reach = scale * Math.max(...ball.axes.map(length));
    left = Math.min(left, x - reach);
    right = Math.max(right, x + reach);
    top = Math.min(top, y - reach);
    bottom = Math.max(bottom, y + reach);
  }
  return { left, right, top, bottom };
}

const touch = (a: Extent, b: Extent) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

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
  extents: Extent[];
}

/** Joins a part to the part of its limb that comes before it, unless something lies between. */
function joinInto(rows: Row[], thing: Rounded, extent: Extent): boolean {
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    const row = rows[i] as Row;
    const other = row.thing;
    if (
      other.kind === "rounded" &&
      other.limb === thing.limb &&
      other.material === thing.material
    ) {
      row.thing = joined(other, thing);
      row.extents.push(extent);
      return true;
    }
    if (row.extents.some((one) => touch(one, extent))) return false;
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
    const extent = extentOf(thing, camera);
    const isLimb = thing.kind === "rounded" && thing.limb !== undefined;
    if (isLimb && joinInto(rows, thing, extent)) continue;
    rows.push({ thing, extents: [extent] });
  }
  return rows.map((row) => row.thing);
}
