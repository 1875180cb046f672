// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** One exercise as a row of timed pieces: repetitions, holds, minutes, changes of side, rests. */
import type { Item } from "../core/types.ts";

export type SegmentKind = "ready" | "move" | "hold" | "time" | "side" | "rest";
export type BodySide = "left" | "right" | null;

export interface Segment {
  readonly kind: SegmentKind;
  readonly seconds: number;
  /** From 1. */
  readonly set: number;
  /** From 1 within the set and side; 0 where nothing is counted. */
  readonly rep: number;
  readonly reps: number;
  readonly side: BodySide;
}

const kReadySeconds = 5;
const kSideSeconds = 6;
/** Where the core names no tempo. */
const kTempoSeconds = 4;

function repsOf(item: Item, set: number): number {
  return item.reps_by_set?.[set - 1] ?? item.reps ?? (item.hold_s === undefined ? 0 : 1);
}

function setsOf(item: Item): number {
  return item.reps_by_set?.length ?? item.sets;
}

function sidesOf(item: Item): readonly BodySide[] {
  if (item.side === "each") return ["left", "right"];
  return [item.side];
}

function oneSide(item: Item, set: number, side: BodySide): Segment[] {
  const out: Segment[] = [];
  if (item.minutes !== undefined) {
    out.push({ kind: "time", seconds: item.minutes * 60, set, rep: 0, reps: 0, side });
    return out;
  }
  const reps = repsOf(item, set);
  const hold = item.hold_s ?? 0;
  const onlyHold = item.reps === undefined && item.reps_by_set === undefined;
  for (let rep = 1; rep <= reps; rep++) {
    if (!onlyHold) {
      out.push({ kind: "move", seconds: item.tempo_s ?? kTempoSeconds, set, rep, reps, side });
    }
    if (hold > 0) out.push({ kind: "hold", seconds: hold, set, rep, reps, side });
  }
  return out;
}

/** All pieces of an item, in their order. Rests stand between sets, never at the end. */
export function segmentsOf(item: Item): readonly Segment[] {
  const out: Segment[] = [];
  const sides = sidesOf(item);
  const sets = setsOf(item);
  const still = (kind: SegmentKind, seconds: number, set: number, side: BodySide): Segment => ({
    kind,
    seconds,
    set,
    rep: 0,
    reps: 0,
    side,
  });
  out.push(still("ready", kReadySeconds, 1, sides[0] ?? null));
  for (let set = 1; set <= sets; set++) {
    sides.forEach((side, at) => {
      if (at > 0) out.push(still("side", kSideSeconds, set, side));
      out.push(...oneSide(item, set, side));
    });
    if (set < sets) out.push(still("rest", item.rest_s, set, null));
  }
  return out;
}

export interface Done {
  readonly sets: number;
  readonly reps?: number;
  readonly hold_s?: number;
  readonly minutes?: number;
}

function worked(pieces: readonly Segment[], set: number): number {
  return pieces.filter((one) => one.set === set && (one.kind === "move" || one.kind === "hold"))
    .length;
}

/** How many repetitions of a set were ended, both sides by the weaker one. */
function repsDone(all: readonly Segment[], until: number, set: number, item: Item): number {
  const ended = all.slice(0, until);
  const counts = sidesOf(item).map((side) => {
    const mine = ended.filter((one) => one.side === side);
    const perRep =
      item.hold_s !== undefined && (item.reps ?? item.reps_by_set) !== undefined ? 2 : 1;
    return Math.floor(worked(mine, set) / perRep);
  });
  return Math.min(...counts);
}

/**
 * What was done where the pieces before `until` are over: as an entry says it. Repetitions are those
 * of the smallest set that was begun; for a pyramid the sum. Null: nothing at all.
 */
export function doneOf(item: Item, until: number, secondsIntoNext: number): Done | null {
  const all = segmentsOf(item);
  if (item.minutes !== undefined) {
    const over = all.slice(0, until).filter((one) => one.kind === "time");
    const current = all[until];
    const seconds =
      over.reduce((sum, one) => sum + one.seconds, 0) +
      (current?.kind === "time" ? Math.min(current.seconds, secondsIntoNext) : 0);
    const minutes = Math.round(seconds / 6) / 10;
    return minutes < 0.1 ? null : { sets: item.sets, minutes };
  }
  const perSet = Array.from({ length: setsOf(item) }, (_, i) => repsDone(all, until, i + 1, item));
  const begun = perSet.filter((reps) => reps > 0);
  if (begun.length === 0) return null;
  const hold = item.hold_s === undefined ? {} : { hold_s: item.hold_s };
  if (item.reps_by_set !== undefined) {
    return { sets: 1, reps: begun.reduce((sum, reps) => sum + reps, 0), ...hold };
  }
  if (item.reps === undefined) return { sets: begun.length, ...hold };
  const average = Math.floor(begun.reduce((sum, reps) => sum + reps, 0) / begun.length);
  return { sets: begun.length, reps: average, ...hold };
}
