// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Where we are: the part of the address after #. */
import { signal } from "@preact/signals";

const here = () => {
  const path = location.hash.slice(1);
  return path.startsWith("/") ? path : "/";
};

const codeHere = () => new URLSearchParams(location.hash.slice(1)).get("code");

export const path = signal(here());
/** The code of a pairing link, where the page was opened with one. */
export const pairingCode = signal(codeHere());

addEventListener("hashchange", () => {
  // #main is a place on the page, not another page.
  pairingCode.value = codeHere();
  if (location.hash === "" || location.hash.startsWith("#/")) path.value = here();
});

export function go(to: string): void {
  location.hash = to;
}

/** As go, without a step back to where we were. */
export function replace(to: string): void {
  history.replaceState(null, "", `#${to}`);
  pairingCode.value = null;
  path.value = here();
}
