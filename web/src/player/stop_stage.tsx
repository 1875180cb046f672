// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** It hurts: two questions, then what to do and why. */
import { useState } from "preact/hooks";
import { exerciseName } from "../catalogue/catalogue.ts";
import { Button, Choice, report, Scale } from "../parts/controls.tsx";
import { Page } from "../parts/page.tsx";
import { replace } from "../parts/route.ts";
import { EmergencyCard } from "../parts/safety_cards.tsx";
import { latest } from "../record/days.ts";
import { add, agenda, entries } from "../record/record.ts";
import { t } from "../words/index.ts";
import { backToWork, doneNow, end, item, leave, rate, running, toNext } from "./session.ts";

const kWhat = [
  "usual",
  "stronger",
  "leg_pain_spreading",
  "new_numbness",
  "new_weakness",
  "saddle_numbness",
  "chest_pain",
  "dizzy",
] as const;
export type What = (typeof kWhat)[number];

/** What the person told is a sign of its own, and not just pain. */
const isSign = (what: What) => what !== "usual" && what !== "stronger";

function usualPain(): number {
  const set = latest<{ usual: number }>(entries.value, "usual_pain.set");
  const profile = latest<{ usual_pain?: number }>(entries.value, "profile.set");
  return set?.usual ?? profile?.usual_pain ?? 0;
}

/** Signs for which help is called at once. */
const kEmergency: ReadonlySet<What> = new Set(["chest_pain", "saddle_numbness"]);

/** Stops this exercise; with pain back near the usual within five minutes the others may go on. */
export function Decision({ what }: { readonly what: What }) {
  const limit = Math.min(10, usualPain() + 1);
  const mine = agenda.value?.alerts.filter((alert) => alert.to === "person") ?? [];
  const mayGoOn = !isSign(what) || what === "leg_pain_spreading";
  if (kEmergency.has(what)) {
    return <EmergencyCard told={[t(`stop.${what}`)]} why={[]} />;
  }
  const endNow = async () => {
    await end("stopped");
    if (mayGoOn) return;
    leave();
    replace("/today");
  };
  const goOn = () => {
    const still = new Set((agenda.value?.week[0]?.items ?? []).map((one) => one.exercise));
    return toNext(still);
  };
  return (
    <Page title={t(mayGoOn ? "stop.this" : "stop.all")} narrow>
      <ul class="stack tight">
        {isSign(what) &&
          mine.map((alert) => (
            <li key={alert.text} class="note warm">
              {alert.text}
            </li>
          ))}
      </ul>
      <p class="lead">{mayGoOn ? t("stop.wait", { n: limit }) : t("stop.signs")}</p>
      <div class="stack">
        {mayGoOn && (
          <Button kind="main" size="big" wide onClick={goOn}>
            {t("stop.goOn", { n: limit })}
          </Button>
        )}
        <Button wide {...(mayGoOn ? {} : { kind: "main" as const })} onClick={endNow}>
          {t(mayGoOn ? "stop.end" : "stop.questions")}
        </Button>
      </div>
    </Page>
  );
}

/** @source rules 3.2: during, red from 9, or from usual + 3 above 5 */
export function isRed(pain: number): boolean {
  return pain >= 9 || (pain > 5 && pain >= usualPain() + 3);
}

/** What was told; for pain also how strong. A sign needs no number. */
async function tell(what: What, pain: number | null): Promise<void> {
  if (isSign(what)) await add({ kind: "symptom.reported", body: { what } });
  const done = doneNow();
  if (done === null || pain === null) return;
  await rate({ pain, effort: null, leg: what === "leg_pain_spreading" ? "worse" : "none", done });
}

export function StopStage() {
  const [what, setWhat] = useState<What | null>(null);
  const [pain, setPain] = useState<number | null>(null);
  const [decided, setDecided] = useState(false);
  const one = item.value;
  if (one === null || running.value === null) return null;
  const asksPain = what !== null && (!isSign(what) || what === "leg_pain_spreading");
  const decide = async () => {
    if (what === null) return;
    try {
      await tell(what, asksPain ? pain : null);
    } catch (error) {
      // What cannot be kept is still answered.
      report(error);
    }
    setDecided(true);
  };
  if (decided && what !== null) return <Decision what={what} />;
  return (
    <Page
      title={t("stop.title")}
      lead={t("stop.lead", { name: exerciseName(one.exercise) })}
      narrow
    >
      <Choice
        legend={t("stop.what")}
        layout="list"
        options={kWhat.map((value) => ({ value, label: t(`stop.${value}`) }))}
        value={what}
        onChange={setWhat}
      />
      {asksPain && (
        <Scale
          legend={t("stop.pain")}
          low={t("pain.none")}
          high={t("pain.worst")}
          value={pain}
          onChange={setPain}
        />
      )}
      <div class="foot">
        <Button onClick={backToWork}>{t("stop.back")}</Button>
        <Button
          kind="main"
          size="big"
          disabled={what === null || (asksPain && pain === null)}
          onClick={decide}
        >
          {t("say.next")}
        </Button>
      </div>
    </Page>
  );
}
