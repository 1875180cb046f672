// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** One check: its own server and browser, and in the end one line that says whether all holds. */
import type { Browser } from "playwright-core";
import { kDesktop, kPhone, launch, type Visitor } from "./browser.ts";
import { finish } from "./expect.ts";
import { Server } from "./server.ts";

export interface Check {
  readonly server: Server;
  readonly browser: Browser;
  /** What does not hold, added to. */
  readonly faults: string[];
  /** `phone` or `desktop`, as the command line says; desktop is looked at in the dark. */
  readonly name: string;
  readonly options: {
    readonly viewport: { width: number; height: number };
    readonly dark: boolean;
    readonly faults: string[];
  };
}

/** Runs a check and ends the program. */
export async function run(title: string, work: (check: Check) => Promise<void>): Promise<never> {
  const server = new Server();
  await server.start();
  const browser = await launch();
  const faults: string[] = [];
  const name = process.argv[2] ?? "phone";
  const isPhone = name === "phone";
  const options = { viewport: isPhone ? kPhone : kDesktop, dark: !isPhone, faults };
  try {
    await work({ server, browser, faults, name, options });
  } catch (error) {
    faults.push(String((error as Error).stack));
  } finally {
    await browser.close();
    await server.stop();
    server.remove();
  }
  return finish(faults, title);
}

/** From the printed link to the first question, as the first person of a household. */
export async function beginAs(visitor: Visitor, link: string, name: string): Promise<void> {
  await visitor.page.goto(link);
  await visitor.press("Begin");
  await visitor.at("What should we call you?");
  await visitor.fill("Name", name);
  await visitor.press("Begin");
}
