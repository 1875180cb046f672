// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The way to a first plan: one step on each screen. */
import { useEffect, useState } from "preact/hooks";
import { LinkButton } from "../../parts/controls.tsx";
import { Page } from "../../parts/page.tsx";
import { path } from "../../parts/route.ts";
import { draft, loadDraft } from "../../record/draft.ts";
import { person } from "../../record/record.ts";
import { kGroups } from "../../record/safety_questions.ts";
import { t } from "../../words/index.ts";
import { StoryStep, YouStep } from "./about.tsx";
import { GoalsStep, ReadyStep } from "./goals.tsx";
import { HealthStep, RoomStep } from "./life.tsx";
import { BehaviourStep, WhereStep } from "./pain.tsx";
import { ReviewStep, SafetyStep } from "./safety.tsx";

const kPlain = {
  you: YouStep,
  story: StoryStep,
  review: ReviewStep,
  where: WhereStep,
  behaviour: BehaviourStep,
  health: HealthStep,
  room: RoomStep,
  goals: GoalsStep,
  ready: ReadyStep,
} as const;

function Welcome() {
  const begun = draft.value.age !== null;
  return (
    <Page
      title={t("start.hello", { name: person.value?.name ?? "" })}
      lead={t("start.hello.lead")}
      narrow
    >
      <div>
        <LinkButton kind="main" size="big" to="/start/you">
          {t(begun ? "start.goOn" : "start.begin")}
        </LinkButton>
      </div>
      <p class="quiet">{t("start.notMedical")}</p>
    </Page>
  );
}

export function StartPage() {
  const [ready, setReady] = useState(false);
  const who = person.value;
  useEffect(() => {
    if (who !== null) void loadDraft(who).then(() => setReady(true));
  }, [who?.id]);
  if (!ready) return <main id="main" class="content" aria-busy="true" />;
  const step = path.value.split("/")[2] ?? "";
  // Beyond the first step only with an age: everything hangs on it.
  if (step === "" || (draft.value.age === null && step !== "you")) return <Welcome />;
  const group = kGroups.find((one) => `safe-${one.id}` === step);
  if (group !== undefined) return <SafetyStep key={group.id} group={group} />;
  const Shown = kPlain[step as keyof typeof kPlain] ?? Welcome;
  return <Shown />;
}
