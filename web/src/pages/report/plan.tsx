// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The coming week as a table. */
import { exerciseName } from "../../catalogue/catalogue.ts";
import type { Day } from "../../core/types.ts";
import { doseText } from "../../record/dose.ts";
import { t } from "../../words/index.ts";
import { planRows } from "./facts.ts";
import { weekdaysText } from "./texts.ts";

export function PlanPart({ week }: { readonly week: readonly Day[] }) {
  const rows = planRows(week);
  return (
    <section class="stack tight">
      <h2 id="report-plan">{t("report.plan")}</h2>
      {rows.length === 0 ? (
        <p>{t("report.plan.none")}</p>
      ) : (
        <div class="table-scroll">
          <table aria-labelledby="report-plan">
            <thead>
              <tr>
                <th scope="col">{t("report.plan.exercise")}</th>
                <th scope="col">{t("report.plan.dose")}</th>
                <th scope="col">{t("report.plan.days")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ item, days }) => (
                <tr key={`${item.exercise} ${days[0]}`}>
                  <th scope="row">{exerciseName(item.exercise)}</th>
                  <td>{doseText(item)}</td>
                  <td>{weekdaysText(days, week.length)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
