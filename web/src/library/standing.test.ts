// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { Exercise } from "../catalogue/catalogue.ts";
import type { Agenda, Item } from "../core/types.ts";
import type { Entry } from "../record/entry.ts";
import { standingOf } from "./standing.ts";

const plank = {
  id: "plank",
  contraindications: [
    { word: "wrist_pain", strength: "modified" },
    { word: "glaucoma", strength: "until_unlocked" },
    { word: "extension_intolerant", strength: "never" },
  ],
} as unknown as Exercise;

const entry = (id: string, kind: string, body: Record<string, unknown>) =>
  ({ id, kind, body }) as unknown as Entry;

const agenda = (exercises: readonly string[], derived: readonly string[] = []) =>
  ({
    derived,
    week: [
      { date: "2026-11-21", items: exercises.map((exercise) => ({ exercise }) as Item) },
      { date: "2026-11-22", items: [] },
    ],
  }) as unknown as Agenda;

describe("standingOf", () => {
  it("says on which days it is planned", () => {
    const found = standingOf(plank, agenda(["bridge", "plank"]), []);
    expect(found.planned.map((one) => one.date)).toEqual(["2026-11-21"]);
  });

  it("names what the person told that keeps it away, but not what only makes it gentler", () => {
    const told = entry("1", "profile.set", { conditions: ["wrist_pain", "glaucoma"] });
    expect(standingOf(plank, agenda([]), [told]).keptAway).toEqual(["glaucoma"]);
    expect(standingOf(plank, agenda([], ["extension_intolerant"]), []).keptAway).toEqual([
      "extension_intolerant",
    ]);
  });

  it("says nothing against what is in the plan", () => {
    const told = entry("1", "profile.set", { conditions: ["glaucoma"] });
    expect(standingOf(plank, agenda(["plank"]), [told]).keptAway).toEqual([]);
  });

  it("knows what was left out, unless that was taken back", () => {
    const out = entry("1", "plan.exclude", { exercise: "plank", why: "hurts" });
    const back = entry("2", "entry.corrected", { entry: "1", body: null });
    expect(standingOf(plank, agenda([]), [out]).leftOut).toBe("hurts");
    expect(standingOf(plank, agenda([]), [out, back]).leftOut).toBeNull();
  });

  it("goes by the latest profile", () => {
    const before = entry("1", "profile.set", { conditions: ["glaucoma"] });
    const after = entry("2", "profile.set", { conditions: [] });
    expect(standingOf(plank, null, [before, after]).keptAway).toEqual([]);
  });
});
