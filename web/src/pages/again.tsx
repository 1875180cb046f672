// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Telling again where it hurts and how well things go, so that progress can compare. */
import { useState } from "preact/hooks";
import { BodyMap } from "../parts/body_map.tsx";
import { Button, LinkButton, Scale } from "../parts/controls.tsx";
import { Page } from "../parts/page.tsx";
import { path, replace } from "../parts/route.ts";
import { say } from "../parts/toast.tsx";
import {
  isUnrated,
  type PainArea,
  type SpotKey,
  spotsOf,
  touchesSafety,
} from "../record/body_areas.ts";
import { add } from "../record/record.ts";
import { t } from "../words/index.ts";
import { figures } from "./progress/figures.ts";

interface FootProps {
  readonly ready: boolean;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** What was told calls for the questions about the nerves. */
  readonly asksSafety?: boolean;
}

function Foot({ ready, kind, body, asksSafety }: FootProps) {
  const save = async () => {
    await add({ kind, body });
    say(t(asksSafety ? "again.safety" : "check.thanks"));
    replace(asksSafety ? "/safety/cauda_equina" : "/progress");
  };
  return (
    <div class="foot">
      <LinkButton to="/progress">{t("say.cancel")}</LinkButton>
      <Button kind="main" size="big" disabled={!ready} onClick={save}>
        {t("say.save")}
      </Button>
    </div>
  );
}

function numbSpots(areas: readonly PainArea[]): Set<SpotKey> {
  return new Set(areas.filter(touchesSafety).flatMap(spotsOf));
}

/** Begins with the last map: most marks stay, some change. */
function MapAgain() {
  const [before] = useState<readonly PainArea[]>(figures.value.maps.at(-1)?.areas ?? []);
  const [areas, setAreas] = useState(before);
  const known = numbSpots(before);
  const isNew = [...numbSpots(areas)].some((key) => !known.has(key));
  return (
    <Page title={t("again.map")} lead={t("again.map.lead")}>
      <BodyMap areas={areas} onChange={setAreas} />
      <Foot
        ready={!areas.some(isUnrated)}
        kind="bodymap.painted"
        body={{ areas }}
        asksSafety={isNew}
      />
    </Page>
  );
}

function GoalsAgain() {
  const [scores, setScores] = useState<Readonly<Record<string, number>>>({});
  const known = figures.value.currentGoals;
  const goals = known.map((activity) => ({ activity, score: scores[activity] }));
  return (
    <Page title={t("again.goals")} lead={t("again.goals.lead")} narrow>
      {known.map((activity) => (
        <Scale
          key={activity}
          legend={activity}
          low={t("again.goals.low")}
          high={t("again.goals.high")}
          value={scores[activity] ?? null}
          onChange={(score) => setScores({ ...scores, [activity]: score })}
        />
      ))}
      <Foot
        ready={goals.every(({ score }) => score !== undefined)}
        kind="goal.set"
        body={{ goals }}
      />
    </Page>
  );
}

export function AgainPage() {
  return path.value.endsWith("/goals") ? <GoalsAgain /> : <MapAgain />;
}
