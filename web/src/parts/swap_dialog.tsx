// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Another exercise in the place of one, with the reason. */
import { useEffect, useRef, useState } from "preact/hooks";
import { exerciseName } from "../catalogue/catalogue.ts";
import type { Item } from "../core/types.ts";
import { add } from "../record/record.ts";
import { type Key, t } from "../words/index.ts";
import { Button, Choice } from "./controls.tsx";
import { say } from "./toast.tsx";

const kReasons = ["hurts", "no_space", "boring", "too_hard", "other"] as const;

interface SwapProps {
  readonly item: Item;
  readonly onClose: () => void;
}

export function SwapDialog({ item, onClose }: SwapProps) {
  const box = useRef<HTMLDialogElement>(null);
  const [why, setWhy] = useState<(typeof kReasons)[number] | null>(null);
  useEffect(() => box.current?.showModal(), []);
  const name = exerciseName(item.exercise);
  const swap = async () => {
    const [made] = await add({
      kind: "plan.exclude",
      body: { exercise: item.exercise, why: why ?? "other" },
    });
    onClose();
    say(t("swap.said", { name }), t("say.undo"), async () => {
      if (made !== undefined)
        await add({ kind: "entry.corrected", body: { entry: made.id, body: null } });
    });
  };
  return (
    <dialog ref={box} onClose={onClose} aria-labelledby="swap-title">
      <div class="stack">
        <h2 id="swap-title">{t("swap.title", { name })}</h2>
        <Choice
          legend={t("swap.why")}
          layout="list"
          options={kReasons.map((value) => ({ value, label: t(`swap.${value}` as Key) }))}
          value={why}
          onChange={setWhy}
        />
        {why === "hurts" && <p class="note">{t("swap.hurts.note")}</p>}
        <div class="line">
          <Button kind="main" disabled={why === null} onClick={swap}>
            {t("swap.do")}
          </Button>
          <Button onClick={onClose}>{t("say.cancel")}</Button>
        </div>
      </div>
    </dialog>
  );
}
