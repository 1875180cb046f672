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

  /** Entries that only an older passphrase could open. */
  unreadable = 0;

  private constructor(
    readonly person: string,
    private readonly key: CryptoKey | null,
    private readonly renewed: boolean,
  ) {}

  /**
   * Reads everything that is kept. Throws where the key does not fit; where the server vouched for a
   * newer passphrase, what the older one sealed is left out.
   */
  static async open(person: string, key: CryptoKey | null, renewed = false): Promise<Shelf> {
    const shelf = new Shelf(person, key, renewed);
    const kept = await shelf.reload();
    // A passphrase that came later seals what was kept before it.
    if (key !== null && kept.some((row) => typeof row.text === "string")) {
      await shelf.put(shelf.all());
    }
    return shelf;
  }

  /** Reads again: another tab may have written. */
  async reload(): Promise<readonly KeptEntry[]> {
    const base = await database();
    const kept = await base.getAllFromIndex("entries", "person", this.person);
    for (const row of kept) {
      try {
        this.rows.set(row.id, await this.unpack(row));
      } catch (fault) {
        if (!this.renewed) throw fault;
        // Sealed under an older passphrase: what the server has comes back, the rest stays as it is.
        if (row.state === "stored") await base.delete("entries", row.id);
        else this.unreadable += 1;
      }
    }
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
      .filter((row) => row.state !== "refused")
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
