// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Safety questions that come round again, and what somebody who looked at it said. */
import { useState } from "preact/hooks";
import { Button, Choice, LinkButton, TextField } from "../parts/controls.tsx";
import { Page } from "../parts/page.tsx";
import { path, replace } from "../parts/route.ts";
import { SafetyForm } from "../parts/safety_form.tsx";
import { say } from "../parts/toast.tsx";
import { latest, ofKind } from "../record/days.ts";
import { change, draft } from "../record/draft.ts";
import { add, entries, today } from "../record/record.ts";
import {
  type Answers,
  answersForCore,
  type Group,
  groupPattern,
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
  const all = Object.entries(answersForCore(answers, { ...who, first: null }));
  return {
    ...known,
    age: who.age,
    answers: Object.fromEntries(all.filter(([id]) => pattern.test(id))),
  };
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
  const groups = groupsOf(pattern).filter((group) => questionsFor(group, who).length > 0);
  const [at, setAt] = useState(0);
  const group = groups[at];
  if (group === undefined) return null;
  const isOpen = questionsFor(group, who).some(({ id }) => answers[id] === undefined);
  const isLast = at + 1 === groups.length;
  const next = () =>
    isLast ? onSave(bodyOf(answers, screen, who, pattern), answers) : setAt(at + 1);
  return (
    <>
      <section class="stack" key={group.id}>
        <h2>{t(group.title)}</h2>
        <SafetyForm group={group} who={who} answers={answers} onChange={setAnswers} />
      </section>
      <div class="foot">
        {at > 0 && <Button onClick={() => setAt(at - 1)}>{t("say.back")}</Button>}
        {at === 0 && <LinkButton to="/today">{t("test.later")}</LinkButton>}
        <Button kind="main" size="big" disabled={isOpen} onClick={next}>
          {t(isLast ? "say.save" : "say.next")}
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

/** The flags that signs told of in a session open (rules 2.7). */
const kSignFlags: Readonly<Record<string, string>> = {
  chest_pain: "RF-AA2",
  breathless: "RF-AA2",
  faint: "RF-AA2",
  saddle_numbness: "RF-CE2",
  new_numbness: "RF-ND1",
  new_weakness: "RF-ND1",
  calf_swelling: "RF-DV1",
  pregnancy_sign: "RF-VI1",
  fall: "RF-FX2",
};

/** What may have closed the plan: screens with their flags that were not a no, and signs. */
function openClears(): { entry: string; flags: string[] }[] {
  const screens = ofKind<Screen>(entries.value, "screen.answered").flatMap(({ entry, body }) => {
    const flags = Object.keys(body.answers).filter((id) => body.answers[id] !== false);
    return flags.length === 0 ? [] : [{ entry: entry.id, flags }];
  });
  const signs = ofKind<{ what: string }>(entries.value, "symptom.reported").flatMap(
    ({ entry, body }) => {
      const flag = kSignFlags[body.what];
      return flag === undefined ? [] : [{ entry: entry.id, flags: [flag] }];
    },
  );
  return [...screens, ...signs];
}

const kTold = ["not_serious", "treated", "not_seen"] as const;

/** "I have been seen": who, what was told, and the questions behind it once more. */
export function SeenPage() {
  const [who, setWho] = useState("");
  const [told, setTold] = useState<(typeof kTold)[number] | null>(null);
  const clears = openClears();
  const pattern = groupPattern(clears.flatMap((clear) => clear.flags));
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
      {(told === null || who.trim() === "") && (
        <div class="foot">
          <LinkButton to="/today">{t("test.later")}</LinkButton>
        </div>
      )}
      {told !== null && who.trim() !== "" && <Questions pattern={pattern} onSave={save} />}
    </Page>
  );
}
