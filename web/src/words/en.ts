// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Every text of the app in English. Keys are typed: a text that is missing does not compile. */
import { bodyWords } from "./en.body.ts";
import { dailyWords } from "./en.daily.ts";
import { libraryWords } from "./en.library.ts";
import { onboardingWords } from "./en.onboarding.ts";
import { playerWords } from "./en.player.ts";
import { progressWords } from "./en.progress.ts";
import { safetyWords } from "./en.safety.ts";

export const en = {
  "tab.label": "Main pages",
  "tab.today": "Today",
  "tab.plan": "Plan",
  "tab.progress": "Progress",
  "tab.library": "Exercises",
  "tab.more": "More",
  "say.undo": "Undo",
  "say.back": "Back",
  "say.next": "Next",
  "say.save": "Save",
  "say.cancel": "Cancel",
  "say.done": "Done",
  "say.skip": "Skip",
  "say.yes": "Yes",
  "say.no": "No",
  "say.unsure": "Not sure",
  "say.wait": "One moment …",
  "field.range": "Please give a number from {min} to {max}.",

  "update.ready": "A new version of Plumbline is ready.",
  "update.take": "Use it",

  "fault.offline": "The server does not answer. What you entered stays on this device.",
  "fault.away": "The server does not answer. This needs it; please try again later.",
  "fault.full":
    "This device has no room left, so this could not be kept. Please free some space and try again.",
  "fault.clock":
    "The date of this device lies before your last entries. The plan is shown for the day of the last one. Please check the date.",
  "fault.unknown": "Something went wrong: {detail}",
  "fault.core": "The plan could not be worked out: {detail}. Nothing is lost.",
  "fault.start": "Plumbline could not be loaded. Please try again when the server answers.",
  "fault.storage":
    "This browser does not let Plumbline keep anything. Private windows and blocked site data do that. Please allow it, or use another browser.",

  "pair.welcome": "A calm way back to a strong back",
  "pair.lead":
    "Plumbline plans exercises that fit you, shows them, and adapts day by day. Everything stays on your own machine.",
  "pair.begin": "Begin",
  "pair.phone": "Phone or tablet",
  "pair.computer": "Computer",
  "pair.not.title": "This browser is not connected yet",
  "pair.not.lead":
    "Open the link that the server showed when it started. Or scan the QR code that a connected device shows under More, Devices.",
  "pair.not.new": "Is the link used up or lost? Stop the server, and start it with --new-link.",
  "pair.used": "This link was used already, or is too old.",
  "pair.offline.title": "The server does not answer",
  "pair.offline.lead": "Is it running? Nothing is lost. This page tries again by itself.",

  "people.title": "Who is it today?",
  "people.first": "What should we call you?",
  "people.first.lead": "A first name is enough. You can add others in your home later.",
  "people.name": "Name",
  "people.add": "Add somebody",
  "people.begin": "Begin",
  "people.closed": "Opens with a passphrase",
  "people.passphrase": "Passphrase",
  "people.open": "Open",
  "people.wrong": "That is not the passphrase.",
  "people.blank": "Please give a name.",

  ...bodyWords,
  ...libraryWords,
  ...dailyWords,
  ...onboardingWords,
  ...playerWords,
  ...progressWords,
  ...safetyWords,
} as const;
