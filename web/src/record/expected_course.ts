// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** How new back pain goes on average: for drawing only, as expected_course_ratio of the core. */

/** @source facts 3.3 (Menezes Costa 2012, CMAJ 184:E613): weeks of the pooled means */
const kWeeks = [0, 6, 26, 52] as const;
/** @source facts 3.3 (Menezes Costa 2012): acute pain 0–100, mean and 95 % interval */
const kMean = [52, 23, 12, 6] as const;
const kLow = [48, 21, 9, 3] as const;
const kHigh = [57, 25, 15, 10] as const;

/** @source facts 3.3 (Menezes Costa 2012: acute is less than six weeks at the start) */
export const kNewPainDays = 42;

type Knots = readonly [number, number, number, number];

/** Slope at an end, limited so that the curve does not overshoot. */
function endSlope(h: number, d: number, h2: number, d2: number): number {
  const slope = ((2 * h + h2) * d - h * d2) / (h + h2);
  if (slope * d <= 0) return 0;
  return d * d2 <= 0 && Math.abs(slope) > 3 * Math.abs(d) ? 3 * d : slope;
}

/** @source Fritsch & Butland 1984, SIAM J Sci Stat Comput 5:300 */
function middleSlope(h: number, d: number, h2: number, d2: number): number {
  if (d * d2 <= 0) return 0;
  const w1 = 2 * h2 + h;
  const w2 = h2 + 2 * h;
  return (w1 + w2) / (w1 / d + w2 / d2);
}

function slopesOf([x0, x1, x2, x3]: Knots, [y0, y1, y2, y3]: Knots): Knots {
  const [h0, h1, h2] = [x1 - x0, x2 - x1, x3 - x2];
  const [d0, d1, d2] = [(y1 - y0) / h0, (y2 - y1) / h1, (y3 - y2) / h2];
  return [
    endSlope(h0, d0, h1, d1),
    middleSlope(h0, d0, h1, d1),
    middleSlope(h1, d1, h2, d2),
    endSlope(h2, d2, h1, d1),
  ];
}

const logWeeks = kWeeks.map((week) => Math.log(week + 1)) as unknown as Knots;

/** Monotone cubic in log(weeks + 1). */
function curveAt(knots: Knots, weeks: number): number {
  const at = Math.log(Math.max(0, Math.min(weeks, 52)) + 1);
  const next = Math.max(
    1,
    logWeeks.findIndex((x) => x >= at),
  );
  const i = next - 1;
  const slopes = slopesOf(logWeeks, knots);
  const [x1, x2] = [logWeeks[i] as number, logWeeks[next] as number];
  const [y1, y2] = [knots[i] as number, knots[next] as number];
  const [s1, s2] = [slopes[i] as number, slopes[next] as number];
  const h = x2 - x1;
  const t = (at - x1) / h;
  const u = 1 - t;
  return (
    y1 * (1 + 2 * t) * u * u + h * s1 * t * u * u + y2 * t * t * (3 - 2 * t) - h * s2 * t * t * u
  );
}

export interface CourseBand {
  readonly low: number;
  readonly mean: number;
  readonly high: number;
}

/** Pain on average, some weeks after it was `first`: the mean and how sure it is. */
export function expectedCourse(first: number, weeks: number): CourseBand {
  const share = (knots: Knots) => Math.min(10, (first * curveAt(knots, weeks)) / kMean[0]);
  return { low: share(kLow), mean: share(kMean), high: share(kHigh) };
}
