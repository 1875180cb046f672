// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Things that go with the body: band, weight, ball, roller, dowel, pillow, towel. */
import type { Direction, Playback, PointName, Pose, PropPlace } from "./playback.ts";
import { box } from "./room.ts";
import type { Line, Rounded, Thing } from "./things.ts";
import { sphere } from "./things.ts";
import { along, cross, dot, length, minus, mix, plus, times, unit, type Vector } from "./vector.ts";

const kPlaces: Readonly<Record<string, PointName>> = {
  head: "skull",
  upper_back: "thoracic_3",
  pelvis: "pelvis",
  pelvis_front: "pubis",
  left_hand: "left_knuckles",
  right_hand: "right_knuckles",
  left_foot: "left_ball",
  right_foot: "right_ball",
  left_knee: "left_knee",
  right_knee: "right_knee",
  left_forearm: "left_wrist",
  right_forearm: "right_wrist",
};

const place = (pose: Pose, contact: string): Vector => pose.at(kPlaces[contact] ?? "pelvis");
const middle = (places: readonly Vector[]): Vector =>
  times(1 / Math.max(places.length, 1), places.reduce<Vector>(plus, [0, 0, 0]));

const kWays: Readonly<Record<Direction, Vector>> = {
  front: [1.15, 0, 0],
  back: [-0.75, 0, 0],
  left: [0, 1.15, 0],
  right: [0, -1.15, 0],
};

/** A loop around both legs, a little above the knees: its near half and its far half. */
function loop(pose: Pose, height: number, toward: Vector): Line[] {
  const radius = 0.038 * height;
  const at = (side: "left" | "right") => mix(pose.at(`${side}_knee`), pose.at(`${side}_hip`), 0.16);
  const left = at("left");
  const right = at("right");
  const across = unit(minus(left, right));
  const thighs = minus(
    plus(pose.at("left_hip"), pose.at("right_hip")),
    plus(pose.at("left_knee"), pose.at("right_knee")),
  );
  const out = unit(cross(across, thighs));
  const facing = dot(out, toward) >= 0 ? 1 : -1;
  const half = (side: 1 | -1): Line => ({
    kind: "line",
    material: "band",
    points: [
      along(left, [radius, across]),
      along(left, [radius * 0.7, across], [side * radius * 0.75, out]),
      along(left, [side * radius, out]),
      along(right, [side * radius, out]),
      along(right, [-radius * 0.7, across], [side * radius * 0.75, out]),
      along(right, [-radius, across]),
    ],
    width: 0.028,
    nearer: side === facing ? 0.12 : -0.25,
  });
  return [half(1), half(-1)];
}

function band(prop: PropPlace, pose: Pose, start: Pose): Thing[] {
  const ends = prop.at.map((contact) => place(pose, contact));
  const strap = (points: readonly Vector[]): Line => ({
    kind: "line",
    material: "band",
    points,
    width: 0.022,
    nearer: 0.05,
  });
  if (prop.anchor === undefined) return [strap(ends)];
  const held = middle(prop.at.map((contact) => place(start, contact)));
  const fast = plus(held, kWays[prop.anchor]);
  const low: Vector = prop.anchor === "back" ? [fast[0], fast[1], 0.05] : fast;
  const post = box(
    "wood",
    [low[0] - 0.03, low[1] - 0.03, 0],
    [low[0] + 0.03, low[1] + 0.03, low[2] + 0.08],
    {
      nearer: -0.5,
    },
  );
  return [post, ...ends.map((end) => strap([low, end]))];
}

/** Hands farther apart than this, in meters, hold a weight each. */
const kReach = 0.25;

/** A bar with two ends across the hips. */
function bar(pose: Pose): Thing[] {
  const across = unit(minus(pose.at("left_hip"), pose.at("right_hip")));
  const front = unit(minus(pose.at("pubis"), pose.at("pelvis")));
  const center = along(pose.at("pubis"), [0.055, front]);
  const end = (far: number): Rounded => ({
    kind: "rounded",
    material: "iron",
    balls: [sphere(along(center, [far, across]), 0.075)],
    links: [[0]],
    nearer: 0.11,
  });
  return [
    {
      kind: "line",
      material: "iron",
      points: [along(center, [-0.34, across]), along(center, [0.34, across])],
      width: 0.035,
      nearer: 0.1,
    },
    end(-0.36),
    end(0.36),
  ];
}

/** A kettlebell that hangs from a grip, or stands above it where the forearms point up. */
function kettlebell(grip: Vector, elbow: Vector, nearer: number): Thing[] {
  const forearm = unit(minus(grip, elbow));
  const bell = plus(grip, [0, 0, forearm[2] < -0.2 ? -0.135 : -0.075]);
  const handle = [0.045, -0.045].map((x) => plus(grip, [x, 0, 0]));
  const [front = grip, back = grip] = handle;
  return [
    { kind: "line", material: "iron", points: [front, bell, back, front], width: 0.022, nearer },
    { kind: "rounded", material: "iron", balls: [sphere(bell, 0.085)], links: [[0]], nearer },
  ];
}

