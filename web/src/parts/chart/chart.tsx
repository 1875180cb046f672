// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The frame of a chart: what it means in a sentence, the drawing, and the same as a table. */
import type { ComponentChildren } from "preact";
import { formatDay, formatNumber, t } from "../../words/index.ts";
import { type Frame, placeOfDay, placeOfValue, ticksOf } from "./axis.ts";

interface TableProps {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function ChartTable({ caption, heads, rows }: TableProps) {
  return (
    <details class="no-print">
      <summary>{t("progress.table")}</summary>
      <div class="table-scroll">
        <table>
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...others]) => (
              <tr key={first}>
                <th scope="row">{first}</th>
                {others.map((cell, i) => (
                  <td key={heads[i + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

export interface KeyRow {
  readonly look: string;
  readonly text: string;
}

/** What the lines and areas of a chart are. */
export function ChartKey({ rows }: { readonly rows: readonly KeyRow[] }) {
  return (
    <ul class="chart-key small">
      {rows.map(({ look, text }) => (
        <li key={look}>
          <svg viewBox="0 0 28 14" aria-hidden="true">
            {look === "chart-band" ? (
              <rect class={look} x="1" y="2" width="26" height="10" />
            ) : look === "chart-dot" ? (
              <circle class={look} cx="14" cy="7" r="3.5" />
            ) : (
              <path class={look} d="M1 7H27" />
            )}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}

interface RulesProps {
  readonly frame: Frame;
  readonly most: number;
  readonly steps: readonly number[];
}

/** Quiet lines across, with their numbers. */
export function Rules({ frame, most, steps }: RulesProps) {
  return (
    <g class="chart-rules">
      {steps.map((step) => {
        const y = placeOfValue(frame, most, step);
        return (
          <g key={step}>
            <path d={`M${frame.left} ${y}H${frame.right}`} />
            <text x={frame.left - 8} y={y} class="value">
              {formatNumber(step)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface DaysProps {
  readonly frame: Frame;
  readonly from: string;
  readonly to: string;
}

/** The days below a chart. */
export function Days({ frame, from, to }: DaysProps) {
  const room = Math.floor((frame.right - frame.left) / 68);
  return (
    <g class="chart-days">
      {ticksOf(from, to, room).map(({ day, isMonth }) => {
        const x = placeOfDay(frame, from, to, day);
        const isYear = isMonth && day.slice(5, 7) === "01";
        const style: Intl.DateTimeFormatOptions = isMonth
          ? { month: "short", ...(isYear ? { year: "numeric" } : {}) }
          : { day: "numeric", month: "short" };
        const anchor = x < frame.left + 24 ? "start" : x > frame.right - 24 ? "end" : "middle";
        return (
          <text key={day} x={x} y={frame.height - 8} text-anchor={anchor}>
            {formatDay(day, style)}
          </text>
        );
      })}
    </g>
  );
}

interface ChartProps {
  readonly frame: Frame;
  readonly label: string;
  readonly children: ComponentChildren;
}

export function ChartSvg({ frame, label, children }: ChartProps) {
  return (
    <svg class="chart" viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={label}>
      {children}
    </svg>
  );
}
