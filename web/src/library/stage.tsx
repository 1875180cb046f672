// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The figure of an exercise, with play, tempo, side and view; on paper its key poses. */
import { useEffect, useState } from "preact/hooks";
import type { Exercise } from "../catalogue/catalogue.ts";
import { Figure } from "../player/figure.tsx";
import { loadMovement } from "../player/movement.ts";
import type { Phase, Playback } from "../player/playback.ts";
import { Poses } from "../player/poses.tsx";
import { useMedia } from "../player/stage.ts";
import { bestView, isLying, type View } from "../player/views.ts";
import { isKey, type Key, t, wordText } from "../words/index.ts";

const kViews: readonly View[] = ["side", "front", "three_quarter"];
const kSlow = 0.5;

interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly onClick: () => void;
}

function Switch({ label, on, onClick }: SwitchProps) {
  return (
    <button type="button" class="button toggle" aria-pressed={on} onClick={onClick}>
      {label}
    </button>
  );
}

function useFound(exercise: string): Playback | null {
  const [found, setFound] = useState<Playback | null>(null);
  useEffect(() => {
    void loadMovement(exercise).then(setFound);
  }, [exercise]);
  return found;
}

function viewName(view: View, playback: Playback): string {
  const isAbove = isLying(playback.position) && view === "front";
  return t(isAbove ? "library.view.above" : `library.view.${view}`);
}

function phaseText(phase: Phase): string {
  const move = wordText("move", phase.name);
  const isBreath = phase.name.startsWith("breathe") || phase.breath === "free";
  const breath: Key = `breath.${phase.breath}`;
  return isBreath || !isKey(breath) ? move : t("library.phase", { move, breath: t(breath) });
}

/** The demonstrator, large. Who wants no motion sees key poses, and no buttons for motion. */
export function ExerciseStage({ exercise }: { readonly exercise: Exercise }) {
  const playback = useFound(exercise.id);
  const still = useMedia("(prefers-reduced-motion: reduce)");
  const [playing, setPlaying] = useState(true);
  const [slow, setSlow] = useState(false);
  const [mirror, setMirror] = useState(false);
  const [view, setView] = useState<View | null>(null);
  const [phase, setPhase] = useState<Phase | null>(null);
  const shown = view ?? (playback === null ? "side" : bestView(exercise.id, playback));
  return (
    <section class="stack" aria-label={t("library.controls")}>
      <div class="no-print">
        <Figure
          exercise={exercise.id}
          playing={playing}
          speed={slow ? kSlow : 1}
          mirror={mirror}
          view={shown}
          onPhase={(_, begun) => setPhase(begun)}
        />
      </div>
      {playback !== null && !still && (
        <p class="stage-phase no-print" aria-hidden="true">
          {phase === null ? "" : phaseText(phase)}
        </p>
      )}
      {playback !== null && (
        <div class="stage-controls no-print">
          {!still && (
            <>
              <button type="button" class="button main" onClick={() => setPlaying(!playing)}>
                {t(playing ? "library.pause" : "library.play")}
              </button>
              <Switch label={t("library.slow")} on={slow} onClick={() => setSlow(!slow)} />
            </>
          )}
          {playback.sides === "one" && (
            <Switch label={t("library.mirror")} on={mirror} onClick={() => setMirror(!mirror)} />
          )}
          <fieldset class="stage-views">
            <legend class="unseen">{t("library.view")}</legend>
            {kViews.map((one) => (
              <Switch
                key={one}
                label={viewName(one, playback)}
                on={shown === one}
                onClick={() => setView(one)}
              />
            ))}
          </fieldset>
        </div>
      )}
      {playback !== null && (
        <div class="on-paper" aria-hidden="true">
          <Poses playback={playback} view={bestView(exercise.id, playback)} />
        </div>
      )}
    </section>
  );
}
