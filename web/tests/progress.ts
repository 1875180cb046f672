// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** After a first session: progress, the map and the goals told again, and the page for a clinician. */
import { kDesktop, kPhone, launch, Visitor } from "./browser.ts";
import { Server } from "./server.ts";
import { answerTheQuestions, firstSession } from "./steps.ts";

const server = new Server();
await server.start();
const browser = await launch();
const faults: string[] = [];

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
  await visitor.page.goto(`${server.origin}/#/progress`);
  await visitor.at("Progress");
  await visitor.press("Rate it again");
  await visitor.at("How well does it go now?");
  await visitor.page.getByRole("radio", { name: "7" }).check();
  await visitor.look("goals-again");
  await visitor.press("Save");
  await visitor.at("Progress");
}

async function journey(name: string, viewport: { width: number; height: number }, dark: boolean) {
  const visitor = await Visitor.open(browser, server.origin, name, { viewport, dark, faults });
  await visitor.page.goto(server.link);
  await visitor.press("Begin");
  await visitor.fill("Name", "Anna");
  await visitor.press("Begin");
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
  await visitor.context.close();
}

try {
  const wanted = process.argv[2] ?? "phone";
  await journey(wanted, wanted === "phone" ? kPhone : kDesktop, wanted !== "phone");
} catch (error) {
  faults.push(String((error as Error).stack));
} finally {
  await browser.close();
  await server.stop();
  server.remove();
}
for (const fault of faults) console.log(`FAIL ${fault}`);
console.log(faults.length === 0 ? "progress holds" : `${faults.length} things do not hold`);
process.exit(faults.length === 0 ? 0 : 1);
