// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Numbers of 0–10 over days: single answers, means as a line, steps, a band and a level. */
import type { DayValue } from "../../record/series.ts";
import { type Frame, makeFrame, placeOfDay, placeOfValue } from "./axis.ts";
import { ChartSvg, Days, Rules } from "./chart.tsx";
import { useWidth } from "./width.ts";

const kMost = 10;

export interface BandPoint {
  readonly day: string;
  readonly low: number;
  readonly high: number;
}

interface TimeChartProps {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly height: number;
  /** Single answers. */
  readonly dots?: readonly DayValue[];
  /** Joined by a line. */
  readonly line?: readonly DayValue[];
  /** Each holds until the next. */
  readonly steps?: readonly DayValue[];
  readonly band?: readonly BandPoint[];
  /** A height that means something. */
  readonly level?: number;
}

function lineOf(points: readonly (readonly [number, number])[]): string {
  return points
    .map(([x, y], i) => `${i === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join("");
}

function stepsOf(points: readonly (readonly [number, number])[], end: number): string {
  const [first, ...others] = points;
  if (first === undefined) return "";
  const turns = others.map(([x, y]) => `H${x.toFixed(1)}V${y.toFixed(1)}`).join("");
  return `M${first[0].toFixed(1)} ${first[1].toFixed(1)}${turns}H${end.toFixed(1)}`;
}

/** Steps that were taken before the first day shown begin there. */
function within(steps: readonly DayValue[], from: string): DayValue[] {
  const last = steps.filter(({ day }) => day <= from).at(-1);
  const later = steps.filter(({ day }) => day > from);
  return last === undefined ? later : [{ day: from, value: last.value }, ...later];
}

function Drawing(props: TimeChartProps & { readonly frame: Frame }) {
  const { frame, from, to, dots = [], line = [], steps = [], band = [], level } = props;
  const x = (day: string) => placeOfDay(frame, from, to, day);
  const y = (value: number) => placeOfValue(frame, kMost, value);
  const isShown = ({ day }: { readonly day: string }) => day >= from && day <= to;
  const at = ({ day, value }: DayValue) => [x(day), y(value)] as const;
  const edge = band.filter(isShown);
  const around = [
    ...edge.map(({ day, high }) => [x(day), y(high)] as const),
    ...edge.toReversed().map(({ day, low }) => [x(day), y(low)] as const),
  ];
  const points = line.filter(isShown).map(at);
  return (
    <>
      {around.length > 0 && <path class="chart-band" d={`${lineOf(around)}Z`} />}
      {level !== undefined && (
        <path class="chart-level" d={`M${frame.left} ${y(level)}H${frame.right}`} />
      )}
      {dots.filter(isShown).map((dot, i) => (
        <circle
          key={`${dot.day} ${i}`}
          class="chart-dot"
          cx={x(dot.day)}
          cy={y(dot.value)}
          r={frame.width < 500 ? 2.2 : 3}
        />
      ))}
      <path class="chart-steps" d={stepsOf(within(steps, from).filter(isShown).map(at), x(to))} />
      <path class="chart-line" d={lineOf(points)} />
      {points.map(([px, py]) => (
        <circle key={px} class="chart-knot" cx={px} cy={py} r={3.5} />
      ))}
    </>
  );
}

export function TimeChart(props: TimeChartProps) {
  const [place, width] = useWidth<HTMLDivElement>(680);
  const frame = makeFrame(width, props.height);
  return (
    <div class="chart-place" ref={place}>
      <ChartSvg frame={frame} label={props.label}>
        <Rules frame={frame} most={kMost} steps={[0, 2, 4, 6, 8, 10]} />
        <Drawing {...props} frame={frame} />
        <Days frame={frame} from={props.from} to={props.to} />
      </ChartSvg>
    </div>
  );
}
