// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** One view of the body: the outline, its spots, and the numbers of what is marked. */
import { useId } from "preact/hooks";
import { isUnrated, type PainArea, type SpotKey } from "../../record/body_areas.ts";
import { t } from "../../words/index.ts";
import { softShape } from "./curve.ts";
import { kArmOutline, kProfileOutline, kUprightOutline } from "./outline.ts";
import { kShapes, type SpotShape, type View } from "./shapes.ts";
import { spotState } from "./words.ts";

const kBoxes: Readonly<Record<View, string>> = {
  back: "-118 4 236 592",
  front: "-118 4 236 592",
  left: "-104 4 156 592",
  right: "-52 4 156 592",
};

type Marks = ReadonlyMap<SpotKey, PainArea>;

/** How warm a mark is drawn, from a hint to the full tone. */
function depth(area: PainArea): number {
  return isUnrated(area) ? 0.22 : 0.26 + area.intensity * 0.066;
}

function isUpright(view: View): boolean {
  return view === "back" || view === "front";
}

/** What tells one view from the other, and left from right. */
function Landmarks({ view }: { readonly view: View }) {
  if (!isUpright(view)) return null;
  const isBack = view === "back";
  return (
    <g class="landmarks">
      {isBack ? (
        <path d="M20 136C34 140 42 152 38 176M-20 136C-34 140-42 152-38 176M0 118V276" />
      ) : (
        <path d="M10 117C24 122 40 121 54 118M-10 117C-24 122-40 121-54 118M0 248v5" />
      )}
      <text x={-117} y={394} class="start">
        {t(isBack ? "body.left" : "body.right")}
      </text>
      <text x={117} y={394} class="end">
        {t(isBack ? "body.right" : "body.left")}
      </text>
    </g>
  );
}

function Mark({ shape, area }: { readonly shape: SpotShape; readonly area: PainArea }) {
  const [x, y] = shape.label;
  return (
    <g class="mark-number">
      <circle cx={x} cy={y} r={9.5} />
      <text x={x} y={y}>
        {isUnrated(area) ? "?" : area.intensity}
      </text>
    </g>
  );
}

interface SpotsProps {
  readonly view: View;
  readonly marks: Marks;
  readonly chosen: ReadonlySet<SpotKey>;
  /** The spot that the tab key reaches. */
  readonly reached: SpotKey;
}

/** The spots as buttons; what happens to them is heard further out. */
function Spots({ view, marks, chosen, reached }: SpotsProps) {
  return kShapes[view].map((shape) => {
    const area = marks.get(shape.key);
    const look = ["spot", area && "marked", chosen.has(shape.key) && "chosen"];
    return (
      // biome-ignore lint/a11y/useSemanticElements: there are no buttons of this shape
      <path
        key={shape.key}
        role="button"
        data-spot={shape.key}
        class={look.filter(Boolean).join(" ")}
        d={softShape(shape.points)}
        tabindex={shape.key === reached ? 0 : -1}
        aria-pressed={area !== undefined}
        aria-label={spotState(shape.key, area)}
        style={area === undefined ? {} : { "--depth": depth(area) }}
      />
    );
  });
}

interface RingProps {
  readonly id: string;
  readonly shape: SpotShape;
  readonly outline: string;
  readonly turn: string;
}

/** Closes the line around a chosen spot where the outline cuts it. */
function Ring({ id, shape, outline, turn }: RingProps) {
  return (
    <>
      <clipPath id={`${id}-${shape.key}`}>
        <path d={softShape(shape.points)} />
      </clipPath>
      <g clip-path={`url(#${id}-${shape.key})`}>
        <path class="ring" d={outline} transform={turn} />
      </g>
    </>
  );
}

function FixedSpots({ view, marks }: { readonly view: View; readonly marks: Marks }) {
  return kShapes[view].map((shape) => {
    const area = marks.get(shape.key);
    return (
      <path
        key={shape.key}
        class={area === undefined ? "spot fixed" : "spot fixed marked"}
        d={softShape(shape.points)}
        style={area === undefined ? {} : { "--depth": depth(area) }}
      />
    );
  });
}

interface FigureProps {
  readonly view: View;
  readonly marks: Marks;
  /** Absent: the figure is only looked at. */
  readonly live?: Pick<SpotsProps, "chosen" | "reached">;
  /** What a reader hears of a figure that is only looked at. */
  readonly label?: string;
  /** Larger numbers, for figures that are drawn small. */
  readonly large?: boolean;
}

export function Figure({ view, marks, live, label, large }: FigureProps) {
  const id = useId();
  const outline = isUpright(view) ? kUprightOutline : kProfileOutline;
  const turn = view === "right" ? "scale(-1 1)" : "";
  const named = label ?? t("body.figure", { view: t(`body.view.${view}`) });
  return (
    <svg
      class="figure-map"
      viewBox={kBoxes[view]}
      role={live === undefined ? "img" : "group"}
      aria-label={named}
    >
      <clipPath id={`${id}-cut`}>
        <path d={outline} transform={turn} />
      </clipPath>
      <g class="body-outline" transform={turn}>
        {!isUpright(view) && <path d={kArmOutline} />}
        <path d={outline} />
      </g>
      <g clip-path={`url(#${id}-cut)`}>
        {live === undefined ? (
          <FixedSpots view={view} marks={marks} />
        ) : (
          <Spots view={view} marks={marks} {...live} />
        )}
        {kShapes[view]
          .filter(({ key }) => live?.chosen.has(key))
          .map((shape) => (
            <Ring key={shape.key} id={id} shape={shape} outline={outline} turn={turn} />
          ))}
      </g>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in here takes the focus */}
      <g class={large ? "over large" : "over"} aria-hidden="true">
        <Landmarks view={view} />
        {kShapes[view].map((shape) => {
          const area = marks.get(shape.key);
          return area && <Mark key={shape.key} shape={shape} area={area} />;
        })}
      </g>
    </svg>
  );
}
