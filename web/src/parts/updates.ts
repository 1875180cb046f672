// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Keeps the app at hand without a network; a new version waits until nobody is in a session. */
import { effect, signal } from "@preact/signals";
import { running } from "../player/session.ts";
import { t } from "../words/index.ts";
import { say } from "./toast.tsx";

const waiting = signal<ServiceWorker | null>(null);

function offer(worker: ServiceWorker): void {
  say(t("update.ready"), t("update.take"), () => worker.postMessage({ type: "SKIP_WAITING" }));
}

function watch(registration: ServiceWorkerRegistration): void {
  const look = () => {
    // The first one has nothing before it: it serves from the next load on.
    if (registration.waiting !== null && navigator.serviceWorker.controller !== null) {
      waiting.value = registration.waiting;
    }
  };
  look();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", look);
  });
}

/** Registers the service worker, where the browser has one and the page is built. */
export async function keepAtHand(): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  let taken = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (taken) location.reload();
    taken = true;
  });
  effect(() => {
    if (waiting.value !== null && running.value === null) offer(waiting.value);
  });
  try {
    watch(await navigator.serviceWorker.register("/sw.js"));
  } catch {
    // Without it everything works while the server answers.
  }
}

/** Asks the browser not to throw the entries away when it needs room. */
export async function askToPersist(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false);
}
