// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What somebody wants to be able to do again, and the end of the questions. */
import { useState } from "preact/hooks";
import { Button, Scale, TextField } from "../../parts/controls.tsx";
import { Page } from "../../parts/page.tsx";
import { replace } from "../../parts/route.ts";
import { askToPersist } from "../../parts/updates.ts";
import { change, type DraftGoal, draft, endDraft } from "../../record/draft.ts";
import { profileBody, screenBody } from "../../record/first_entries.ts";
import { add } from "../../record/record.ts";
import { t } from "../../words/index.ts";
import { Step } from "./step.tsx";

const kMostGoals = 3;

/** Named, but without a number. */
const isOpen = (goal: DraftGoal) => goal.activity.trim() !== "" && goal.score === null;

export function GoalsStep() {
  const goals = draft.value.goals;
  const set = (at: number, part: Partial<DraftGoal>) =>
    change({ goals: goals.map((goal, i) => (i === at ? { ...goal, ...part } : goal)) });
  return (
    <Step
      id="goals"
      title={t("start.goals")}
      lead={t("start.goals.lead")}
      missing={goals.some(isOpen) ? t("start.goal.missing") : null}
    >
      {goals.map((goal, at) => (
        <div class="stack" key={`${at}`}>
          <TextField
            label={t("start.goal")}
            hint={t("start.goal.hint")}
            maxLength={120}
            value={goal.activity}
            onInput={(activity) => set(at, { activity })}
          />
          {goal.activity.trim() !== "" && (
            <Scale
              legend={t("start.goal.score", { activity: goal.activity.trim() })}
              low={t("start.goal.low")}
              high={t("start.goal.high")}
              value={goal.score}
              onChange={(score) => set(at, { score })}
            />
          )}
        </div>
      ))}
      {goals.length < kMostGoals && goals.at(-1)?.activity.trim() !== "" && (
        <div>
          <Button onClick={() => change({ goals: [...goals, { activity: "", score: null }] })}>
            {t("start.goal.more")}
          </Button>
        </div>
      )}
    </Step>
  );
}

/** Makes the first entries. The screen is said once more, now that the rest is known. */
export function ReadyStep() {
  const [fault, setFault] = useState<string | null>(null);
  const make = async () => {
    const now = draft.value;
    try {
      await add(
        { kind: "profile.set", body: profileBody(now) },
        { kind: "screen.answered", body: screenBody(now) },
        { kind: "bodymap.painted", body: { areas: now.areas } },
      );
      await endDraft();
      void askToPersist();
      replace("/plan");
    } catch (error) {
      setFault(t("fault.unknown", { detail: (error as Error).message }));
    }
  };
  return (
    <Page title={t("start.ready")} lead={t("start.ready.lead")} narrow>
      {fault !== null && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <div>
        <Button kind="main" size="big" onClick={make}>
          {t("start.make")}
        </Button>
      </div>
    </Page>
  );
}
