// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Asks the core how an exercise moves; asks once for each. */
import { computeMovement } from "../core/client.ts";
import type { Playback } from "./playback.ts";

/** Frames a second; the drawing blends between them. */
const kRate = 24;

type Kept = Map<string, Promise<Playback | null>>;

const kept: Kept = new Map();
const keptKeys: Kept = new Map();

/** A failed answer is not kept: where only the core could not be had, the next one may come. */
function ask(places: Kept, exercise: string, rate: number): Promise<Playback | null> {
  let found = places.get(exercise);
  if (found === undefined) {
    found = computeMovement(exercise, rate).catch(() => {
      places.delete(exercise);
      return null;
    });
    places.set(exercise, found);
  }
  return found;
}

/** The movement of an exercise, or null where it has none, or none that can be read. */
export function loadMovement(exercise: string): Promise<Playback | null> {
  return ask(kept, exercise, kRate);
}

/** The same with its key poses alone: for still pictures. */
export function loadKeyPoses(exercise: string): Promise<Playback | null> {
  return kept.get(exercise) ?? ask(keptKeys, exercise, 0);
}
