// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The work itself: the figure, a count that can be read from across the room, and the way on. */
import { useEffect } from "preact/hooks";
import { exerciseName, exerciseText } from "../catalogue/catalogue.ts";
import { Button } from "../parts/controls.tsx";
import { t } from "../words/index.ts";
import { Figure } from "./figure.tsx";
import { PlayerFrame } from "./frame.tsx";
import type { Segment } from "./segments.ts";
import {
  askStop,
  endExercise,
  goOn,
  item,
  nextItem,
  nextSegment,
  pause,
  running,
  segment,
  segments,
  tick,
} from "./session.ts";
import { hush, keepAwake, speak, tone } from "./voice.ts";

const kTickMs = 100;

/** Runs the clock while this stage is shown, also when the screen was locked in between. */
function useClock(): void {
  useEffect(() => {
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      void tick((now - last) / 1000);
      last = now;
    }, kTickMs);
    void keepAwake(true);
    const look = () => document.visibilityState === "visible" && void keepAwake(true);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
      void keepAwake(false);
    };
  }, []);
}

function spoken(piece: Segment): string {
  switch (piece.kind) {
    case "ready":
      return t("say.ready");
    case "side":
      return t(piece.side === "right" ? "say.side.right" : "say.side.left");
    case "rest":
      return t("say.rest", { n: Math.round(piece.seconds) });
    case "hold":
      return t("say.hold");
    case "move":
      return String(piece.rep);
    case "time":
      return t("say.go");
  }
}

function useVoice(piece: Segment | null): void {
  useEffect(() => {
    if (piece === null) return;
    if (piece.kind === "rest" || piece.kind === "side") tone(392);
    else if (piece.kind !== "ready") tone(piece.kind === "hold" ? 523 : 659);
    speak(spoken(piece));
    return hush;
  }, [piece]);
}

function toggle(): void {
  if (running.value?.isPaused) goOn();
  else pause();
}

/** Space pauses where no control takes it; right goes on; escape stops. */
function onKey(event: KeyboardEvent): void {
  const isControl = /^(BUTTON|SUMMARY|A)$/.test((event.target as HTMLElement).tagName);
  if (event.key === "Escape") askStop();
  else if (event.key === "ArrowRight") void nextSegment();
  else if (event.key === " " && !isControl) {
    event.preventDefault();
    toggle();
  }
}

function useKeys(): void {
  useEffect(() => {
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}

function clock(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 60) return String(whole);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** What the large number is: repetitions while moving, seconds otherwise. */
function Count({ piece, elapsed }: { readonly piece: Segment; readonly elapsed: number }) {
  const left = piece.seconds - elapsed;
  const isCount = piece.kind === "move";
  return (
    <div class="count" role="timer" aria-live="off">
      <span class="count-number">{isCount ? piece.rep : clock(left)}</span>
      <span class="count-word">
        {t(`piece.${piece.kind}`, { reps: piece.reps, n: piece.rep })}
        {piece.side !== null && `, ${t(`dose.side.${piece.side}`)}`}
      </span>
      <span class="count-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, (elapsed / piece.seconds) * 100)}%` }} />
      </span>
    </div>
  );
}

/** One cue at a time, changing slowly. */
function Cue({ cues, at }: { readonly cues: readonly string[]; readonly at: number }) {
  if (cues.length === 0) return null;
  return <p class="cue">{cues[at % cues.length]}</p>;
}

function Buttons({
  isPaused,
  isResting,
}: {
  readonly isPaused: boolean;
  readonly isResting: boolean;
}) {
  return (
    <div class="line player-buttons">
      <Button kind="main" size="big" onClick={toggle}>
        {t(isPaused ? "player.goOn" : "player.pause")}
      </Button>
      <Button size="big" onClick={nextSegment}>
        {t(isResting ? "player.skipRest" : "player.next")}
      </Button>
      <Button kind="plain" onClick={endExercise}>
        {t("player.enough")}
      </Button>
    </div>
  );
}

export function WorkStage() {
  const now = running.value;
  const one = item.value;
  const piece = segment.value;
  useClock();
  useVoice(piece);
  useKeys();
  if (now === null || one === null || piece === null) return null;
  const text = exerciseText(one.exercise);
  const sets = segments.value.at(-1)?.set ?? 1;
  const resting = piece.kind === "rest";
  return (
    <PlayerFrame title={exerciseName(one.exercise)}>
      <div class="player-view">
        <Figure
          exercise={one.exercise}
          playing={!now.isPaused && !resting}
          mirror={piece.side === "right"}
          {...(piece.kind === "move" ? { repetition: piece.seconds } : {})}
        />
      </div>
      <div class="player-text stack">
        <Count piece={piece} elapsed={now.elapsed} />
        {sets > 1 && <p class="quiet">{t("player.set", { n: piece.set, all: sets })}</p>}
        <Cue
          cues={[...(text.cues ?? []), ...(text.breathing === undefined ? [] : [text.breathing])]}
          at={piece.rep}
        />
        <p class="unseen" role="status">
          {piece.kind === "move" ? "" : spoken(piece)}
        </p>
        <Buttons isPaused={now.isPaused} isResting={resting} />
        {nextItem.value !== null && (
          <p class="quiet small">
            {t("player.then", { name: exerciseName(nextItem.value.exercise) })}
          </p>
        )}
      </div>
    </PlayerFrame>
  );
}
