// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Finding exercises: by words, and by part of the body, position and equipment. */
import type { Exercise } from "../catalogue/catalogue.ts";
import { muscleName } from "./muscles.ts";

export const kRegions = ["L", "T", "H", "S", "G"] as const;
export const kPositions = [
  "back",
  "front",
  "side",
  "hands",
  "sitting",
  "standing",
  "water",
] as const;
export const kEquipment = [
  "none",
  "chair",
  "wall",
  "band",
  "weight",
  "ball",
  "roller",
  "bench",
  "bike",
  "pool",
] as const;

export type Facet = "region" | "position" | "equipment";

/** What is looked for; an empty word means everything. */
export interface Wanted {
  readonly text: string;
  readonly region: string;
  readonly position: string;
  readonly equipment: string;
}

export const kEverything: Wanted = { text: "", region: "", position: "", equipment: "" };

const kPositionGroups: Readonly<Record<string, (typeof kPositions)[number]>> = {
  supine: "back",
  bench_supine: "back",
  prone: "front",
  bench_prone: "front",
  side_lying: "side",
  quadruped: "hands",
  prone_support: "hands",
  kneeling: "hands",
  sitting: "sitting",
  floor_sitting: "sitting",
  standing: "standing",
  water: "water",
};

/** The groups that an exercise belongs to, for one facet. */
export function groupsOf(exercise: Exercise, facet: Facet): readonly string[] {
  if (facet === "region") return [exercise.region];
  if (facet === "equipment") return exercise.equipment.length === 0 ? ["none"] : exercise.equipment;
  const words = exercise.positions.flat();
  return [...new Set(words.map((word) => kPositionGroups[word] ?? word))];
}

/** Small letters without accents, so that what is typed finds what is written. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();
}

/** How well an exercise answers the words: 0 not at all, more where its name does. */
export function scoreOf(exercise: Exercise, text: string): number {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return 1;
  const { name = exercise.id, purpose = "" } = exercise.text.en ?? {};
  const title = plain(name);
  const rest = plain(
    [
      purpose,
      exercise.id.replaceAll("_", " "),
      ...exercise.muscles.map((one) => muscleName(one.muscle)),
    ].join(" "),
  );
  let score = 0;
  for (const word of words) {
    if (title.startsWith(word)) score += 4;
    else if (title.includes(word)) score += 3;
    else if (rest.includes(word)) score += 1;
    else return 0;
  }
  return score;
}

const fits = (exercise: Exercise, wanted: Wanted, facet: Facet) =>
  wanted[facet] === "" || groupsOf(exercise, facet).includes(wanted[facet]);

const kFacets: readonly Facet[] = ["region", "position", "equipment"];

/** What is found, the best answers first, else by name. */
export function search(exercises: Iterable<Exercise>, wanted: Wanted): Exercise[] {
  const name = (one: Exercise) => one.text.en?.name ?? one.id;
  return [...exercises]
    .filter((one) => kFacets.every((facet) => fits(one, wanted, facet)))
    .map((one) => ({ one, score: scoreOf(one, wanted.text) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || name(a.one).localeCompare(name(b.one)))
    .map(({ one }) => one);
}

/** How many exercises each group of a facet would leave, the other choices as they are. */
export function countsOf(
  exercises: Iterable<Exercise>,
  wanted: Wanted,
  facet: Facet,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of search(exercises, { ...wanted, [facet]: "" })) {
    for (const group of groupsOf(one, facet)) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}
