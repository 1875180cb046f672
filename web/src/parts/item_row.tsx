// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** One exercise of a day: its picture, name, dose, and why it is there. */
import { exerciseName } from "../catalogue/catalogue.ts";
import type { Item } from "../core/types.ts";
import { KeyPose } from "../player/figure.tsx";
import { doseText, reasonTexts } from "../record/dose.ts";
import { t } from "../words/index.ts";

interface ItemRowProps {
  readonly item: Item;
  /** Changes the plan for this exercise. */
  readonly onSwap?: () => void;
}

export function ItemRow({ item, onSwap }: ItemRowProps) {
  const why = reasonTexts(item.why);
  return (
    <li class="item">
      <KeyPose exercise={item.exercise} />
      <div class="stack tight">
        <h3>
          <a class="quiet-link" href={`#/library/${item.exercise}`}>
            {exerciseName(item.exercise)}
          </a>
        </h3>
        <p class="dose">{doseText(item)}</p>
        {why.length > 0 && (
          <details class="why">
            <summary>{t("plan.why")}</summary>
            <ul class="stack tight">
              {why.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
            {onSwap !== undefined && (
              <p>
                <button type="button" class="button" onClick={onSwap}>
                  {t("plan.swap")}
                </button>
              </p>
            )}
          </details>
        )}
      </div>
    </li>
  );
}
