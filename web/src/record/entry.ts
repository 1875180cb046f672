// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What happened, as it is kept: entries are never changed, only corrected by later ones. */
import { localInstant } from "./instant.ts";

export interface Entry {
  readonly id: string;
  readonly person: string;
  readonly made_at: string;
  readonly author: { readonly role: "person" };
  readonly device: string;
  readonly kind: string;
  readonly version: 1;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A UUID of version 7 (RFC 9562): sorts by its time. */
export function uuid7(now: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256;
  bytes[6] = 0x70 | ((bytes[6] as number) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

let newest = 0;

/** Makes an entry of now. Entries of one device never share a millisecond, so their order holds. */
export function makeEntry(
  person: string,
  device: string,
  kind: string,
  body: Readonly<Record<string, unknown>>,
  now = Date.now(),
): Entry {
  newest = newest >= now && newest - now < 1000 ? newest + 1 : now;
  return {
    id: uuid7(newest),
    person,
    made_at: localInstant(new Date(newest)),
    author: { role: "person" },
    device,
    kind,
    version: 1,
    body,
  };
}
