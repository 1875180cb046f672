// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The one next thing, how long it takes, and a start button. */
import { useState } from "preact/hooks";
import { exerciseName } from "../catalogue/catalogue.ts";
import type { Agenda, Day, Item } from "../core/types.ts";
import { Button, LinkButton } from "../parts/controls.tsx";
import { DueList } from "../parts/due_list.tsx";
import { ItemRow } from "../parts/item_row.tsx";
import { Page, say } from "../parts/page.tsx";
import { go } from "../parts/route.ts";
import { doneOn, sessionItems } from "../record/days.ts";
import {
  add,
  agenda,
  agendaFault,
  entries,
  person,
  syncState,
  today,
  waitingCount,
} from "../record/record.ts";
import { formatDay, t } from "../words/index.ts";
import { LockedPage } from "./locked.tsx";

function SyncLine() {
  const state = syncState.value;
  if (state === "quiet" || state === "working") return null;
  const n = waitingCount.value;
  return (
    <p class="quiet small" role="status">
      {t(`sync.${state}`)} {n > 0 && t("sync.waiting", { n })}
    </p>
  );
}

function Alerts({ now }: { readonly now: Agenda }) {
  const mine = now.alerts.filter((alert) => alert.to === "person");
  if (mine.length === 0) return null;
  return (
    <section class="stack" aria-label={t("today.know")}>
      {mine.map((alert) => (
        <p key={alert.text} class={alert.urgency === "none" ? "note" : "note warm"}>
          {alert.text}
        </p>
      ))}
    </section>
  );
}

/** A bad day has its own door. */
function NotToday({ day }: { readonly day: Day }) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <Button kind="plain" onClick={() => setOpen(true)}>
        {t("today.not")}
      </Button>
    );
  }
  const flare = async () => {
    await add({ kind: "flare.reported", body: {} });
    say(t("today.flare.said"));
    setOpen(false);
  };
  const rest = () => {
    say(t("today.rest.said"));
    setOpen(false);
  };
  return (
    <section class="panel stack">
      <h2>{t("today.not")}</h2>
      {day.items.length > 0 && (
        <Button wide onClick={() => go("/session/short")}>
          {t("today.short")}
        </Button>
      )}
      <Button wide onClick={flare}>
        {t("today.flare")}
      </Button>
      <Button wide onClick={rest}>
        {t("today.rest")}
      </Button>
    </section>
  );
}

function minutesOf(day: Day): number {
  return Math.max(1, Math.round(day.minutes));
}

function Next({ day, done }: { readonly day: Day; readonly done: ReadonlySet<string> }) {
  const left = sessionItems(day.items).filter((item) => !done.has(item.exercise));
  const main = left.filter((item) => item.role === "main" || item.role === "daily");
  if (day.items.length === 0) {
    return (
      <section class="panel stack">
        <h2>{t("today.off")}</h2>
        <p>{t("today.off.lead")}</p>
      </section>
    );
  }
  if (main.length === 0) {
    return (
      <section class="panel stack">
        <h2>{t("today.done")}</h2>
        <p>{t("today.done.lead")}</p>
      </section>
    );
  }
  const begun = done.size > 0;
  return (
    <section class="panel hero stack">
      <h2>{t(begun ? "today.rest.of" : "today.session", { n: minutesOf(day) })}</h2>
      <p class="quiet">{main.map((item) => exerciseName(item.exercise)).join(", ")}</p>
      <LinkButton kind="main" size="big" wide to="/session">
        {t(begun ? "today.goOn" : "today.start")}
      </LinkButton>
    </section>
  );
}

function Details({ items }: { readonly items: readonly Item[] }) {
  if (items.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t("today.what")}</h2>
      <ol class="items">
        {items.map((item) => (
          <ItemRow key={`${item.exercise}.${item.role}`} item={item} />
        ))}
      </ol>
    </section>
  );
}

export function TodayPage() {
  const now = agenda.value;
  const title = formatDay(today.value, { weekday: "long", day: "numeric", month: "long" });
  if (agendaFault.value !== null) {
    return (
      <Page title={title} narrow>
        <p class="fault" role="alert">
          {t("fault.core", { detail: agendaFault.value })}
        </p>
      </Page>
    );
  }
  if (now === null) return <main id="main" class="content" aria-busy="true" />;
  if (now.locked !== null && now.locked.lock !== "NONE")
    return <LockedPage now={now} locked={now.locked} />;
  const day = now.week[0];
  if (day === undefined) return null;
  const done = doneOn(entries.value, today.value);
  return (
    <Page title={title} lead={t("today.hello", { name: person.value?.name ?? "" })} narrow>
      <SyncLine />
      <Next day={day} done={done} />
      <DueList now={now} />
      <Alerts now={now} />
      <Details items={day.items} />
      <NotToday day={day} />
    </Page>
  );
}
