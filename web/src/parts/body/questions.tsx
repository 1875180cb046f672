// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** How strong it is at the chosen spots, and how it feels. */
import type { RefObject } from "preact";
import {
  kQualities,
  type PainArea,
  type Quality,
  type SpotKey,
  touchesSafety,
} from "../../record/body_areas.ts";
import { t, wordText } from "../../words/index.ts";
import { Button, Many, Scale } from "../controls.tsx";
import { fewSpotsText, spotsText } from "./words.ts";

interface QuestionsProps {
  readonly place: RefObject<HTMLElement | null>;
  readonly keys: readonly SpotKey[];
  readonly areas: readonly PainArea[];
  /** Whether a 0 was said, and not only not yet anything. */
  readonly saidZero: boolean;
  readonly onRate: (said: Partial<Pick<PainArea, "intensity" | "quality">>) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** The number that all chosen spots share. */
function sharedIntensity(areas: readonly PainArea[], saidZero: boolean): number | null {
  const first = areas[0]?.intensity ?? 0;
  if (areas.some((area) => area.intensity !== first)) return null;
  return first === 0 && !saidZero ? null : first;
}

function sharedQualities(areas: readonly PainArea[]): Quality[] {
  return kQualities.filter((word) => areas.every((area) => area.quality.includes(word)));
}

export function Questions(props: QuestionsProps) {
  const { keys, areas, saidZero, onRate } = props;
  const n = keys.length;
  const intensity = sharedIntensity(areas, saidZero);
  const isNothing = intensity === 0 && areas.every((area) => area.quality.length === 0);
  const options = kQualities.map((value) => ({ value, label: wordText("quality", value) }));
  return (
    <section class="panel stack questions" ref={props.place} aria-label={spotsText(keys)}>
      <div class="stack first">
        <header class="stack tight">
          <h2>{fewSpotsText(keys)}</h2>
          {n > 1 && <p class="quiet small">{t("body.together", { n })}</p>}
        </header>
        <Scale
          legend={t("body.intensity")}
          low={t("body.intensity.low")}
          high={t("body.intensity.high")}
          value={intensity}
          onChange={(value) => onRate({ intensity: value })}
        />
      </div>
      <Many
        legend={t("body.quality")}
        hint={t("body.quality.hint")}
        options={options}
        value={sharedQualities(areas)}
        onChange={(quality) => onRate({ quality })}
      />
      {isNothing && <p class="quiet">{t("body.zero")}</p>}
      {areas.some(touchesSafety) && (
        <p class="note" role="status">
          {t("body.numb")}
        </p>
      )}
      <div class="line apart">
        <Button onClick={props.onClose}>{t("say.done")}</Button>
        <Button kind="plain" onClick={props.onRemove}>
          {t("body.remove", { n })}
        </Button>
      </div>
    </section>
  );
}
