// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** After a first session: progress, the map and the goals told again, and the page for a clinician. */
import { Visitor } from "./browser.ts";
import { beginAs, run } from "./run.ts";
import { answerTheQuestions, firstSession } from "./steps.ts";

async function tellAgain(visitor: Visitor): Promise<void> {
  await visitor.press("Paint it again");
  await visitor.at("Where does it hurt now?");
  await visitor.page
    .getByRole("button", { name: /^Low back, left/ })
    .first()
    .click();
  await visitor.choose("How strong is it here?", "4");
  await visitor.page
    .getByRole("button", { name: /^Left buttock, not marked/ })
    .first()
    .press("Enter");
  await visitor.choose("How strong is it here?", "2");
  // By keyboard: what has the focus is never below the bar at the foot.
  await visitor.page.getByRole("checkbox", { name: "numb" }).press("Space");
  await visitor.page.getByText("The safety questions ask about that").waitFor();
  await visitor.look("map-again");
  await visitor.press("Save");
  // New numbness leads to the questions about it.
  await visitor.at("Safety questions");
  await visitor.go("/progress");
  await visitor.at("Progress");
  await visitor.press("Rate it again");
  await visitor.at("How well does it go now?");
  await visitor.page.getByRole("radio", { name: "7" }).check();
  await visitor.look("goals-again");
  await visitor.press("Save");
  await visitor.at("Progress");
}

await run("progress", async ({ server, browser, name, options }) => {
  const visitor = await Visitor.open(browser, server.origin, name, options);
  await beginAs(visitor, server.link, "Anna");
  await answerTheQuestions(visitor, false);
  await firstSession(visitor);
  await visitor.press("Progress");
  await visitor.at("Progress");
  await visitor.look("progress");
  await tellAgain(visitor);
  await visitor.look("progress-again");
  await visitor.press("Page for your clinician");
  await visitor.at("Back care report");
  await visitor.look("report");
});
