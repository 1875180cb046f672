// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Safety questions that come round again, and what somebody who looked at it said. */
import { useState } from "preact/hooks";
import { Button, Choice, TextField } from "../parts/controls.tsx";
import { Page, say } from "../parts/page.tsx";
import { path, replace } from "../parts/route.ts";
import { SafetyForm } from "../parts/safety_form.tsx";
import { latest, ofKind } from "../record/days.ts";
import { change, draft } from "../record/draft.ts";
import { add, entries, today } from "../record/record.ts";
import {
  type Answers,
  answersForCore,
  type Group,
  kGroups,
  questionsFor,
  type Who,
} from "../record/safety_questions.ts";
import { t } from "../words/index.ts";
import { InflammatoryPage } from "./inflammatory.tsx";

/** The questions of each check of the core (rules 2.6). */
const kChecks: Readonly<Record<string, RegExp>> = {
  cauda_equina: /^RF-(CE|ND)/,
  cord: /^RF-(MC|AA2)/,
  systemic: /^RF-(MS|MA|IN|FX)/,
  fracture: /^RF-FX/,
  all: /^RF-/,
};

interface Screen {
  readonly age: number;
  readonly sex?: "female" | "male" | "other";
  readonly onset_days_ago?: number;
  readonly episodes_before?: number;
  readonly improving?: boolean;
  readonly answers: Readonly<Record<string, unknown>>;
}

function groupsOf(pattern: RegExp): readonly Group[] {
  return kGroups.flatMap((group) => {
    const questions = group.questions.filter((question) => pattern.test(question.id));
    return questions.length === 0 ? [] : [{ ...group, questions }];
  });
}

function whoOf(screen: Screen | null): Who {
  const profile = latest<{ person: { age: number; sex?: Who["sex"] } }>(
    entries.value,
    "profile.set",
  );
  return {
    age: profile?.person.age ?? screen?.age ?? 50,
    sex: profile?.person.sex ?? screen?.sex ?? null,
    onsetDays: screen?.onset_days_ago ?? 0,
  };
}

/** The answered questions as a new screen; what was not asked now is left as it was. */
function bodyOf(
  answers: Answers,
  screen: Screen | null,
  who: Who,
  pattern: RegExp,
): Record<string, unknown> {
  const { answers: _, ...known } = screen ?? { answers: {} };
  const all = answersForCore(answers, {
    ...who,
    episodesBefore: screen?.episodes_before ?? 1,
    // "Not better" is asked with the first questions; here only what is new or worse counts.
    trend: null,
  });
  const asked = Object.entries(all).filter(
    ([id]) => pattern.test(id) && (answers[id] !== undefined || id === "RF-MA4" || id === "RF-MA5"),
  );
  return { age: who.age, ...known, answers: Object.fromEntries(asked) };
}

function Questions({
  pattern,
  onSave,
}: {
  readonly pattern: RegExp;
  readonly onSave: (body: Record<string, unknown>, answers: Answers) => Promise<void>;
}) {
  const [answers, setAnswers] = useState<Answers>({});
  const screen = latest<Screen>(entries.value, "screen.answered");
  const who = whoOf(screen);
  const groups = groupsOf(pattern);
  const open = groups.some((group) =>
    questionsFor(group, who).some(({ id }) => answers[id] === undefined),
  );
  return (
    <>
      {groups.map((group) => (
        <section key={group.id} class="stack">
          <h2>{t(group.title)}</h2>
          <SafetyForm group={group} who={who} answers={answers} onChange={setAnswers} />
        </section>
      ))}
      <div class="foot">
        <Button
          kind="main"
          size="big"
          disabled={open}
          onClick={() => onSave(bodyOf(answers, screen, who, pattern), answers)}
        >
          {t("say.save")}
        </Button>
      </div>
    </>
  );
}

/** Safety questions again: only what is new or worse since the last time. */
export function SafetyPage() {
  const check = path.value.split("/")[2] ?? "all";
  if (check === "inflammatory") return <InflammatoryPage />;
  const save = async (body: Record<string, unknown>) => {
    await add({ kind: "screen.answered", body });
    say(t("check.thanks"));
    replace("/today");
  };
  return (
    <Page title={t("safety.again")} lead={t("safety.again.lead")} narrow>
      <Questions pattern={kChecks[check] ?? /^RF-/} onSave={save} />
    </Page>
  );
}

/** The screens whose answers closed the plan, with their flags that were not a no. */
function openClears(): { entry: string; flags: string[] }[] {
  return ofKind<Screen>(entries.value, "screen.answered").flatMap(({ entry, body }) => {
    const flags = Object.entries(body.answers)
      .filter(([, answer]) => answer !== false)
      .map(([id]) => id);
    return flags.length === 0 ? [] : [{ entry: entry.id, flags }];
  });
}

const kTold = ["not_serious", "treated", "not_seen"] as const;

/** "I have been seen": who, what was told, and the questions behind it once more. */
export function SeenPage() {
  const [who, setWho] = useState("");
  const [told, setTold] = useState<(typeof kTold)[number] | null>(null);
  const clears = openClears();
  const ids = new Set(clears.flatMap((clear) => clear.flags));
  const groups = kGroups.filter((group) =>
    group.questions.some((question) => ids.has(question.id)),
  );
  const pattern = new RegExp(
    `^(${groups.flatMap((group) => group.questions.map((question) => question.id)).join("|") || "RF-CE1"})$`,
  );
  const save = async (body: Record<string, unknown>, answers: Answers) => {
    if (told === null) return;
    // The first questions may not be over: there they go on from what is true now.
    change({ answers: { ...draft.value.answers, ...answers } });
    await add(
      { kind: "person.assessed", body: { clears, on: today.value, seen_by: who.trim(), told } },
      { kind: "screen.answered", body },
    );
    say(t("seen.kept"));
    replace("/today");
  };
  return (
    <Page title={t("seen.title")} lead={t("seen.lead")} narrow>
      <TextField label={t("seen.who")} value={who} maxLength={120} onInput={setWho} />
      <Choice
        legend={t("seen.told")}
        layout="list"
        options={kTold.map((value) => ({ value, label: t(`seen.told.${value}`) }))}
        value={told}
        onChange={setTold}
      />
      {told !== null && who.trim() !== "" && <Questions pattern={pattern} onSave={save} />}
    </Page>
  );
}
