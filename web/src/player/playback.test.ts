// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { nextTime, speedFor, stillTime } from "./pace.ts";
import {
  breathAt,
  distinctKeys,
  keyPose,
  type Playback,
  phaseAt,
  poseAt,
  tellingKey,
  wayAt,
} from "./playback.ts";

/** Two points over four seconds: down in two, held for one, up in one. */
const playback: Playback = {
  position: "standing",
  sides: "both",
  seconds: 4,
  height: 1700,
  seat: 425,
  travel: 0,
  wall: null,
  points: ["pelvis", "skull"],
  phases: [
    { name: "lower", breath: "in", from: 0, reached: 2, until: 3 },
    { name: "rise", breath: "out", from: 3, reached: 4, until: 4 },
  ],
  props: [],
  rests: [],
  keys: [
    { at: 0, pose: [0, 0, 900, 0, 0, 1600] },
    { at: 2, pose: [-200, 0, 500, 0, 0, 1200] },
    { at: 4, pose: [0, 0, 900, 0, 0, 1600] },
  ],
  rate: 1,
  frames: [
    [0, 0, 900, 0, 0, 1600],
    [-100, 0, 700, 0, 0, 1400],
    [-200, 0, 500, 0, 0, 1200],
    [-200, 0, 500, 0, 0, 1200],
  ],
};

const close = (place: readonly number[], ...wanted: number[]) =>
  wanted.forEach((number, i) => {
    expect(place[i]).toBeCloseTo(number, 6);
  });

describe("poseAt", () => {
  it("gives meters of a frame", () => {
    close(poseAt(playback, 2).at("pelvis"), -0.2, 0, 0.5);
  });

  it("blends between frames, also over the end of the cycle", () => {
    close(poseAt(playback, 0.5).at("pelvis"), -0.05, 0, 0.8);
    close(poseAt(playback, 3.5).at("skull"), 0, 0, 1.4);
  });

  it("goes around", () => {
    close(poseAt(playback, 6).at("pelvis"), -0.2, 0, 0.5);
    close(poseAt(playback, -2).at("pelvis"), -0.2, 0, 0.5);
  });

  it("keeps who walks in the picture", () => {
    const walk: Playback = {
      ...playback,
      travel: 1000,
      frames: [0, 250, 500, 750].map((x) => [x, 0, 900, x, 0, 1600]),
    };
    for (const time of [0, 1, 1.5, 3.9]) close(poseAt(walk, time).at("pelvis"), 0, 0, 0.9);
    expect(wayAt(walk, 2)).toBe(500);
  });

  it("stands in the first key pose where there are no frames", () => {
    close(poseAt({ ...playback, frames: [] }, 1.2).at("skull"), 0, 0, 1.6);
  });
});

describe("phases", () => {
  it("are found by time", () => {
    expect([0, 1.9, 2.9, 3, 3.9, 4].map((time) => phaseAt(playback, time))).toEqual([
      0, 0, 0, 1, 1, 0,
    ]);
  });

  it("fill and empty the chest", () => {
    expect(breathAt(playback, 0)).toBeCloseTo(0);
    expect(breathAt(playback, 2.999)).toBeCloseTo(1, 2);
    expect(breathAt(playback, 3.999)).toBeCloseTo(0, 2);
  });
});

describe("key poses", () => {
  it("the one farthest from the start tells most", () => {
    expect(tellingKey(playback)).toBe(1);
    close(keyPose(playback, 1).at("pelvis"), -0.2, 0, 0.5);
  });

  it("that come back are shown once, also when walking has led on", () => {
    expect(distinctKeys(playback)).toEqual([0, 1]);
    const on = playback.keys.map(({ at, pose }) => ({
      at,
      pose: pose.map((n, i) => n + (i % 3 === 0 ? 250 * at : 0)),
    }));
    expect(distinctKeys({ ...playback, travel: 1000, keys: on })).toEqual([0, 1]);
  });
});

describe("nextTime", () => {
  it("goes around the cycle", () => {
    expect(nextTime(playback, 3.5, 1, undefined)).toBeCloseTo(0.5);
  });

  it("stays in the phase that is asked for", () => {
    expect(nextTime(playback, 0, 1, 1)).toBeCloseTo(3.999);
    expect(nextTime(playback, 0.5, 0.5, 0)).toBeCloseTo(1);
    expect(phaseAt(playback, nextTime(playback, 2.9, 5, 0))).toBe(0);
  });

  it("stands still where the phase has arrived", () => {
    expect(stillTime(playback, 0.3, 0)).toBe(2);
    expect(stillTime(playback, 0.3, undefined)).toBe(0.3);
  });
});

describe("speedFor", () => {
  it("makes one repetition take the time that is counted", () => {
    expect(speedFor(playback, 4)).toBe(1);
    expect(speedFor(playback, 5)).toBeCloseTo(0.8);
    expect(speedFor({ ...playback, sides: "alternate" }, 4)).toBeCloseTo(0.5);
  });

  it("neither crawls nor rushes", () => {
    expect(speedFor(playback, 60)).toBe(0.4);
    expect(speedFor(playback, 1)).toBe(2);
  });
});
