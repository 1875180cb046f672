// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What this browser keeps: people, their entries, and unfinished forms. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";

export interface KeptPerson {
  readonly id: string;
  readonly name: string;
  readonly has_passphrase: boolean;
  readonly is_open: boolean;
  /** Where the next pull goes on; absent: never pulled. */
  readonly cursor?: string;
  /** For the key that seals the entries here, where there is a passphrase. */
  readonly salt?: Uint8Array<ArrayBuffer>;
}

/** Waiting: not yet acknowledged by the server. Held: it waits for the server's clock. */
export type EntryState = "waiting" | "held" | "stored" | "refused";

export interface KeptEntry {
  readonly id: string;
  readonly person: string;
  readonly state: EntryState;
  /** The entry as JSON text, or sealed. */
  readonly text: string | Sealed;
  /** Why the server refused it. */
  readonly problem?: string;
}

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

interface Schema extends DBSchema {
  people: { key: string; value: KeptPerson };
  entries: {
    key: string;
    value: KeptEntry;
    indexes: { person: string; unsent: [string, EntryState] };
  };
  /** Drafts and settings of this browser, by name. */
  notes: { key: string; value: unknown };
}

let opened: Promise<IDBPDatabase<Schema>> | null = null;

export function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>("plumbline", 1, {
    upgrade(made) {
      made.createObjectStore("people", { keyPath: "id" });
      const entries = made.createObjectStore("entries", { keyPath: "id" });
      entries.createIndex("person", "person");
      entries.createIndex("unsent", ["person", "state"]);
      made.createObjectStore("notes");
    },
    terminated() {
      opened = null;
    },
  });
  return opened;
}

export async function readNote<T>(name: string): Promise<T | undefined> {
  return (await (await database()).get("notes", name)) as T | undefined;
}

export async function writeNote(name: string, value: unknown): Promise<void> {
  await (await database()).put("notes", value, name);
}

export async function dropNote(name: string): Promise<void> {
  await (await database()).delete("notes", name);
}
