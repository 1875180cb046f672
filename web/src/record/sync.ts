// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Brings a shelf and the server to the same entries: pushes what it lacks, pulls what we lack. */
import type { EntryVerdict, PullResult, PushResult, Entry as WireEntry } from "#api";
import { call } from "../server/client.ts";
import { database } from "./database.ts";
import type { Entry } from "./entry.ts";
import type { Shelf, ShelfRow } from "./shelf.ts";

const kBatch = 200;

function after(row: ShelfRow, verdict: EntryVerdict): ShelfRow {
  const { entry, text } = row;
  switch (verdict.outcome) {
    case "placed":
    case "known":
      return { entry, text, state: "stored" };
    case "held":
      return { entry, text, state: "held" };
    default:
      return { entry, text, state: "refused", problem: verdict.problem?.detail ?? verdict.outcome };
  }
}

/** @returns how many the server now has */
async function push(shelf: Shelf): Promise<number> {
  const unsent = shelf
    .all()
    .filter((row) => row.state === "waiting")
    .sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
  for (let from = 0; from < unsent.length; from += kBatch) {
    const batch = unsent.slice(from, from + kBatch);
    const { results } = await call<PushResult>("POST", `/api/v1/people/${shelf.person}/entries`, {
      entries: batch.map((row) => row.entry),
    });
    const verdicts = new Map(results.map((verdict) => [verdict.id, verdict]));
    const known = batch.flatMap((row) => {
      const verdict = verdicts.get(row.entry.id);
      return verdict === undefined ? [] : [after(row, verdict)];
    });
    await shelf.put(known);
  }
  return unsent.length;
}

function fromWire(entry: WireEntry): ShelfRow {
  return { entry: entry as unknown as Entry, text: JSON.stringify(entry), state: "stored" };
}

/** @returns how many entries were new here */
async function pull(shelf: Shelf): Promise<number> {
  const base = await database();
  let fresh = 0;
  for (;;) {
    const person = await base.get("people", shelf.person);
    const query = person?.cursor === undefined ? "" : `?after=${encodeURIComponent(person.cursor)}`;
    const page = await call<PullResult>("GET", `/api/v1/people/${shelf.person}/entries${query}`);
    const rows = page.entries.map((placed) => fromWire(placed.entry));
    fresh += rows.filter((row) => !shelf.has(row.entry.id)).length;
    await shelf.put(rows);
    if (person !== undefined) await base.put("people", { ...person, cursor: page.cursor });
    if (!page.more) return fresh;
  }
}

export interface SyncResult {
  readonly sent: number;
  readonly fresh: number;
}

/** Throws ServerFault; what was done until then holds. */
export async function syncShelf(shelf: Shelf): Promise<SyncResult> {
  const sent = await push(shelf);
  return { sent, fresh: await pull(shelf) };
}
