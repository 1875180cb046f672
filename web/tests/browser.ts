// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** A real browser; every page it shows is checked for accessibility and for where it asks. */
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const kAxe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const kPhone = { width: 360, height: 740 };
export const kDesktop = { width: 1440, height: 900 };

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}

/** One person's browser, with what it saw. */
export class Visitor {
  /** What does not hold, added to. */
  readonly faults: string[];
  readonly context: BrowserContext;
  readonly page: Page;
  private readonly name: string;
  private readonly pictures: string | null;
  private number = 0;

  private constructor(context: BrowserContext, page: Page, name: string, faults: string[]) {
    this.faults = faults;
    this.context = context;
    this.page = page;
    this.name = name;
    this.pictures = process.env.PICTURES ?? null;
    if (this.pictures !== null) mkdirSync(this.pictures, { recursive: true });
  }

  static async open(
    browser: Browser,
    origin: string,
    name: string,
    options: { viewport: { width: number; height: number }; dark?: boolean; faults: string[] },
  ): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: options.viewport,
      colorScheme: options.dark ? "dark" : "light",
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    const visitor = new Visitor(context, page, name, options.faults);
    context.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) {
        visitor.faults.push(`a request left the server: ${url}`);
      }
    });
    page.on("pageerror", (error) => visitor.faults.push(`script: ${error.message}`));
    page.on("console", (message) => {
      // A failed request is the browser's own line; the page shows what it means.
      const own = /^(Failed to load resource|WebSocket connection to .* failed)/;
      if (message.type() === "error" && !own.test(message.text())) {
        visitor.faults.push(`console: ${message.text()}`);
      }
    });
    return visitor;
  }

  /** Looks at the page as it is: axe, sideways scrolling, and a picture where pictures are kept. */
  async look(label: string): Promise<void> {
    await this.page.waitForLoadState("load");
    await this.page.evaluate(`${kAxe}; void 0`);
    const result = await this.page.evaluate<AxeResult>(
      "axe.run(document, { resultTypes: ['violations'] })",
    );
    for (const one of result.violations) {
      this.faults.push(
        `${label}: ${one.id}: ${one.help}: ${one.nodes[0]?.html.slice(0, 160) ?? ""}`,
      );
    }
    const wide = await this.page.evaluate<number>(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    if (wide > 1) this.faults.push(`${label}: the page is ${wide} px too wide`);
    if (this.pictures === null) return;
    this.number += 1;
    const number = String(this.number).padStart(2, "0");
    await this.page.screenshot({
      path: `${this.pictures}/${this.name}-${number}-${label}.png`,
      fullPage: true,
    });
  }

  /** Goes to a page of the app. */
  async go(path: string): Promise<void> {
    await this.page.goto(new URL(`/#${path}`, this.page.url()).href);
  }

  /** Presses the button or link of this name. */
  async press(name: string | RegExp): Promise<void> {
    const exact = typeof name === "string";
    await this.page
      .getByRole("button", { name, exact })
      .or(this.page.getByRole("link", { name, exact }))
      .first()
      .click();
  }

  /** Chooses in the group of this legend. */
  async choose(legend: string | RegExp, option: string): Promise<void> {
    const group = this.page.getByRole("group", { name: legend });
    await group.getByLabel(option, { exact: true }).first().check({ force: true });
  }

  async fill(label: string | RegExp, value: string): Promise<void> {
    await this.page.getByLabel(label).first().fill(value);
  }

  /** Waits for the title of a page; says what stands there where it does not come. */
  async at(title: string | RegExp): Promise<void> {
    const heading = this.page.getByRole("heading", { level: 1, name: title });
    try {
      await heading.waitFor({ timeout: 15_000 });
    } catch {
      const text = (await this.page.locator("#app").textContent()) ?? "";
      throw new Error(`expected the page "${title}", found: ${text.slice(0, 600)}`);
    }
  }
}
