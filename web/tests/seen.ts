// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** A plan that a fall has closed opens once somebody looked at it and the questions are answered. */
import { Visitor } from "./browser.ts";
import { reached } from "./expect.ts";
import { beginAs, run } from "./run.ts";
import { answerTheQuestions } from "./steps.ts";

/** Answers the questions that stand there, page by page, with no. */
async function noToAll(visitor: Visitor): Promise<void> {
  for (;;) {
    await visitor.press("No to all of these");
    const last = visitor.page.getByRole("button", { name: "Save", exact: true });
    if (await last.isVisible()) return last.click();
    await visitor.press("Next");
  }
}

await run("being seen", async ({ server, browser, name, options }) => {
  const visitor = await Visitor.open(browser, server.origin, `seen-${name}`, options);
  await beginAs(visitor, server.link, "Anna");
  await answerTheQuestions(visitor, false);
  await visitor.go("/safety/fracture");
  await visitor.choose(/Did the pain begin with a bad fall/, "Yes");
  await visitor.press("No to the others");
  await visitor.press("Save");
  await visitor.go("/today");
  await visitor.at("Ring a doctor today");
  await visitor.look("locked");
  reached("a bad fall closes the plan");
  await visitor.press("I have been seen since");
  await visitor.fill("Who looked at it?", "My doctor");
  await visitor.choose("What were you told?", "It is nothing dangerous");
  await noToAll(visitor);
  await visitor.page.getByRole("link", { name: "Start", exact: true }).waitFor({ timeout: 8000 });
  await visitor.look("open");
  reached("it opens once somebody looked at it");
});
