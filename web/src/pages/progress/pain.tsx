// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Pain over time, with what the change means. */
import { ChartKey, ChartTable, type KeyRow } from "../../parts/chart/chart.tsx";
import { type BandPoint, TimeChart } from "../../parts/chart/time_chart.tsx";
import { expectedCourse, kNewPainDays } from "../../record/expected_course.ts";
import { noticedLevel } from "../../record/important_change.ts";
import { addDays, daysBetween } from "../../record/instant.ts";
import { comparePain, type DayValue, weeklyMeans } from "../../record/series.ts";
import { formatDay, formatNumber, t } from "../../words/index.ts";
import { dayText, painMeaning, usualMeaning } from "./meaning.ts";

export interface PainFigures {
  readonly reports: readonly DayValue[];
  readonly usual: readonly DayValue[];
  /** Days since the pain began, on the first day; null: not told. */
  readonly onsetDays: number | null;
  readonly today: string;
  readonly from: string;
}

/** The average course from the first report on, where the pain was new then. */
function courseBand({ reports, onsetDays, today }: PainFigures): BandPoint[] {
  const first = reports[0];
  if (first === undefined || onsetDays === null || onsetDays > kNewPainDays) return [];
  const weeks = Math.min(52, Math.max(6, Math.ceil(daysBetween(first.day, today) / 7)));
  return Array.from({ length: weeks * 7 + 1 }, (_, days) => {
    const { low, high } = expectedCourse(first.value, days / 7);
    return { day: addDays(first.day, days), low, high };
  });
}

function keyRows(hasUsual: boolean, hasLevel: boolean, hasBand: boolean): KeyRow[] {
  const rows: (KeyRow | false)[] = [
    { look: "chart-dot", text: t("progress.pain.key.dot") },
    { look: "chart-line", text: t("progress.pain.key.line") },
    hasUsual && { look: "chart-steps", text: t("progress.pain.key.steps") },
    hasLevel && { look: "chart-level", text: t("progress.pain.key.level") },
    hasBand && { look: "chart-band", text: t("progress.pain.key.band") },
  ];
  return rows.filter((row) => row !== false);
}

function tableRows(reports: readonly DayValue[], today: string): string[][] {
  return weeklyMeans(reports, today).map(({ day, value }) => {
    const from = addDays(day, -6);
    const all = reports.filter((one) => one.day >= from && one.day <= day).map((one) => one.value);
    return [
      formatDay(from, { day: "numeric", month: "short", year: "numeric" }),
      formatNumber(value),
      formatNumber(Math.min(...all)),
      formatNumber(Math.max(...all)),
      formatNumber(all.length),
    ];
  });
}

/** The drawing alone: for this page and for the report. */
export function PainChart({
  figures,
  height,
}: {
  readonly figures: PainFigures;
  readonly height: number;
}) {
  const { reports, usual, today, from } = figures;
  const compared = comparePain(reports, today);
  const level = compared === null ? null : noticedLevel(compared.before.value);
  const band = courseBand(figures);
  const meaning = painMeaning(reports, today);
  return (
    <div class="stack tight">
      <TimeChart
        label={t("progress.pain.chart", { from: dayText(from), to: dayText(today), meaning })}
        from={from}
        to={today}
        height={height}
        dots={reports}
        line={weeklyMeans(reports, today)}
        steps={usual}
        band={band}
        {...(level === null ? {} : { level })}
      />
      <ChartKey rows={keyRows(usual.length > 0, level !== null, band.length > 0)} />
    </div>
  );
}

export function PainSection({ figures }: { readonly figures: PainFigures }) {
  const { reports, usual, onsetDays, today } = figures;
  const isNew = onsetDays !== null && onsetDays <= kNewPainDays;
  const usualText = usualMeaning(usual, "progress");
  return (
    <section class="stack">
      <h2>{t("progress.pain")}</h2>
      <p>{painMeaning(reports, today)}</p>
      {reports.length > 0 && (
        <>
          {usualText !== null && <p class="quiet">{usualText}</p>}
          <PainChart figures={figures} height={280} />
          <div class="stack tight quiet small">
            {comparePain(reports, today) !== null && <p>{t("progress.pain.level")}</p>}
            {isNew && <p>{t("progress.pain.band")}</p>}
          </div>
          <ChartTable
            caption={t("progress.pain.table")}
            heads={[
              t("progress.week"),
              t("progress.pain.mean"),
              t("progress.pain.least"),
              t("progress.pain.most"),
              t("progress.pain.answers"),
            ]}
            rows={tableRows(reports, today)}
          />
        </>
      )}
    </section>
  );
}
