// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What the catalogue says of an exercise, as far as counting needs it. */
import { type Exercise, exercises } from "../catalogue/catalogue.ts";
import type { ExerciseFacts } from "./work_done.ts";

/** @source rules 1.8: seconds of a repetition where the catalogue gives none */
const kTempo = 4;

type Counted = Exercise & {
  readonly serves: readonly string[];
  readonly dose: { readonly tempo_s?: number };
};

export function exerciseFacts(id: string): ExerciseFacts | null {
  const found = exercises.value.get(id) as Counted | undefined;
  if (found === undefined) return null;
  const { level, serves, laterality, dose } = found;
  return { level, serves, laterality, tempo_s: dose.tempo_s ?? kTempo };
}
