// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The week at a glance: what is on which day and why, what changed, and what is not in full. */
import { useState } from "preact/hooks";
import { exerciseName } from "../catalogue/catalogue.ts";
import type { Agenda, Day, Item, Place } from "../core/types.ts";
import { Button } from "../parts/controls.tsx";
import { ItemRow } from "../parts/item_row.tsx";
import { Page } from "../parts/page.tsx";
import { SwapDialog } from "../parts/swap_dialog.tsx";
import { say } from "../parts/toast.tsx";
import { ofKind } from "../record/days.ts";
import { doseText, reasonTexts } from "../record/dose.ts";
import { add, agenda, entries, today } from "../record/record.ts";
import { formatDay, t, wordText } from "../words/index.ts";
import { LockedPage } from "./locked.tsx";

interface WeekProps {
  readonly days: readonly Day[];
  readonly chosen: string;
  readonly onChoose: (date: string) => void;
}

function Week({ days, chosen, onChoose }: WeekProps) {
  return (
    <fieldset class="week">
      <legend class="unseen">{t("plan.week")}</legend>
      {days.map((day) => (
        <button
          key={day.date}
          type="button"
          aria-pressed={day.date === chosen}
          onClick={() => onChoose(day.date)}
        >
          <b>{formatDay(day.date, { weekday: "short" })}</b>
          <span>{minutesText(day)}</span>
        </button>
      ))}
    </fieldset>
  );
}

function minutesText(day: Day): string {
  if (day.items.length === 0) return t("plan.off");
  return t("unit.minutes", { n: Math.max(1, Math.round(day.minutes)) });
}

/** "2 sets of 6 → 2 sets of 7", with the name where the exercise is another one now. */
function placeText(from: Place, to: Place): string {
  const before = doseText(from);
  return from.exercise === to.exercise
    ? `${before} → ${doseText(to)}`
    : `${exerciseName(from.exercise)}, ${before} → ${doseText(to)}`;
}

function Changes({ now }: { readonly now: Agenda }) {
  if (now.changes.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t("plan.changed")}</h2>
      <ul class="stack">
        {now.changes.map((change) => (
          <li key={`${change.exercise}.${change.date}`} class="stack tight">
            <strong>{exerciseName(change.exercise)}</strong>
            <span class="quiet number">{placeText(change.from, change.to)}</span>
            <span>{reasonTexts(change.why).join(" ")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NotInFull({ now }: { readonly now: Agenda }) {
  if (now.unserved.length === 0) return null;
  return (
    <details>
      <summary>{t("plan.unserved")}</summary>
      <ul class="stack">
        {now.unserved.map((one) => (
          <li key={one.need}>
            <strong>{wordText("need", one.need)}</strong>: {reasonTexts(one.why).join(" ")}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What somebody asked to leave out, with the way back. */
function LeftOut() {
  const out = ofKind<{ exercise: string }>(entries.value, "plan.exclude");
  if (out.length === 0) return null;
  const back = async (entry: string) => {
    await add({ kind: "entry.corrected", body: { entry, body: null } });
    say(t("plan.broughtBack"));
  };
  return (
    <details>
      <summary>{t("plan.leftOut")}</summary>
      <ul class="rows">
        {out.map(({ entry, body }) => (
          <li key={entry.id} class="row">
            <span>{exerciseName(body.exercise)}</span>
            <Button onClick={() => back(entry.id)}>{t("plan.bringBack")}</Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function PlanPage() {
  const now = agenda.value;
  const [date, setDate] = useState(today.value);
  const [swapped, setSwapped] = useState<Item | null>(null);
  if (now === null) return <main id="main" class="content" aria-busy="true" />;
  if (now.locked !== null && now.locked.lock !== "NONE")
    return <LockedPage now={now} locked={now.locked} />;
  const day = now.week.find((one) => one.date === date) ?? now.week[0];
  if (day === undefined) return null;
  return (
    <Page title={t("plan.title")} lead={wordText("phase", now.phase)}>
      <section class="stack">
        <Week days={now.week} chosen={day.date} onChoose={setDate} />
        <h2>
          {formatDay(day.date, { weekday: "long" })}
          {day.items.length > 0 && <span class="quiet">, {minutesText(day)}</span>}
        </h2>
        {day.items.length === 0 && <p class="quiet">{t("today.off.lead")}</p>}
        <ol class="items">
          {day.items.map((item) => (
            <ItemRow
              key={`${item.exercise}.${item.role}`}
              item={item}
              onSwap={() => setSwapped(item)}
            />
          ))}
        </ol>
      </section>
      <Changes now={now} />
      <NotInFull now={now} />
      <LeftOut />
      {swapped !== null && <SwapDialog item={swapped} onClose={() => setSwapped(null)} />}
    </Page>
  );
}
