// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Before a session: pain now, and whether anything is new. */
import { useState } from "preact/hooks";
import type { Agenda, Item } from "../core/types.ts";
import { Button, LinkButton, Many, Scale } from "../parts/controls.tsx";
import { Page } from "../parts/page.tsx";
import { replace } from "../parts/route.ts";
import { doneOn, sessionItems } from "../record/days.ts";
import { add, agenda, entries, person, today } from "../record/record.ts";
import { t } from "../words/index.ts";
import { announce, begin, running } from "./session.ts";

/** Words of the core for what is new today. */
const kSigns = [
  "new_numbness",
  "new_weakness",
  "saddle_numbness",
  "leg_pain_spreading",
  "fever",
  "fall",
  "dizzy",
  "chest_pain",
  "calf_swelling",
] as const;
export type Sign = (typeof kSigns)[number];

const isOpen = (now: Agenda | null) =>
  now !== null && (now.locked === null || now.locked.lock === "NONE");

/** What is left of today; the short way is the beginning, two exercises, and the calm end. */
function itemsToday(short: boolean): readonly Item[] {
  const done = doneOn(entries.value, today.value);
  const left = sessionItems(agenda.value?.week[0]?.items ?? []).filter(
    (one) => !done.has(one.exercise),
  );
  if (!short) return left;
  const main = left.filter((one) => one.role === "main" || one.role === "daily").slice(0, 2);
  return left.filter((one) => one.role === "warmup" || one.role === "ease" || main.includes(one));
}

function Harder({
  pain,
  onChoose,
}: {
  readonly pain: number;
  readonly onChoose: (items: readonly Item[]) => void | Promise<void>;
}) {
  const short = agenda.value?.short_version?.items ?? [];
  return (
    <Page title={t("check.harder")} lead={t("check.harder.lead", { pain })} narrow>
      <div class="stack">
        <Button kind="main" size="big" wide onClick={() => onChoose(sessionItems(short))}>
          {t("today.short")}
        </Button>
        <Button wide onClick={() => onChoose(itemsToday(false))}>
          {t("check.full")}
        </Button>
        <Button kind="plain" onClick={() => onChoose([])}>
          {t("check.notToday")}
        </Button>
      </div>
    </Page>
  );
}

/** Whether what is new today closes the plan, or asks questions before anything else. */
function comesFirst(): boolean {
  const now = agenda.value;
  const asks = now?.due.some((one) => one.check.startsWith("redflag") && one.date <= today.value);
  return !isOpen(now) || asks === true || itemsToday(false).length === 0;
}

interface Begun {
  readonly id: string;
  readonly pain: number;
}

export function CheckIn({ short }: { readonly short: boolean }) {
  const [pain, setPain] = useState<number | null>(null);
  const [signs, setSigns] = useState<Sign[]>([]);
  const [begun, setBegun] = useState<Begun | null>(null);
  const who = person.value;
  if (who === null) return null;
  const choose = async (from: Begun, items: readonly Item[]) => {
    if (items.length > 0) return begin(who, from.id, from.pain, items);
    await add({ kind: "session.ended", body: { session: from.id, reason: "left" } });
    replace("/today");
  };
  const start = async () => {
    if (pain === null) return;
    if (signs.length > 0) {
      await add(...signs.map((what) => ({ kind: "symptom.reported", body: { what } })));
      if (comesFirst()) return replace("/today");
    }
    const from = { id: await announce(pain), pain };
    if (agenda.value?.short_version !== undefined && !short) return setBegun(from);
    await choose(from, itemsToday(short));
  };
  if (begun !== null) {
    return <Harder pain={begun.pain} onChoose={(items) => choose(begun, items)} />;
  }
  return (
    <Page title={t("check.title")} lead={t("check.lead")} narrow>
      <Scale
        legend={t("check.pain")}
        low={t("pain.none")}
        high={t("pain.worst")}
        value={pain}
        onChange={setPain}
      />
      <Many
        legend={t("check.new")}
        hint={t("check.new.hint")}
        layout="list"
        options={kSigns.map((value) => ({ value, label: t(`sign.${value}`) }))}
        value={signs}
        onChange={setSigns}
      />
      <div class="foot">
        <LinkButton to="/today">{t("say.back")}</LinkButton>
        <Button
          kind="main"
          size="big"
          disabled={pain === null || running.value !== null}
          onClick={start}
        >
          {t("check.go")}
        </Button>
      </div>
    </Page>
  );
}
