// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Muscles in plain words. */
import { isKey, t } from "../words/index.ts";

/** Where a muscle is, or nothing where its name says so. */
export function muscleWords(name: string): string | null {
  const key = `muscle.${name.replaceAll(" ", "_")}`;
  return isKey(key) ? t(key) : null;
}

/** "large buttock muscle (gluteus maximus)". */
export function muscleName(name: string): string {
  const plain = muscleWords(name);
  return plain === null ? name : t("library.muscle", { plain, name });
}
