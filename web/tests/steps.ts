// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Parts of the way that several tests go. */
import type { Visitor } from "./browser.ts";

/** Age and story: what the safety questions need. */
export async function tellTheStory(visitor: Visitor, look = true): Promise<void> {
  const see = async (label: string) => look && (await visitor.look(label));
  await visitor.at(/^Hello /);
  await see("hello");
  await visitor.press("Begin");
  await visitor.at("About you");
  await visitor.fill(/^Age/, "46");
  await visitor.choose("Sex", "Female");
  await see("you");
  await visitor.press("Next");
  await visitor.at("Your back so far");
  await visitor.fill("How long has it hurt this time?", "14");
  await visitor.choose("Days, weeks, months or years", "Months");
  await visitor.choose("Have you had it before?", "Once or a few times");
  await visitor.choose("How is it going lately?", "Staying the same");
  await see("story");
  await visitor.press("Next");
}

export const kSafetyPages = [
  "Bladder, bowel and feeling between the legs",
  "Legs and walking",
  "Chest, belly and sudden pain",
  "Falls, bones and injuries",
  "Infection, cancer and other illness",
  "The pain itself",
] as const;

/** All questions of the first day, for a person with long-standing low back pain and no danger. */
export async function answerTheQuestions(visitor: Visitor, look = true): Promise<void> {
  const see = async (label: string) => look && (await visitor.look(label));
  await tellTheStory(visitor, look);
  for (const title of kSafetyPages) {
    await visitor.at(title);
    await visitor.press("No to all of these");
    await see("safety");
    await visitor.press("Next");
  }
  await visitor.at("Is this right?");
  await see("review");
  await visitor.press("Yes, that is right");
  await visitor.at("Nothing urgent in your answers");
  await see("nothing-urgent");
  await visitor.press("Go on");
  await visitor.at("Where does it hurt?");
  await paintLowBack(visitor);
  await visitor.choose("Does it travel down a leg?", "No");
  await visitor.choose("Is there numbness, tingling or weakness in a leg?", "No");
  await see("where");
  await visitor.press("Next");
  await visitor.at("How it behaves");
  await visitor.choose("How strong is it usually?", "5");
  await visitor.choose("What makes it worse?", "Bending forward");
  await visitor.choose("What makes it better?", "Walking");
  await visitor.choose(/how long until it settles/, "Minutes");
  await see("behaviour");
  await visitor.press("Next");
  await visitor.at("Your health");
  await visitor.choose(/Do you have an illness/, "None that I know of");
  await see("health");
  await visitor.press("Next");
  await visitor.at("What fits your days");
  await see("room");
  await visitor.press("Next");
  await visitor.at("What do you want to do again?");
  await visitor.fill("I want to", "pick up my child");
  await visitor.choose(/How well can you do it now/, "4");
  await see("goals");
  await visitor.press("Next");
  await visitor.at("That is all");
  await visitor.press("Make my plan");
  await visitor.at("Your plan");
  await see("plan");
}

async function paintLowBack(visitor: Visitor): Promise<void> {
  await visitor.page
    .getByRole("button", { name: /^Low back, left/ })
    .first()
    .click();
  await visitor.choose("How strong is it here?", "6");
}

/** Ends every piece of an exercise by hand: the clock is tested apart. */
async function doPieces(visitor: Visitor): Promise<void> {
  const next = visitor.page.getByRole("button", { name: /^(Next|Rested enough)$/ });
  const enough = visitor.page.getByRole("button", { name: "Enough of this one" });
  for (let piece = 0; piece < 80 && (await enough.isVisible()); piece++) await next.first().click();
}

/** One exercise from its introduction to its rating. Gives false where the session is over. */
async function doExercise(visitor: Visitor, look: boolean): Promise<boolean> {
  const ready = visitor.page.getByRole("button", { name: "I am ready" });
  const over = visitor.page.getByRole("heading", { level: 1, name: "That was it" });
  const rate = visitor.page.getByRole("group", { name: "Pain while you did it" });
  await ready.or(over).waitFor();
  if (await over.isVisible()) return false;
  if (look) await visitor.look("intro");
  await ready.click();
  await visitor.page.getByRole("button", { name: "Enough of this one" }).waitFor();
  if (look) await visitor.look("work");
  await doPieces(visitor);
  await rate.or(ready).or(over).waitFor();
  if (!(await rate.isVisible())) return true;
  await visitor.choose("Pain while you did it", "4");
  await visitor.choose("How hard was it?", "3");
  if (look) await visitor.look("rate");
  await visitor.press("Next");
  return true;
}

/** From Today through every exercise of the first session; or on in one that was begun. */
export async function firstSession(visitor: Visitor, from = { begun: false }): Promise<void> {
  if (from.begun) {
    await doPieces(visitor);
  } else {
    await visitor.press("Today");
    await visitor.page.getByRole("link", { name: "Start", exact: true }).waitFor();
    await visitor.look("today");
    await visitor.press("Start");
    await visitor.at("Before you begin");
    await visitor.choose("Pain now", "4");
    await visitor.look("check-in");
    await visitor.press("Begin");
  }
  for (let at = 0; at < 12 && (await doExercise(visitor, at < 3)); at++);
  await visitor.at("That was it");
  await visitor.look("end");
  await visitor.press("Done");
  await visitor.page.getByRole("heading", { name: "Done for today" }).waitFor();
  await visitor.look("today-done");
}
