// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** One bar a week. */
import { formatDay } from "../../words/index.ts";
import { type Frame, makeFrame, placeOfValue, roundTop } from "./axis.ts";
import { ChartSvg, Rules } from "./chart.tsx";
import { useWidth } from "./width.ts";

export interface Bar {
  readonly monday: string;
  readonly value: number;
  /** Written above the bar. */
  readonly note?: string;
  /** The week is not over yet. */
  readonly isOpen: boolean;
}

interface WeekBarsProps {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly height: number;
}

interface OneProps {
  readonly frame: Frame;
  readonly bar: Bar;
  readonly at: number;
  readonly wide: number;
  readonly most: number;
}

function OneBar({ frame, bar, at, wide, most }: OneProps) {
  const y = placeOfValue(frame, most, bar.value);
  const middle = at + wide / 2;
  const inside = Math.min(wide * 0.68, 44);
  return (
    <>
      <rect
        class={bar.isOpen ? "chart-bar open" : "chart-bar"}
        x={middle - inside / 2}
        y={y}
        width={inside}
        height={Math.max(0, frame.bottom - y)}
        rx={3}
      />
      {bar.note !== undefined && (
        <text class="chart-note" x={middle} y={y - 6}>
          {bar.note}
        </text>
      )}
    </>
  );
}

export function WeekBars({ label, bars, height }: WeekBarsProps) {
  const [place, width] = useWidth<HTMLDivElement>(680);
  const frame = { ...makeFrame(width, height), left: 38, top: 24 };
  const most = roundTop(Math.max(0, ...bars.map((bar) => bar.value)));
  const wide = (frame.right - frame.left) / Math.max(1, bars.length);
  const everyth = Math.max(1, Math.ceil(58 / wide));
  return (
    <div class="chart-place" ref={place}>
      <ChartSvg frame={frame} label={label}>
        <Rules frame={frame} most={most} steps={[0, most / 2, most]} />
        {bars.map((bar, i) => (
          <OneBar
            key={bar.monday}
            frame={frame}
            bar={bar}
            at={frame.left + i * wide}
            wide={wide}
            most={most}
          />
        ))}
        <g class="chart-days">
          {bars.map((bar, i) =>
            (bars.length - 1 - i) % everyth === 0 ? (
              <text
                key={bar.monday}
                x={frame.left + (i + 0.5) * wide}
                y={frame.height - 8}
                text-anchor="middle"
              >
                {formatDay(bar.monday, { day: "numeric", month: "short" })}
              </text>
            ) : null,
          )}
        </g>
      </ChartSvg>
    </div>
  );
}
