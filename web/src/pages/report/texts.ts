// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Facts of the report in short words. */
import { formatDay, t, wordText } from "../../words/index.ts";

/** "about 13 months ago": exact in the first two weeks. */
export function onsetText(days: number): string {
  if (days < 14) return t("report.onset.days", { n: days });
  if (days < 90) return t("report.onset.weeks", { n: Math.round(days / 7) });
  if (days < 730) return t("report.onset.months", { n: Math.round(days / 30.44) });
  return t("report.onset.years", { n: Math.round(days / 365.25) });
}

/** Words of the journal, joined; a sentence where there is none. */
export function listText(family: string, words: readonly string[] | undefined): string {
  if (words === undefined || words.length === 0) return t("report.nothing");
  return words.map((word) => wordText(family, word)).join(", ");
}

/** "Mon, Wed, Fri" */
export function weekdaysText(days: readonly string[], all: number): string {
  if (days.length === all) return t("report.plan.daily");
  return days.map((day) => formatDay(day, { weekday: "short" })).join(", ");
}
