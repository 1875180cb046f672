// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** A small still picture of an exercise, for lists; always beside its name. */
import { useEffect, useRef, useState } from "preact/hooks";
import { loadKeyPoses } from "./movement.ts";
import { type Playback, tellingKey } from "./playback.ts";
import { useSeen, useStage } from "./stage.ts";
import { bestView } from "./views.ts";

/** Draws when it comes near the screen, and keeps quiet where there is nothing to draw. */
export function KeyPose({ exercise }: { readonly exercise: string }) {
  const place = useRef<HTMLSpanElement>(null);
  const seen = useSeen(place, "300px");
  const [playback, setPlayback] = useState<Playback | null>(null);
  useEffect(() => {
    if (!seen) return;
    let wanted = true;
    void loadKeyPoses(exercise).then((found) => wanted && setPlayback(found));
    return () => {
      wanted = false;
    };
  }, [exercise, seen]);
  return (
    <span ref={place} class="key-pose" aria-hidden="true">
      {playback !== null && <Still key={exercise} exercise={exercise} playback={playback} />}
    </span>
  );
}

interface StillProps {
  readonly exercise: string;
  readonly playback: Playback;
}

function Still({ exercise, playback }: StillProps) {
  const key = tellingKey(playback);
  const options = { playback, view: bestView(exercise, playback), mirror: false, key };
  const canvas = useStage(options, (stage) => {
    stage?.scene.paintKey(stage.ink, stage.palette, key);
  });
  return <canvas ref={canvas} />;
}
