// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Signs of inflammation of the spine (NICE NG65): nine questions, asked once after three months. */
import { useState } from "preact/hooks";
import { Button, Choice, NumberField } from "../parts/controls.tsx";
import { Page } from "../parts/page.tsx";
import { replace } from "../parts/route.ts";
import { say } from "../parts/toast.tsx";
import { latest } from "../record/days.ts";
import type { Profile } from "../record/profile.ts";
import { add, entries } from "../record/record.ts";
import { type Key, t } from "../words/index.ts";

/** The order is that of the core. The first, onset before 35, follows from the age. */
const kCriteria = [
  "night",
  "buttock",
  "moving",
  "tablets",
  "family",
  "joints",
  "tendons",
  "skin",
] as const;
const kEarly = 35;

type Answer = "yes" | "no";

export function InflammatoryPage() {
  const profile = latest<Profile>(entries.value, "profile.set");
  const [onset, setOnset] = useState<number | null>(null);
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  const age = profile?.person.age ?? 0;
  const ready = onset !== null && kCriteria.every((one) => answers[one] !== undefined);
  const save = async () => {
    if (onset === null) return;
    const months = Math.max(3, (age - onset) * 12, Math.floor((profile?.onset_days_ago ?? 0) / 30));
    const criteria = [onset < kEarly, ...kCriteria.map((one) => answers[one] === "yes")];
    await add({
      kind: "screen.answered",
      body: { age, answers: {}, inflammatory: { onset_age: onset, months, criteria } },
    });
    say(t("check.thanks"));
    replace("/today");
  };
  return (
    <Page title={t("ib.title")} lead={t("ib.lead")} narrow>
      <NumberField
        label={t("ib.onset")}
        min={1}
        max={Math.max(1, age)}
        value={onset}
        onChange={setOnset}
      />
      {kCriteria.map((one) => (
        <Choice
          key={one}
          legend={t(`ib.${one}` as Key)}
          options={[
            { value: "yes" as Answer, label: t("say.yes") },
            { value: "no" as Answer, label: t("say.no") },
          ]}
          value={answers[one] ?? null}
          onChange={(answer) => setAnswers({ ...answers, [one]: answer })}
        />
      ))}
      <div class="foot">
        <Button onClick={() => replace("/today")}>{t("test.later")}</Button>
        <Button kind="main" size="big" disabled={!ready} onClick={save}>
          {t("say.save")}
        </Button>
      </div>
    </Page>
  );
}
