// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Short questions that are due: the morning after, usual pain, falls. */

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button, Choice, LinkButton, Scale } from "../parts/controls.tsx";
import { Page } from "../parts/page.tsx";
import { path, replace } from "../parts/route.ts";
import { say } from "../parts/toast.tsx";
import { latest } from "../record/days.ts";
import { add, entries } from "../record/record.ts";
import { t } from "../words/index.ts";

interface CheckProps {
  readonly title: string;
  readonly ready: boolean;
  readonly onSave: () => Promise<unknown>;
  readonly children: ComponentChildren;
}

function Check({ title, ready, onSave, children }: CheckProps) {
  const save = async () => {
    await onSave();
    say(t("check.thanks"));
    replace("/today");
  };
  return (
    <Page title={title} narrow>
      {children}
      <div class="foot">
        <LinkButton to="/today">{t("test.later")}</LinkButton>
        <Button kind="main" size="big" disabled={!ready} onClick={save}>
          {t("say.save")}
        </Button>
      </div>
    </Page>
  );
}

/** Whether pain in a leg is part of the story. */
function hasLeg(): boolean {
  const profile = latest<{ usual_leg_pain?: number; radiates?: string }>(
    entries.value,
    "profile.set",
  );
  return (
    (profile?.usual_leg_pain ?? 0) > 0 ||
    ["above_knee", "below_knee"].includes(profile?.radiates ?? "")
  );
}

const yesNo = () => [
  { value: "yes" as const, label: t("say.yes") },
  { value: "no" as const, label: t("say.no") },
];

function Morning() {
  const [pain, setPain] = useState<number | null>(null);
  const [leg, setLeg] = useState<number | null>(null);
  const [woken, setWoken] = useState<"yes" | "no" | null>(null);
  const asksLeg = hasLeg();
  const body = { pain, woken_more: woken === "yes", ...(asksLeg ? { leg_pain: leg } : {}) };
  const ready = pain !== null && woken !== null && (!asksLeg || leg !== null);
  return (
    <Check
      title={t("morning.title")}
      ready={ready}
      onSave={() => add({ kind: "check.morning", body })}
    >
      <Scale
        legend={t("morning.pain")}
        low={t("pain.none")}
        high={t("pain.worst")}
        value={pain}
        onChange={setPain}
      />
      {asksLeg && (
        <Scale
          legend={t("morning.leg")}
          low={t("pain.none")}
          high={t("pain.worst")}
          value={leg}
          onChange={setLeg}
        />
      )}
      <Choice legend={t("morning.woken")} options={yesNo()} value={woken} onChange={setWoken} />
    </Check>
  );
}

function Usual() {
  const [usual, setUsual] = useState<number | null>(null);
  const [leg, setLeg] = useState<number | null>(null);
  const asksLeg = hasLeg();
  const body = { usual, ...(asksLeg ? { leg } : {}) };
  return (
    <Check
      title={t("usual.title")}
      ready={usual !== null && (!asksLeg || leg !== null)}
      onSave={() => add({ kind: "usual_pain.set", body })}
    >
      <Scale
        legend={t("start.usual")}
        hint={t("start.usual.hint")}
        low={t("pain.none")}
        high={t("pain.worst")}
        value={usual}
        onChange={setUsual}
      />
      {asksLeg && (
        <Scale
          legend={t("start.usualLeg")}
          low={t("pain.none")}
          high={t("pain.worst")}
          value={leg}
          onChange={setLeg}
        />
      )}
    </Check>
  );
}

function Fall() {
  const [fell, setFell] = useState<"yes" | "no" | null>(null);
  const save = async () => {
    if (fell === "yes") await add({ kind: "symptom.reported", body: { what: "fall" } });
    const profile = latest<Record<string, unknown>>(entries.value, "profile.set");
    if (profile !== null) {
      await add({
        kind: "profile.set",
        body: { ...profile, fall_12_months: fell === "yes" || profile.fall_12_months === true },
      });
    }
  };
  return (
    <Check title={t("fall.title")} ready={fell !== null} onSave={save}>
      <Choice legend={t("fall.since")} options={yesNo()} value={fell} onChange={setFell} />
    </Check>
  );
}

export function ChecksPage() {
  const which = path.value.split("/")[2];
  if (which === "usual") return <Usual />;
  if (which === "fall") return <Fall />;
  return <Morning />;
}
