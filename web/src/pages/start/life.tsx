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
import { t } from "../../words/index.ts";
import { Step } from "./step.tsx";

export function HealthStep() {
  const now = draft.value;
  const pregnant = now.answers["RF-PG1"]?.answer === "yes";
  const done = now.hasConditions !== null && (now.fell !== null || (now.age ?? 0) < 65);
  return (
    <Step
      id="health"
      title={t("start.health")}
      lead={t("start.health.lead")}
      missing={done ? null : t("start.health.missing")}
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
      {pregnant && (
        <NumberField
          label={t("start.weeks")}
          min={1}
          max={42}
          value={now.pregnancyWeeks}
          onChange={(pregnancyWeeks) => change({ pregnancyWeeks })}
        />
      )}
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
