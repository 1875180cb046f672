// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Danger: an emergency closes everything and stays closed; a wrong tap is mended; a stop is heard. */
import { kPhone, Visitor } from "./browser.ts";
import { expect, reached } from "./expect.ts";
import { beginAs, run } from "./run.ts";
import { answerTheQuestions, kSafetyPages, tellTheStory } from "./steps.ts";

/** Numbness between the legs, everything else no. */
async function tellOfNumbness(visitor: Visitor): Promise<void> {
  await tellTheStory(visitor, false);
  for (const [at, title] of kSafetyPages.entries()) {
    await visitor.at(title);
    if (at === 0) await visitor.choose(/new numbness between your legs/, "Yes");
    if (at === 0) await visitor.look("question-yes");
    await visitor.press(at === 0 ? "No to the others" : "No to all of these");
    await visitor.press("Next");
  }
  await visitor.at("Is this right?");
  await visitor.look("review-yes");
  await visitor.press("Yes, that is right");
}

/** Stops in the first exercise for chest pain. */
async function stopForChestPain(visitor: Visitor): Promise<void> {
  await visitor.go("/session");
  await visitor.at("Before you begin");
  await visitor.choose("Pain now", "4");
  await visitor.press("Begin");
  await visitor.press("I am ready");
  await visitor.press("Stop, it hurts");
  await visitor.at("Good that you stopped");
  await visitor.choose("What is it?", "Chest pain or trouble getting breath");
  await visitor.look("stop");
  await visitor.press("Next");
  await visitor.at("Get help now");
}

await run("danger", async ({ server, browser, faults }) => {
  const visitor = await Visitor.open(browser, server.origin, "danger", {
    viewport: kPhone,
    faults,
  });
  await beginAs(visitor, server.link, "Anna");
  await tellOfNumbness(visitor);
  await visitor.at("Get help now");
  await visitor.look("emergency");
  const call = visitor.page.getByRole("link", { name: "Call 112" });
  expect(
    faults,
    (await call.getAttribute("href")) === "tel:112",
    "the card calls the local number",
  );
  await visitor.page.reload();
  await visitor.at("Get help now");
  reached("a reload does not open it");
  await visitor.go("/today");
  await visitor.page.reload();
  await visitor.at("Get help now");
  reached("another address does not open it");
  await visitor.press("I tapped the wrong one");
  await visitor.at("Is this right?");
  await visitor.press("Change");
  await visitor.at(kSafetyPages[0]);
  await visitor.choose(/new numbness between your legs/, "No");
  for (const title of kSafetyPages) {
    await visitor.at(title);
    await visitor.press("Next");
  }
  await visitor.at("Is this right?");
  await visitor.press("Yes, that is right");
  await visitor.at("Nothing urgent in your answers");
  reached("a wrong tap is mended");

  const second = await Visitor.open(browser, server.origin, "stop", { viewport: kPhone, faults });
  const link = await visitor.page.evaluate<string>(
    `fetch("/api/v1/pairings", { method: "POST" }).then((answer) => answer.json()).then((pairing) => pairing.link)`,
  );
  await second.page.goto(link);
  await second.press("Begin");
  await second.at("Who is it today?");
  await second.fill("Name", "Bert");
  await second.press("Add somebody");
  await second.at(/^Hello Bert/);
  await answerTheQuestions(second, false);
  await stopForChestPain(second);
  await second.go("/session");
  await second.page.reload();
  await second.at("Get help now");
  await second.look("stop-emergency");
  reached("chest pain in a session ends in the emergency card");
});
