// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/**
 * A session while it runs: which exercise, which piece of it, and how far. It survives a reload; what
 * was done is an entry as soon as an exercise is rated.
 */
import { computed, signal } from "@preact/signals";
import type { Item } from "../core/types.ts";
import type { KeptPerson } from "../record/database.ts";
import { uuid7 } from "../record/entry.ts";
import { localDay } from "../record/instant.ts";
import { add, entries, person } from "../record/record.ts";
import { dropUnfinished, keepUnfinished, readUnfinished } from "../record/unfinished.ts";
import { type Done, doneOf, type Segment, segmentsOf } from "./segments.ts";

/** intro: set up and look; work: the pieces run; rate: how it was; stop: it hurt; end: all done. */
export type Stage = "intro" | "work" | "rate" | "stop" | "end";

export interface Running {
  readonly id: string;
  readonly day: string;
  readonly pain: number;
  readonly items: readonly Item[];
  readonly at: number;
  readonly stage: Stage;
  readonly segment: number;
  /** Seconds into the piece. */
  readonly elapsed: number;
  readonly isPaused: boolean;
  /** What was recorded, for the end. */
  readonly recorded: readonly string[];
}

export const running = signal<Running | null>(null);
export const item = computed(() => {
  const now = running.value;
  return now === null ? null : (now.items[now.at] ?? null);
});
export const segments = computed<readonly Segment[]>(() =>
  item.value === null ? [] : segmentsOf(item.value),
);
export const segment = computed(() => segments.value[running.value?.segment ?? 0] ?? null);
export const nextItem = computed(() => {
  const now = running.value;
  return now === null ? null : (now.items[now.at + 1] ?? null);
});

const kName = "session";
const kKeepSeconds = 5;
let owner: KeptPerson | null = null;

// A session belongs to the person whose record is open, and to nobody else.
person.subscribe((who) => {
  if (owner === null || who?.id === owner.id) return;
  owner = null;
  running.value = null;
});

function set(part: Partial<Running>): void {
  if (running.value === null) return;
  running.value = { ...running.value, ...part };
}

function keep(): void {
  if (owner !== null && running.value !== null) void keepUnfinished(owner, kName, running.value);
}

/** Takes up a session of today that was left, paused. One of an earlier day ends as left. */
export async function resume(who: KeptPerson): Promise<boolean> {
  owner = who;
  const kept = await readUnfinished<Running>(who, kName);
  if (kept === null || kept.stage === "end") return false;
  if (kept.day !== localDay(new Date())) {
    await add({ kind: "session.ended", body: { session: kept.id, reason: "left" } });
    await dropUnfinished(who, kName);
    return false;
  }
  running.value = { ...kept, isPaused: true };
  return true;
}

/** Says that a session starts; the plan may lay a short version beside it then. Gives its id. */
export async function announce(pain: number): Promise<string> {
  const id = uuid7(Date.now());
  await add({ kind: "session.started", body: { session: id, pain } });
  return id;
}

export function begin(who: KeptPerson, id: string, pain: number, items: readonly Item[]): void {
  owner = who;
  running.value = {
    id,
    day: localDay(new Date()),
    pain,
    items,
    at: 0,
    stage: "intro",
    segment: 0,
    elapsed: 0,
    isPaused: false,
    recorded: [],
  };
  keep();
}

export function startWork(): void {
  set({ stage: "work", segment: 0, elapsed: 0, isPaused: false });
  keep();
}

export function pause(): void {
  set({ isPaused: true });
  keep();
}

export function goOn(): void {
  set({ isPaused: false });
}

/** Warm-ups and calm ends are not rated: they carry nothing that the plan would grow by. */
function isRated(one: Item): boolean {
  return one.role === "main" || one.role === "daily";
}

async function afterWork(): Promise<void> {
  if (item.value !== null && isRated(item.value)) {
    set({ stage: "rate" });
    keep();
  } else await toNext();
}

