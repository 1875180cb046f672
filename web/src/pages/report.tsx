// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** One page for a clinician, to print. */
import { Button, LinkButton } from "../parts/controls.tsx";
import { Page } from "../parts/page.tsx";
import { addDays } from "../record/instant.ts";
import { agenda, entries, person, today } from "../record/record.ts";
import { countedEntries } from "../record/series.ts";
import { t } from "../words/index.ts";
import { DoneChart } from "./progress/done.tsx";
import { type Figures, figures } from "./progress/figures.ts";
import {
  dayText,
  doneMeaning,
  goalMeaning,
  painMeaning,
  usualMeaning,
} from "./progress/meaning.ts";
import { PainChart } from "./progress/pain.tsx";
import { latestProfile, safetyAnswers } from "./report/facts.ts";
import { PersonPart, SafetyPart } from "./report/person.tsx";
import { PlanPart } from "./report/plan.tsx";

/** Days that the drawings of the report go back. */
const kReportDays = 182;
const kChartHeight = 190;

interface CourseProps {
  readonly of: Figures;
  readonly now: string;
}

function CoursePart({ of, now }: CourseProps) {
  const { reports, usual, onsetDays, weeks } = of;
  const oldest = addDays(now, -kReportDays);
  const first = [reports[0]?.day ?? now, addDays(now, -6)].sort()[0] ?? now;
  const from = [oldest, first].sort()[1] ?? oldest;
  return (
    <div class="report-pair">
      <section class="stack tight">
        <h2>{t("report.pain")}</h2>
        <p>
          {painMeaning(reports, now)} {usualMeaning(usual, "report")}
        </p>
        {reports.length > 0 && (
          <PainChart
            figures={{ reports, usual, onsetDays, today: now, from }}
            height={kChartHeight}
          />
        )}
      </section>
      <section class="stack tight">
        <h2>{t("report.done")}</h2>
        <p>{weeks.length === 0 ? t("report.none") : doneMeaning(weeks, "report")}</p>
        {weeks.length > 0 && <DoneChart weeks={weeks} from={oldest} height={kChartHeight} />}
      </section>
    </div>
  );
}

function FunctionPart({ of }: { readonly of: Figures }) {
  if (of.goals.length === 0) return null;
  return (
    <section class="stack tight">
      <h2>{t("report.function")}</h2>
      <ul>
        {of.goals.map((goal) => (
          <li key={goal.activity}>
            <strong>{goal.activity}:</strong> {goalMeaning(goal, "report")}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ReportPage() {
  const counted = countedEntries(entries.value);
  const profile = latestProfile(counted);
  const now = today.value;
  const lead = t("report.for", { name: person.value?.name ?? "", date: dayText(now) });
  return (
    <Page title={t("report.title")} lead={lead}>
      <div class="report stack">
        <div class="line no-print">
          <Button kind="main" onClick={() => print()}>
            {t("report.print")}
          </Button>
          <LinkButton to="/progress" kind="plain">
            {t("report.back")}
          </LinkButton>
        </div>
        {profile !== null && (
          <PersonPart profile={profile} map={figures.value.maps.at(-1)} today={now} />
        )}
        <SafetyPart answers={safetyAnswers(counted)} locked={agenda.value?.locked ?? null} />
        <CoursePart of={figures.value} now={now} />
        <FunctionPart of={figures.value} />
        <PlanPart week={agenda.value?.week ?? []} />
        <p class="quiet small">{t("report.made")}</p>
      </div>
    </Page>
  );
}
