// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The whole way: from the printed link over the first plan to the end of a first session. */
import { Visitor } from "./browser.ts";
import { run } from "./run.ts";
import { answerTheQuestions, firstSession } from "./steps.ts";

await run("the journey", async ({ server, browser, name, options }) => {
  const visitor = await Visitor.open(browser, server.origin, name, options);
  await visitor.page.goto(server.link);
  await visitor.at("A calm way back to a strong back");
  await visitor.look("welcome");
  await visitor.press("Begin");
  await visitor.at("What should we call you?");
  await visitor.look("name");
  await visitor.fill("Name", "Anna");
  await visitor.press("Begin");
  await answerTheQuestions(visitor);
  await firstSession(visitor);
});
