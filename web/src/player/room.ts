// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Things that stand in the room and stay there: mat, chair, bench, wall, doorway, bicycle. */
import type { Playback, PointName, Pose, Rest } from "./playback.ts";
import { keyPose } from "./playback.ts";
import type { Box, Line, Material, Rounded, Thing } from "./things.ts";
import { sphere } from "./things.ts";
import { minus, mix, plus, times, type Vector } from "./vector.ts";

export function box(
  material: Material,
  from: Vector,
  to: Vector,
  more: Partial<Pick<Box, "ground" | "nearer">> = {},
): Box {
  return {
    kind: "box",
    material,
    center: mix(from, to, 0.5),
    axes: [
      [Math.abs(to[0] - from[0]) / 2, 0, 0],
      [0, Math.abs(to[1] - from[1]) / 2, 0],
      [0, 0, Math.abs(to[2] - from[2]) / 2],
    ],
    ...more,
  };
}

const line = (material: Material, width: number, ...points: Vector[]): Line => ({
  kind: "line",
  material,
  points,
  width,
});

const meters = (rest: Rest): Vector => times(0.001, rest.at);
const rests = (playback: Playback, surface: Rest["surface"]) =>
  playback.rests.filter((rest) => rest.surface === surface).map(meters);

/** Where the body is near the floor, over all key poses. */
function footprint(playback: Playback): { least: Vector; most: Vector } {
  let least: Vector = [Infinity, Infinity, 0];
  let most: Vector = [-Infinity, -Infinity, 0];
  playback.keys.forEach((_, number) => {
    const pose = keyPose(playback, number);
    for (const name of playback.points) {
      const [x, y, z] = pose.at(name);
      if (z > 0.2) continue;
      least = [Math.min(least[0], x), Math.min(least[1], y), 0];
      most = [Math.max(most[0], x), Math.max(most[1], y), 0];
    }
  });
  return { least, most };
}

/** Half of a usual mat, and how far it reaches beyond the body. */
const kMatLength = 0.92;
const kMatWidth = 0.32;
const kMatRim = 0.07;

function mat(playback: Playback): Thing[] {
  const { least, most } = footprint(playback);
  const middle = mix(least, most, 0.5);
  const trunk = minus(keyPose(playback, 0).at("skull"), keyPose(playback, 0).at("pelvis"));
  const lies = Math.abs(trunk[0]) >= Math.abs(trunk[1]);
  const halfX = Math.max(
    Math.min((most[0] - least[0]) / 2 + kMatRim, lies ? 9 : 0.42),
    lies ? kMatLength : kMatWidth,
  );
  const halfY = Math.max(
    Math.min((most[1] - least[1]) / 2 + kMatRim, lies ? 0.42 : 9),
    lies ? kMatWidth : kMatLength,
  );
  return [
    box(
      "mat",
      [middle[0] - halfX, middle[1] - halfY, -0.012],
      [middle[0] + halfX, middle[1] + halfY, 0],
      {
        ground: true,
      },
    ),
  ];
}

const kLeg = 0.03;

function seatOn(x: number, y: number, seat: number, back: number): Thing[] {
  const half = 0.22;
  const legs = [-1, 1].flatMap((i) =>
    [-1, 1].map((k) =>
      box(
        "wood",
        [x + i * (half - kLeg) - kLeg / 2, y + k * (half - kLeg) - kLeg / 2, 0],
        [x + i * (half - kLeg) + kLeg / 2, y + k * (half - kLeg) + kLeg / 2, seat - 0.04],
        { nearer: -0.5 },
      ),
    ),
  );
  return [
    ...legs,
    box("wood", [x - half, y - half, seat - 0.04], [x + half, y + half, seat], { nearer: -0.4 }),
    box("wood", [x - half - 0.035, y - half, seat], [x - half, y + half, back], { nearer: -0.45 }),
  ];
}

