// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What an exercise is for the person who looks at it: in the plan, left out, or kept away. */
import type { Exercise } from "../catalogue/catalogue.ts";
import type { Agenda, Item } from "../core/types.ts";
import { latest, ofKind } from "../record/days.ts";
import type { Entry } from "../record/entry.ts";
import type { Profile } from "../record/profile.ts";

export interface PlannedOn {
  readonly date: string;
  readonly item: Item;
}

export interface Standing {
  /** The days of this week that it is planned for. */
  readonly planned: readonly PlannedOn[];
  /** The person asked to leave it out, and why. */
  readonly leftOut: string | null;
  /** Words of the person's answers for which the catalogue keeps it away. */
  readonly keptAway: readonly string[];
}

function plannedOn(agenda: Agenda | null, exercise: string): PlannedOn[] {
  return (agenda?.week ?? []).flatMap((day) => {
    const item = day.items.find((one) => one.exercise === exercise);
    return item === undefined ? [] : [{ date: day.date, item }];
  });
}

interface LeftOut {
  readonly exercise: string;
  readonly why: string;
}

/** What the agenda and the record say of an exercise. Nothing is decided here. */
export function standingOf(
  exercise: Exercise,
  agenda: Agenda | null,
  entries: readonly Entry[],
): Standing {
  const planned = plannedOn(agenda, exercise.id);
  const left = ["plan.exclude", "plan.swap"]
    .flatMap((kind) => ofKind<LeftOut>(entries, kind))
    .filter(({ body }) => body.exercise === exercise.id);
  const profile = latest<Pick<Profile, "conditions">>(entries, "profile.set");
  const words = new Set([...(profile?.conditions ?? []), ...(agenda?.derived ?? [])]);
  const strict = exercise.contraindications.filter((one) => one.strength !== "modified");
  return {
    planned,
    leftOut: planned.length > 0 ? null : (left.at(-1)?.body.why ?? null),
    keptAway:
      planned.length > 0 ? [] : strict.map((one) => one.word).filter((word) => words.has(word)),
  };
}
