// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Safety questions: one row each, closer questions after a yes, a clearer one after "not sure". */

import {
  type Answer,
  type Answers,
  type Detail,
  type Group,
  kSinceDays,
  type Question,
  questionsFor,
  type Since,
  type Who,
  type YesNo,
} from "../record/safety_questions.ts";
import { type Key, t } from "../words/index.ts";
import { Choice, NumberField } from "./controls.tsx";

interface RowProps {
  readonly question: Question;
  readonly answer: Answer | null;
  readonly onChange: (answer: Answer) => void;
}

const kYesNo: readonly { value: YesNo; label: Key }[] = [
  { value: "no", label: "say.no" },
  { value: "yes", label: "say.yes" },
  { value: "unsure", label: "say.unsure" },
];

const yesOrNo = () => [
  { value: "yes", label: t("say.yes") },
  { value: "no", label: t("say.no") },
];

function DetailField({ detail, answer, onChange }: RowProps & { readonly detail: Detail }) {
  const value = answer?.details?.[detail.field];
  const set = (next: boolean | string | number | null) => {
    const { [detail.field]: _, ...others } = answer?.details ?? {};
    const details = next === null ? others : { ...others, [detail.field]: next };
    onChange({ ...(answer ?? { answer: "yes" }), details });
  };
  if (detail.type === "number") {
    return (
      <NumberField
        label={t(detail.label)}
        min={detail.field === "features" ? 1 : 0}
        max={detail.max}
        value={typeof value === "number" ? value : null}
        onChange={set}
      />
    );
  }
  if (detail.type === "word") {
    return (
      <Choice
        legend={t(detail.label)}
        layout="list"
        options={detail.words.map(({ word, label }) => ({ value: word, label: t(label) }))}
        value={typeof value === "string" ? value : null}
        onChange={set}
      />
    );
  }
  return (
    <Choice
      legend={t(detail.label)}
      options={yesOrNo()}
      value={value === undefined ? null : value ? "yes" : "no"}
      onChange={(word) => set(word === "yes")}
    />
  );
}

const asWord = (value: boolean | undefined) => (value === undefined ? null : value ? "yes" : "no");

function Closer(props: RowProps) {
  const { question, answer, onChange } = props;
  if (answer === null) return null;
  return (
    <div class="closer stack">
      {question.details?.map((detail) => (
        <DetailField key={detail.field} {...props} detail={detail} />
      ))}
      <Choice
        legend={t("safety.since")}
        options={(Object.keys(kSinceDays) as Since[]).map((since) => ({
          value: since,
          label: t(`safety.since.${since}`),
        }))}
        value={answer.since ?? null}
        onChange={(since) => onChange({ ...answer, since })}
      />
      <Choice
        legend={t("safety.worsening")}
        options={yesOrNo()}
        value={asWord(answer.worsening)}
        onChange={(word) => onChange({ ...answer, worsening: word === "yes" })}
      />
      <Choice
        legend={t("safety.assessed")}
        options={yesOrNo()}
        value={asWord(answer.assessed)}
        onChange={(word) => onChange({ ...answer, assessed: word === "yes" })}
      />
    </div>
  );
}

function QuestionRow(props: RowProps) {
  const { question, answer, onChange } = props;
  return (
    <div class="question">
      <Choice
        legend={t(question.text)}
        options={kYesNo.map(({ value, label }) => ({ value, label: t(label) }))}
        value={answer?.answer ?? null}
        onChange={(value) =>
          onChange(value === "yes" ? { ...answer, answer: value } : { answer: value })
        }
      />
      {answer?.answer === "unsure" && question.clearer !== undefined && (
        <p class="note">{t(question.clearer)}</p>
      )}
      {answer?.answer === "yes" && <Closer {...props} />}
    </div>
  );
}

interface FormProps {
  readonly group: Group;
  readonly who: Who;
  readonly answers: Answers;
  readonly onChange: (answers: Answers) => void;
}

export function SafetyForm({ group, who, answers, onChange }: FormProps) {
  const questions = questionsFor(group, who);
  const open = questions.filter((question) => answers[question.id] === undefined);
  const allNo = () => {
    onChange({ ...answers, ...Object.fromEntries(open.map(({ id }) => [id, { answer: "no" }])) });
    // This button goes; the keyboard goes on at the way forward.
    document.querySelector<HTMLElement>(".foot .main")?.focus();
  };
  return (
    <div class="stack loose">
      {questions.map((question) => (
        <QuestionRow
          key={question.id}
          question={question}
          answer={answers[question.id] ?? null}
          onChange={(answer) => onChange({ ...answers, [question.id]: answer })}
        />
      ))}
      {open.length > 1 && (
        <div>
          <button type="button" class="button" onClick={allNo}>
            {t(open.length === questions.length ? "safety.allNo" : "safety.othersNo")}
          </button>
        </div>
      )}
    </div>
  );
}
