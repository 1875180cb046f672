// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The entries of one person in this browser: read, added to, and marked as the server has them. */
import { database, type EntryState, type KeptEntry } from "./database.ts";
import type { Entry } from "./entry.ts";
import { seal, unseal } from "./seal.ts";

export interface ShelfRow {
  readonly entry: Entry;
  readonly text: string;
  readonly state: EntryState;
  readonly problem?: string;
}

export class Shelf {
  private readonly rows = new Map<string, ShelfRow>();

  private constructor(
    readonly person: string,
    private readonly key: CryptoKey | null,
  ) {}

  /** Reads everything that is kept. Throws where the key does not fit. */
  static async open(person: string, key: CryptoKey | null): Promise<Shelf> {
    const shelf = new Shelf(person, key);
    const kept = await shelf.reload();
    // A passphrase that came later seals what was kept before it.
    if (key !== null && kept.some((row) => typeof row.text === "string")) {
      await shelf.put(shelf.all());
    }
    return shelf;
  }

  /** Reads again: another tab may have written. */
  async reload(): Promise<readonly KeptEntry[]> {
    const kept = await (await database()).getAllFromIndex("entries", "person", this.person);
    for (const row of kept) this.rows.set(row.id, await this.unpack(row));
    return kept;
  }

  all(): ShelfRow[] {
    return [...this.rows.values()];
  }

  has(id: string): boolean {
    return this.rows.has(id);
  }

  /** Writes to the disk first: what is on the shelf is safe. */
  async put(rows: readonly ShelfRow[]): Promise<void> {
    const packed = await Promise.all(rows.map((row) => this.pack(row)));
    const change = (await database()).transaction("entries", "readwrite", { durability: "strict" });
    for (const row of packed) change.store.put(row);
    await change.done;
    for (const row of rows) this.rows.set(row.entry.id, row);
  }

  /** What the core folds: every entry that counts, as JSON lines. */
  journal(): string {
    return this.all()
      .filter((row) => row.state !== "refused" && row.state !== "held")
      .map((row) => row.text)
      .join("\n");
  }

  private async pack(row: ShelfRow): Promise<KeptEntry> {
    const text = this.key === null ? row.text : await seal(this.key, row.text);
    const kept = { id: row.entry.id, person: this.person, state: row.state, text };
    return row.problem === undefined ? kept : { ...kept, problem: row.problem };
  }

  private async unpack(row: KeptEntry): Promise<ShelfRow> {
    let text: string;
    if (typeof row.text === "string") text = row.text;
    else if (this.key !== null) text = await unseal(this.key, row.text);
    else throw new Error("this record is sealed");
    const out = { entry: JSON.parse(text) as Entry, text, state: row.state };
    return row.problem === undefined ? out : { ...out, problem: row.problem };
  }
}

/** Takes everything of a person from this browser. */
export async function forgetPerson(person: string): Promise<void> {
  const change = (await database()).transaction(["people", "entries"], "readwrite");
  await change.objectStore("people").delete(person);
  let cursor = await change.objectStore("entries").index("person").openKeyCursor(person);
  while (cursor !== null) {
    await change.objectStore("entries").delete(cursor.primaryKey);
    cursor = await cursor.continue();
  }
  await change.done;
}
