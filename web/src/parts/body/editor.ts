// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** How a map is worked on: what is chosen, what was done, and the way back. */
import { useRef, useState } from "preact/hooks";
import {
  bySpot,
  type PainArea,
  type SpotKey,
  withMarks,
  withoutMarks,
  withRating,
} from "../../record/body_areas.ts";
import { t } from "../../words/index.ts";
import { spotText } from "./words.ts";

const kStepsKept = 50;

export interface MapEditor {
  readonly chosen: ReadonlySet<SpotKey>;
  readonly canUndo: boolean;
  /** What a reader is told about the last change. */
  readonly said: string;
  /** Whether 0 was said of every chosen spot. */
  readonly saidZero: boolean;
  /** Marks and chooses a spot; the spot that is open alone loses its mark. */
  tap(key: SpotKey): void;
  /** Marks what a finger has gone over so far. */
  paint(keys: readonly SpotKey[]): void;
  /** The finger left: what it marked is chosen. */
  lift(keys: readonly SpotKey[]): void;
  choose(keys: readonly SpotKey[]): void;
  mark(keys: readonly SpotKey[]): void;
  remove(keys: readonly SpotKey[]): void;
  rate(said: Partial<Pick<PainArea, "intensity" | "quality">>): void;
  undo(): void;
}

export function useMapEditor(
  areas: readonly PainArea[],
  onChange: (areas: PainArea[]) => void,
): MapEditor {
  const [wanted, setWanted] = useState<readonly SpotKey[]>([]);
  const [past, setPast] = useState<readonly (readonly PainArea[])[]>([]);
  const [zeros, setZeros] = useState<ReadonlySet<SpotKey>>(new Set());
  const [said, setSaid] = useState("");
  /** The map before the stroke that is being drawn. */
  const beforeStroke = useRef<readonly PainArea[] | null>(null);

  const marks = bySpot(areas);
  const chosen = wanted.filter((key) => marks.has(key));
  const keep = () => setPast([...past.slice(1 - kStepsKept), areas]);
  const change = (next: PainArea[], tell: string) => {
    keep();
    setSaid(tell);
    onChange(next);
  };

  const mark = (keys: readonly SpotKey[]) => {
    const tell = keys.map((key) => t("body.marked", { spot: spotText(key) })).join(" ");
    change(withMarks(areas, keys), tell);
    setWanted(keys);
  };
  const remove = (keys: readonly SpotKey[]) => {
    const here = keys.filter((key) => marks.has(key));
    if (here.length === 0) return;
    const tell = here.map((key) => t("body.unmarked", { spot: spotText(key) })).join(" ");
    change(withoutMarks(areas, here), tell);
    setZeros(new Set([...zeros].filter((key) => !here.includes(key))));
  };

  return {
    chosen: new Set(chosen),
    canUndo: past.length > 0,
    said,
    saidZero: chosen.every((key) => zeros.has(key)),
    mark,
    remove,
    choose: setWanted,
    tap(key) {
      if (!marks.has(key)) mark([key]);
      else if (chosen.length === 1 && chosen[0] === key) remove([key]);
      else setWanted([key]);
    },
    paint(keys) {
      if (beforeStroke.current === null) {
        beforeStroke.current = areas;
        keep();
      }
      onChange(withMarks(beforeStroke.current, keys));
    },
    lift(keys) {
      const before = bySpot(beforeStroke.current ?? areas);
      const fresh = keys.filter((key) => !before.has(key));
      beforeStroke.current = null;
      setSaid(t("body.painted", { n: fresh.length }));
      setWanted(fresh.length > 0 ? fresh : keys);
    },
    rate(told) {
      keep();
      if (told.intensity !== undefined) {
        const others = [...zeros].filter((key) => !chosen.includes(key));
        setZeros(new Set(told.intensity === 0 ? [...others, ...chosen] : others));
      }
      onChange(withRating(areas, chosen, told));
    },
    undo() {
      const last = past.at(-1);
      if (last === undefined) return;
      setPast(past.slice(0, -1));
      setSaid(t("body.undone"));
      onChange([...last]);
    },
  };
}
