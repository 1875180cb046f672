// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The steps to a first plan, in their order. */
import { kGroups } from "../../record/safety_questions.ts";

export const kSteps: readonly string[] = [
  "you",
  "story",
  ...kGroups.map((group) => `safe-${group.id}`),
  "review",
  "where",
  "behaviour",
  "health",
  "room",
  "goals",
  "ready",
];