/** A chair to sit on, with arms where hands rest on them. */
function chairUnder(playback: Playback, pose: Pose): Thing[] {
  const seat = playback.seat / 1000;
  const x = pose.at("pelvis")[0] + 0.1;
  const arms = rests(playback, "support").flatMap((at) => {
    const y = at[1] + Math.sign(at[1]) * 0.01;
    return [
      box("wood", [x - 0.22, y - 0.025, at[2] - 0.03], [x + 0.2, y + 0.025, at[2]], {
        nearer: -0.2,
      }),
      box("wood", [x + 0.14, y - 0.015, 0], [x + 0.17, y + 0.015, at[2] - 0.03], { nearer: -0.3 }),
    ];
  });
  return [...seatOn(x, 0, seat, seat + 0.44), ...arms];
}

/** A chair to hold on to: the hand is on the top of its back. */
function chairBeside(playback: Playback): Thing[] {
  const hand = rests(playback, "support")[0];
  if (hand === undefined) return [];
  const [x, y, top] = hand;
  const seat = Math.min(0.42, top - 0.15);
  const back = x + 0.02;
  const leg = (dx: number, dy: number) =>
    box("wood", [back + dx, y + dy - 0.015, 0], [back + dx + 0.03, y + dy + 0.015, seat - 0.04], {
      nearer: -0.45,
    });
  return [
    ...[0, 0.37].flatMap((dx) => [-0.18, 0.18].map((dy) => leg(dx, dy))),
    box("wood", [back, y - 0.2, seat - 0.04], [back + 0.4, y + 0.2, seat], { nearer: -0.4 }),
    box("wood", [back, y - 0.2, seat], [back + 0.03, y + 0.2, top], { nearer: -0.35 }),
  ];
}

function chair(playback: Playback, pose: Pose): Thing[] {
  return playback.position === "sitting" ? chairUnder(playback, pose) : chairBeside(playback);
}

/** Under the thighs of somebody who lies on it, or behind the back. */
function bench(playback: Playback, pose: Pose, at: readonly string[]): Thing[] {
  const under = rests(playback, "support");
  const top = Math.min(...under.map((place) => place[2])) - 0.01;
  if (!Number.isFinite(top)) return [];
  if (at.includes("upper_back")) {
    const x = (under[0]?.[0] ?? 0) + 0.06;
    return [
      box("cushion", [x - 0.4, -0.55, top - 0.08], [x, 0.55, top], { nearer: -0.5 }),
      box("wood", [x - 0.36, -0.5, 0], [x - 0.04, 0.5, top - 0.08], { nearer: -0.6 }),
    ];
  }
  const back = Math.min(...under.map((place) => place[0])) - 0.06;
  const front = pose.at("pelvis")[0] + 0.02;
  return [
    box("cushion", [back, -0.24, top - 0.09], [front, 0.24, top], { nearer: -0.4 }),
    box("wood", [back + 0.1, -0.18, 0], [back + 0.16, 0.18, top - 0.09], { nearer: -0.6 }),
    box("wood", [front - 0.16, -0.18, 0], [front - 0.1, 0.18, top - 0.09], { nearer: -0.6 }),
  ];
}

const kWallHalf = 0.75;
const kWallHigh = 2.05;
const kWallThick = 0.05;

function wall(playback: Playback): Thing[] {
  if (playback.wall === null) return [];
  const at = playback.wall.at / 1000;
  const { side } = playback.wall;
  const out = side === "front" || side === "left" ? kWallThick : -kWallThick;
  const more = { nearer: -1.5 };
  const lengthwise = side === "front" || side === "back";
  return [
    lengthwise
      ? box("wall", [at, -kWallHalf, 0], [at + out, kWallHalf, kWallHigh], more)
      : box("wall", [-kWallHalf, at, 0], [kWallHalf, at + out, kWallHigh], more),
  ];
}

