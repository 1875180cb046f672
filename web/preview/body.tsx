// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The body map alone: only in the development server. */
import "../src/design/tokens.css";
import "../src/design/base.css";
import "../src/design/frame.css";
import "../src/design/fields.css";
import "../src/design/lists.css";
import "../src/design/body.css";
import { render } from "preact";
import { useState } from "preact/hooks";
import { BodyMap } from "../src/parts/body_map.tsx";
import { BodyCompare } from "../src/parts/body_views.tsx";
import { Page } from "../src/parts/page.tsx";
import type { PainArea } from "../src/record/body_areas.ts";

const kThen: readonly PainArea[] = [
  { region: "lumbar", side: "both", intensity: 7, quality: ["aching", "stiff"] },
  { region: "buttock", side: "left", intensity: 5, quality: ["aching"] },
  { region: "calf", side: "left", intensity: 3, quality: ["tingling"] },
];
const kNow: readonly PainArea[] = [
  { region: "lumbar", side: "left", intensity: 4, quality: ["aching"] },
  { region: "buttock", side: "left", intensity: 5, quality: ["aching"] },
  { region: "shoulder", side: "right", intensity: 2, quality: ["stiff"] },
];

function Preview() {
  const full = location.hash === "#full";
  const [areas, setAreas] = useState<readonly PainArea[]>(full ? kThen : []);
  return (
    <Page title="Where does it hurt?">
      <BodyMap areas={areas} onChange={setAreas} />
      <h2>Then and now</h2>
      <BodyCompare
        before={{ date: "3 March", areas: kThen }}
        now={{ date: "today", areas: kNow }}
      />
    </Page>
  );
}

const place = document.getElementById("app");
if (place !== null) render(<Preview />, place);
