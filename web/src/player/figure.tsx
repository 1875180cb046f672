// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The figure that shows an exercise: it moves, or stands as key poses for who wants no motion. */
import { useEffect, useRef, useState } from "preact/hooks";
import { exerciseName } from "../catalogue/catalogue.ts";
import { t, wordText } from "../words/index.ts";
import { loadMovement } from "./movement.ts";
import { isWithin, nextTime, speedFor, stillTime } from "./pace.ts";
import { type Phase, type Playback, phaseAt } from "./playback.ts";
import { Poses } from "./poses.tsx";
import { type Stage, useMedia, useSeen, useStage } from "./stage.ts";
import { bestView, type View } from "./views.ts";

export interface FigureProps {
  readonly exercise: string;
  readonly playing?: boolean;
  /** 1 is the exercise's own tempo. */
  readonly speed?: number;
  /** Seconds that one repetition takes, instead of a speed: the figure keeps a counted tempo. */
  readonly repetition?: number | undefined;
  readonly mirror?: boolean;
  /** Absent: the view that tells most. */
  readonly view?: View | undefined;
  /** Stay in this phase, counted from 0 over the cycle; absent: go around the cycle. */
  readonly phase?: number | undefined;
  /** Hears when another phase begins. */
  readonly onPhase?: (number: number, phase: Phase) => void;
}

type Found = Playback | null | "waiting";

function useMovement(exercise: string): Found {
  const [found, setFound] = useState<Found>("waiting");
  useEffect(() => {
    let wanted = true;
    setFound("waiting");
    void loadMovement(exercise).then((playback) => wanted && setFound(playback));
    return () => {
      wanted = false;
    };
  }, [exercise]);
  return found;
}

export { KeyPose } from "./key_pose.tsx";

/** Shows how an exercise is done. Where that is not known: a calm word instead. */
export function Figure(props: FigureProps) {
  const found = useMovement(props.exercise);
  const [broken, setBroken] = useState(false);
  const still = useMedia("(prefers-reduced-motion: reduce)");
  useEffect(() => setBroken(false), [props.exercise]);
  if (found === "waiting") return <div class="demonstrator" aria-busy="true" />;
  if (found === null || broken) {
    return (
      <div class="demonstrator">
        <p class="quiet">{t("figure.none")}</p>
      </div>
    );
  }
  const label = t("figure.label", {
    name: exerciseName(props.exercise),
    position: wordText("figure.position", found.position),
  });
  const view = props.view ?? bestView(props.exercise, found);
  const shown = { ...props, view, playback: found, label, onBroken: () => setBroken(true) };
  return still ? <Poses {...shown} /> : <Moving {...shown} />;
}

interface ShownProps extends FigureProps {
  readonly playback: Playback;
  readonly view: View;
  readonly label: string;
  readonly onBroken: () => void;
}

function Moving(props: ShownProps) {
  const { playback, view, label, mirror = false } = props;
  const time = useRef(0);
  const stage = useRef<Stage | null>(null);
  const now = useRef(props);
  now.current = props;
  const paint = () => {
    const place = stage.current;
    if (place === null) return;
    try {
      place.scene.paintAt(place.ink, place.palette, time.current);
    } catch {
      props.onBroken();
    }
  };
  const canvas = useStage({ playback, view, mirror }, (next) => {
    if (next === null) return now.current.onBroken();
    stage.current = next;
    paint();
  });
  const seen = useSeen(canvas);
  useEffect(() => {
    const number = phaseAt(playback, time.current);
    const begun = playback.phases[number];
    if (begun !== undefined) now.current.onPhase?.(number, begun);
  }, [playback]);
  useClock(seen && props.playing === true, (passed) => {
    const { phase, onPhase, repetition } = now.current;
    const speed =
      repetition === undefined ? (now.current.speed ?? 1) : speedFor(playback, repetition);
    const before = phaseAt(playback, time.current);
    time.current = nextTime(playback, time.current, passed * speed, phase);
    const after = phaseAt(playback, time.current);
    const begun = playback.phases[after];
    if (after !== before && begun !== undefined) onPhase?.(after, begun);
    paint();
  });
  useEffect(() => {
    const { phase, playing } = props;
    if (phase !== undefined && !isWithin(playback, time.current, phase)) {
      time.current = playback.phases[phase]?.from ?? 0;
    }
    if (playing !== true) time.current = stillTime(playback, time.current, phase);
    paint();
  }, [props.phase, props.playing, playback]);
  return (
    <div class="demonstrator">
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}

/** Longest step in seconds: a page that slept does not make the figure jump. */
const kLongestStep = 0.1;

/** Calls with the seconds that passed, with every picture of the screen, while `runs`. */
function useClock(runs: boolean, tick: (passed: number) => void): void {
  const latest = useRef(tick);
  latest.current = tick;
  useEffect(() => {
    if (!runs) return;
    let last: number | null = null;
    let wanted = requestAnimationFrame(function step(at) {
      if (last !== null) latest.current(Math.min((at - last) / 1000, kLongestStep));
      last = at;
      wanted = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(wanted);
  }, [runs]);
}
