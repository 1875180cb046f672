// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The core's words that people choose from, with their labels. */
import { type Key, t } from "../words/index.ts";

const kBehaviours = [
  "sitting",
  "standing",
  "bending",
  "arching",
  "walking",
  "lying",
  "lifting",
  "mornings",
] as const;

/** Conditions that people can know of themselves; pregnancy is asked apart. */
const kConditions = [
  "osteoporosis",
  "vertebral_fracture",
  "heart_condition",
  "uncontrolled_hypertension",
  "aneurysm",
  "diabetes",
  "anticoagulant",
  "axial_spa",
  "stenosis_like",
  "spondylolisthesis",
  "hip_replacement",
  "postoperative",
  "shoulder_pain",
  "wrist_pain",
  "knee_pain",
  "neck_pain",
  "pelvic_girdle_pain",
  "hypermobility",
  "hernia",
  "glaucoma",
  "retinopathy",
  "dizziness",
  "epilepsy_uncontrolled",
  "pem",
  "open_wound",
] as const;

const kPositions = [
  "floor",
  "kneeling",
  "quadruped",
  "prone",
  "supine",
  "side_lying",
  "floor_sitting",
  "standing",
] as const;

const kEquipment = [
  "chair",
  "wall",
  "band",
  "weight",
  "ball",
  "roller",
  "step",
  "bench",
  "bike",
  "pool",
] as const;

export type Behaviour = (typeof kBehaviours)[number];
export type Condition = (typeof kConditions)[number];
export type Position = (typeof kPositions)[number];
export type Equipment = (typeof kEquipment)[number];

function options<T extends string>(words: readonly T[], family: string) {
  return words.map((value) => ({ value, label: t(`${family}.${value}` as Key) }));
}

export const behaviourOptions = () => options(kBehaviours, "start.with");
export const conditionOptions = () => options(kConditions, "condition");
export const positionOptions = () => options(kPositions, "position");
export const equipmentOptions = () => options(kEquipment, "equipment");

export const minuteOptions = () =>
  ["10", "15", "20", "30", "45"].map((value) => ({
    value,
    label: t("unit.minutes", { n: Number(value) }),
  }));

export const dayOptions = () =>
  ["2", "3", "4", "5"].map((value) => ({ value, label: t("unit.days", { n: Number(value) }) }));

export const settleOptions = () => [
  { value: "minutes" as const, label: t("start.settles.minutes") },
  { value: "hours" as const, label: t("start.settles.hours") },
  { value: "next_day" as const, label: t("start.settles.next") },
];
