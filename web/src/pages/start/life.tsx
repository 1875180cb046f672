// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Health, room and time: what the plan has to fit. */
import { Choice, Many, NumberField } from "../../parts/controls.tsx";
import {
  type Condition,
  conditionOptions,
  dayOptions,
  type Equipment,
  equipmentOptions,
  minuteOptions,
  type Position,
  positionOptions,
} from "../../parts/options.ts";
import { change, draft } from "../../record/draft.ts";
import { mayBePregnant } from "../../record/first_entries.ts";
import { t } from "../../words/index.ts";
import { Step } from "./step.tsx";

/** Asked where the safety answer says a pregnancy or a birth lately. */
function PregnancyFields() {
  const now = draft.value;
  return (
    <>
      <Choice
        legend={t("start.pregnant")}
        options={[
          { value: "yes", label: t("start.pregnant.yes") },
          { value: "no", label: t("start.pregnant.no") },
        ]}
        value={now.pregnant === null ? null : now.pregnant ? "yes" : "no"}
        onChange={(word) => change({ pregnant: word === "yes" })}
      />
      {now.pregnant === true && (
        <NumberField
          label={t("start.weeks")}
          min={1}
          max={42}
          value={now.pregnancyWeeks}
          onChange={(pregnancyWeeks) => change({ pregnancyWeeks })}
        />
      )}
    </>
  );
}

function isHealthTold(): boolean {
  const now = draft.value;
  const chosen = now.hasConditions === false || now.conditions.length > 0;
  const fall = now.fell !== null || (now.age ?? 0) < 65;
  const pregnancy = !mayBePregnant(now) || now.pregnant !== null;
  return now.hasConditions !== null && chosen && fall && pregnancy;
}

export function HealthStep() {
  const now = draft.value;
  return (
    <Step
      id="health"
      title={t("start.health")}
      lead={t("start.health.lead")}
      missing={isHealthTold() ? null : t("start.health.missing")}
    >
      <Choice
        legend={t("start.any")}
        options={[
          { value: "none", label: t("start.any.none") },
          { value: "some", label: t("start.any.some") },
        ]}
        value={now.hasConditions === null ? null : now.hasConditions ? "some" : "none"}
        onChange={(word) => change({ hasConditions: word === "some" })}
      />
      {now.hasConditions === true && (
        <Many
          legend={t("start.conditions")}
          layout="list"
          options={conditionOptions()}
          value={now.conditions as Condition[]}
          onChange={(conditions) => change({ conditions })}
        />
      )}
      {mayBePregnant(now) && <PregnancyFields />}
      {(now.age ?? 0) >= 65 && (
        <Choice
          legend={t("start.fell")}
          options={[
            { value: "yes", label: t("say.yes") },
            { value: "no", label: t("say.no") },
          ]}
          value={now.fell === null ? null : now.fell ? "yes" : "no"}
          onChange={(word) => change({ fell: word === "yes" })}
        />
      )}
    </Step>
  );
}

export function RoomStep() {
  const now = draft.value;
  return (
    <Step id="room" title={t("start.room")} lead={t("start.room.lead")}>
      <Choice
        legend={t("start.minutes")}
        options={minuteOptions()}
        value={String(now.minutes)}
        onChange={(minutes) => change({ minutes: Number(minutes) })}
      />
      <Choice
        legend={t("start.days")}
        options={dayOptions()}
        value={String(now.days)}
        onChange={(days) => change({ days: Number(days) })}
      />
      <Many
        legend={t("start.equipment")}
        options={equipmentOptions()}
        value={now.equipment as Equipment[]}
        onChange={(equipment) => change({ equipment })}
      />
      <Many
        legend={t("start.excluded")}
        hint={t("start.excluded.hint")}
        options={positionOptions()}
        value={now.excluded as Position[]}
        onChange={(excluded) => change({ excluded })}
      />
    </Step>
  );
}
