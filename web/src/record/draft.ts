// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The first answers of a person while they are given: kept, so that a reload loses nothing. */
import { signal } from "@preact/signals";
import type { PainArea } from "./body_areas.ts";
import type { KeptPerson } from "./database.ts";
import type { Answers } from "./safety_questions.ts";
import { dropUnfinished, keepUnfinished, readUnfinished } from "./unfinished.ts";

export type OnsetUnit = "days" | "weeks" | "months" | "years";
export type Settles = "minutes" | "hours" | "next_day";
export type Before = "first" | "some" | "many";

export interface DraftGoal {
  readonly activity: string;
  readonly score: number | null;
}

export interface Draft {
  readonly age: number | null;
  readonly sex: "female" | "male" | "other" | null;
  readonly onset: number | null;
  readonly onsetUnit: OnsetUnit;
  readonly before: Before | null;
  readonly trend: "better" | "same" | "worse" | null;
  readonly answers: Answers;
  /** The entry of the safety answers, once they count. */
  readonly screen: string | null;
  /** The safety answers are being changed: what they led to waits until they are confirmed again. */
  readonly isChanging: boolean;
  readonly areas: readonly PainArea[];
  readonly radiates: "none" | "buttock" | "above_knee" | "below_knee" | null;
  readonly neuro: boolean | null;
  readonly usual: number | null;
  readonly usualLeg: number | null;
  readonly worse: readonly string[];
  readonly better: readonly string[];
  readonly settles: Settles | null;
  readonly conditions: readonly string[];
  /** Whether there is any condition; null: not asked yet. */
  readonly hasConditions: boolean | null;
  readonly pregnancyWeeks: number | null;
  readonly fell: boolean | null;
  readonly height: number | null;
  readonly weight: number | null;
  readonly excluded: readonly string[];
  readonly equipment: readonly string[];
  readonly minutes: number;
  readonly days: number;
  readonly goals: readonly DraftGoal[];
}

export const kEmptyDraft: Draft = {
  age: null,
  sex: null,
  onset: null,
  onsetUnit: "weeks",
  before: null,
  trend: null,
  answers: {},
  screen: null,
  isChanging: false,
  areas: [],
  radiates: null,
  neuro: null,
  usual: null,
  usualLeg: null,
  worse: [],
  better: [],
  settles: null,
  conditions: [],
  hasConditions: null,
  pregnancyWeeks: null,
  fell: null,
  height: null,
  weight: null,
  excluded: [],
  equipment: ["chair", "wall"],
  minutes: 20,
  days: 3,
  goals: [{ activity: "", score: null }],
};

export const draft = signal<Draft>(kEmptyDraft);
const kName = "draft";
let owner: KeptPerson | null = null;

export async function loadDraft(who: KeptPerson): Promise<void> {
  if (owner?.id === who.id && draft.value !== kEmptyDraft) return;
  owner = who;
  draft.value = { ...kEmptyDraft, ...(await readUnfinished<Draft>(who, kName)) };
}

export function change(part: Partial<Draft>): void {
  draft.value = { ...draft.value, ...part };
  if (owner !== null) void keepUnfinished(owner, kName, draft.value);
}

export async function endDraft(): Promise<void> {
  if (owner !== null) await dropUnfinished(owner, kName);
  draft.value = kEmptyDraft;
}
