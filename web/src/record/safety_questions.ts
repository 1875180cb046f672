// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/**
 * The safety questions as screens, and answers as the core takes them. Which answers mean what is
 * decided by the core alone (rules 2); here is only what is asked, and in which order.
 */
import type { Key } from "../words/index.ts";

export type YesNo = "yes" | "no" | "unsure";

/** A closer question after a yes. `field` is the core's name of the detail. */
export type Detail =
  | { readonly field: string; readonly type: "yes_no"; readonly label: Key }
  | {
      readonly field: "kind" | "pattern";
      readonly type: "word";
      readonly label: Key;
      readonly words: readonly { readonly word: string; readonly label: Key }[];
    }
  | { readonly field: string; readonly type: "number"; readonly label: Key; readonly max: number };

export interface Question {
  readonly id: string;
  readonly text: Key;
  /** Said where somebody is not sure. */
  readonly clearer?: Key;
  readonly details?: readonly Detail[];
  /** Only asked where this holds. */
  readonly when?: (who: Who) => boolean;
}

export interface Who {
  readonly age: number;
  readonly sex: "female" | "male" | "other" | null;
  /** Back pain for so many days, this time. */
  readonly onsetDays: number;
}

export interface Group {
  readonly id: string;
  readonly title: Key;
  readonly questions: readonly Question[];
}

const yesNo = (field: string, label: Key): Detail => ({ field, type: "yes_no", label });

export const kGroups: readonly Group[] = [
  {
    id: "bladder",
    title: "safety.bladder",
    questions: [
      {
        id: "RF-CE1",
        text: "safety.RF-CE1",
        clearer: "safety.RF-CE1.clearer",
        details: [
          {
            field: "kind",
            type: "word",
            label: "safety.RF-CE1.kind",
            words: [
              { word: "cannot_feel", label: "safety.kind.cannot_feel" },
              { word: "cannot_start", label: "safety.kind.cannot_start" },
              { word: "leaking", label: "safety.kind.leaking" },
            ],
          },
        ],
      },
      { id: "RF-CE2", text: "safety.RF-CE2", clearer: "safety.RF-CE2.clearer" },
      { id: "RF-CE3", text: "safety.RF-CE3", clearer: "safety.RF-CE3.clearer" },
      { id: "RF-CE4", text: "safety.RF-CE4", clearer: "safety.RF-CE4.clearer" },
    ],
  },
  {
    id: "legs",
    title: "safety.legs",
    questions: [
      {
        id: "RF-CE5",
        text: "safety.RF-CE5",
        clearer: "safety.RF-CE5.clearer",
        details: [
          {
            field: "pattern",
            type: "word",
            label: "safety.RF-CE5.pattern",
            words: [
              { word: "sudden", label: "safety.pattern.sudden" },
              { word: "spread", label: "safety.pattern.spread" },
              { word: "walking_only", label: "safety.pattern.walking_only" },
              { word: "stable", label: "safety.pattern.stable" },
            ],
          },
        ],
      },
      { id: "RF-CE6", text: "safety.RF-CE6", clearer: "safety.RF-CE6.clearer" },
      {
        id: "RF-ND1",
        text: "safety.RF-ND1",
        clearer: "safety.RF-ND1.clearer",
        details: [
          yesNo("cannot_lift_foot", "safety.RF-ND1.foot"),
          yesNo("giving_way", "safety.RF-ND1.giving"),
        ],
      },
      {
        id: "RF-MC1",
        text: "safety.RF-MC1",
        clearer: "safety.RF-MC1.clearer",
        details: [{ field: "features", type: "number", label: "safety.RF-MC1.features", max: 5 }],
      },
    ],
  },
  {
    id: "chest",
    title: "safety.chest",
    questions: [
      { id: "RF-AA2", text: "safety.RF-AA2", clearer: "safety.RF-AA2.clearer" },
      {
        id: "RF-AA1",
        text: "safety.RF-AA1",
        clearer: "safety.RF-AA1.clearer",
        details: [
          yesNo("collapse", "safety.RF-AA1.collapse"),
          yesNo("pulsating", "safety.RF-AA1.pulsating"),
          yesNo("known_aneurysm", "safety.RF-AA1.known"),
          yesNo("varies_with_movement", "safety.RF-AA1.varies"),
        ],
      },
      {
        id: "RF-DV1",
        text: "safety.RF-DV1",
        details: [yesNo("breathless", "safety.RF-DV1.breathless")],
      },
    ],
  },
  {
    id: "injury",
    title: "safety.injury",
    questions: [
      {
        id: "RF-FX1",
        text: "safety.RF-FX1",
        details: [yesNo("cannot_walk", "safety.RF-FX1.walk")],
      },
      { id: "RF-FX2", text: "safety.RF-FX2", clearer: "safety.RF-FX2.clearer" },
      { id: "RF-FX3", text: "safety.RF-FX3" },
      {
        id: "RF-FX4",
        text: "safety.RF-FX4",
        details: [yesNo("height_loss", "safety.RF-FX4.height")],
      },
      { id: "RF-FX5", text: "safety.RF-FX5", when: (who) => who.age < 25 },
    ],
  },
  {
    id: "illness",
    title: "safety.illness",
    questions: [
      {
        id: "RF-IN1",
        text: "safety.RF-IN1",
        details: [
          yesNo("rigors", "safety.RF-IN1.rigors"),
          yesNo("confusion", "safety.RF-IN1.confusion"),
        ],
      },
      {
        id: "RF-IN2",
        text: "safety.RF-IN2",
        details: [
          {
            field: "kind",
            type: "word",
            label: "safety.RF-IN2.kind",
            words: [
              { word: "iv_drugs", label: "safety.kind.iv_drugs" },
              { word: "immunosuppressed", label: "safety.kind.immunosuppressed" },
              { word: "bacteraemia", label: "safety.kind.bacteraemia" },
              { word: "procedure", label: "safety.kind.procedure" },
              { word: "tuberculosis", label: "safety.kind.tuberculosis" },
              { word: "diabetes", label: "safety.kind.diabetes" },
            ],
          },
        ],
      },
      {
        id: "RF-MA1",
        text: "safety.RF-MA1",
        details: [{ field: "years_ago", type: "number", label: "safety.RF-MA1.years", max: 120 }],
      },
      { id: "RF-MS1", text: "safety.RF-MS1" },
      { id: "RF-MA2", text: "safety.RF-MA2" },
    ],
  },
  {
    id: "pain",
    title: "safety.pain",
    questions: [
      { id: "RF-MA3", text: "safety.RF-MA3" },
      { id: "RF-TH1", text: "safety.RF-TH1" },
      {
        id: "RF-VI1",
        text: "safety.RF-VI1",
        details: [
          {
            field: "kind",
            type: "word",
            label: "safety.RF-VI1.kind",
            words: [
              { word: "blood", label: "safety.kind.blood" },
              { word: "fever_flank", label: "safety.kind.fever_flank" },
              { word: "burning", label: "safety.kind.burning" },
              { word: "pregnancy_sign", label: "safety.kind.pregnancy_sign" },
            ],
          },
        ],
      },
      {
        id: "RF-PG1",
        text: "safety.RF-PG1",
        when: (who) => who.sex !== "male" && who.age >= 12 && who.age <= 55,
      },
    ],
  },
];

