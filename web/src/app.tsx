// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Which page is shown: by who is here, what is known, and the address. */

import { useEffect, useState } from "preact/hooks";
import { loadCatalogue } from "./catalogue/catalogue.ts";
import { HouseholdPage } from "./pages/household.tsx";
import { kPages } from "./pages/pages.ts";
import { PairPage } from "./pages/pair.tsx";
import { Page, Tabs } from "./parts/page.tsx";
import { pairingCode, path } from "./parts/route.ts";
import { ToastPlace } from "./parts/toast.tsx";
import { loadHousehold, openKnown, pairing, people } from "./record/household.ts";
import { agenda, person, rows } from "./record/record.ts";
import { browserSettings } from "./record/settings.ts";
import { t } from "./words/index.ts";

const kLastPerson = "plumbline.person";

type Start = "starting" | "ready" | "no-storage" | "failed";

async function start(): Promise<Start> {
  try {
    await loadHousehold();
  } catch {
    return "no-storage";
  }
  try {
    await loadCatalogue();
    const last = browserSettings.read(kLastPerson);
    const known = people.value.find((one) => one.id === last);
    if (known !== undefined) await openKnown(known);
  } catch {
    return "failed";
  }
  return "ready";
}

/** Without a profile everything leads to the first questions; with one they are over. */
function wantedPath(isEmpty: boolean): string {
  if (isEmpty) return /^\/(more|seen|start)/.test(path.value) ? path.value : "/start";
  const lock = agenda.value?.locked?.lock ?? "NONE";
  if (lock !== "NONE" && /^\/(session|test)/.test(path.value)) return "/today";
  return path.value === "/" || path.value.startsWith("/start") ? "/today" : path.value;
}

function Inside() {
  if (person.value === null) return <HouseholdPage />;
  const isEmpty =
    agenda.value === null && !rows.value.some((row) => row.entry.kind === "profile.set");
  const wanted = wantedPath(isEmpty);
  const found = kPages.find((page) => wanted.startsWith(page.path)) ?? kPages[0];
  if (found === undefined) return null;
  const Shown = found.page;
  // An emergency card stands alone.
  const alone = found.alone === true || agenda.value?.locked?.urgency === "emergency";
  return (
    <div class={alone ? "frame" : "frame with-tabs"}>
      {!alone && <Tabs path={wanted} />}
      <Shown />
    </div>
  );
}

export function App() {
  const [state, setState] = useState<Start>("starting");
  useEffect(() => {
    void start().then(setState);
  }, []);
  useEffect(() => {
    if (person.value !== null) browserSettings.write(kLastPerson, person.value.id);
  }, [person.value?.id]);
  const code = pairingCode.value;

  let inside = <Inside />;
  if (state === "starting") inside = <main id="main" class="content" aria-busy="true" />;
  else if (state === "no-storage")
    inside = <Page title="Plumbline" lead={t("fault.storage")} children={null} />;
  else if (state === "failed")
    inside = <Page title="Plumbline" lead={t("fault.start")} children={null} />;
  else if (code !== null || (pairing.value === "unpaired" && people.value.length === 0))
    inside = <PairPage code={code} />;
  return (
    <>
      {inside}
      <ToastPlace />
    </>
  );
}
