// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What changed since the beginning, each figure with one sentence of what it means. */
import { useState } from "preact/hooks";
import { BodyCompare, BodyViews } from "../parts/body_views.tsx";
import { Choice, LinkButton } from "../parts/controls.tsx";
import { Page } from "../parts/page.tsx";
import { addDays, daysBetween } from "../record/instant.ts";
import { today } from "../record/record.ts";
import type { DayMap } from "../record/series.ts";
import { t } from "../words/index.ts";
import { DoneSection } from "./progress/done.tsx";
import { figures } from "./progress/figures.ts";
import { GoalsSection } from "./progress/goals.tsx";
import { dayText } from "./progress/meaning.ts";
import { PainSection } from "./progress/pain.tsx";

const kEmpty = ["pain", "change", "done", "goals", "map"] as const;

/** What will appear, and when. */
function EmptyProgress() {
  return (
    <Page title={t("progress.title")} lead={t("progress.empty.lead")}>
      <ul class="rows">
        {kEmpty.map((what) => (
          <li key={what} class="row">
            <span class="stack tight">
              <strong>{t(`progress.empty.${what}`)}</strong>
              <span class="quiet">{t(`progress.empty.${what}.when`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Page>
  );
}

function MapsSection({ maps }: { readonly maps: readonly DayMap[] }) {
  const first = maps[0];
  const last = maps.at(-1);
  return (
    <section class="stack">
      <h2>{t("progress.maps")}</h2>
      {first === undefined || last === undefined ? (
        <p>{t("progress.maps.none")}</p>
      ) : first === last ? (
        <>
          <p>{t("progress.maps.one", { date: dayText(first.day) })}</p>
          <div class="body-compare">
            <BodyViews areas={first.areas} views={["back", "front"]} large />
          </div>
        </>
      ) : (
        <BodyCompare
          before={{ date: dayText(first.day), areas: first.areas }}
          now={{ date: dayText(last.day), areas: last.areas }}
        />
      )}
      <div>
        <LinkButton to="/again/map">{t("again.map.link")}</LinkButton>
      </div>
    </section>
  );
}

type Period = "recent" | "all";
const kRecentDays = 91;

export function ProgressPage() {
  const [period, setPeriod] = useState<Period>("recent");
  const { reports, usual, goals, maps, weeks, onsetDays } = figures.value;
  if (reports.length === 0 && weeks.length === 0) return <EmptyProgress />;
  const now = today.value;
  const begin = [reports[0]?.day, weeks[0]?.monday].filter((day) => day !== undefined).sort()[0];
  const first = [begin ?? now, addDays(now, -6)].sort()[0] ?? now;
  const isLong = daysBetween(first, now) > kRecentDays;
  const from = isLong && period === "recent" ? addDays(now, -kRecentDays) : first;
  return (
    <Page title={t("progress.title")}>
      {isLong && (
        <Choice
          legend={t("progress.period")}
          hideLegend
          options={(["recent", "all"] as const).map((value) => ({
            value,
            label: t(`progress.period.${value}`),
          }))}
          value={period}
          onChange={setPeriod}
        />
      )}
      <PainSection figures={{ reports, usual, onsetDays, today: now, from }} />
      <GoalsSection goals={goals} today={now} />
      <MapsSection maps={maps} />
      <DoneSection weeks={weeks} from={from} />
      <section class="stack tight">
        <p>{t("progress.report.lead")}</p>
        <div>
          <LinkButton to="/report">{t("progress.report")}</LinkButton>
        </div>
      </section>
    </Page>
  );
}
