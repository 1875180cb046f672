// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** After an exercise: effort and pain in one tap each, and what was really done. */
import { useState } from "preact/hooks";
import { exerciseName } from "../catalogue/catalogue.ts";
import { Button, Choice, Scale } from "../parts/controls.tsx";
import { Page } from "../parts/page.tsx";
import { latest } from "../record/days.ts";
import { add, entries } from "../record/record.ts";
import { t } from "../words/index.ts";
import type { Done } from "./segments.ts";
import { doneNow, item, type Rating, rate, running, toNext } from "./session.ts";
import { Decision, isRed, type What } from "./stop_stage.tsx";

type Leg = Rating["leg"];
const kLegs: readonly Leg[] = ["none", "same", "better", "worse", "new"];

/** Whether pain in a leg is part of the story: then each exercise asks after it. */
function asksLeg(): boolean {
  const profile = latest<{ radiates?: string }>(entries.value, "profile.set");
  return profile?.radiates !== undefined && profile.radiates !== "none";
}

interface StepperProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly onChange: (value: number) => void;
}

function Stepper({ label, value, min, onChange }: StepperProps) {
  return (
    <div class="stepper">
      <span>{label}</span>
      <button
        type="button"
        class="button"
        disabled={value <= min}
        aria-label={t("rate.less", { what: label })}
        onClick={() => onChange(value - 1)}
      >
        −
      </button>
      <output class="number" aria-label={label}>
        {value}
      </output>
      <button
        type="button"
        class="button"
        aria-label={t("rate.more", { what: label })}
        onClick={() => onChange(value + 1)}
      >
        +
      </button>
    </div>
  );
}

function DoneFields({
  done,
  onChange,
}: {
  readonly done: Done;
  readonly onChange: (done: Done) => void;
}) {
  return (
    <fieldset class="field">
      <legend class="legend">{t("rate.done")}</legend>
      {done.minutes !== undefined && (
        <Stepper
          label={t("rate.minutes")}
          min={1}
          value={Math.round(done.minutes)}
          onChange={(minutes) => onChange({ ...done, minutes })}
        />
      )}
      {done.minutes === undefined && (
        <Stepper
          label={t("rate.sets")}
          min={1}
          value={done.sets}
          onChange={(sets) => onChange({ ...done, sets })}
        />
      )}
      {done.reps !== undefined && (
        <Stepper
          label={t("rate.reps")}
          min={1}
          value={done.reps}
          onChange={(reps) => onChange({ ...done, reps })}
        />
      )}
    </fieldset>
  );
}

export function RateStage() {
  const [pain, setPain] = useState<number | null>(null);
  const [effort, setEffort] = useState<number | null>(null);
  const [leg, setLeg] = useState<Leg | null>(null);
  const [done, setDone] = useState<Done | null>(doneNow);
  const [told, setTold] = useState<What | null>(null);
  const one = item.value;
  if (one === null || running.value === null) return null;
  if (told !== null) return <Decision what={told} />;
  const leg_asked = asksLeg();
  const name = exerciseName(one.exercise);
  if (done === null) {
    return (
      <Page title={name} lead={t("rate.nothing")} narrow>
        <div>
          <Button kind="main" size="big" onClick={() => toNext()}>
            {t("say.next")}
          </Button>
        </div>
      </Page>
    );
  }
  const next = async () => {
    if (pain === null) return;
    await rate({ pain, effort, leg: leg ?? "none", done });
    if (leg === "new") await add({ kind: "symptom.reported", body: { what: "new_numbness" } });
    if (leg === "new" || leg === "worse")
      return setTold(leg === "new" ? "new_numbness" : "leg_pain_spreading");
    if (isRed(pain)) return setTold("stronger");
    await toNext();
  };
  return (
    <Page title={name} lead={t("rate.title")} narrow>
      <Scale
        legend={t("rate.pain")}
        low={t("pain.none")}
        high={t("pain.worst")}
        value={pain}
        onChange={setPain}
      />
      <Scale
        legend={t("rate.effort")}
        low={t("rate.effort.low")}
        high={t("rate.effort.high")}
        value={effort}
        onChange={setEffort}
      />
      {leg_asked && (
        <Choice
          legend={t("rate.leg")}
          options={kLegs.map((value) => ({ value, label: t(`rate.leg.${value}`) }))}
          value={leg}
          onChange={setLeg}
        />
      )}
      <DoneFields done={done} onChange={setDone} />
      <div class="foot">
        <Button
          kind="main"
          size="big"
          disabled={pain === null || (leg_asked && leg === null)}
          onClick={next}
        >
          {t("say.next")}
        </Button>
      </div>
    </Page>
  );
}
