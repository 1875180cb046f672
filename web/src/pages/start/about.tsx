// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Who somebody is and how the pain began: what the safety questions need to know. */
import { Choice, NumberField } from "../../parts/controls.tsx";
import { change, draft } from "../../record/draft.ts";
import { onsetDays } from "../../record/first_entries.ts";
import { t } from "../../words/index.ts";
import { Step } from "./step.tsx";

export function YouStep() {
  const now = draft.value;
  return (
    <Step
      id="you"
      title={t("start.you")}
      lead={t("start.you.lead")}
      missing={now.age === null ? t("start.age.missing") : null}
    >
      <NumberField
        label={t("start.age")}
        unit={t("unit.years")}
        min={10}
        max={120}
        value={now.age}
        onChange={(age) => change({ age })}
      />
      <Choice
        legend={t("start.sex")}
        hint={t("start.sex.hint")}
        options={[
          { value: "female", label: t("start.sex.female") },
          { value: "male", label: t("start.sex.male") },
          { value: "other", label: t("start.sex.other") },
        ]}
        value={now.sex}
        onChange={(sex) => change({ sex })}
      />
    </Step>
  );
}

function storyMissing(): string | null {
  const now = draft.value;
  if (now.onset === null) return t("start.onset.missing");
  if (onsetDays(now) > ((now.age ?? 0) + 1) * 365) return t("start.onset.long");
  if (now.before === null || now.trend === null) return t("start.missing");
  return null;
}

export function StoryStep() {
  const now = draft.value;
  return (
    <Step id="story" title={t("start.story")} missing={storyMissing()}>
      <NumberField
        label={t("start.onset")}
        hint={t("start.onset.hint")}
        min={0}
        max={400}
        value={now.onset}
        onChange={(onset) => change({ onset })}
      />
      <Choice
        legend={t("start.onset.unit")}
        hideLegend
        options={[
          { value: "days", label: t("start.unit.days") },
          { value: "weeks", label: t("start.unit.weeks") },
          { value: "months", label: t("start.unit.months") },
          { value: "years", label: t("start.unit.years") },
        ]}
        value={now.onsetUnit}
        onChange={(onsetUnit) => change({ onsetUnit })}
      />
      <Choice
        legend={t("start.before")}
        options={[
          { value: "first", label: t("start.before.first") },
          { value: "some", label: t("start.before.some") },
          { value: "many", label: t("start.before.many") },
        ]}
        value={now.before}
        onChange={(before) => change({ before })}
      />
      <Choice
        legend={t("start.trend")}
        options={[
          { value: "better", label: t("start.trend.better") },
          { value: "same", label: t("start.trend.same") },
          { value: "worse", label: t("start.trend.worse") },
        ]}
        value={now.trend}
        onChange={(trend) => change({ trend })}
      />
    </Step>
  );
}
