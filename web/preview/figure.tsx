// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** One figure and one small picture alone. Only in the development server. ?id=bridge */
import "../src/design/tokens.css";
import "../src/design/base.css";
import "../src/design/frame.css";
import "../src/design/fields.css";
import "../src/design/lists.css";
import "../src/design/figure.css";
import { render } from "preact";
import { loadCatalogue } from "../src/catalogue/catalogue.ts";
import { Figure } from "../src/player/figure.tsx";
import { KeyPose } from "../src/player/key_pose.tsx";
import type { View } from "../src/player/views.ts";

const wanted = new URLSearchParams(location.search);
const id = wanted.get("id") ?? "bridge";
const view = wanted.get("view") as View | null;
await loadCatalogue();
const place = document.getElementById("app");
const phase = wanted.get("phase");
if (place !== null) {
  render(
    <div class="content">
      <h1>{id}</h1>
      <Figure
        exercise={id}
        playing={wanted.get("play") !== "0"}
        mirror={wanted.get("mirror") === "1"}
        {...(view === null ? {} : { view })}
        {...(phase === null ? {} : { phase: Number(phase) })}
        onPhase={(number, { name }) => console.log("phase", number, name)}
      />
      <KeyPose exercise={id} />
    </div>,
    place,
  );
}
setTimeout(() => {
  document.title = "ready";
}, 1500);
