// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { makeCamera } from "./camera.ts";
import { inOrder } from "./order.ts";
import { type Rounded, sphere } from "./things.ts";
import type { Vector } from "./vector.ts";

const front = { around: 0, up: 0 };
const corners: readonly Vector[] = [
  [0, -1, 0],
  [0, 1, 0],
  [0, 1, 2],
  [0, -1, 2],
];

describe("makeCamera", () => {
  it("keeps everything inside the picture, and up is up", () => {
    const camera = makeCamera(front, corners, 400, 300);
    for (const corner of corners) {
      const { x, y } = camera.spot(corner);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(400);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(300);
    }
    expect(camera.spot([0, 0, 2]).y).toBeLessThan(camera.spot([0, 0, 0]).y);
  });

  it("sees the person's left on the right from the front, and the face on the left from the left", () => {
    const ahead = makeCamera(front, corners, 400, 300);
    expect(ahead.spot([0, 1, 1]).x).toBeGreaterThan(ahead.spot([0, -1, 1]).x);
    const side = makeCamera({ around: 90, up: 0 }, corners, 400, 300);
    expect(side.spot([1, 0, 1]).x).toBeLessThan(side.spot([-1, 0, 1]).x);
  });

  it("makes near things larger", () => {
    const camera = makeCamera(front, corners, 400, 300);
    expect(camera.spot([1, 0, 1]).scale).toBeGreaterThan(camera.spot([-1, 0, 1]).scale);
  });
});

const part = (x: number, y: number, limb?: string): Rounded => ({
  kind: "rounded",
  material: "skin",
  balls: [sphere([x, y, 1], 0.05)],
  links: [[0]],
  ...(limb === undefined ? {} : { limb }),
});

describe("inOrder", () => {
  const camera = makeCamera(front, corners, 400, 300);

  it("paints far things first", () => {
    const [far, near] = [part(-0.5, 0), part(0.5, 0)];
    expect(inOrder([near, far], camera)).toEqual([far, near]);
  });

  it("joins parts of a limb when nothing lies between, or what does is beside", () => {
    const parts = [part(-0.2, 0, "arm"), part(0, 0.5), part(0.2, 0, "arm")];
    const found = inOrder(parts, camera);
    expect(found).toHaveLength(2);
    expect(found[0]).toMatchObject({ balls: [{}, {}], links: [[0], [1]] });
  });

  it("keeps them apart when something passes between them", () => {
    expect(
      inOrder([part(-0.2, 0, "arm"), part(0, 0.02), part(0.2, 0, "arm")], camera),
    ).toHaveLength(3);
  });
});
