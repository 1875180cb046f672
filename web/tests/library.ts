// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/**
 * The library: finding an exercise, seeing it move, reading about it, and what it is in the plan.
 * Also every exercise of the catalogue: its page opens, and it has a picture or says that it has none.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { kDesktop, kPhone, Visitor } from "./browser.ts";
import { expect } from "./expect.ts";
import { beginAs, run } from "./run.ts";
import { answerTheQuestions } from "./steps.ts";

const kFolder = fileURLToPath(new URL("../../catalog/exercises", import.meta.url));
const catalogue = readdirSync(kFolder).map((file) => {
  const document = JSON.parse(readFileSync(`${kFolder}/${file}`, "utf8"));
  return { id: document.id as string, moves: document.movement !== undefined };
});

const kInk = `(() => {
  const canvas = document.querySelector(".demonstrator canvas");
  return canvas === null ? "" : canvas.toDataURL();
})()`;

const picture = (visitor: Visitor) => visitor.page.evaluate<string>(kInk);

/** How many of the dots of the figure's canvas are painted. */
const painted = (visitor: Visitor) =>
  visitor.page.evaluate<number>(`(() => {
    const canvas = document.querySelector(".demonstrator canvas");
    if (canvas === null) return 0;
    const dots = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
    let count = 0;
    for (let i = 3; i < dots.length; i += 4) count += dots[i] > 0 ? 1 : 0;
    return count;
  })()`);

async function find(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  const rows = page.locator(".library-row");
  await visitor.press("Exercises");
  await visitor.at("Exercises");
  await rows.first().waitFor();
  expect(
    visitor.faults,
    (await rows.count()) === catalogue.length,
    "the library lists every exercise",
  );
  await visitor.look("library");
  await visitor.fill("Search", "bridge");
  expect(
    visitor.faults,
    (await rows.first().textContent())?.startsWith("Bridge") === true,
    "names first",
  );
  await visitor.fill("Search", "buttock muscle");
  expect(visitor.faults, (await rows.count()) > 10, "muscles are found by plain words");
  await page.getByLabel("Position").selectOption({ value: "hands" });
  const few = await rows.count();
  const status = await page.locator("search").getByRole("status").textContent();
  expect(visitor.faults, status === `${few} exercises`, `the number found is said: ${status}`);
  await visitor.fill("Search", "zzz");
  await page.getByText("Nothing fits all of this").waitFor();
  await visitor.look("nothing-found");
  await visitor.press("Show all");
  expect(visitor.faults, (await rows.count()) === catalogue.length, "one button shows all again");
}

async function watch(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.getByRole("link", { name: /^Bird dog Trains/ }).click();
  await visitor.at("Bird dog");
  await page.getByRole("img", { name: /^Bird dog, shown/ }).waitFor();
  await page.waitForTimeout(400);
  const before = await picture(visitor);
  await page.waitForTimeout(700);
  expect(visitor.faults, (await picture(visitor)) !== before, "the figure moves");
  await visitor.press("Pause");
  await page.waitForTimeout(200);
  const paused = await picture(visitor);
  await page.waitForTimeout(500);
  expect(visitor.faults, (await picture(visitor)) === paused, "and stands still when it is paused");
  await visitor.press("Other side");
  await page.waitForTimeout(200);
  expect(visitor.faults, (await picture(visitor)) !== paused, "the other side looks different");
  await visitor.press("Front");
  await visitor.look("exercise");
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.locator(".demonstrator.poses canvas").first().waitFor();
  expect(
    visitor.faults,
    !(await page.getByText("Pause").isVisible()),
    "who wants no motion sees poses",
  );
  await visitor.look("poses");
}

async function inThePlan(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.go("/plan");
  await visitor.at("Your plan");
  const link = page.locator(".items a").first();
  const name = (await link.textContent()) ?? "";
  await link.click();
  await visitor.at(name);
  expect(
    visitor.faults,
    await page.getByText(/^In your plan on /).isVisible(),
    `${name} says that it is in the plan`,
  );
  await visitor.go(`/library/no_such_thing`);
  await page.getByText("There is no exercise of this name.").waitFor();
}

/** Every page once. */
async function everyOne(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  for (const { id, moves } of catalogue) {
    await visitor.go(`/library/${id}`);
    if (!moves) {
      await page.getByText("No picture yet").waitFor();
      continue;
    }
    await page.locator(`main .demonstrator canvas`).first().waitFor();
    let dots = 0;
    for (let wait = 0; wait < 40 && dots < 1000; wait++) {
      await page.waitForTimeout(25);
      dots = await painted(visitor);
    }
    if (dots < 1000) expect(visitor.faults, false, `${id} is drawn`);
  }
  expect(visitor.faults, true, `${catalogue.length} exercises have a page`);
}

await run("the library", async ({ server, browser, faults }) => {
  const phone = await Visitor.open(browser, server.origin, "library", { viewport: kPhone, faults });
  await beginAs(phone, server.link, "Anna");
  await answerTheQuestions(phone, false);
  await find(phone);
  await watch(phone);
  await inThePlan(phone);
  await phone.page.setViewportSize(kDesktop);
  await phone.page.emulateMedia({ colorScheme: "dark" });
  await find(phone);
  await watch(phone);
  await everyOne(phone);
});
