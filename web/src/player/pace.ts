// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Where a figure is in its cycle: on its own, or led through one phase after the other. */
import { type Playback, phaseAt } from "./playback.ts";

/** Neither a crawl nor a rush, whatever tempo is asked for. */
const kSlowest = 0.4;
const kFastest = 2;

/** How fast a figure moves so that one repetition takes so many seconds. */
export function speedFor(playback: Playback, repetition: number): number {
  const own = playback.sides === "alternate" ? playback.seconds / 2 : playback.seconds;
  return Math.min(Math.max(own / Math.max(repetition, 0.1), kSlowest), kFastest);
}

/** The time after some seconds: around the cycle, or up to the end of the phase that is asked for. */
export function nextTime(
  playback: Playback,
  time: number,
  passed: number,
  phase: number | undefined,
): number {
  const asked = phase === undefined ? undefined : playback.phases[phase];
  if (asked === undefined) return (time + passed) % playback.seconds;
  const from = Math.max(time, asked.from);
  return Math.min(from + passed, asked.until - 1e-3);
}

/** Where a figure stands still: at the end of the way into a phase, or where it was. */
export function stillTime(playback: Playback, time: number, phase: number | undefined): number {
  const asked = phase === undefined ? undefined : playback.phases[phase];
  return asked === undefined ? time : Math.min(asked.reached, asked.until - 1e-3);
}

/** Whether a time lies within a phase. */
export function isWithin(playback: Playback, time: number, phase: number): boolean {
  return phaseAt(playback, time) === phase;
}
