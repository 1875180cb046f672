// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What somebody wants to be able to do, over time. */
import { ChartTable } from "../../parts/chart/chart.tsx";
import { TimeChart } from "../../parts/chart/time_chart.tsx";
import { LinkButton } from "../../parts/controls.tsx";
import type { GoalSeries } from "../../record/series.ts";
import { formatNumber, t } from "../../words/index.ts";
import { dayText, goalMeaning } from "./meaning.ts";

function Goal({ goal, today }: { readonly goal: GoalSeries; readonly today: string }) {
  const from = goal.scores[0]?.day ?? today;
  const meaning = goalMeaning(goal, "progress");
  const { activity, scores } = goal;
  return (
    <li class="stack tight">
      <h3>{activity}</h3>
      <p>{meaning}</p>
      {scores.length > 1 && (
        <>
          <TimeChart
            label={t("progress.goals.chart", {
              activity,
              from: dayText(from),
              to: dayText(today),
              meaning,
            })}
            from={from}
            to={today}
            height={170}
            line={scores}
          />
          <ChartTable
            caption={activity}
            heads={[t("progress.goals.day"), t("progress.goals.score")]}
            rows={scores.map(({ day, value }) => [dayText(day), formatNumber(value)])}
          />
        </>
      )}
    </li>
  );
}

interface GoalsProps {
  readonly goals: readonly GoalSeries[];
  readonly today: string;
}

export function GoalsSection({ goals, today }: GoalsProps) {
  return (
    <section class="stack">
      <h2>{t("progress.goals")}</h2>
      {goals.length === 0 ? (
        <p>{t("progress.goals.none")}</p>
      ) : (
        <>
          <p class="quiet small">{t("progress.goals.scale")}</p>
          <ul class="stack">
            {goals.map((goal) => (
              <Goal key={goal.activity} goal={goal} today={today} />
            ))}
          </ul>
          <div>
            <LinkButton to="/again/goals">{t("again.goals.link")}</LinkButton>
          </div>
        </>
      )}
    </section>
  );
}
