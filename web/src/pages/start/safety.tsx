// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The safety questions of the first day, their review, and what follows. */
import { useState } from "preact/hooks";
import { computeTriage } from "../../core/client.ts";
import type { Triage } from "../../core/types.ts";
import { Button, LinkButton } from "../../parts/controls.tsx";
import { Page } from "../../parts/page.tsx";
import { go } from "../../parts/route.ts";
import { EmergencyCard, SeeSomebody } from "../../parts/safety_cards.tsx";
import { SafetyForm } from "../../parts/safety_form.tsx";
import { reasonTexts } from "../../record/dose.ts";
import { change, draft } from "../../record/draft.ts";
import { screenBody, whoOf } from "../../record/first_entries.ts";
import { flagText } from "../../record/flag_text.ts";
import { add, rows } from "../../record/record.ts";
import {
  type Answer,
  type Group,
  isAnswered,
  kGroups,
  questionsFor,
} from "../../record/safety_questions.ts";
import { t } from "../../words/index.ts";
import { Step } from "./step.tsx";

export function SafetyStep({ group }: { readonly group: Group }) {
  const now = draft.value;
  const who = whoOf(now);
  const isFirst = group === kGroups[0];
  return (
    <Step
      id={`safe-${group.id}`}
      title={t(group.title)}
      {...(isFirst ? { lead: t("safety.lead") } : {})}
      missing={isAnswered(group, who, now.answers) ? null : t("safety.all")}
    >
      <SafetyForm
        group={group}
        who={who}
        answers={now.answers}
        onChange={(answers) => change({ answers, isChanging: now.screen !== null })}
      />
    </Step>
  );
}

/** The questions that were not answered with no. */
function told(): { id: string; text: string; group: string; answer: Answer }[] {
  const now = draft.value;
  return kGroups.flatMap((group) =>
    questionsFor(group, whoOf(now)).flatMap((question) => {
      const answer = now.answers[question.id];
      if (answer === undefined || answer.answer === "no") return [];
      return [{ id: question.id, text: t(question.text), group: group.id, answer }];
    }),
  );
}

function Review({ onRight }: { readonly onRight: () => Promise<void> }) {
  const open = kGroups.find((group) => !isAnswered(group, whoOf(draft.value), draft.value.answers));
  const answers = told();
  return (
    <Step
      id="review"
      title={t("safety.review")}
      lead={t("safety.review.lead")}
      missing={open === undefined ? null : t("safety.all")}
      next={t("safety.review.right")}
      onNext={onRight}
    >
      {answers.length === 0 && <p>{t("safety.review.none")}</p>}
      <ul class="rows">
        {answers.map((row) => (
          <li key={row.text} class="row">
            <div>
              <p>{row.text}</p>
              <p>
                <strong>{t(`say.${row.answer.answer}`)}</strong>
              </p>
            </div>
            <LinkButton kind="plain" to={`/start/safe-${row.group}`}>
              {t("safety.review.change")}
            </LinkButton>
          </li>
        ))}
      </ul>
      {open !== undefined && (
        <p>
          <LinkButton to={`/start/safe-${open.id}`}>{t(open.title)}</LinkButton>
        </p>
      )}
    </Step>
  );
}

/** The answers count from here on: a new entry, or a correction of the one before. */
async function keepScreen(): Promise<void> {
  const now = draft.value;
  const body = screenBody(now);
  const known = now.screen !== null && rows.value.some((row) => row.entry.id === now.screen);
  if (known) await add({ kind: "entry.corrected", body: { entry: now.screen, body } });
  else {
    const [made] = await add({ kind: "screen.answered", body });
    change({ screen: made?.id ?? null });
  }
}

function Nothing() {
  return (
    <Page title={t("card.none")} lead={t("card.none.lead")} narrow>
      <div>
        <Button kind="main" size="big" onClick={() => go("/start/where")}>
          {t("card.go")}
        </Button>
      </div>
    </Page>
  );
}

interface OutcomeProps {
  readonly found: Triage;
  readonly onWrong?: () => void;
}

/** What the confirmed answers lead to, until they are being changed. */
export function Outcome({ found, onWrong }: OutcomeProps) {
  const answered = told().map((row) => flagText(row.id, row.answer));
  const why = reasonTexts(found.rationale);
  const wrong = () => {
    onWrong?.();
    change({ isChanging: true });
    go("/start/review");
  };
  const seen = () => go("/seen");
  if (found.urgency === "emergency") {
    return (
      <EmergencyCard
        told={answered}
        why={answered.length > 0 ? [] : why}
        onWrong={wrong}
        onSeen={seen}
      />
    );
  }
  if (found.urgency === "none") return <Nothing />;
  const isOpen = found.lock !== "ALL";
  return (
    <SeeSomebody
      within={found.within}
      lock={found.lock}
      told={answered}
      why={why}
      onWrong={wrong}
      {...(isOpen ? { onGo: () => go("/start/where") } : {})}
    />
  );
}

export function ReviewStep({ found }: { readonly found: Triage | null }) {
  const [urgent, setUrgent] = useState<Triage | null>(null);
  const now = draft.value;
  const confirm = async () => {
    const triage = await computeTriage(screenBody(now));
    // The card comes first: it must not wait for a disk that is full.
    if (triage.urgency === "emergency") setUrgent(triage);
    await keepScreen();
    change({ isChanging: false });
  };
  if (urgent !== null) return <Outcome found={urgent} onWrong={() => setUrgent(null)} />;
  if (now.screen === null || now.isChanging) return <Review onRight={confirm} />;
  if (found === null) return <main id="main" class="content" aria-busy="true" />;
  return <Outcome found={found} />;
}
