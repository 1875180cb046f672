// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Where we are: the part of the address after #. */
import { signal } from "@preact/signals";

const here = () => {
  const path = location.hash.slice(1);
  return path.startsWith("/") ? path : "/";
};

export const path = signal(here());

addEventListener("hashchange", () => {
  // #main is a place on the page, not another page.
  if (location.hash === "" || location.hash.startsWith("#/")) path.value = here();
});

export function go(to: string): void {
  location.hash = to;
}

/** As go, without a step back to where we were. */
export function replace(to: string): void {
  history.replaceState(null, "", `#${to}`);
  path.value = here();
}
