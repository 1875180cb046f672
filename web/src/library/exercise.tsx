// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** One exercise: how it looks, how it is done, and what it is in the plan of who reads. */
import type { Exercise } from "../catalogue/catalogue.ts";
import { Button, LinkButton } from "../parts/controls.tsx";
import { Page } from "../parts/page.tsx";
import { doseText } from "../record/dose.ts";
import { agenda, entries } from "../record/record.ts";
import { formatDay, t } from "../words/index.ts";
import { conditionName, Evidence, Fitting, HowTo, Place, Safely } from "./sections.tsx";
import { ExerciseStage } from "./stage.tsx";
import { type PlannedOn, standingOf } from "./standing.ts";

function plannedText(planned: readonly PlannedOn[]): string {
  const days = planned.map((one) => formatDay(one.date, { weekday: "long" })).join(", ");
  const first = planned[0];
  return t("library.plan", { days, dose: first === undefined ? "" : doseText(first.item) });
}

function InThePlan({ exercise }: { readonly exercise: Exercise }) {
  const now = agenda.value;
  const { planned, leftOut, keptAway } = standingOf(exercise, now, entries.value);
  if (planned.length > 0) return <p class="note no-print">{plannedText(planned)}</p>;
  if (now?.locked != null && now.locked.lock !== "NONE") {
    return <p class="note warm no-print">{t("library.locked")}</p>;
  }
  if (leftOut !== null) return <p class="note no-print">{t("library.leftOut")}</p>;
  if (keptAway.length === 0) return null;
  const words = keptAway.map(conditionName).join("; ");
  return <p class="note warm no-print">{t("library.keptAway", { words })}</p>;
}

export function ExerciseView({ exercise }: { readonly exercise: Exercise }) {
  const { name = exercise.id, purpose } = exercise.text.en ?? {};
  return (
    <Page title={name} {...(purpose === undefined ? {} : { lead: purpose })}>
      <div class="sheet stack loose">
        <ExerciseStage exercise={exercise} />
        <InThePlan exercise={exercise} />
        <HowTo exercise={exercise} />
        <Safely exercise={exercise} />
        <Fitting exercise={exercise} />
        <Place exercise={exercise} />
        <Evidence exercise={exercise} />
        <div class="line no-print">
          <Button onClick={() => print()}>{t("library.print")}</Button>
          <LinkButton to="/library" kind="plain">
            {t("library.back")}
          </LinkButton>
        </div>
      </div>
    </Page>
  );
}
