// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { Exercise } from "../catalogue/catalogue.ts";
import { countsOf, groupsOf, kEverything, scoreOf, search } from "./search.ts";

function exercise(id: string, name: string, more: Partial<Exercise> = {}): Exercise {
  return {
    id,
    class: "MC",
    region: "L",
    positions: [["supine"]],
    equipment: [],
    laterality: "bilateral",
    level: 1,
    contraindications: [],
    review: "awaiting clinical review",
    muscles: [],
    evidence: [],
    text: { en: { name, purpose: `Trains ${name.toLowerCase()}.` } },
    ...more,
  };
}

const bridge = exercise("bridge", "Bridge", {
  muscles: [{ muscle: "gluteus maximus", role: "primary" }],
});
const side = exercise("side_bridge", "Side bridge", { positions: [["side_lying"]] });
const row = exercise("band_row", "Band row", {
  region: "T",
  positions: [["standing"], ["sitting"]],
  equipment: ["band"],
});
const press = exercise("press", "Förster press", { positions: [["prone", "kneeling"]] });
const all = [side, row, press, bridge];
const ids = (found: readonly Exercise[]) => found.map((one) => one.id);

describe("search", () => {
  it("finds everything by name where nothing is asked", () => {
    expect(ids(search(all, kEverything))).toEqual(["band_row", "bridge", "press", "side_bridge"]);
  });

  it("puts names that begin with the word first", () => {
    expect(ids(search(all, { ...kEverything, text: "bridge" }))).toEqual(["bridge", "side_bridge"]);
  });

  it("looks at muscles and purpose, and wants every word", () => {
    expect(ids(search(all, { ...kEverything, text: "gluteus" }))).toEqual(["bridge"]);
    expect(ids(search(all, { ...kEverything, text: "buttock" }))).toEqual(["bridge"]);
    expect(ids(search(all, { ...kEverything, text: "trains row" }))).toEqual(["band_row"]);
    expect(ids(search(all, { ...kEverything, text: "bridge gluteus row" }))).toEqual([]);
  });

  it("does not mind capitals, accents and blanks", () => {
    expect(scoreOf(press, "  FORSTER ")).toBeGreaterThan(0);
  });

  it("narrows by every facet at once", () => {
    const wanted = { ...kEverything, position: "standing", equipment: "band" };
    expect(ids(search(all, wanted))).toEqual(["band_row"]);
    expect(search(all, { ...wanted, region: "L" })).toEqual([]);
  });
});

describe("groupsOf", () => {
  it("names each group once", () => {
    expect(groupsOf(row, "position")).toEqual(["standing", "sitting"]);
    expect(groupsOf(press, "position")).toEqual(["front", "hands"]);
    expect(groupsOf(bridge, "equipment")).toEqual(["none"]);
  });
});

describe("countsOf", () => {
  it("counts under the other choices, not under its own", () => {
    const wanted = { ...kEverything, equipment: "band", position: "side" };
    expect(countsOf(all, wanted, "equipment").get("none")).toBe(1);
    expect(countsOf(all, { ...kEverything, equipment: "band" }, "equipment").get("none")).toBe(3);
    expect(countsOf(all, { ...kEverything, text: "row" }, "region")).toEqual(new Map([["T", 1]]));
  });
});