function weight(prop: PropPlace, pose: Pose): Thing[] {
  if (prop.at.includes("pelvis_front")) return bar(pose);
  const sides = prop.at.map((contact) => (contact.startsWith("left") ? "left" : "right"));
  const grips = sides.map((side) => pose.at(`${side}_knuckles`));
  const elbows = sides.map((side) => pose.at(`${side}_elbow`));
  const [one, other] = grips;
  if (one !== undefined && other !== undefined && length(minus(one, other)) < kReach) {
    return kettlebell(middle(grips), middle(elbows), 0.12);
  }
  return grips.flatMap((grip, i) => kettlebell(grip, elbows[i] ?? grip, 0.02));
}

function ball(pose: Pose): Rounded {
  const arms = (["left_elbow", "left_wrist", "right_elbow", "right_wrist"] as const).map((name) =>
    pose.at(name),
  );
  const top = middle(arms);
  const radius = Math.max((top[2] - 0.03) / 2, 0.12);
  return {
    kind: "rounded",
    material: "band",
    balls: [sphere([top[0], top[1], radius], radius)],
    links: [[0]],
    nearer: -0.15,
  };
}

function roller(playback: Playback): Rounded {
  const rest = playback.rests.find((one) => one.surface === "support");
  const [x, , z] = times(0.001, rest?.at ?? [0, 0, 120]);
  const radius = Math.max(z / 2, 0.04);
  const end = (y: number) => ({
    center: [x, y, radius] as const,
    axes: [
      [radius, 0, 0],
      [0, 0.012, 0],
      [0, 0, radius],
    ] as const,
  });
  return {
    kind: "rounded",
    material: "cushion",
    balls: [end(-0.42), end(0.42)],
    links: [[0, 1]],
    nearer: 0.02,
  };
}

/** A stick along the back: from behind the hips to above the head. */
function dowel(pose: Pose, height: number): Line {
  const hips = unit(minus(pose.at("pubis"), pose.at("pelvis")));
  const chest = unit(minus(pose.at("breastbone"), pose.at("thoracic_3")));
  const low = along(pose.at("lumbar_1"), [-0.045 * height, hips]);
  const high = along(pose.at("thoracic_3"), [-0.052 * height, chest]);
  const way = unit(minus(high, low));
  const span = length(minus(high, low));
  return {
    kind: "line",
    material: "wood",
    points: [along(low, [-0.22, way]), along(low, [span + 0.26 * height, way])],
    width: 0.03,
    nearer: 0.02,
  };
}

function pillow(start: Pose): Rounded {
  const head = start.at("skull");
  const half = Math.max((head[2] - 0.08) / 2, 0.025);
  return {
    kind: "rounded",
    material: "cushion",
    balls: [-1, 1].flatMap((i) =>
      [-1, 1].map((k) => ({
        center: [head[0] + i * 0.13, head[1] + k * 0.13, half] as const,
        axes: [
          [0.06, 0, 0],
          [0, 0.06, 0],
          [0, 0, half],
        ] as const,
      })),
    ),
    links: [[0, 1, 2, 3]],
    nearer: -0.6,
  };
}

function towel(pose: Pose): Line {
  return {
    kind: "line",
    material: "band",
    points: [pose.at("left_knuckles"), pose.at("left_ball"), pose.at("right_knuckles")],
    width: 0.03,
    nearer: 0.02,
  };
}

/** A moment of a movement, and from where we look. */
interface Moment {
  readonly playback: Playback;
  readonly pose: Pose;
  readonly start: Pose;
  readonly toward: Vector;
  readonly height: number;
}

const kMakers: Readonly<Record<string, (prop: PropPlace, moment: Moment) => Thing[]>> = {
  band: (prop, { pose, start, height, toward }) =>
    prop.at.some((contact) => contact.endsWith("knee"))
      ? loop(pose, height, toward)
      : band(prop, pose, start),
  weight: (prop, { pose }) => weight(prop, pose),
  ball: (_, { pose }) => [ball(pose)],
  roller: (_, { playback }) => [roller(playback)],
  dowel: (_, { pose, height }) => [dowel(pose, height)],
  pillow: (_, { start }) => [pillow(start)],
  towel: (_, { pose }) => [towel(pose)],
};

/** What moves with the body at this moment. */
export function heldThings(playback: Playback, pose: Pose, start: Pose, toward: Vector): Thing[] {
  const moment = { playback, pose, start, toward, height: playback.height / 1000 };
  return playback.props.flatMap((prop) => kMakers[prop.kind]?.(prop, moment) ?? []);
}
