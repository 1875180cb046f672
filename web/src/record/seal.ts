// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/**
 * Entries of a person with a passphrase are kept sealed: AES-256-GCM with a key from the passphrase
 * (PBKDF2-SHA-256, OWASP 2023: 600,000 rounds). The key lives as long as the tab.
 */
import type { Sealed } from "./database.ts";
import { tabSettings } from "./settings.ts";

const kRounds = 600_000;
const slot = (person: string) => `key.${person}`;

async function importKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

export function newSalt(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(16));
}

/** Derives the key and keeps it for this tab, so that a reload does not ask again. */
export async function openKey(
  person: string,
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(passphrase),
    "PBKDF2",
    false,
    ["deriveBits"],
  );
  const bits = await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: kRounds },
    secret,
    256,
  );
  const raw = new Uint8Array(bits);
  tabSettings.write(slot(person), btoa(String.fromCharCode(...raw)));
  return importKey(raw);
}

/** The key of this tab, where the passphrase was given in it. */
export async function keptKey(person: string): Promise<CryptoKey | null> {
  const text = tabSettings.read(slot(person));
  if (text === null) return null;
  return importKey(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
}

export function forgetKey(person: string): void {
  tabSettings.drop(slot(person));
}

export async function seal(key: CryptoKey, text: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv },
    key,
    new TextEncoder().encode(text),
  );
  return { iv, bytes };
}

/** Throws where the key is not the one that sealed it. */
export async function unseal(key: CryptoKey, sealed: Sealed): Promise<string> {
  const bytes = await crypto.subtle.decrypt({ name: "AES-GCM", iv: sealed.iv }, key, sealed.bytes);
  return new TextDecoder().decode(bytes);
}
