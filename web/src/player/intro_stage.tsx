// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The next exercise: what it looks like, how to set up, how much. */
import { useEffect } from "preact/hooks";
import { exerciseName, exerciseText } from "../catalogue/catalogue.ts";
import { Button } from "../parts/controls.tsx";
import { doseText } from "../record/dose.ts";
import { t } from "../words/index.ts";
import { Figure } from "./figure.tsx";
import { PlayerFrame } from "./frame.tsx";
import { item, startWork, toNext } from "./session.ts";
import { hush, speak } from "./voice.ts";

export function IntroStage() {
  const one = item.value;
  const text = one === null ? {} : exerciseText(one.exercise);
  useEffect(() => {
    if (one !== null)
      speak(`${exerciseName(one.exercise)}. ${doseText(one)}. ${text.set_up ?? ""}`);
    return hush;
  }, [one?.exercise]);
  if (one === null) return null;
  return (
    <PlayerFrame title={exerciseName(one.exercise)}>
      <div class="player-view">
        <Figure exercise={one.exercise} playing />
      </div>
      <div class="player-text stack">
        <p class="dose big-dose">{doseText(one)}</p>
        {text.set_up !== undefined && <p>{text.set_up}</p>}
        {text.steps !== undefined && (
          <details>
            <summary>{t("player.steps")}</summary>
            <ol class="numbered stack tight">
              {text.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </details>
        )}
        {one.modified?.map((word) => {
          const how = text.modifications?.[word];
          return how === undefined ? null : (
            <p key={word} class="note">
              {how}
            </p>
          );
        })}
        {text.stop !== undefined && <p class="quiet small">{text.stop}</p>}
        <div class="line">
          <Button kind="main" size="big" onClick={startWork}>
            {t("player.start")}
          </Button>
          <Button kind="plain" onClick={() => toNext()}>
            {t("player.leaveOut")}
          </Button>
        </div>
      </div>
    </PlayerFrame>
  );
}
