// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/**
 * Where it hurts: four views of the body to paint by finger, mouse or keyboard, or from a list.
 * A mark starts without a number (see isUnrated); the page around asks for it before it counts.
 */
import { useRef, useState } from "preact/hooks";
import {
  bySpot,
  kSpots,
  type PainArea,
  type SpotKey,
  spotsOf,
  toSpots,
} from "../record/body_areas.ts";
import { t } from "../words/index.ts";
import { type MapEditor, useMapEditor } from "./body/editor.ts";
import { Figure } from "./body/figure.tsx";
import { MarkList, SpotList } from "./body/lists.tsx";
import { usePainting } from "./body/painting.ts";
import { Questions } from "./body/questions.tsx";
import { kShapes, kViews, type View } from "./body/shapes.ts";
import { BodyViews } from "./body_views.tsx";
import { Button, Choice } from "./controls.tsx";

type Pair = "upright" | "profile";
const kPairs: readonly Pair[] = ["upright", "profile"];
const pairOf = (view: View): Pair => (view === "back" || view === "front" ? "upright" : "profile");

/** Where there is room for two, the other one of the pair is shown beside. */
function placeOf(one: View, view: View): string {
  if (one === view) return "now";
  return pairOf(one) === pairOf(view) ? "beside" : "away";
}

interface ViewChoiceProps {
  readonly view: View;
  readonly onChange: (view: View) => void;
}

/** On narrow screens one view or one pair is seen at a time; style chooses which of the two. */
function ViewChoice({ view, onChange }: ViewChoiceProps) {
  return (
    <>
      <div class="body-views single">
        <Choice
          legend={t("body.views")}
          hideLegend
          options={kViews.map((one) => ({ value: one, label: t(`body.tab.${one}`) }))}
          value={view}
          onChange={onChange}
        />
      </div>
      <div class="body-views pair">
        <Choice
          legend={t("body.views")}
          hideLegend
          options={kPairs.map((pair) => ({ value: pair, label: t(`body.pair.${pair}`) }))}
          value={pairOf(view)}
          onChange={(pair) => onChange(pair === "upright" ? "back" : "left")}
        />
      </div>
    </>
  );
}

interface FiguresProps {
  readonly areas: readonly PainArea[];
  readonly editor: MapEditor;
  /** Brings the questions into sight. */
  readonly onShow: () => void;
  /** Puts the keyboard at the questions. */
  readonly onEnter: () => void;
}

/** The four views, side by side where there is room. */
function Figures({ areas, editor, onShow, onEnter }: FiguresProps) {
  const [view, setView] = useState<View>("back");
  const [reached, setReached] = useState<Partial<Record<View, SpotKey>>>({});
  const marks = bySpot(areas);
  const listeners = usePainting({
    press: editor.tap,
    paint: editor.paint,
    remove: (key) => editor.remove([key]),
    reach: (on, key) => setReached({ ...reached, [on]: key }),
    tap: (key) => {
      editor.tap(key);
      onShow();
    },
    lift: (keys) => {
      editor.lift(keys);
      onShow();
    },
    enter: (key) => {
      if (marks.has(key)) editor.choose([key]);
      else editor.mark([key]);
      onEnter();
    },
  });
  const startOf = (on: View): SpotKey => {
    const known = kShapes[on].find((shape) => marks.has(shape.key)) ?? kShapes[on][0];
    return reached[on] ?? (known?.key as SpotKey);
  };
  return (
    <div class="stack">
      <ViewChoice view={view} onChange={setView} />
      <div class="body-figures" {...listeners}>
        {kViews.map((one) => (
          <figure key={one} data-view={one} class={placeOf(one, view)}>
            <Figure
              view={one}
              marks={marks}
              live={{ chosen: editor.chosen, reached: startOf(one) }}
            />
            <figcaption aria-hidden="true">{t(`body.view.${one}`)}</figcaption>
          </figure>
        ))}
      </div>
    </div>
  );
}

/** Calls for what has to wait until the page shows the change. */
function afterwards(work: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(work));
}

function bringIntoSight(place: Element | null | undefined): void {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  place?.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
}

interface EditorProps {
  readonly areas: readonly PainArea[];
  readonly onChange: (areas: PainArea[]) => void;
}

function LiveMap({ areas, onChange }: EditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const questions = useRef<HTMLElement>(null);
  const editor = useMapEditor(areas, onChange);
  const spots = toSpots(areas);
  const chosen = [...editor.chosen];
  const show = () => afterwards(() => bringIntoSight(questions.current?.firstElementChild));
  const enter = () =>
    afterwards(() => {
      const inputs = questions.current?.querySelectorAll("input") ?? [];
      ([...inputs].find((one) => one.checked) ?? inputs[0])?.focus();
    });
  const goBack = (to: SpotKey | undefined) =>
    afterwards(() => {
      const found = [...(place.current?.querySelectorAll<SVGElement>(`[data-spot="${to}"]`) ?? [])];
      found.find((one) => one.getClientRects().length > 0)?.focus({ preventScroll: true });
    });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== "z") return;
    event.preventDefault();
    editor.undo();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the way back works from everywhere inside
    <div class="body-map stack" ref={place} onKeyDown={onKeyDown}>
      <p class="quiet">
        {t("body.how")} {t("body.covers")}
      </p>
      <Figures areas={spots} editor={editor} onShow={show} onEnter={enter} />
      <p class="unseen" role="status">
        {editor.said}
      </p>
      <div class="line apart">
        <Button kind="plain" disabled={!editor.canUndo} onClick={editor.undo}>
          {t("say.undo")}
        </Button>
        {spots.length > 1 && (
          <Button kind="plain" onClick={() => editor.remove(kSpots)}>
            {t("body.clear")}
          </Button>
        )}
      </div>
      {chosen.length > 0 && (
        <Questions
          place={questions}
          keys={chosen}
          areas={spots.filter((area) => spotsOf(area).some((key) => editor.chosen.has(key)))}
          saidZero={editor.saidZero}
          onRate={editor.rate}
          onRemove={() => {
            editor.remove(chosen);
            goBack(chosen[0]);
          }}
          onClose={() => {
            editor.choose([]);
            goBack(chosen[0]);
          }}
        />
      )}
      <MarkList
        areas={spots}
        chosen={editor.chosen}
        onChoose={(key) => {
          editor.choose([key]);
          enter();
        }}
      />
      <SpotList
        marked={spots.flatMap(spotsOf)}
        onMark={(key) => editor.mark([key])}
        onUnmark={(key) => editor.remove([key])}
      />
      <p class="quiet small keys-hint">{t("body.keys")}</p>
    </div>
  );
}

interface BodyMapProps extends EditorProps {
  readonly readOnly?: boolean;
}

export function BodyMap({ areas, onChange, readOnly }: BodyMapProps) {
  return readOnly ? <BodyViews areas={areas} /> : <LiveMap areas={areas} onChange={onChange} />;
}
