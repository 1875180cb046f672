// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Key poses of a movement side by side. */
import { distinctKeys, type Playback } from "./playback.ts";
import { useStage } from "./stage.ts";
import type { View } from "./views.ts";

/** At most so many poses stand side by side. */
const kMostPoses = 4;

interface PosesProps {
  readonly playback: Playback;
  readonly view: View;
  readonly mirror?: boolean | undefined;
  /** Absent: the poses are not spoken of. */
  readonly label?: string;
  readonly onBroken?: () => void;
}

/** Shows what differs: the last key pose is the first again, and others return too. */
export function Poses(props: PosesProps) {
  const shown = distinctKeys(props.playback).slice(0, kMostPoses);
  const spoken =
    props.label === undefined ? {} : { role: "img" as const, "aria-label": props.label };
  return (
    <div class="demonstrator poses" {...spoken}>
      {shown.map((number) => (
        <StillPose key={number} {...props} number={number} />
      ))}
    </div>
  );
}

function StillPose(props: PosesProps & { readonly number: number }) {
  const { playback, view, mirror = false, number } = props;
  const canvas = useStage({ playback, view, mirror }, (stage) => {
    if (stage === null) props.onBroken?.();
    else stage.scene.paintKey(stage.ink, stage.palette, number);
  });
  return (
    <span class="pose">
      <canvas ref={canvas} />
    </span>
  );
}
