// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Who is kept here, and whether this device is paired. */
import { signal } from "@preact/signals";
import type { People, Person, Session } from "#api";
import { call, ServerFault } from "../server/client.ts";
import { database, type KeptPerson } from "./database.ts";
import { openRecord, sync } from "./record.ts";
import { keptKey, newSalt, openKey } from "./seal.ts";
import { forgetPerson } from "./shelf.ts";

/** asking: not known yet; offline: people as this device knows them. */
export type Pairing = "asking" | "paired" | "unpaired" | "offline";

export const pairing = signal<Pairing>("asking");
export const people = signal<readonly KeptPerson[]>([]);
export const session = signal<Session | null>(null);

async function keep(found: readonly Person[]): Promise<void> {
  const base = await database();
  const known = new Map((await base.getAll("people")).map((row) => [row.id, row]));
  for (const one of found) {
    const { id, name, has_passphrase, is_open } = one;
    await base.put("people", { ...known.get(id), id, name, has_passphrase, is_open });
    known.delete(id);
  }
  // Who is not there any more goes from here too, but never what waits to be sent.
  for (const gone of known.keys()) {
    const waits = await base.countFromIndex("entries", "unsent", [gone, "waiting"]);
    if (waits === 0) await forgetPerson(gone);
  }
}

async function listPeople(): Promise<Person[]> {
  const out: Person[] = [];
  let next: string | null = null;
  do {
    const query: string = next === null ? "" : `?after=${encodeURIComponent(next)}`;
    const page: People = await call<People>("GET", `/api/v1/people${query}`);
    out.push(...page.people);
    next = page.next;
  } while (next !== null);
  return out;
}

/** Asks the server; without it, goes by what is kept here. */
export async function loadHousehold(): Promise<void> {
  const base = await database();
  try {
    session.value = await call<Session>("GET", "/api/v1/session");
    await keep(await listPeople());
    pairing.value = "paired";
  } catch (fault) {
    const lost = fault instanceof ServerFault && fault.code === "signed-out";
    pairing.value = lost ? "unpaired" : "offline";
  }
  people.value = await base.getAll("people");
}

export async function claim(code: string, deviceName: string): Promise<void> {
  session.value = await call<Session>("POST", "/api/v1/claim", { code, device_name: deviceName });
  await loadHousehold();
  void sync();
}

export async function addPerson(name: string): Promise<KeptPerson> {
  const made = await call<Person>("POST", "/api/v1/people", { name });
  await loadHousehold();
  const kept = people.value.find((one) => one.id === made.id);
  if (kept === undefined) throw new ServerFault("offline", "The server does not answer.");
  return kept;
}

/** Opens a record that has no passphrase, or whose passphrase was given in this tab before. */
export async function openKnown(who: KeptPerson): Promise<"open" | "needs-passphrase"> {
  const key = await keptKey(who.id);
  if (who.has_passphrase && key === null) return "needs-passphrase";
  await openRecord(who, key);
  return "open";
}

/** Opens a record with its passphrase; here too where the server does not answer. */
export async function openWithPassphrase(who: KeptPerson, passphrase: string): Promise<void> {
  let isVouched = true;
  try {
    await call("POST", `/api/v1/people/${who.id}/open`, { passphrase });
  } catch (fault) {
    const away = fault instanceof ServerFault && fault.code === "offline";
    if (!away || who.salt === undefined) throw fault;
    isVouched = false;
  }
  const salt = who.salt ?? newSalt();
  const kept = { ...who, salt };
  await (await database()).put("people", kept);
  const key = await openKey(who.id, passphrase, salt);
  try {
    await openRecord(kept, key);
  } catch (fault) {
    if (!isVouched) throw fault;
    // The passphrase was changed elsewhere: begin again from what the server has.
    const { cursor: _, ...anew } = kept;
    await (await database()).put("people", anew);
    await openRecord(anew, key, true);
  }
}
