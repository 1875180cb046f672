// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What is due: each with the way to answer it. */
import type { Agenda, Due } from "../core/types.ts";
import { reasonTexts } from "../record/dose.ts";
import { today } from "../record/record.ts";
import { t } from "../words/index.ts";

/** Where a check of the core is answered; everything else is part of the profile. */
function pathOf(check: string): string {
  if (check === "morning_check") return "/check/morning";
  if (check === "usual_pain") return "/check/usual";
  if (check === "redflag_screen") return "/safety/all";
  if (check.startsWith("redflag_")) return `/safety/${check.slice("redflag_".length)}`;
  if (check === "falls") return "/check/fall";
  if (kTests.has(check)) return `/test/${check}`;
  return "/answers";
}

const kTests = new Set([
  "chair_stand",
  "chair_stand_30s",
  "single_leg_stance",
  "side_bridge",
  "trunk_extensor",
  "forward_reach",
]);

export function DueList({ now }: { readonly now: Agenda }) {
  const due = now.due.filter((one: Due) => one.date <= today.value);
  if (due.length === 0) return null;
  return (
    <section class="stack tight">
      <h2>{t("today.due")}</h2>
      <ul class="rows">
        {due.map((one) => (
          <li key={one.check}>
            <a class="row" href={`#${pathOf(one.check)}`}>
              <span>{reasonTexts(one.why).join(" ") || one.check}</span>
              <span class="quiet">{t("today.answer")}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
