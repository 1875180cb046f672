// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The way to a first plan: one step on each screen. */
import { useEffect, useState } from "preact/hooks";
import { computeTriage } from "../../core/client.ts";
import type { Triage } from "../../core/types.ts";
import { LinkButton } from "../../parts/controls.tsx";
import { Page } from "../../parts/page.tsx";
import { path } from "../../parts/route.ts";
import { latest } from "../../record/days.ts";
import { draft, loadDraft } from "../../record/draft.ts";
import { entries, person } from "../../record/record.ts";
import { kGroups } from "../../record/safety_questions.ts";
import { t } from "../../words/index.ts";
import { StoryStep, YouStep } from "./about.tsx";
import { GoalsStep, ReadyStep } from "./goals.tsx";
import { HealthStep, RoomStep } from "./life.tsx";
import { BehaviourStep, WhereStep } from "./pain.tsx";
import { Outcome, ReviewStep, SafetyStep } from "./safety.tsx";

const kPlain = {
  you: YouStep,
  story: StoryStep,
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

/** What the newest safety answers lead to; null while there are none or it is worked out. */
function useTriage(): Triage | null {
  const [found, setFound] = useState<Triage | null>(null);
  const screen = latest<unknown>(entries.value, "screen.answered");
  useEffect(() => {
    setFound(null);
    if (screen !== null) void computeTriage(screen).then(setFound);
  }, [screen]);
  return screen === null ? null : found;
}

export function StartPage() {
  const [ready, setReady] = useState(false);
  const who = person.value;
  useEffect(() => {
    if (who !== null) void loadDraft(who).then(() => setReady(true));
  }, [who?.id]);
  const found = useTriage();
  if (!ready) return <main id="main" class="content" aria-busy="true" />;
  // An emergency stands before everything else, on whatever page and device, until it is mended.
  if (found?.lock === "ALL" && !draft.value.isChanging) return <Outcome found={found} />;
  const step = path.value.split("/")[2] ?? "";
  // Beyond the first step only with an age: everything hangs on it.
  if (step === "" || (draft.value.age === null && step !== "you")) return <Welcome />;
  const group = kGroups.find((one) => `safe-${one.id}` === step);
  if (group !== undefined) return <SafetyStep key={group.id} group={group} />;
  if (step === "review") return <ReviewStep found={found} />;
  const Shown = kPlain[step as keyof typeof kPlain] ?? Welcome;
  return <Shown />;
}
