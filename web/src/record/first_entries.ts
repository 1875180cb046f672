// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** A finished draft as entries: what the core takes. */
import type { PainArea } from "./body_areas.ts";
import type { Draft } from "./draft.ts";
import { answersForCore, type Who } from "./safety_questions.ts";

const kUnitDays = { days: 1, weeks: 7, months: 30, years: 365 } as const;
const kEpisodes = { first: 0, some: 2, many: 6 } as const;
const kIrritability = { minutes: "low", hours: "moderate", next_day: "high" } as const;

export function onsetDays(draft: Draft): number {
  return Math.min(36_500, (draft.onset ?? 0) * kUnitDays[draft.onsetUnit]);
}

export function whoOf(draft: Draft): Who {
  return { age: draft.age ?? 0, sex: draft.sex, onsetDays: onsetDays(draft) };
}

function improving(draft: Draft): boolean | null {
  return draft.trend === null ? null : draft.trend === "better";
}

/** The body of `screen.answered`. With more of the draft known it says more. */
export function screenBody(draft: Draft): Record<string, unknown> {
  const episodesBefore = kEpisodes[draft.before ?? "some"];
  const who = { ...whoOf(draft), first: { episodesBefore, trend: draft.trend } };
  return known({
    age: draft.age ?? 0,
    sex: draft.sex,
    onset_days_ago: onsetDays(draft),
    episodes_before: episodesBefore,
    radiates: draft.radiates,
    neuro_symptoms: draft.neuro,
    region: mainRegion(draft.areas),
    improving: improving(draft),
    conditions: draft.hasConditions === null ? null : conditionsOf(draft),
    answers: answersForCore(draft.answers, who),
  });
}

/** A birth in the last three months is told by the same question. */
export function mayBePregnant(draft: Draft): boolean {
  return draft.sex !== "male" && draft.answers["RF-PG1"]?.answer === "yes";
}

function isPregnant(draft: Draft): boolean {
  return mayBePregnant(draft) && draft.pregnant !== false;
}

function conditionsOf(draft: Draft): string[] {
  const told = draft.hasConditions === true ? draft.conditions : [];
  return isPregnant(draft) ? [...told, "pregnancy"] : [...told];
}

const kBelowButtock = new Set(["thigh_back", "thigh_front", "knee", "calf", "shin", "foot"]);

/** What hurts below the buttock. */
export function legAreas(areas: readonly PainArea[]): readonly PainArea[] {
  return areas.filter((area) => kBelowButtock.has(area.region));
}

/** Where it hurts most, of the back first. */
function mainRegion(areas: readonly PainArea[]): string | null {
  const back = areas.filter((area) => ["lumbar", "thoracic", "cervical"].includes(area.region));
  const from = back.length > 0 ? back : areas;
  const most = from.reduce<PainArea | null>(
    (best, area) => (best === null || area.intensity > best.intensity ? area : best),
    null,
  );
  return most?.region ?? null;
}

function highest(areas: Draft["areas"]): number {
  return Math.max(0, ...areas.map((area) => area.intensity));
}

/** Takes out what is not known: the core's fields are absent then, not null. */
function known(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

/** The body of `profile.set`. */
export function profileBody(draft: Draft): Record<string, unknown> {
  const leg = legAreas(draft.areas);
  const goals = goalsOf(draft);
  return known({
    person: known({
      age: draft.age ?? 0,
      sex: draft.sex,
      height_cm: draft.height,
      weight_kg: draft.weight,
    }),
    onset_days_ago: onsetDays(draft),
    episodes_before: kEpisodes[draft.before ?? "some"],
    pain: draft.areas,
    usual_pain: draft.usual ?? highest(draft.areas),
    usual_leg_pain: leg.length > 0 ? (draft.usualLeg ?? highest(leg)) : null,
    radiates: draft.radiates ?? "none",
    neuro_symptoms: draft.neuro,
    improving: improving(draft),
    worse_with: draft.worse,
    better_with: draft.better,
    irritability: kIrritability[draft.settles ?? "hours"],
    conditions: draft.hasConditions === null ? null : conditionsOf(draft),
    pregnancy_weeks: isPregnant(draft) ? draft.pregnancyWeeks : null,
    fall_12_months: draft.fell,
    excluded_positions: draft.excluded,
    equipment: draft.equipment,
    minutes_per_day: draft.minutes,
    days_per_week: draft.days,
    goals: goals.length > 0 ? goals : null,
  });
}

function goalsOf(draft: Draft): { activity: string; score: number }[] {
  return draft.goals.flatMap(({ activity, score }) =>
    activity.trim() === "" || score === null ? [] : [{ activity: activity.trim(), score }],
  );
}
