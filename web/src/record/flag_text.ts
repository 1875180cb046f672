// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What was told, in words that can be said to a doctor. */
import { type Key, t } from "../words/index.ts";
import { ofKind } from "./days.ts";
import type { Entry } from "./entry.ts";
import type { Answer } from "./safety_questions.ts";

/** "Numbness between the legs (a few days, getting worse)". */
export function flagText(id: string, answer: Answer): string {
  const parts: string[] = [];
  if (answer.answer === "unsure") parts.push(t("flag.unsure"));
  if (answer.since !== undefined) parts.push(t(`safety.since.${answer.since}`).toLowerCase());
  if (answer.worsening === true) parts.push(t("flag.worse"));
  const name = t(`flag.${id}` as Key);
  return parts.length === 0 ? name : `${name} (${parts.join(", ")})`;
}

/** What the newest safety answers with something to tell say, in short. */
export function flagsTold(entries: readonly Entry[]): string[] {
  const screens = ofKind<{ answers: Readonly<Record<string, unknown>> }>(
    entries,
    "screen.answered",
  );
  for (const { body } of [...screens].reverse()) {
    const ids = Object.keys(body.answers).filter((id) => body.answers[id] !== false);
    if (ids.length > 0) return ids.map((id) => t(`flag.${id}` as Key));
  }
  return [];
}
