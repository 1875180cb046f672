// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The spots of the body map in the words of the journal, and how a map of them is edited. */
import type { Side } from "../core/types.ts";

export const kRegions = [
  "cervical",
  "thoracic",
  "lumbar",
  "sacrum",
  "shoulder",
  "chest",
  "abdomen",
  "flank",
  "buttock",
  "hip",
  "groin",
  "thigh_front",
  "thigh_back",
  "knee",
  "shin",
  "calf",
  "foot",
] as const;
export type Region = (typeof kRegions)[number];

export const kQualities = [
  "aching",
  "stiff",
  "sharp",
  "burning",
  "tingling",
  "numb",
  "shooting",
  "cramping",
] as const;
export type Quality = (typeof kQualities)[number];

/** The sides a single spot can have; `both` is two spots. Left and right are the person's own. */
export type SpotSide = Exclude<Side, "both">;

/** One area of `bodymap.painted` and of the profile. Unrated: intensity 0 and no quality. */
export interface PainArea {
  readonly region: Region;
  readonly side: Side;
  /** 0–10. */
  readonly intensity: number;
  readonly quality: readonly Quality[];
}

/** One place that can be marked, as text: `lumbar.left`. */
export type SpotKey = `${Region}.${SpotSide}`;

const kAcrossTheMiddle: ReadonlySet<Region> = new Set<Region>([
  "cervical",
  "thoracic",
  "lumbar",
  "sacrum",
  "chest",
  "abdomen",
]);

/** The sides on which a region has spots. */
export function sidesOf(region: Region): readonly SpotSide[] {
  return kAcrossTheMiddle.has(region) ? ["left", "center", "right"] : ["left", "right"];
}

export const kSpots: readonly SpotKey[] = kRegions.flatMap((region) =>
  sidesOf(region).map((side): SpotKey => `${region}.${side}`),
);

function sidesNamed(region: Region, side: Side): readonly SpotSide[] {
  const own = sidesOf(region);
  if (side === "both") return ["left", "right"];
  return own.includes(side) ? [side] : own;
}

/** The spots that an area of the journal covers. */
export function spotsOf(area: PainArea): readonly SpotKey[] {
  return sidesNamed(area.region, area.side).map((side): SpotKey => `${area.region}.${side}`);
}

function areaAt(key: SpotKey, intensity: number, quality: readonly Quality[]): PainArea {
  const [region, side] = key.split(".") as [Region, SpotSide];
  return { region, side, intensity, quality };
}

/** Areas by spot. A spot that is named twice keeps the higher number and all qualities. */
export function bySpot(areas: readonly PainArea[]): ReadonlyMap<SpotKey, PainArea> {
  const found = new Map<SpotKey, PainArea>();
  for (const area of areas) {
    for (const key of spotsOf(area)) {
      const known = found.get(key);
      const intensity = Math.max(area.intensity, known?.intensity ?? 0);
      const named = new Set([...(known?.quality ?? []), ...area.quality]);
      const quality = kQualities.filter((one) => named.has(one));
      found.set(key, areaAt(key, intensity, quality));
    }
  }
  return found;
}

/** One area for each spot, from the neck down. */
export function toSpots(areas: readonly PainArea[]): PainArea[] {
  const found = bySpot(areas);
  return kSpots.flatMap((key) => found.get(key) ?? []);
}

/** Marked, but nothing said about it yet: the core does not count it. */
export function isUnrated(area: PainArea): boolean {
  return area.intensity === 0 && area.quality.length === 0;
}

/** Marks spots that are not marked yet. */
export function withMarks(areas: readonly PainArea[], keys: readonly SpotKey[]): PainArea[] {
  const found = bySpot(areas);
  const fresh = keys.filter((key) => !found.has(key));
  return toSpots([...areas, ...fresh.map((key) => areaAt(key, 0, []))]);
}

export function withoutMarks(areas: readonly PainArea[], keys: readonly SpotKey[]): PainArea[] {
  const gone = new Set(keys);
  return toSpots(areas).filter((area) => !spotsOf(area).some((key) => gone.has(key)));
}

/** Says the same of several spots. */
export function withRating(
  areas: readonly PainArea[],
  keys: readonly SpotKey[],
  said: Partial<Pick<PainArea, "intensity" | "quality">>,
): PainArea[] {
  const meant = new Set(keys);
  return toSpots(areas).map((area) =>
    spotsOf(area).some((key) => meant.has(key)) ? { ...area, ...said } : area,
  );
}

const kNerveRegions: ReadonlySet<Region> = new Set<Region>([
  "sacrum",
  "buttock",
  "groin",
  "thigh_front",
  "thigh_back",
  "knee",
  "shin",
  "calf",
  "foot",
]);

/** Numb or tingling in a leg or between the legs: the safety questions ask about it. */
export function touchesSafety(area: PainArea): boolean {
  const felt = area.quality.includes("numb") || area.quality.includes("tingling");
  return felt && kNerveRegions.has(area.region);
}