/** What a yes of any question may be asked closer: how long, worse or not, and seen by somebody. */
export type Since = "days" | "two_weeks" | "six_weeks" | "three_months" | "longer";
export const kSinceDays: Readonly<Record<Since, number>> = {
  days: 3,
  two_weeks: 14,
  six_weeks: 42,
  three_months: 84,
  longer: 400,
};

export interface Answer {
  readonly answer: YesNo;
  readonly since?: Since;
  readonly worsening?: boolean;
  readonly assessed?: boolean;
  readonly details?: Readonly<Record<string, boolean | string | number>>;
}

export type Answers = Readonly<Record<string, Answer>>;

export function questionsFor(group: Group, who: Who): readonly Question[] {
  return group.questions.filter((question) => question.when?.(who) ?? true);
}

export function isAnswered(group: Group, who: Who, answers: Answers): boolean {
  return questionsFor(group, who).every((question) => answers[question.id] !== undefined);
}

function toCore(answer: Answer): unknown {
  if (answer.answer === "no") return false;
  const value = answer.answer === "unsure" ? "unsure" : true;
  const out: Record<string, unknown> = { answer: value, ...answer.details };
  if (answer.since !== undefined) out.since_days = kSinceDays[answer.since];
  if (answer.worsening !== undefined) out.worsening = answer.worsening;
  if (answer.assessed !== undefined) out.assessed = answer.assessed;
  return Object.keys(out).length === 1 ? value : out;
}

export type Trend = "better" | "same" | "worse";

/** Rules 2.2, C26: not better after six to twelve weeks; after that only what gets worse counts. */
function isUnimproved(days: number, trend: Trend | null): boolean {
  if (days > 84) return trend === "worse";
  return days >= 42 && trend !== null && trend !== "better";
}

/**
 * The answers in the core's form. Questions that do not concern this person are a no; those that
 * follow from what is known already (first pain at an unusual age, not better after weeks) are
 * answered from that.
 */
export function answersForCore(
  answers: Answers,
  who: Who & { readonly episodesBefore: number; readonly trend: Trend | null },
): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const group of kGroups) {
    for (const question of group.questions) {
      const asked = question.when?.(who) ?? true;
      const answer = answers[question.id];
      if (!asked) out[question.id] = false;
      else if (answer !== undefined) out[question.id] = toCore(answer);
    }
  }
  const ageThen = who.age - Math.floor(who.onsetDays / 365);
  const unusual = who.episodesBefore === 0 && (ageThen > 55 || ageThen < 20);
  out["RF-MA4"] = unusual;
  out["RF-MA5"] = isUnimproved(who.onsetDays, who.trend);
  return out;
}