/** To the next piece; after the last, to the rating. */
export async function nextSegment(): Promise<void> {
  const now = running.value;
  if (now === null || now.stage !== "work") return;
  if (now.segment + 1 < segments.value.length) {
    set({ segment: now.segment + 1, elapsed: 0 });
    keep();
  } else {
    set({ segment: segments.value.length, elapsed: 0 });
    await afterWork();
  }
}

/** Lets time pass. */
export async function tick(seconds: number): Promise<void> {
  const now = running.value;
  if (now === null || now.stage !== "work" || now.isPaused) return;
  const piece = segment.value;
  if (piece === null) return;
  const elapsed = now.elapsed + seconds;
  if (elapsed >= piece.seconds) return nextSegment();
  set({ elapsed });
  // A long piece goes on after a reload where it was.
  if (Math.floor(elapsed / kKeepSeconds) !== Math.floor(now.elapsed / kKeepSeconds)) keep();
}

/** Ends the exercise where it is. */
export async function endExercise(): Promise<void> {
  await afterWork();
}

export function askStop(): void {
  set({ stage: "stop", isPaused: true });
  keep();
}

export function backToWork(): void {
  set({ stage: "work", isPaused: true });
}

/**
 * What the clock saw of the current exercise; what was begun counts as its smallest amount. Null:
 * nothing was begun.
 */
export function doneNow(): Done | null {
  const now = running.value;
  const one = item.value;
  if (now === null || one === null) return null;
  const seen = doneOf(one, now.segment, now.elapsed);
  const kind = segments.value[now.segment]?.kind;
  const isBegun = now.segment > 1 || kind === "move" || kind === "hold" || kind === "time";
  if (seen !== null || !isBegun) return seen;
  return one.minutes === undefined ? { sets: 1, reps: 1 } : { sets: 1, minutes: 0.1 };
}

export interface Rating {
  readonly pain: number;
  readonly effort: number | null;
  readonly leg: "none" | "same" | "better" | "worse" | "new";
  readonly done: Done;
}

function doneBody(now: Running, one: Item, rating: Rating): Record<string, unknown> {
  const out: Record<string, unknown> = {
    session: now.id,
    exercise: one.exercise,
    ...rating.done,
    pain_before: now.pain,
    pain_during: rating.pain,
    leg_symptoms: rating.leg,
  };
  if (rating.effort !== null) out.effort_cr10 = rating.effort;
  if (one.side === "left" || one.side === "right") out.side = one.side;
  if (one.resistance !== undefined) out.resistance = one.resistance;
  return out;
}

/** Another tab of the same session may have been quicker. */
function isRecorded(session: string, exercise: string): boolean {
  return entries.value.some(
    ({ kind, body }) =>
      kind === "exercise.done" && body.session === session && body.exercise === exercise,
  );
}

/** Records the current exercise. */
export async function rate(rating: Rating): Promise<void> {
  const now = running.value;
  const one = item.value;
  if (now === null || one === null || isRecorded(now.id, one.exercise)) return;
  await add({ kind: "exercise.done", body: doneBody(now, one, rating) });
  set({ recorded: [...now.recorded, one.exercise] });
}

/** To the next exercise that is still in `allowed` (all of them, where it is not given). */
export async function toNext(allowed?: ReadonlySet<string>): Promise<void> {
  const now = running.value;
  if (now === null) return;
  let at = now.at + 1;
  while (at < now.items.length && allowed !== undefined) {
    if (allowed.has((now.items[at] as Item).exercise)) break;
    at += 1;
  }
  if (at >= now.items.length) return end(now.recorded.length > 0 ? "complete" : "left");
  set({ at, stage: "intro", segment: 0, elapsed: 0, isPaused: false });
  keep();
}

export async function end(reason: "complete" | "stopped" | "left"): Promise<void> {
  const now = running.value;
  if (now === null) return;
  await add({ kind: "session.ended", body: { session: now.id, reason } });
  set({ stage: "end", isPaused: true });
  if (owner !== null) await dropUnfinished(owner, kName);
}

export function leave(): void {
  running.value = null;
}
