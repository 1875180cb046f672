// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/**
 * Unfinished work of a person: a draft, a session. Kept on this device, so that a reload loses
 * nothing; a protected record leaves nothing in the clear, its work lasts as long as the tab.
 */
import { dropNote, type KeptPerson, readNote, writeNote } from "./database.ts";
import { tabSettings } from "./settings.ts";

const slot = (who: KeptPerson, name: string) => `${name}.${who.id}`;

export async function readUnfinished<T>(who: KeptPerson, name: string): Promise<T | null> {
  if (!who.has_passphrase) return (await readNote<T>(slot(who, name))) ?? null;
  const text = tabSettings.read(slot(who, name));
  return text === null ? null : (JSON.parse(text) as T);
}

export async function keepUnfinished(who: KeptPerson, name: string, value: unknown): Promise<void> {
  if (who.has_passphrase) tabSettings.write(slot(who, name), JSON.stringify(value));
  else await writeNote(slot(who, name), value);
}

export async function dropUnfinished(who: KeptPerson, name: string): Promise<void> {
  tabSettings.drop(slot(who, name));
  await dropNote(slot(who, name));
}
