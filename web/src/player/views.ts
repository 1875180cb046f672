// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** From which side an exercise is seen best. */
import type { Angle } from "./camera.ts";
import { keyPose, type Playback } from "./playback.ts";

export type View = "side" | "front" | "three_quarter";

const kLying = new Set(["supine", "hook_lying", "prone"]);
const kOnHands = new Set(["quadruped", "prone_support"]);

/** Directions to look from, by position: lying people are seen from the front from above. */
export function angleOf(playback: Playback, view: View): Angle {
  const angle = viewsOf(playback.position)[view];
  const fastened = playback.props.find((prop) => prop.anchor !== undefined)?.anchor;
  const isFront = view === "front";
  // What stands before somebody would hide them.
  if (fastened === "front" && isFront) return { ...angle, around: 30 };
  if (playback.wall?.side === "front" && !(isFront && isLying(playback.position))) {
    return { ...angle, around: isFront ? 150 : 180 - angle.around };
  }
  // A band that is fastened on the left is seen from the other side.
  return fastened === "left" ? { ...angle, around: -0.8 * angle.around } : angle;
}

/** Whether somebody lies, so that the front is seen from above. */
export const isLying = (position: string): boolean => kLying.has(position);

type Views = Readonly<Record<View, Angle>>;

const kUprightViews: Views = {
  side: { around: 76, up: 7 },
  front: { around: 6, up: 7 },
  three_quarter: { around: 42, up: 12 },
};
const kLyingViews: Views = {
  side: { around: 84, up: 13 },
  front: { around: 90, up: 68 },
  three_quarter: { around: 62, up: 32 },
};
const kOnHandsViews: Views = {
  side: { around: 82, up: 10 },
  front: { around: 12, up: 16 },
  three_quarter: { around: 48, up: 22 },
};
const kSideLyingViews: Views = {
  side: { around: 8, up: 62 },
  front: { around: 8, up: 14 },
  three_quarter: { around: 32, up: 28 },
};

function viewsOf(position: string): Views {
  if (position === "side_lying") return kSideLyingViews;
  if (kLying.has(position)) return kLyingViews;
  return kOnHands.has(position) ? kOnHandsViews : kUprightViews;
}

/** How much the body moves forward and up, and how much to its sides; square meters. */
function motion(playback: Playback): { along: number; across: number } {
  const start = keyPose(playback, 0);
  let along = 0;
  let across = 0;
  playback.keys.forEach((_, number) => {
    const pose = keyPose(playback, number);
    for (const name of playback.points) {
      const [ax, ay, az] = start.at(name);
      const [bx, by, bz] = pose.at(name);
      along += (bx - ax) ** 2 + (bz - az) ** 2;
      across += (by - ay) ** 2;
    }
  });
  return { along, across };
}

/** Sideways against all movement, from where the side view no longer tells. */
const kSideways = 0.3;
const kTurning = 0.12;

/** Where legs or arms lie one over the other, or a thing stands in the way. */
const kChosen: Readonly<Record<string, View>> = {
  adductor_stretch_butterfly: "three_quarter",
  doorway_chest_opening: "three_quarter",
  pallof_press: "three_quarter",
  pallof_split: "three_quarter",
  piriformis_figure4: "three_quarter",
  prone_lying: "side",
  scapular_squeeze: "three_quarter",
  glute_set: "side",
};

/** The view that tells most of the movement. */
export function bestView(exercise: string, playback: Playback): View {
  const { position, wall } = playback;
  const chosen = kChosen[exercise];
  if (chosen !== undefined) return chosen;
  if (position === "side_lying") return "front";
  if (wall?.side === "left" || wall?.side === "right") return "front";
  const { along, across } = motion(playback);
  const share = across / Math.max(along + across, 1e-9);
  if (share <= kTurning) return "side";
  const upright = !kLying.has(position) && !kOnHands.has(position);
  return share > kSideways && upright ? "front" : "three_quarter";
}
