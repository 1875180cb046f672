// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What a day asks for and what was done. */
import type { Item } from "../core/types.ts";
import type { Entry } from "./entry.ts";
import { dayOf } from "./instant.ts";

/** Entries that were taken back or replaced, by the entry that did. */
export function corrections(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const out = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.kind === "entry.corrected") out.set(String(entry.body.entry), entry);
  }
  return out;
}

/** Entries of a kind as they count now: with corrections, without what was taken back. */
export function ofKind<T>(entries: readonly Entry[], kind: string): { entry: Entry; body: T }[] {
  const corrected = corrections(entries);
  return entries.flatMap((entry) => {
    if (entry.kind !== kind) return [];
    const newer = corrected.get(entry.id);
    if (newer === undefined) return [{ entry, body: entry.body as T }];
    return newer.body.body === null ? [] : [{ entry, body: newer.body.body as T }];
  });
}

/** The exercises that were done on a local day. */
export function doneOn(entries: readonly Entry[], day: string): ReadonlySet<string> {
  return new Set(
    ofKind<{ exercise: string }>(entries, "exercise.done")
      .filter(({ entry }) => dayOf(entry.made_at) === day)
      .map(({ body }) => body.exercise),
  );
}

const kOrder = { warmup: 0, main: 1, daily: 2, ease: 3 } as const;

/** The items in the order in which a session does them. */
export function sessionItems(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => kOrder[a.role] - kOrder[b.role]);
}

/** The latest body of a kind. */
export function latest<T>(entries: readonly Entry[], kind: string): T | null {
  return ofKind<T>(entries, kind).at(-1)?.body ?? null;
}
