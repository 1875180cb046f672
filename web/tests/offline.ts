// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/**
 * Without a network: a reload, a whole session, and back. Entries arrive once, a set that was begun
 * survives a reload, and two devices that were away at once end with the same plan.
 */
import { kPhone, Visitor } from "./browser.ts";
import { expect, reached } from "./expect.ts";
import { beginAs, run } from "./run.ts";
import { answerTheQuestions, firstSession } from "./steps.ts";

interface Pulled {
  readonly entries: readonly { readonly entry: { readonly id: string; readonly kind: string } }[];
}

/** What the server has of the only person. */
async function onServer(visitor: Visitor): Promise<Pulled> {
  return visitor.page.evaluate<Pulled>(`(async () => {
    const { people } = await (await fetch("/api/v1/people")).json();
    return (await fetch("/api/v1/people/" + people[0].id + "/entries")).json();
  })()`);
}

async function agendaOf(visitor: Visitor): Promise<string> {
  await visitor.go("/plan");
  await visitor.at("Your plan");
  return (await visitor.page.locator("#main").textContent()) ?? "";
}

async function waitUntilSent(visitor: Visitor, kind: string): Promise<Pulled> {
  for (let round = 0; round < 60; round++) {
    const now = await onServer(visitor).catch(() => ({ entries: [] }));
    if (now.entries.some((one) => one.entry.kind === kind)) return now;
    await visitor.page.evaluate("dispatchEvent(new Event('online'))");
    await visitor.page.waitForTimeout(500);
  }
  return { entries: [] };
}

await run("without a network", async ({ server, browser, faults }) => {
  const first = await Visitor.open(browser, server.origin, "first", { viewport: kPhone, faults });
  await beginAs(first, server.link, "Anna");
  await answerTheQuestions(first, false);
  await first.page.evaluate("navigator.serviceWorker.ready.then(() => true)");
  const before = await waitUntilSent(first, "profile.set");
  expect(faults, before.entries.length >= 3, "the first answers are on the server");

  // A second device, paired while both are there.
  const link = await first.page.evaluate<string>(
    `fetch("/api/v1/pairings", { method: "POST" }).then((answer) => answer.json()).then((pairing) => pairing.link)`,
  );
  const second = await Visitor.open(browser, server.origin, "second", { viewport: kPhone, faults });
  await second.page.goto(link);
  await second.press("Begin");
  await second.page.getByRole("button", { name: "Anna" }).click();
  await second.page.getByRole("link", { name: "Start", exact: true }).waitFor();
  await second.page.evaluate("navigator.serviceWorker.ready.then(() => true)");

  await server.stop();
  await first.page.reload();
  await first.page.getByRole("link", { name: "Today", exact: true }).waitFor();
  reached("the page opens without the server");

  // A set that was begun survives a reload.
  await first.press("Today");
  await first.press("Start");
  await first.at("Before you begin");
  await first.choose("Pain now", "4");
  await first.press("Begin");
  await first.press("I am ready");
  await first.page.getByRole("button", { name: "Enough of this one" }).waitFor();
  await first.press("Next");
  const begun = await first.page.locator("h1").textContent();
  await first.page.reload();
  await first.page.getByRole("button", { name: "Go on" }).waitFor();
  expect(
    faults,
    (await first.page.locator("h1").textContent()) === begun,
    "a reload keeps the exercise",
  );
  await first.go("/session");
  await firstSession(first, { begun: true });

  // The second device tells of a morning while it is away too.
  await second.go("/check/morning");
  await second.choose("Pain now", "3");
  await second.choose(/wake you/, "No");
  await second.press("Save");

  await server.start(server.port);
  const after = await waitUntilSent(first, "session.ended");
  await waitUntilSent(second, "check.morning");
  const ids = after.entries.map((one) => one.entry.id);
  expect(faults, new Set(ids).size === ids.length, "no entry is there twice");
  const ended = after.entries.filter((one) => one.entry.kind === "session.ended").length;
  expect(faults, ended === 1, "the session arrived once");
  await first.page.reload();
  await second.page.reload();
  await first.page.waitForTimeout(1500);
  await second.page.waitForTimeout(1500);
  expect(
    faults,
    (await agendaOf(first)) === (await agendaOf(second)),
    "both devices show the same plan",
  );
});
