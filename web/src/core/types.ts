// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What the core says, in the words of its JSON (field names as on the wire). */

export type Side = "left" | "right" | "both" | "center";
export type Lock = "ALL" | "REST" | "NONE";
export type Urgency = "emergency" | "urgent" | "see_clinician" | "none";
export type Within = "now" | "today" | "2_days" | "2_weeks" | "routine";
export type Role = "warmup" | "main" | "ease" | "daily";

/** Why something was decided: rule, what it looked at, and one sentence for people. */
export interface Reason {
  readonly rule: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly verdict: string;
  readonly text: string;
}

export interface Resistance {
  readonly kg?: number;
  readonly band?: string;
}

/** One exercise of a day, with its dose. */
export interface Item {
  readonly exercise: string;
  readonly side: "left" | "right" | "each" | null;
  readonly sets: number;
  readonly reps?: number;
  readonly reps_by_set?: readonly number[];
  readonly hold_s?: number;
  readonly minutes?: number;
  readonly per_day?: number;
  readonly to_tolerance?: boolean;
  readonly resistance?: Resistance;
  readonly modified?: readonly string[];
  readonly tempo_s?: number;
  readonly rest_s: number;
  readonly level: number;
  readonly load: number;
  readonly role: Role;
  readonly why: readonly Reason[];
}

export interface Day {
  readonly date: string;
  readonly minutes: number;
  readonly load: number;
  readonly items: readonly Item[];
}

export interface Locked {
  readonly urgency: Urgency;
  readonly within: Within | null;
  readonly lock: Lock;
  readonly why: Reason | readonly Reason[];
}

export interface Due {
  readonly check: string;
  readonly date: string;
  readonly why: readonly Reason[];
}

export interface Alert {
  readonly to: "person" | "clinician";
  readonly urgency: Urgency;
  readonly text: string;
  readonly why: readonly Reason[];
}

/** An exercise with its amounts, before and after a change. */
export type Place = Pick<Item, "exercise" | "sets"> &
  Partial<Pick<Item, "reps" | "reps_by_set" | "hold_s" | "minutes" | "resistance">>;

export interface Change {
  readonly exercise: string;
  readonly from: Place;
  readonly to: Place;
  readonly date: string;
  readonly why: readonly Reason[];
}

/** What to do on a day and in the week from it. */
export interface Agenda {
  readonly date: string;
  readonly phase: string;
  readonly mode: "pain_contingent" | "graded_activity";
  readonly derived: readonly string[];
  readonly start_level: number;
  readonly education: readonly string[];
  readonly locked: Locked | null;
  readonly week: readonly Day[];
  /** Laid beside the plan where pain before the session is high. */
  readonly short_version?: Day;
  readonly load: number;
  readonly due: readonly Due[];
  readonly alerts: readonly Alert[];
  readonly unserved: readonly { readonly need: string; readonly why: readonly Reason[] }[];
  readonly changes: readonly Change[];
}

/** What the safety questions lead to. */
export interface Triage {
  readonly urgency: Urgency;
  readonly within: Within | null;
  readonly lock: Lock;
  readonly flags: readonly { readonly id: string; readonly rule: string }[];
  readonly filters: readonly string[];
  readonly recheck: readonly { readonly flags: readonly string[]; readonly in_days: number }[];
  readonly rationale: readonly Reason[];
}
