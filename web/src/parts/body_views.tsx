// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Body maps to look at: one alone, or then and now with what changed in words. */
import { bySpot, type PainArea, type SpotKey, spotsOf } from "../record/body_areas.ts";
import { compareMaps, type SpotChange } from "../record/body_change.ts";
import { isNoticed } from "../record/important_change.ts";
import { t } from "../words/index.ts";
import { Figure } from "./body/figure.tsx";
import { kShapes, kViews, type View } from "./body/shapes.ts";
import { spotState, spotsText, spotText } from "./body/words.ts";

function viewLabel(view: View, marks: ReadonlyMap<SpotKey, PainArea>): string {
  const seen = kShapes[view].flatMap(({ key }) => {
    const area = marks.get(key);
    return area === undefined ? [] : [spotState(key, area)];
  });
  const figure = t("body.figure", { view: t(`body.view.${view}`) });
  return [figure, ...(seen.length > 0 ? seen : [t("body.marks.none")])].join(". ");
}

interface BodyViewsProps {
  readonly areas: readonly PainArea[];
  /** Which views, in this order; all four where absent. */
  readonly views?: readonly View[];
  readonly large?: boolean;
}

/** A map that is only looked at. */
export function BodyViews({ areas, views = kViews, large = false }: BodyViewsProps) {
  const marks = bySpot(areas);
  return (
    <div class="body-figures fixed">
      {views.map((view) => (
        <figure key={view} data-view={view}>
          <Figure view={view} marks={marks} label={viewLabel(view, marks)} large={large} />
          <figcaption aria-hidden="true">{t(`body.view.${view}`)}</figcaption>
        </figure>
      ))}
    </div>
  );
}

/** The back, and the front where something is marked that the back does not show. */
function viewsNeeded(areas: readonly PainArea[]): readonly View[] {
  const seen = new Set(kShapes.back.map(({ key }) => key));
  return areas.flatMap(spotsOf).every((key) => seen.has(key)) ? ["back"] : ["back", "front"];
}

function changeText({ key, before, now }: SpotChange): string {
  const values = { spot: spotText(key), before, now };
  if (now > before) return t("body.change.more", values);
  return t(isNoticed(before, now) ? "body.change.less.noticed" : "body.change.less", values);
}

/** What changed between two maps, a sentence each. */
export function changeSentences(before: readonly PainArea[], now: readonly PainArea[]): string[] {
  const change = compareMaps(before, now);
  const names = (spots: readonly SpotChange[]) => ({ spots: spotsText(spots.map((s) => s.key)) });
  const out: string[] = [];
  if (change.gone.length > 0) out.push(t("body.change.gone", names(change.gone)));
  out.push(...change.less.map(changeText), ...change.more.map(changeText));
  if (change.appeared.length > 0) out.push(t("body.change.appeared", names(change.appeared)));
  if (change.same.length > 0) out.push(t("body.change.same", names(change.same)));
  for (const side of ["left", "right"] as const) {
    const move = change[`${side}_leg`];
    if (move !== "same") out.push(t(`body.change.${move}.${side}`));
  }
  return out.length > 0 ? out : [t("body.change.none")];
}

export interface DatedMap {
  /** The day in words. */
  readonly date: string;
  readonly areas: readonly PainArea[];
}

interface CompareProps {
  readonly before: DatedMap;
  readonly now: DatedMap;
}

/** Two maps side by side, and what changed. */
export function BodyCompare({ before, now }: CompareProps) {
  const views = viewsNeeded([...before.areas, ...now.areas]);
  return (
    <div class="stack">
      <div class={views.length === 1 ? "body-compare single" : "body-compare"}>
        <section class="stack tight">
          <h3>{t("body.then", { date: before.date })}</h3>
          <BodyViews areas={before.areas} views={views} large />
        </section>
        <section class="stack tight">
          <h3>{t("body.now", { date: now.date })}</h3>
          <BodyViews areas={now.areas} views={views} large />
        </section>
      </div>
      <ul class="stack tight">
        {changeSentences(before.areas, now.areas).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
