// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What was done and how much load it was, week by week. No streaks, no goals to miss. */
import { ChartTable } from "../../parts/chart/chart.tsx";
import { type Bar, WeekBars } from "../../parts/chart/week_bars.tsx";
import type { WeekDone } from "../../record/work_done.ts";
import { formatDay, formatNumber, t } from "../../words/index.ts";
import { doneMeaning, loadMeaning } from "./meaning.ts";

/** As many weeks as are told apart at a glance. */
const kMostBars = 26;

interface WeeksProps {
  readonly weeks: readonly WeekDone[];
  /** Weeks before this day are left out of the drawings. */
  readonly from: string;
}

function barsOf({ weeks, from }: WeeksProps, amount: (week: WeekDone) => number): Bar[] {
  const shown = weeks.filter(({ monday }) => monday >= from).slice(-kMostBars);
  const last = weeks.at(-1)?.monday;
  return shown.map((week) => ({
    monday: week.monday,
    value: amount(week),
    isOpen: week.monday === last,
  }));
}

function DoneTable({ weeks }: { readonly weeks: readonly WeekDone[] }) {
  return (
    <ChartTable
      caption={t("progress.done.table")}
      heads={[
        t("progress.week"),
        t("progress.done.days"),
        t("progress.done.minutes"),
        t("progress.load"),
      ]}
      rows={weeks.map(({ monday, days, minutes, load }) => [
        formatDay(monday, { day: "numeric", month: "short", year: "numeric" }),
        formatNumber(days),
        formatNumber(minutes),
        formatNumber(load),
      ])}
    />
  );
}

/** The minutes of each week, with the days above. */
export function DoneChart(props: WeeksProps & { readonly height: number }) {
  const daysOf = new Map(props.weeks.map(({ monday, days }) => [monday, days]));
  const bars = barsOf(props, (week) => week.minutes).map((bar) => ({
    ...bar,
    note: formatNumber(daysOf.get(bar.monday) ?? 0),
  }));
  return (
    <div class="stack tight">
      <WeekBars
        label={t("progress.done.chart", { meaning: doneMeaning(props.weeks, "progress") })}
        bars={bars}
        height={props.height}
      />
      <p class="quiet small">{t("progress.done.note")}</p>
    </div>
  );
}

export function DoneSection(props: WeeksProps) {
  const { weeks } = props;
  if (weeks.length === 0) {
    return (
      <section class="stack">
        <h2>{t("progress.done")}</h2>
        <p>{t("progress.done.none")}</p>
      </section>
    );
  }
  return (
    <>
      <section class="stack">
        <h2>{t("progress.done")}</h2>
        <p>{doneMeaning(weeks, "progress")}</p>
        <DoneChart {...props} height={220} />
        <p class="quiet small">{t("progress.done.free")}</p>
      </section>
      <section class="stack">
        <h2>{t("progress.load")}</h2>
        <p>{loadMeaning(weeks)}</p>
        <WeekBars
          label={t("progress.load.chart", { meaning: loadMeaning(weeks) })}
          bars={barsOf(props, (week) => week.load)}
          height={200}
        />
        <p class="quiet small">{t("progress.load.what")}</p>
        <DoneTable weeks={weeks} />
      </section>
    </>
  );
}
