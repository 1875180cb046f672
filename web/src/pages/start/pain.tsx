// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Where it hurts and how it behaves. */

import { BodyMap } from "../../parts/body_map.tsx";
import { Choice, Many, Scale } from "../../parts/controls.tsx";
import { type Behaviour, behaviourOptions, settleOptions } from "../../parts/options.ts";
import { isUnrated } from "../../record/body_areas.ts";
import { change, draft } from "../../record/draft.ts";
import { legAreas } from "../../record/first_entries.ts";
import { t } from "../../words/index.ts";
import { Step } from "./step.tsx";

export function WhereStep() {
  const now = draft.value;
  const isOpen = now.areas.length === 0 || now.areas.some(isUnrated);
  const done = !isOpen && now.radiates !== null && now.neuro !== null;
  return (
    <Step
      id="where"
      title={t("start.where")}
      lead={t("start.where.lead")}
      missing={done ? null : t(isOpen ? "start.where.missing" : "start.missing")}
    >
      <BodyMap areas={now.areas} onChange={(areas) => change({ areas })} />
      <Choice
        legend={t("start.radiates")}
        layout="list"
        options={[
          { value: "none", label: t("start.radiates.none") },
          { value: "buttock", label: t("start.radiates.buttock") },
          { value: "above_knee", label: t("start.radiates.above") },
          { value: "below_knee", label: t("start.radiates.below") },
        ]}
        value={now.radiates}
        onChange={(radiates) => change({ radiates })}
      />
      <Choice
        legend={t("start.neuro")}
        options={[
          { value: "yes", label: t("say.yes") },
          { value: "no", label: t("say.no") },
        ]}
        value={now.neuro === null ? null : now.neuro ? "yes" : "no"}
        onChange={(word) => change({ neuro: word === "yes" })}
      />
    </Step>
  );
}

export function BehaviourStep() {
  const now = draft.value;
  const hasLeg = legAreas(now.areas).length > 0;
  const done = now.usual !== null && now.settles !== null && (!hasLeg || now.usualLeg !== null);
  return (
    <Step id="behaviour" title={t("start.behaviour")} missing={done ? null : t("start.missing")}>
      <Scale
        legend={t("start.usual")}
        hint={t("start.usual.hint")}
        low={t("pain.none")}
        high={t("pain.worst")}
        value={now.usual}
        onChange={(usual) => change({ usual })}
      />
      {hasLeg && (
        <Scale
          legend={t("start.usualLeg")}
          low={t("pain.none")}
          high={t("pain.worst")}
          value={now.usualLeg}
          onChange={(usualLeg) => change({ usualLeg })}
        />
      )}
      <Many
        legend={t("start.worse")}
        options={behaviourOptions()}
        value={now.worse as Behaviour[]}
        onChange={(worse) =>
          change({ worse, better: now.better.filter((one) => !worse.includes(one as Behaviour)) })
        }
      />
      <Many
        legend={t("start.better")}
        options={behaviourOptions().filter((option) => !now.worse.includes(option.value))}
        value={now.better as Behaviour[]}
        onChange={(better) => change({ better })}
      />
      <Choice
        legend={t("start.settles")}
        layout="list"
        options={settleOptions()}
        value={now.settles}
        onChange={(settles) => change({ settles })}
      />
    </Step>
  );
}