function doorway(playback: Playback): Thing[] {
  const at = rests(playback, "support");
  const x = at[0]?.[0] ?? 0.1;
  const half = Math.max(...at.map((place) => Math.abs(place[1])), 0.4);
  const post = (side: 1 | -1) =>
    box("wood", [x, side * (half - 0.05), 0], [x + 0.1, side * (half + 0.1), 2.1], {
      nearer: -0.9,
    });
  return [
    post(1),
    post(-1),
    box("wood", [x, -half - 0.1, 2.1], [x + 0.1, half + 0.1, 2.2], { nearer: -0.9 }),
  ];
}

/** Where the pedals turn: the middle of the way of both feet. */
function bicycle(playback: Playback, pose: Pose): Thing[] {
  const feet = playback.keys.flatMap((_, number) =>
    (["left_ball", "right_ball"] as const).map((name: PointName) =>
      keyPose(playback, number).at(name),
    ),
  );
  const crank = times(1 / Math.max(feet.length, 1), feet.reduce<Vector>(plus, [0, 0, 0]));
  const hub: Vector = [crank[0], 0, crank[2]];
  const saddle: Vector = [pose.at("pelvis")[0] - 0.03, 0, playback.seat / 1000 - 0.03];
  const bars = rests(playback, "support")[0] ?? [0.5, 0.17, 0.85];
  const head: Vector = [bars[0] + 0.02, 0, bars[2] - 0.02];
  const foot: Vector = [saddle[0] - 0.05, 0, 0.04];
  const nose: Vector = [head[0] + 0.1, 0, 0.04];
  const thin = { nearer: -0.35 };
  const wheel: Rounded = {
    kind: "rounded",
    material: "iron",
    balls: [
      {
        center: [hub[0] + 0.28, 0, 0.3],
        axes: [
          [0.22, 0, 0],
          [0, 0.03, 0],
          [0, 0, 0.22],
        ],
      },
    ],
    links: [[0]],
    nearer: -0.4,
  };
  const seat: Rounded = {
    kind: "rounded",
    material: "cushion",
    balls: [
      {
        center: saddle,
        axes: [
          [0.1, 0, 0],
          [0, 0.09, 0],
          [0, 0, 0.03],
        ],
      },
      sphere([saddle[0] + 0.14, 0, saddle[2]], 0.025),
    ],
    links: [[0, 1]],
    nearer: -0.3,
  };
  return [
    wheel,
    { ...line("wood", 0.05, saddle, hub, head), ...thin },
    { ...line("wood", 0.05, foot, hub, nose), ...thin },
    { ...line("wood", 0.06, [foot[0], -0.2, 0.03], [foot[0], 0.2, 0.03]), ...thin },
    { ...line("wood", 0.06, [nose[0], -0.2, 0.03], [nose[0], 0.2, 0.03]), ...thin },
    line("iron", 0.035, [bars[0], -0.2, bars[2] - 0.02], [bars[0], 0.2, bars[2] - 0.02]),
    seat,
  ];
}

/** Everything that stands still. */
export function roomThings(playback: Playback): Thing[] {
  const pose = keyPose(playback, 0);
  const isHigh = playback.position === "sitting" && playback.props.length === 0;
  const standing = isHigh ? bicycle(playback, pose) : [];
  const props = playback.props.flatMap((prop) => {
    if (prop.kind === "mat") return mat(playback);
    if (prop.kind === "chair") return chair(playback, pose);
    if (prop.kind === "bench") return bench(playback, pose, prop.at);
    if (prop.kind === "wall") return wall(playback);
    return prop.kind === "doorway" ? doorway(playback) : [];
  });
  return [...props, ...standing];
}

/** Marks on the floor that come along under somebody who walks; `way` in meters. */
export function floorMarks(way: number): Thing[] {
  const apart = 0.5;
  const first = -(((way % apart) + apart) % apart);
  return [-2, -1, 0, 1, 2].flatMap((k) =>
    [-0.3, 0.3].map((y) => {
      const x = first + apart * k + apart / 2;
      return box("mat", [x - 0.09, y - 0.015, -0.002], [x + 0.09, y + 0.015, 0], { ground: true });
    }),
  );
}
