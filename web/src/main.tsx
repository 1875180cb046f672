// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
import "./design/tokens.css";
import "./design/base.css";
import "./design/parts.css";
import "./design/player.css";
import "./design/body.css";
import { render } from "preact";
import { App } from "./app.tsx";
import { keepAtHand } from "./parts/updates.ts";
import { watchTheWorld } from "./record/record.ts";

const place = document.getElementById("app");
if (place !== null) render(<App />, place);
watchTheWorld();
void keepAtHand();
