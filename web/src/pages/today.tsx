// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The one next thing, how long it takes, and a start button. */
import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { exerciseName } from "../catalogue/catalogue.ts";
import type { Agenda, Day, Item } from "../core/types.ts";
import { Button, LinkButton } from "../parts/controls.tsx";
import { DueList } from "../parts/due_list.tsx";
import { ItemRow } from "../parts/item_row.tsx";
import { Page } from "../parts/page.tsx";
import { go } from "../parts/route.ts";
import { say } from "../parts/toast.tsx";
import { doneOn, sessionItems } from "../record/days.ts";
import type { Entry } from "../record/entry.ts";
import { dayOf } from "../record/instant.ts";
import {
  add,
  agenda,
  agendaFault,
  entries,
  heldCount,
  isClockBehind,
  person,
  syncState,
  today,
  unreadableCount,
  waitingCount,
} from "../record/record.ts";
import { browserSettings } from "../record/settings.ts";
import { formatDay, t } from "../words/index.ts";
import { LockedPage } from "./locked.tsx";

/** What keeps this device and the server apart, where something does. */
function SyncLine() {
  const state = syncState.value;
  const waits = waitingCount.value;
  const lines = [
    ...(state === "quiet" || state === "working" ? [] : [t(`sync.${state}`)]),
    ...(waits > 0 && state !== "working" ? [t("sync.waiting", { n: waits })] : []),
    ...(heldCount.value > 0 ? [t("sync.held", { n: heldCount.value })] : []),
    ...(unreadableCount.value > 0 ? [t("sync.unreadable", { n: unreadableCount.value })] : []),
    ...(isClockBehind.value ? [t("fault.clock")] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <p class="quiet small" role="status">
      {lines.join(" ")}
    </p>
  );
}

/** Agreed amounts that grow by the calendar: suggested, never switched on by itself. */
function ModeButtons() {
  const set = async (mode: string) => {
    const made = await add({ kind: "mode.set", body: { mode } });
    say(t("mode.said"), t("say.undo"), () => takeBack(made));
  };
  return (
    <div class="line">
      <Button onClick={() => set("graded_activity")}>{t("mode.take")}</Button>
      <Button kind="plain" onClick={() => set("pain_contingent")}>
        {t("mode.leave")}
      </Button>
    </div>
  );
}

function Alerts({ now }: { readonly now: Agenda }) {
  const mine = now.alerts.filter((alert) => alert.to === "person");
  if (mine.length === 0) return null;
  return (
    <section class="stack" aria-label={t("today.know")}>
      {mine.map((alert) => (
        <div key={alert.text} class={alert.urgency === "none" ? "note" : "note warm"}>
          <p>{alert.text}</p>
          {alert.why.some((reason) => reason.rule === "3.4/suggest_mode") && <ModeButtons />}
        </div>
      ))}
    </section>
  );
}

const restSlot = () => `rest.${person.value?.id ?? ""}`;
/** The day on which somebody chose to rest, on this device. */
const resting = signal<string | null>(null);

function isResting(): boolean {
  return (resting.value ?? browserSettings.read(restSlot())) === today.value;
}

/** Told of, and not yet over. */
function isFlareOpen(): boolean {
  const last = entries.value.findLast((entry) => /^flare\.(reported|ended)$/.test(entry.kind));
  return last?.kind === "flare.reported";
}

async function takeBack(made: readonly Entry[]): Promise<void> {
  await add(
    ...made.map((entry) => ({ kind: "entry.corrected", body: { entry: entry.id, body: null } })),
  );
}

function FlareButton({ onDone }: { readonly onDone: () => void }) {
  const isOpen = isFlareOpen();
  const tell = async () => {
    const made = await add({ kind: isOpen ? "flare.ended" : "flare.reported", body: {} });
    say(t(isOpen ? "today.flare.over.said" : "today.flare.said"), t("say.undo"), () =>
      takeBack(made),
    );
    onDone();
  };
  return (
    <Button wide onClick={tell}>
      {t(isOpen ? "today.flare.over" : "today.flare")}
    </Button>
  );
}

/** A bad day has its own door. */
function NotToday({ day }: { readonly day: Day }) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <div>
        <Button kind="plain" onClick={() => setOpen(true)}>
          {t(isFlareOpen() ? "today.flare.is" : "today.not")}
        </Button>
      </div>
    );
  }
  const rest = () => {
    browserSettings.write(restSlot(), today.value);
    resting.value = today.value;
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
      <FlareButton onDone={() => setOpen(false)} />
      <Button wide onClick={rest}>
        {t("today.rest")}
      </Button>
    </section>
  );
}

function minutesOf(day: Day): number {
  return Math.max(1, Math.round(day.minutes));
}

function Told({
  title,
  lead,
  more,
}: {
  readonly title: string;
  readonly lead: string;
  readonly more?: boolean;
}) {
  return (
    <section class="panel stack">
      <h2>{title}</h2>
      <p>{lead}</p>
      {more && (
        <div>
          <LinkButton to="/session">{t("today.goOnAnyway")}</LinkButton>
        </div>
      )}
    </section>
  );
}

/** Whether this happened today. */
function happened(
  kind: string,
  test: (body: Readonly<Record<string, unknown>>) => boolean,
): boolean {
  return entries.value.some(
    (entry) => entry.kind === kind && dayOf(entry.made_at) === today.value && test(entry.body),
  );
}

function Next({ day, done }: { readonly day: Day; readonly done: ReadonlySet<string> }) {
  const left = sessionItems(day.items).filter((item) => !done.has(item.exercise));
  const main = left.filter((item) => item.role === "main" || item.role === "daily");
  const isUnwell = happened("symptom.reported", () => true);
  if (isUnwell && main.length === 0)
    return <Told title={t("today.unwell")} lead={t("today.unwell.lead")} />;
  if (day.items.length === 0) return <Told title={t("today.off")} lead={t("today.off.lead")} />;
  if (main.length === 0) return <Told title={t("today.done")} lead={t("today.done.lead")} />;
  if (happened("session.ended", (body) => body.reason === "stopped")) {
    return <Told title={t("today.stopped")} lead={t("today.stopped.lead")} more />;
  }
  if (isResting()) return <Told title={t("today.resting")} lead={t("today.resting.lead")} more />;
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

/** Safety questions of a flare or a sign come before the session. */
function asksSafety(now: Agenda): boolean {
  const sudden = isFlareOpen() || happened("symptom.reported", () => true);
  return (
    sudden && now.due.some((one) => one.check.startsWith("redflag") && one.date <= today.value)
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
      {asksSafety(now) && <DueList now={now} />}
      <Next day={day} done={done} />
      {!asksSafety(now) && <DueList now={now} />}
      <Alerts now={now} />
      <Details items={day.items} />
      <NotToday day={day} />
    </Page>
  );
}
