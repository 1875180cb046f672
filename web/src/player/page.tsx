// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The session player: check-in, one exercise after the other, and what was done. */
import { useEffect, useState } from "preact/hooks";
import { path, replace } from "../parts/route.ts";
import { agenda, person } from "../record/record.ts";
import { CheckIn } from "./check_in.tsx";
import { EndStage } from "./end_stage.tsx";
import { IntroStage } from "./intro_stage.tsx";
import { RateStage } from "./rate_stage.tsx";
import { end, leave, resume, running } from "./session.ts";
import { StopStage } from "./stop_stage.tsx";
import { WorkStage } from "./work_stage.tsx";

const kStages = {
  intro: IntroStage,
  work: WorkStage,
  rate: RateStage,
  stop: StopStage,
  end: EndStage,
} as const;

export function SessionPage() {
  const [ready, setReady] = useState(false);
  const who = person.value;
  useEffect(() => {
    if (who !== null && running.value === null) void resume(who).then(() => setReady(true));
    else setReady(true);
  }, [who?.id]);
  const locked = agenda.value?.locked;
  const isClosed = locked != null && locked.lock !== "NONE" && running.value?.stage !== "end";
  useEffect(() => {
    // A plan that closed in the middle closes the session too.
    if (!ready || !isClosed) return;
    void (running.value === null ? Promise.resolve() : end("stopped")).then(() => {
      leave();
      replace("/today");
    });
  }, [ready, isClosed]);
  if (!ready || isClosed) return <main id="main" class="content" aria-busy="true" />;
  const now = running.value;
  if (now === null) return <CheckIn short={path.value.endsWith("/short")} />;
  const Stage = kStages[now.stage];
  return <Stage key={`${now.at}.${now.stage}`} />;
}
