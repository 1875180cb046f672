// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What the catalogue tells about an exercise, in sections. */
import type { ComponentChildren } from "preact";
import { type Exercise, exerciseName } from "../catalogue/catalogue.ts";
import { isKey, type Key, t, wordText } from "../words/index.ts";
import { muscleName } from "./muscles.ts";

interface SectionProps {
  readonly title: Key;
  /** Of no use on paper. */
  readonly onScreen?: true;
  readonly children: ComponentChildren;
}

function Section({ title, onScreen, children }: SectionProps) {
  return (
    <section class={onScreen ? "stack tight no-print" : "stack tight"}>
      <h2 class="sheet-title">{t(title)}</h2>
      {children}
    </section>
  );
}

/** A condition in the middle of a sentence. */
export function conditionName(word: string): string {
  const own = `library.for.${word}`;
  if (isKey(own)) return t(own);
  const told = wordText("condition", word);
  return told.charAt(0).toLowerCase() + told.slice(1);
}

const conditionNames = (words: readonly string[]) => words.map(conditionName).join("; ");

function List({ texts, ordered }: { readonly texts: readonly string[]; readonly ordered?: true }) {
  const lines = texts.map((text) => <li key={text}>{text}</li>);
  if (ordered) return <ol class="numbered stack tight">{lines}</ol>;
  return <ul class="dots stack tight sheet-dots">{lines}</ul>;
}

/** Set-up, steps, breathing, cues. */
export function HowTo({ exercise }: { readonly exercise: Exercise }) {
  const { set_up, steps = [], breathing, cues = [] } = exercise.text.en ?? {};
  return (
    <>
      {set_up !== undefined && (
        <Section title="library.setUp">
          <p>{set_up}</p>
        </Section>
      )}
      {steps.length > 0 && (
        <Section title="library.steps">
          <List texts={steps} ordered />
        </Section>
      )}
      {breathing !== undefined && (
        <Section title="library.breathing">
          <p>{breathing}</p>
        </Section>
      )}
      {cues.length > 0 && (
        <Section title="library.cues">
          <List texts={cues} />
        </Section>
      )}
    </>
  );
}

/** Faults, what it feels like, when to stop. */
export function Safely({ exercise }: { readonly exercise: Exercise }) {
  const { faults = [], feel, stop } = exercise.text.en ?? {};
  return (
    <>
      {feel !== undefined && (
        <Section title="library.feel">
          <p>{feel}</p>
        </Section>
      )}
      {stop !== undefined && (
        <Section title="library.stop">
          <p class="note warm">{stop}</p>
        </Section>
      )}
      {faults.length > 0 && (
        <Section title="library.faults">
          <dl class="faults">
            {faults.map(({ fault, correction }) => (
              <div key={fault}>
                <dt>{fault}</dt>
                <dd>{correction}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
    </>
  );
}

/** Gentler versions, whom it is not for, what else may serve as equipment. */
export function Fitting({ exercise }: { readonly exercise: Exercise }) {
  const { substitutes = [], modifications = {} } = exercise.text.en ?? {};
  const gentler = Object.entries(modifications);
  const words = (strength: string) =>
    exercise.contraindications.filter((one) => one.strength === strength).map((one) => one.word);
  const never = words("never");
  const asked = words("until_unlocked");
  return (
    <>
      {never.length + asked.length > 0 && (
        <Section title="library.careful">
          {never.length > 0 && <p>{t("library.never", { words: conditionNames(never) })}</p>}
          {asked.length > 0 && <p>{t("library.asked", { words: conditionNames(asked) })}</p>}
        </Section>
      )}
      {gentler.length > 0 && (
        <Section title="library.gentler">
          <dl class="faults">
            {gentler.map(([word, how]) => (
              <div key={word}>
                <dt class="sentence">{conditionName(word)}</dt>
                <dd>{how}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      {substitutes.length > 0 && (
        <Section title="library.substitutes">
          <List texts={substitutes} />
        </Section>
      )}
    </>
  );
}

/** Muscles, and the neighbours on its ladder. */
export function Place({ exercise }: { readonly exercise: Exercise }) {
  const muscles = (role: string) =>
    exercise.muscles
      .filter((one) => one.role === role)
      .map((one) => muscleName(one.muscle))
      .join(", ");
  const neighbours = [
    { key: "library.easier" as const, id: exercise.regress },
    { key: "library.harder" as const, id: exercise.progress },
  ].filter((one): one is { key: typeof one.key; id: string } => Boolean(one.id));
  return (
    <>
      <Section title="library.muscles">
        <p>{t("library.muscles.primary", { muscles: muscles("primary") })}</p>
        {muscles("secondary") !== "" && (
          <p class="quiet">{t("library.muscles.secondary", { muscles: muscles("secondary") })}</p>
        )}
      </Section>
      {neighbours.length > 0 && (
        <Section title="library.neighbours" onScreen>
          <div class="line">
            {neighbours.map(({ key, id }) => (
              <a key={key} class="button" href={`#/library/${id}`}>
                {t(key, { name: exerciseName(id) })}
              </a>
            ))}
          </div>
        </Section>
      )}
    </>
  );
}

/** Claims with their grade and source, and that nobody has reviewed it yet. */
export function Evidence({ exercise }: { readonly exercise: Exercise }) {
  return (
    <Section title="library.evidence">
      <ul class="stack">
        {exercise.evidence.map((one) => (
          <li key={`${one.claim}${one.source}`} class="stack tight">
            <p>{one.claim}</p>
            <p class="quiet small">
              {wordText("library.grade", one.grade)} ({one.grade}).{" "}
              {t("library.source", { source: one.source })}. {t(`library.status.${one.status}`)}
            </p>
          </li>
        ))}
      </ul>
      {exercise.review === "awaiting clinical review" && <p class="note">{t("library.review")}</p>}
    </Section>
  );
}
