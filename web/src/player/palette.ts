// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The colors of the picture: tokens of the design, read from the page. */
import type { Material } from "./things.ts";

export interface Palette {
  readonly material: Readonly<Record<Material, string>>;
  readonly light: string;
  readonly shade: string;
  readonly edge: string;
  readonly shadow: string;
  readonly floor: string;
}

const kMaterials: readonly Material[] = [
  "skin",
  "top",
  "legs",
  "hair",
  "mat",
  "wood",
  "cushion",
  "wall",
  "band",
  "iron",
];

/** As it is now, light or dark. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--figure-${name}`).trim() || "#888888";
  const material = Object.fromEntries(kMaterials.map((name) => [name, token(name)]));
  return {
    material: material as Record<Material, string>,
    light: token("light"),
    shade: token("shade"),
    edge: token("edge"),
    shadow: token("shadow"),
    floor: token("floor"),
  };
}
