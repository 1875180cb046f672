// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The parts of a profile that change: behaviour, health, room and time. */
import type { Profile } from "../record/profile.ts";
import { t } from "../words/index.ts";
import { Choice, Many, NumberField } from "./controls.tsx";
import {
  type Behaviour,
  behaviourOptions,
  type Condition,
  conditionOptions,
  dayOptions,
  type Equipment,
  equipmentOptions,
  minuteOptions,
  type Position,
  positionOptions,
  settleOptions,
} from "./options.ts";

interface FormProps {
  readonly profile: Profile;
  readonly onChange: (profile: Profile) => void;
}

const kSettles = { low: "minutes", moderate: "hours", high: "next_day" } as const;
const kIrritability = { minutes: "low", hours: "moderate", next_day: "high" } as const;

function BehaviourFields({ profile, onChange }: FormProps) {
  const worse = (profile.worse_with ?? []) as readonly Behaviour[];
  return (
    <>
      <Many
        legend={t("start.worse")}
        options={behaviourOptions()}
        value={worse}
        onChange={(worse_with) => onChange({ ...profile, worse_with })}
      />
      <Many
        legend={t("start.better")}
        options={behaviourOptions().filter((option) => !worse.includes(option.value))}
        value={(profile.better_with ?? []) as readonly Behaviour[]}
        onChange={(better_with) => onChange({ ...profile, better_with })}
      />
      <Choice
        legend={t("start.settles")}
        layout="list"
        options={settleOptions()}
        value={kSettles[(profile.irritability ?? "moderate") as keyof typeof kSettles]}
        onChange={(word) => onChange({ ...profile, irritability: kIrritability[word] })}
      />
    </>
  );
}

function RoomFields({ profile, onChange }: FormProps) {
  return (
    <>
      <Choice
        legend={t("start.minutes")}
        options={minuteOptions()}
        value={String(profile.minutes_per_day ?? 15)}
        onChange={(minutes) => onChange({ ...profile, minutes_per_day: Number(minutes) })}
      />
      <Choice
        legend={t("start.days")}
        options={dayOptions()}
        value={String(profile.days_per_week ?? 3)}
        onChange={(days) => onChange({ ...profile, days_per_week: Number(days) })}
      />
      <Many
        legend={t("start.equipment")}
        options={equipmentOptions()}
        value={(profile.equipment ?? []) as readonly Equipment[]}
        onChange={(equipment) => onChange({ ...profile, equipment })}
      />
      <Many
        legend={t("start.excluded")}
        hint={t("start.excluded.hint")}
        options={positionOptions()}
        value={(profile.excluded_positions ?? []) as readonly Position[]}
        onChange={(excluded_positions) => onChange({ ...profile, excluded_positions })}
      />
    </>
  );
}

export function ProfileForm({ profile, onChange }: FormProps) {
  const conditions = profile.conditions ?? [];
  const pregnant = conditions.includes("pregnancy");
  return (
    <div class="stack loose">
      <RoomFields profile={profile} onChange={onChange} />
      <BehaviourFields profile={profile} onChange={onChange} />
      <Many
        legend={t("start.conditions")}
        layout="list"
        options={[
          ...conditionOptions(),
          { value: "pregnancy" as Condition, label: t("condition.pregnancy") },
        ]}
        value={conditions as readonly Condition[]}
        onChange={(next) => onChange({ ...profile, conditions: next })}
      />
      {pregnant && (
        <NumberField
          label={t("start.weeks")}
          min={1}
          max={42}
          value={profile.pregnancy_weeks ?? null}
          onChange={(weeks) => {
            const { pregnancy_weeks: _, ...others } = profile;
            onChange(weeks === null ? others : { ...others, pregnancy_weeks: weeks });
          }}
        />
      )}
    </div>
  );
}
