// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/**
 * Every exercise in a contact sheet: the start, and the key pose that tells most. Only in the
 * development server. ?only=bridge,plank&view=front&size=220&keys=all
 */
import "../src/design/tokens.css";
import "../src/design/base.css";
import "../src/design/figure.css";
import { exerciseName, exercises, loadCatalogue } from "../src/catalogue/catalogue.ts";
import { loadMovement } from "../src/player/movement.ts";
import { readPalette } from "../src/player/palette.ts";
import { tellingKey } from "../src/player/playback.ts";
import { Scene } from "../src/player/scene.ts";
import { angleOf, bestView, type View } from "../src/player/views.ts";

const wanted = new URLSearchParams(location.search);
const size = Number(wanted.get("size") ?? 200);
const only = wanted.get("only")?.split(",");
const sheet = document.getElementById("sheet") as HTMLElement;
sheet.style.cssText = "display:flex;flex-wrap:wrap;gap:8px;padding:8px";
await loadCatalogue();
const palette = readPalette(document.documentElement);
for (const id of [...exercises.value.keys()].sort()) {
  if (only !== undefined && !only.includes(id)) continue;
  const playback = await loadMovement(id);
  if (playback === null) continue;
  const view = (wanted.get("view") as View | null) ?? bestView(id, playback);
  const cell = document.createElement("figure");
  const keys =
    wanted.get("keys") === "all" ? playback.keys.map((_, i) => i) : [0, tellingKey(playback)];
  for (const key of keys) {
    const canvas = document.createElement("canvas");
    canvas.width = size * 2;
    canvas.height = size * 2;
    canvas.style.cssText = `width:${size}px;height:${size}px;background:var(--figure-stage);border-radius:10px;margin-right:4px`;
    const ink = canvas.getContext("2d") as CanvasRenderingContext2D;
    new Scene(playback, angleOf(playback, view), size * 2, size * 2).paintKey(ink, palette, key);
    cell.append(canvas);
  }
  const name = document.createElement("figcaption");
  name.textContent = `${exerciseName(id)} · ${id} · ${view}`;
  name.style.cssText = "font-size:12px";
  cell.append(name);
  sheet.append(cell);
}
document.title = "ready";
