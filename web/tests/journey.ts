// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The whole way: from the printed link over the first plan to the end of a first session. */
import { kDesktop, kPhone, launch, Visitor } from "./browser.ts";
import { finish } from "./expect.ts";
import { Server } from "./server.ts";
import { answerTheQuestions, firstSession } from "./steps.ts";

const server = new Server();
await server.start();
const browser = await launch();
const faults: string[] = [];

async function journey(name: string, viewport: { width: number; height: number }, dark: boolean) {
  const visitor = await Visitor.open(browser, server.origin, name, { viewport, dark, faults });
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
finish(faults, "the journey");
