// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/**
 * The open record: entries on this device's shelf, the agenda that the core derives from them, and
 * how the server is doing. Screens read the signals and add entries; nothing else changes them.
 */
import { computed, signal } from "@preact/signals";
import { computeAgenda } from "../core/client.ts";
import { CoreFault } from "../core/module.ts";
import type { Agenda } from "../core/types.ts";
import { ServerFault } from "../server/client.ts";
import type { KeptPerson } from "./database.ts";
import { type Entry, makeEntry } from "./entry.ts";
import { dayOf, localDay } from "./instant.ts";
import { Shelf, type ShelfRow } from "./shelf.ts";
import { syncShelf } from "./sync.ts";

/** quiet: everything is on the server. */
export type SyncState = "quiet" | "working" | "offline" | "closed" | "signed-out" | "gone";

export const person = signal<KeptPerson | null>(null);
export const rows = signal<readonly ShelfRow[]>([]);
export const agenda = signal<Agenda | null>(null);
/** Why there is no agenda, where the record is not just empty. */
export const agendaFault = signal<string | null>(null);
export const syncState = signal<SyncState>("quiet");
export const today = signal(localDay(new Date()));

export const entries = computed<readonly Entry[]>(() =>
  rows.value
    .filter((row) => row.state !== "refused")
    .map((row) => row.entry)
    .sort((a, b) => (a.made_at < b.made_at || (a.made_at === b.made_at && a.id < b.id) ? -1 : 1)),
);
export const waitingCount = computed(
  () => rows.value.filter((row) => row.state === "waiting").length,
);
export const heldCount = computed(() => rows.value.filter((row) => row.state === "held").length);
/** Entries here that only an older passphrase could open. */
export const unreadableCount = signal(0);
/** The clock of this device lies before its newest entry. */
export const isClockBehind = signal(false);
export const refused = computed(() => rows.value.filter((row) => row.state === "refused"));

const kDevice = "browser";
let shelf: Shelf | null = null;
let live: WebSocket | null = null;
let again: ReturnType<typeof setTimeout> | undefined;
let syncing: Promise<void> | null = null;
const tabs = "BroadcastChannel" in globalThis ? new BroadcastChannel("plumbline") : null;

/** Today; where the clock lies behind what was recorded, the day of the newest entry. */
function dayNow(): string {
  const clock = localDay(new Date());
  const days = rows.value
    .filter((row) => row.state !== "held" && row.state !== "refused")
    .map((row) => dayOf(row.entry.made_at));
  const newest = [...days, clock].sort().at(-1) ?? clock;
  isClockBehind.value = newest > clock;
  return newest;
}

/** Derives the agenda again, for the local day that it is now. */
export async function refresh(): Promise<void> {
  const open = shelf;
  if (open === null) return;
  rows.value = open.all();
  today.value = dayNow();
  if (!rows.value.some((row) => row.entry.kind === "profile.set")) {
    agenda.value = null;
    agendaFault.value = null;
    return;
  }
  try {
    const next = await computeAgenda(open.journal(), today.value);
    if (open !== shelf) return;
    agenda.value = next;
    agendaFault.value = null;
  } catch (fault) {
    if (open !== shelf) return;
    agendaFault.value = fault instanceof CoreFault ? fault.message : String(fault);
  }
}

/** Opens a record from this device; the server is asked afterwards. */
export async function openRecord(
  who: KeptPerson,
  key: CryptoKey | null,
  renewed = false,
): Promise<void> {
  closeRecord();
  shelf = await Shelf.open(who.id, key, renewed);
  unreadableCount.value = shelf.unreadable;
  rows.value = shelf.all();
  person.value = who;
  await refresh();
  void sync();
  listen();
}

export function closeRecord(): void {
  live?.close();
  live = null;
  clearTimeout(again);
  shelf = null;
  person.value = null;
  rows.value = [];
  agenda.value = null;
  agendaFault.value = null;
  syncState.value = "quiet";
}

/** Adds what happened. It is on this device's disk when this returns; the server follows. */
export async function add(
  ...told: readonly { readonly kind: string; readonly body: Readonly<Record<string, unknown>> }[]
): Promise<Entry[]> {
  const open = shelf;
  if (open === null) throw new Error("no record is open");
  const made = told.map(({ kind, body }) => makeEntry(open.person, kDevice, kind, body));
  await open.put(
    made.map((entry) => ({ entry, text: JSON.stringify(entry), state: "waiting" as const })),
  );
  tabs?.postMessage(open.person);
  await refresh();
  void sync();
  return made;
}

function stateOf(fault: unknown): SyncState {
  if (!(fault instanceof ServerFault)) return "offline";
  if (fault.code === "signed-out") return "signed-out";
  if (fault.code === "record-closed") return "closed";
  if (fault.code === "not-found" || fault.code === "gone") return "gone";
  return "offline";
}

async function syncOnce(open: Shelf): Promise<void> {
  syncState.value = "working";
  try {
    const { sent, fresh } = await syncShelf(open);
    if (open !== shelf) return;
    syncState.value = "quiet";
    if (fresh > 0) await refresh();
    else if (sent > 0) rows.value = open.all();
  } catch (fault) {
    if (open !== shelf) return;
    rows.value = open.all();
    syncState.value = stateOf(fault);
    if (syncState.value === "offline") again = setTimeout(() => void sync(), 15_000);
  }
}

/** Brings this device and the server together; never throws. Calls do not run beside each other. */
export async function sync(): Promise<void> {
  clearTimeout(again);
  const open = shelf;
  if (open === null) return;
  while (syncing !== null) await syncing;
  if (open !== shelf) return;
  syncing = syncOnce(open).finally(() => {
    syncing = null;
  });
  await syncing;
}

function listen(): void {
  const open = shelf;
  if (open === null) return;
  const address = `${location.origin.replace(/^http/, "ws")}/api/v1/live?person=${open.person}`;
  const socket = new WebSocket(address);
  live = socket;
  socket.onmessage = () => void sync();
  socket.onclose = () => {
    if (live !== socket) return;
    setTimeout(() => live === socket && listen(), 20_000);
  };
}

tabs?.addEventListener("message", async ({ data }) => {
  if (data !== shelf?.person) return;
  await shelf?.reload();
  await refresh();
});

/** Looks again when somebody comes back to the page, or the network does. */
export function watchTheWorld(): void {
  const look = () => {
    if (document.visibilityState !== "visible") return;
    if (shelf !== null && today.value !== dayNow()) void refresh();
    void sync();
  };
  addEventListener("online", look);
  addEventListener("offline", () => {
    if (shelf !== null) syncState.value = "offline";
  });
  document.addEventListener("visibilitychange", look);
  setInterval(look, 60_000);
}
