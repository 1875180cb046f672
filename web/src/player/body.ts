// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The figure: a clothed, plain body around the points of a pose. Sizes in body heights. */
import { headThings } from "./head.ts";
import { chain, type Frame, frameOf, rounded, Sizes } from "./parts.ts";
import type { Limb, Pose, Sided } from "./playback.ts";
import type { Rounded } from "./things.ts";
import { along, cross, minus, mix, unit } from "./vector.ts";

/** Draws one body of a height, at one moment. */
class Figure extends Sizes {
  private readonly pelvis: Frame;
  private readonly waist: Frame;
  private readonly chest: Frame;

  constructor(
    private readonly pose: Pose,
    private readonly tall: number,
    private readonly breath: number,
  ) {
    super(tall);
    const at = (name: Parameters<Pose["at"]>[0]) => pose.at(name);
    const hips = minus(at("left_hip"), at("right_hip"));
    const ahead = unit(minus(at("pubis"), at("pelvis")));
    this.pelvis = { front: ahead, left: unit(hips), up: cross(ahead, unit(hips)) };
    const low = minus(at("belly"), at("lumbar_2"));
    this.waist = frameOf(low, minus(at("lumbar_3"), at("lumbar_2")));
    const high = minus(at("breastbone"), at("thoracic_3"));
    this.chest = frameOf(high, minus(at("thoracic_4"), at("thoracic_3")));
  }

  things(): Rounded[] {
    return [
      this.trunk(),
      this.hips(),
      this.neck(),
      ...headThings(this.pose, this.tall),
      ...(["left", "right"] as const).flatMap((side) => [...this.leg(side), ...this.arm(side)]),
    ];
  }

