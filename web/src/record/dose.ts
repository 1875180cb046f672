// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Doses in words. */
import type { Item, Place, Reason } from "../core/types.ts";
import { formatNumber, t } from "../words/index.ts";

/** What a dose is made of: an item of a day, or a place before or after a change. */
type Dose = Place & Partial<Pick<Item, "side" | "per_day">>;

function repsText(item: Dose): string {
  if (item.reps_by_set !== undefined)
    return t("dose.pyramid", { sets: item.reps_by_set.join(", ") });
  const n = item.reps ?? 0;
  if (n === 0) return "";
  if (item.sets > 1) return t("dose.sets", { sets: item.sets, n });
  return t("dose.times", { n });
}

/** "2 sets of 8, hold 5 s, each side". */
export function doseText(item: Dose): string {
  const parts: string[] = [];
  if (item.minutes !== undefined) parts.push(t("dose.minutes", { n: formatNumber(item.minutes) }));
  const reps = repsText(item);
  if (reps !== "") parts.push(reps);
  if (item.hold_s !== undefined) {
    const bare = reps === "" && item.sets > 1;
    parts.push(
      bare
        ? t("dose.holds", { sets: item.sets, n: item.hold_s })
        : t(reps === "" ? "dose.holdOnly" : "dose.hold", { n: item.hold_s }),
    );
  }
  if (item.resistance?.kg !== undefined) {
    parts.push(t("dose.kg", { n: formatNumber(item.resistance.kg) }));
  }
  if (item.resistance?.band !== undefined)
    parts.push(t("dose.band", { band: item.resistance.band }));
  if (item.side != null) parts.push(t(`dose.side.${item.side}`));
  if ((item.per_day ?? 1) > 1) parts.push(t("dose.perDay", { n: item.per_day ?? 1 }));
  return parts.join(", ");
}

/** The sentences of reasons, each once, the need first. */
export function reasonTexts(why: Reason | readonly Reason[]): string[] {
  const list = Array.isArray(why) ? (why as readonly Reason[]) : [why as Reason];
  return [...new Set(list.map((reason) => reason.text).filter((text) => text !== ""))];
}
