// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The map in words: what is marked, and every spot to choose from. */
import {
  isUnrated,
  kSpots,
  type PainArea,
  type Region,
  type SpotKey,
  spotsOf,
} from "../../record/body_areas.ts";
import { t } from "../../words/index.ts";
import { Many } from "../controls.tsx";
import { markText, spotText } from "./words.ts";

interface MarkListProps {
  readonly areas: readonly PainArea[];
  readonly chosen: ReadonlySet<SpotKey>;
  readonly onChoose: (key: SpotKey) => void;
}

/** What is marked; each one opens its questions. */
export function MarkList({ areas, chosen, onChoose }: MarkListProps) {
  if (areas.length === 0) return <p class="quiet">{t("body.marks.none")}</p>;
  const open = areas.filter(isUnrated).length;
  return (
    <section class="stack tight">
      <h2>{t("body.marks")}</h2>
      {open > 0 && <p class="quiet">{t("body.marks.open", { n: open })}</p>}
      <ul class="rows">
        {areas.flatMap((area) =>
          spotsOf(area).map((key) => (
            <li key={key}>
              <button
                type="button"
                class="row"
                aria-pressed={chosen.has(key)}
                onClick={() => onChoose(key)}
              >
                <span>{spotText(key)}</span>
                <span class="quiet number">{markText(area)}</span>
              </button>
            </li>
          )),
        )}
      </ul>
    </section>
  );
}

const kGroups = {
  "body.list.back": ["cervical", "thoracic", "lumbar", "sacrum"],
  "body.list.front": ["shoulder", "chest", "abdomen", "flank"],
  "body.list.pelvis": ["buttock", "hip", "groin"],
  "body.list.legs": ["thigh_front", "thigh_back", "knee", "shin", "calf", "foot"],
} as const satisfies Record<string, readonly Region[]>;
type Group = keyof typeof kGroups;

interface SpotListProps {
  readonly marked: readonly SpotKey[];
  readonly onMark: (key: SpotKey) => void;
  readonly onUnmark: (key: SpotKey) => void;
}

/** Every spot by name, for readers and for those who would rather not draw. */
export function SpotList({ marked, onMark, onUnmark }: SpotListProps) {
  return (
    <details>
      <summary>{t("body.list")}</summary>
      <div class="stack">
        {(Object.keys(kGroups) as Group[]).map((group) => {
          const regions: readonly Region[] = kGroups[group];
          const keys = kSpots.filter((key) =>
            regions.some((region) => key.startsWith(`${region}.`)),
          );
          const value = keys.filter((key) => marked.includes(key));
          return (
            <Many
              key={group}
              legend={t(group)}
              options={keys.map((key) => ({ value: key, label: spotText(key) }))}
              value={value}
              onChange={(next) => {
                for (const key of next) if (!value.includes(key)) onMark(key);
                for (const key of value) if (!next.includes(key)) onUnmark(key);
              }}
            />
          );
        })}
      </div>
    </details>
  );
}
