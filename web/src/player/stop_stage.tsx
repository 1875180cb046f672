// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** It hurts: two questions, then what to do and why. */
import { useState } from "preact/hooks";
import { exerciseName } from "../catalogue/catalogue.ts";
import { Button, Choice, Scale } from "../parts/controls.tsx";
import { Page } from "../parts/page.tsx";
import { replace } from "../parts/route.ts";
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
type What = (typeof kWhat)[number];

/** What the person told is a sign of its own, and not just pain. */
const isSign = (what: What) => what !== "usual" && what !== "stronger";

function usualPain(): number {
  const set = latest<{ usual: number }>(entries.value, "usual_pain.set");
  const profile = latest<{ usual_pain?: number }>(entries.value, "profile.set");
  return set?.usual ?? profile?.usual_pain ?? 0;
}

interface DecisionProps {
  readonly pain: number;
  readonly what: What;
}

/** Stops this exercise; with pain back near the usual within five minutes the others may go on. */
function Decision({ what }: DecisionProps) {
  const limit = Math.min(10, usualPain() + 1);
  const mine = agenda.value?.alerts.filter((alert) => alert.to === "person") ?? [];
  const endNow = async () => {
    await end("stopped");
    if (isSign(what)) {
      leave();
      replace("/today");
    }
  };
  const goOn = () => {
    const still = new Set((agenda.value?.week[0]?.items ?? []).map((one) => one.exercise));
    return toNext(still);
  };
  const mayGoOn = !isSign(what) || what === "leg_pain_spreading";
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
          {t("stop.end")}
        </Button>
      </div>
    </Page>
  );
}

export function StopStage() {
  const [pain, setPain] = useState<number | null>(null);
  const [what, setWhat] = useState<What | null>(null);
  const [decided, setDecided] = useState(false);
  const one = item.value;
  if (one === null || running.value === null) return null;
  const decide = async () => {
    if (pain === null || what === null) return;
    const leg = what === "leg_pain_spreading" ? "worse" : what.startsWith("new_") ? "new" : "none";
    // Stopped within the first piece: what was begun counts as its smallest amount.
    const least = one.minutes === undefined ? { sets: 1, reps: 1 } : { sets: 1, minutes: 0.1 };
    const done = doneNow() ?? least;
    await rate({ pain, effort: null, leg, done });
    if (isSign(what)) await add({ kind: "symptom.reported", body: { what } });
    if (agenda.value?.locked?.urgency !== "emergency") return setDecided(true);
    // Nothing may stand between an emergency and its card.
    await end("stopped");
    leave();
    replace("/today");
  };
  if (decided && pain !== null && what !== null) return <Decision pain={pain} what={what} />;
  return (
    <Page
      title={t("stop.title")}
      lead={t("stop.lead", { name: exerciseName(one.exercise) })}
      narrow
    >
      <Scale
        legend={t("stop.pain")}
        low={t("pain.none")}
        high={t("pain.worst")}
        value={pain}
        onChange={setPain}
      />
      <Choice
        legend={t("stop.what")}
        layout="list"
        options={kWhat.map((value) => ({ value, label: t(`stop.${value}`) }))}
        value={what}
        onChange={setWhat}
      />
      <div class="foot">
        <Button onClick={backToWork}>{t("stop.back")}</Button>
        <Button kind="main" size="big" disabled={pain === null || what === null} onClick={decide}>
          {t("say.next")}
        </Button>
      </div>
    </Page>
  );
}
