// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The library without a person. Only in the development server. #/library or #/library/ID, ?dir=rtl */
import "../src/design/tokens.css";
import "../src/design/base.css";
import "../src/design/frame.css";
import "../src/design/fields.css";
import "../src/design/lists.css";
import "../src/design/figure.css";
import "../src/design/library.css";
import { render } from "preact";
import { loadCatalogue } from "../src/catalogue/catalogue.ts";
import { LibraryPage } from "../src/pages/library.tsx";
import { Tabs } from "../src/parts/page.tsx";
import { language } from "../src/words/index.ts";

const wanted = new URLSearchParams(location.search);
document.documentElement.dir = wanted.get("dir") ?? "ltr";
if (wanted.get("words") === "pseudo") language.value = "pseudo";
await loadCatalogue();
const place = document.getElementById("app");
if (place !== null) {
  render(
    <div class="frame with-tabs">
      <Tabs path="/library" />
      <LibraryPage />
    </div>,
    place,
  );
}
