// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Marks and spots of the body map in words. */
import { isUnrated, type PainArea, type SpotKey } from "../../record/body_areas.ts";
import { t, wordText } from "../../words/index.ts";

export function spotText(key: SpotKey): string {
  return wordText("spot", key);
}

/** "Low back, left; Left buttock" */
export function spotsText(keys: readonly SpotKey[]): string {
  return keys.map(spotText).join("; ");
}

const kNamesAtOnce = 3;

/** As spotsText, but short: "Low back, left; Left buttock; Left knee and 2 more" */
export function fewSpotsText(keys: readonly SpotKey[]): string {
  const n = keys.length - kNamesAtOnce;
  if (n <= 0) return spotsText(keys);
  return t("body.more", { spots: spotsText(keys.slice(0, kNamesAtOnce)), n });
}

/** How a spot is read out. */
export function spotState(key: SpotKey, area: PainArea | undefined): string {
  const spot = spotText(key);
  if (area === undefined) return t("body.spot.free", { spot });
  if (isUnrated(area)) return t("body.spot.unrated", { spot });
  const feels = area.quality.map((word) => wordText("quality", word));
  return [t("body.spot.rated", { spot, intensity: area.intensity }), ...feels].join(", ");
}

/** "6 of 10, aching, stiff" */
export function markText(area: PainArea): string {
  if (isUnrated(area)) return t("body.marks.unrated");
  const feels = area.quality.map((word) => wordText("quality", word)).join(", ");
  if (area.intensity === 0) return t("body.marks.only", { quality: feels });
  const number = t("body.of10", { intensity: area.intensity });
  return feels === "" ? number : `${number}, ${feels}`;
}
