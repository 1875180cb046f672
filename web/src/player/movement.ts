// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Asks the core how an exercise moves; asks once for each. */
import { computeMovement } from "../core/client.ts";
import type { Playback } from "./playback.ts";

/** Frames a second; the drawing blends between them. */
const kRate = 24;

const kept = new Map<string, Promise<Playback | null>>();

/** The movement of an exercise, or null where it has none, or none that can be read. */
export function loadMovement(exercise: string): Promise<Playback | null> {
  let found = kept.get(exercise);
  if (found === undefined) {
    found = computeMovement(exercise, kRate).catch(() => null);
    kept.set(exercise, found);
  }
  return found;
}

const keptKeys = new Map<string, Promise<Playback | null>>();

/** The same with its key poses alone: for still pictures. */
export function loadKeyPoses(exercise: string): Promise<Playback | null> {
  const whole = kept.get(exercise);
  if (whole !== undefined) return whole;
  let found = keptKeys.get(exercise);
  if (found === undefined) {
    found = computeMovement(exercise, 0).catch(() => null);
    keptKeys.set(exercise, found);
  }
  return found;
}
