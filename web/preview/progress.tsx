// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/**
 * Progress and report over a simulated journal: only in the development server. Make the journal with
 * `plumbline simulate --profile … --course fluctuating --weeks 12 > web/preview/journal.jsonl`.
 */
import "../src/design/tokens.css";
import "../src/design/base.css";
import "../src/design/frame.css";
import "../src/design/fields.css";
import "../src/design/lists.css";
import "../src/design/body.css";
import "../src/design/chart.css";
import "../src/design/report.css";
import { render } from "preact";
import { loadCatalogue } from "../src/catalogue/catalogue.ts";
import { computeAgenda } from "../src/core/client.ts";
import { ProgressPage } from "../src/pages/progress.tsx";
import { ReportPage } from "../src/pages/report.tsx";
import { Tabs } from "../src/parts/page.tsx";
import { path } from "../src/parts/route.ts";
import type { Entry } from "../src/record/entry.ts";
import { dayOf } from "../src/record/instant.ts";
import { agenda, person, rows, today } from "../src/record/record.ts";

async function load(): Promise<void> {
  const text = await (await fetch("/preview/journal.jsonl")).text();
  const lines = text.trim() === "" ? [] : text.trim().split("\n");
  rows.value = lines.map((line) => ({
    entry: JSON.parse(line) as Entry,
    text: line,
    state: "stored",
  }));
  const last = lines.at(-1);
  if (last !== undefined) today.value = dayOf((JSON.parse(last) as Entry).made_at);
  person.value = { id: "person-1", name: "Maria", has_passphrase: false, is_open: true };
  await loadCatalogue();
  if (lines.length > 0) agenda.value = await computeAgenda(text, today.value);
}

function Preview() {
  if (path.value.startsWith("/report")) return <ReportPage />;
  return (
    <div class="frame with-tabs">
      <Tabs path="/progress" />
      <ProgressPage />
    </div>
  );
}

await load();
const place = document.getElementById("app");
if (place !== null) render(<Preview />, place);
