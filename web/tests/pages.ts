// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Every page that the other journeys do not come by: opened and looked at. */
import { Visitor } from "./browser.ts";
import { reached } from "./expect.ts";
import { beginAs, run } from "./run.ts";
import { answerTheQuestions } from "./steps.ts";

const kPages: readonly { readonly path: string; readonly title: string | RegExp }[] = [
  { path: "/more", title: "More" },
  { path: "/more/devices", title: "Devices" },
  { path: "/more/audit", title: "Who saw my data" },
  { path: "/more/passphrase", title: "Passphrase" },
  { path: "/more/delete", title: /^Delete Anna/ },
  { path: "/answers", title: "My answers" },
  { path: "/check/morning", title: "How is your back this morning?" },
  { path: "/check/usual", title: "Usual pain this week" },
  { path: "/check/fall", title: "Have you had a fall?" },
  { path: "/safety/all", title: "Safety questions" },
  { path: "/safety/inflammatory", title: "Morning stiffness and other signs" },
  { path: "/seen", title: "You have been seen" },
  { path: "/test/chair_stand", title: "Standing up for 30 seconds" },
  { path: "/test/side_bridge", title: "Side bridge" },
];

/** A swap, and the way back from it. */
async function swap(visitor: Visitor): Promise<void> {
  await visitor.page.getByRole("link", { name: "Plan", exact: true }).click();
  await visitor.at("Your plan");
  const why = visitor.page.getByText("Why this?");
  await why.nth(1).click();
  await visitor.press("Swap it");
  await visitor.choose("What is the matter with it?", "It hurts");
  await visitor.look("swap");
  await visitor.press("Leave it out");
  await visitor.page.getByText("What you asked to leave out").click();
  await visitor.look("left-out");
  await visitor.press("Undo");
  await visitor.page.getByText("What you asked to leave out").waitFor({ state: "detached" });
}

await run("every page", async ({ server, browser, name, options }) => {
  const visitor = await Visitor.open(browser, server.origin, `pages-${name}`, options);
  await beginAs(visitor, server.link, "Anna");
  await answerTheQuestions(visitor, false);
  await swap(visitor);
  reached("a swap is undone");
  for (const { path, title } of kPages) {
    await visitor.go(path);
    await visitor.at(title);
    await visitor.page.waitForTimeout(300);
    await visitor.look(path.slice(1).replaceAll("/", "-"));
  }
  await visitor.go("/today");
  await visitor.press("Not today?");
  await visitor.look("not-today");
  await visitor.press("It is a flare-up");
  await visitor.page.getByRole("heading", { name: "Please answer" }).waitFor();
  await visitor.look("flare");
});
