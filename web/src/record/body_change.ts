// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What changed between two body maps. */
import {
  bySpot,
  isUnrated,
  kSpots,
  type PainArea,
  type Region,
  type SpotKey,
} from "./body_areas.ts";

export interface SpotChange {
  readonly key: SpotKey;
  readonly before: number;
  readonly now: number;
}

/** How far down a leg the marks reach now, against before. */
export type LegMove = "shorter" | "same" | "further";

export interface BodyChange {
  readonly gone: readonly SpotChange[];
  readonly appeared: readonly SpotChange[];
  readonly less: readonly SpotChange[];
  readonly more: readonly SpotChange[];
  readonly same: readonly SpotChange[];
  readonly left_leg: LegMove;
  readonly right_leg: LegMove;
}

/** Steps down a leg, as core/clinical counts them. */
const kLegStep: Partial<Record<Region, number>> = {
  buttock: 1,
  hip: 1,
  groin: 1,
  thigh_front: 2,
  thigh_back: 2,
  knee: 3,
  shin: 4,
  calf: 4,
  foot: 5,
};

type Spots = ReadonlyMap<SpotKey, PainArea>;

function marked(areas: readonly PainArea[]): Spots {
  return bySpot(areas.filter((area) => !isUnrated(area)));
}

function legEdge(spots: Spots, side: "left" | "right"): number {
  const steps = [...spots.values()]
    .filter((area) => area.side === side)
    .map((area) => kLegStep[area.region] ?? 0);
  return Math.max(0, ...steps);
}

function legMove(before: Spots, now: Spots, side: "left" | "right"): LegMove {
  const change = legEdge(now, side) - legEdge(before, side);
  if (change === 0) return "same";
  return change > 0 ? "further" : "shorter";
}

/** Compares two maps, spot by spot. Marks without number or quality do not count. */
export function compareMaps(before: readonly PainArea[], now: readonly PainArea[]): BodyChange {
  const old = marked(before);
  const fresh = marked(now);
  const all = kSpots
    .filter((key) => old.has(key) || fresh.has(key))
    .map((key) => ({
      key,
      before: old.get(key)?.intensity ?? 0,
      now: fresh.get(key)?.intensity ?? 0,
    }));
  const stayed = all.filter(({ key }) => old.has(key) && fresh.has(key));
  return {
    gone: all.filter(({ key }) => !fresh.has(key)),
    appeared: all.filter(({ key }) => !old.has(key)),
    less: stayed.filter((one) => one.now < one.before),
    more: stayed.filter((one) => one.now > one.before),
    same: stayed.filter((one) => one.now === one.before),
    left_leg: legMove(old, fresh, "left"),
    right_leg: legMove(old, fresh, "right"),
  };
}
