// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What an exercise is called, how it is done, and what it looks like: the catalogue's texts. */

import { signal } from "@preact/signals";
import catalogueUrl from "#catalogue.json?url";

export interface Fault {
  readonly fault: string;
  readonly correction: string;
}

export interface ExerciseText {
  readonly name: string;
  readonly purpose: string;
  readonly set_up: string;
  readonly steps: readonly string[];
  readonly breathing: string;
  readonly cues: readonly string[];
  readonly faults: readonly Fault[];
  readonly feel: string;
  readonly stop: string;
  readonly substitutes: readonly string[];
  readonly modifications: Readonly<Record<string, string>>;
}

export interface Exercise {
  readonly id: string;
  readonly class: string;
  readonly region: string;
  readonly positions: readonly (readonly string[])[];
  readonly equipment: readonly string[];
  readonly laterality: string;
  readonly level: number;
  readonly contraindications: readonly { readonly word: string; readonly strength: string }[];
  readonly regress?: string;
  readonly progress?: string;
  readonly review: string;
  readonly muscles: readonly { readonly muscle: string; readonly role: string }[];
  readonly evidence: readonly {
    readonly claim: string;
    readonly grade: string;
    readonly source: string;
    /** V: read in the source, L: located only, U: general knowledge. */
    readonly status: "V" | "L" | "U";
  }[];
  readonly text: { readonly en?: Partial<ExerciseText> };
  readonly movement?: unknown;
}

export const exercises = signal<ReadonlyMap<string, Exercise>>(new Map());

/** Reads the catalogue that belongs to this version of the app. Throws where it cannot be had. */
export async function loadCatalogue(): Promise<void> {
  const response = await fetch(catalogueUrl);
  if (!response.ok) throw new Error(`the catalogue: ${response.status}`);
  const documents = (await response.json()) as Record<string, Exercise>;
  exercises.value = new Map(Object.values(documents).map((one) => [one.id, one]));
}

export function exerciseText(id: string): Partial<ExerciseText> {
  return exercises.value.get(id)?.text.en ?? {};
}

export function exerciseName(id: string): string {
  return exerciseText(id).name ?? id.replaceAll("_", " ");
}
