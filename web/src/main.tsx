// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
import "./design/tokens.css";
import "./design/base.css";
import "./design/frame.css";
import "./design/fields.css";
import "./design/lists.css";
import "./design/figure.css";
import "./design/library.css";
import "./design/player.css";
import "./design/body.css";
import "./design/chart.css";
import "./design/report.css";
import { render } from "preact";
import { App } from "./app.tsx";
import { keepAtHand } from "./parts/updates.ts";
import { watchTheWorld } from "./record/record.ts";

const place = document.getElementById("app");
if (place !== null) render(<App />, place);
watchTheWorld();
void keepAtHand();