  private trunk(): Rounded {
    const { pose, pelvis, waist, chest } = this;
    const fill = 0.006 * this.breath;
    const ribs: Frame = {
      front: unit(mix(waist.front, chest.front, 0.5)),
      left: unit(mix(waist.left, chest.left, 0.5)),
      up: unit(mix(waist.up, chest.up, 0.5)),
    };
    const shoulder = (side: Sided) => mix(pose.at(`${side}_shoulder`), pose.at("thoracic_4"), 0.06);
    const neck = this.moved(pose.at("cervical_1"), chest, 0.004, 0, -0.004);
    const balls = [
      this.ball(this.moved(pose.at("pelvis"), pelvis, -0.004, 0, 0.028), pelvis, 0.064, 0.09, 0.03),
      this.ball(
        this.moved(pose.at("lumbar_2"), waist, 0.012 + fill / 2, 0, 0),
        waist,
        0.055 + fill,
        0.078,
        0.03,
      ),
      this.ball(
        this.moved(pose.at("thoracic_1"), ribs, 0.018 + fill / 2, 0, 0),
        ribs,
        0.057 + fill,
        0.079,
        0.03,
      ),
      this.ball(
        this.moved(pose.at("thoracic_3"), chest, 0.022, 0, 0),
        chest,
        0.062 + fill / 2,
        0.094,
        0.035,
      ),
      this.ball(
        this.moved(pose.at("thoracic_4"), chest, 0.016, 0, 0.004),
        chest,
        0.05,
        0.09,
        0.026,
      ),
      this.round(this.moved(shoulder("left"), chest, 0.002, 0, 0), 0.031),
      this.round(this.moved(shoulder("right"), chest, 0.002, 0, 0), 0.031),
      this.round(neck, 0.034),
    ];
    return rounded("top", balls, [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5, 6],
      [5, 7],
      [6, 7],
      [4, 7],
    ]);
  }

  private hips(): Rounded {
    const { pose, pelvis } = this;
    const center = pose.at("pelvis");
    const bottom = (side: 1 | -1) =>
      this.round(this.moved(center, pelvis, -0.026, side * 0.04, -0.012), 0.05);
    return rounded(
      "legs",
      [
        this.ball(this.moved(center, pelvis, -0.004, 0, 0.034), pelvis, 0.061, 0.087, 0.03),
        this.ball(this.moved(center, pelvis, 0.002, 0, 0), pelvis, 0.06, 0.094, 0.036),
        bottom(1),
        bottom(-1),
      ],
      [[0, 1, 2, 3]],
      -0.01,
    );
  }

  private neck(): Rounded {
    const { pose } = this;
    return chain("skin", [
      this.round(pose.at("cervical_1"), 0.03),
      this.round(mix(pose.at("cervical_2"), pose.at("skull"), 0.1), 0.029),
      this.round(mix(pose.at("head"), pose.at("skull"), 0.5), 0.029),
    ]);
  }

  private leg(side: Sided): Rounded[] {
    const at = (limb: Limb) => this.pose.at(`${side}_${limb}`);
    const hip = at("hip");
    const knee = at("knee");
    const ankle = at("ankle");
    const out = side === "left" ? 1 : -1;
    const foot = frameOf(
      minus(at("ball"), at("heel")),
      minus(ankle, mix(at("heel"), at("ball"), 0.3)),
    );
    const shin = minus(knee, ankle);
    const back = unit(cross(shin, cross(shin, foot.front)));
    const calf = along(mix(knee, ankle, 0.28), [0.009 * this.tall, back]);
    const thigh = chain("legs", [
      this.round(this.moved(hip, this.pelvis, 0, 0.004 * out, 0), 0.05),
      this.round(mix(hip, knee, 0.4), 0.044),
      this.round(mix(hip, knee, 0.95), 0.032),
      this.round(knee, 0.031),
    ]);
    const shank = chain("legs", [
      this.round(knee, 0.031),
      this.round(calf, 0.034),
      this.round(mix(knee, ankle, 0.6), 0.027),
      this.round(mix(knee, ankle, 0.93), 0.023),
    ]);
    const limb = `${side} leg`;
    return [{ ...thigh, limb }, { ...shank, limb }, this.foot(side, foot)];
  }

  private foot(side: Sided, frame: Frame): Rounded {
    const at = (limb: Limb) => this.pose.at(`${side}_${limb}`);
    const toes = frameOf(minus(at("toe_tip"), at("ball")), frame.up);
    return rounded(
      "skin",
      [
        this.round(at("ankle"), 0.0185),
        this.ball(at("heel"), frame, 0.017, 0.016, 0.015),
        this.ball(this.moved(at("ball"), frame, 0, 0, 0.002), frame, 0.014, 0.025, 0.011),
        this.ball(this.moved(at("toe_tip"), toes, -0.008, 0, 0.001), toes, 0.009, 0.021, 0.008),
        this.ball(mix(at("ankle"), at("ball"), 0.4), frame, 0.012, 0.018, 0.013),
      ],
      [
        [0, 1],
        [0, 4],
        [4, 1, 2],
        [2, 3],
      ],
      -0.004,
    );
  }

  private arm(side: Sided): Rounded[] {
    const at = (limb: Limb) => this.pose.at(`${side}_${limb}`);
    const shoulder = at("shoulder");
    const elbow = at("elbow");
    const wrist = at("wrist");
    const upper = chain("skin", [
      this.round(mix(shoulder, elbow, 0.3), 0.026),
      this.round(mix(shoulder, elbow, 0.6), 0.025),
      this.round(elbow, 0.0205),
    ]);
    const sleeve = chain(
      "top",
      [
        this.round(shoulder, 0.0315),
        this.round(mix(shoulder, elbow, 0.25), 0.03),
        this.round(mix(shoulder, elbow, 0.46), 0.0285),
      ],
      0.004,
    );
    const fore = chain("skin", [
      this.round(elbow, 0.0205),
      this.round(mix(elbow, wrist, 0.25), 0.0225),
      this.round(wrist, 0.0145),
    ]);
    const limb = `${side} arm`;
    const bare = [upper, fore, this.hand(side)].map((part) => ({ ...part, limb }));
    return [...bare, sleeve];
  }

  private hand(side: Sided): Rounded {
    const at = (limb: Limb) => this.pose.at(`${side}_${limb}`);
    const wrist = at("wrist");
    const knuckles = at("knuckles");
    const frame = frameOf(minus(at("thumb"), knuckles), minus(wrist, knuckles));
    return rounded(
      "skin",
      [
        this.ball(wrist, frame, 0.015, 0.011, 0.012),
        this.ball(knuckles, frame, 0.023, 0.01, 0.012),
        this.ball(mix(at("fingertips"), knuckles, 0.12), frame, 0.016, 0.007, 0.008),
        this.round(this.moved(mix(wrist, knuckles, 0.4), frame, 0.012, 0, 0), 0.0095),
        this.round(this.moved(mix(knuckles, at("thumb"), 0.95), frame, 0, 0, 0.008), 0.007),
      ],
      [
        [0, 1],
        [1, 2],
        [3, 4],
      ],
      0.004,
    );
  }
}

/** Everything of the body that is drawn. `height` in meters; `breath` from 0 to 1. */
export function bodyThings(pose: Pose, height: number, breath: number): Rounded[] {
  return new Figure(pose, height, breath).things();
}
