// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Texts by typed keys. A text may hold {names}, and forms for one and for more. */
import { signal } from "@preact/signals";
import { en } from "./en.ts";

export type Text = string | { readonly one: string; readonly other: string };
export type Words = Readonly<Record<Key, Text>>;
export type Key = keyof typeof en;

/** `pseudo` stretches every text, to see what breaks; only for tests. */
export type Language = "en" | "pseudo";

function pseudo(text: string): string {
  const vowels: Record<string, string> = { a: "áá", e: "éé", i: "íí", o: "óó", u: "úú" };
  const stretched = text.replace(/\{[^}]*\}|[aeiou]/g, (found) => vowels[found] ?? found);
  return `[${stretched}]`;
}

export const language = signal<Language>("en");

function form(text: Text, count: number): string {
  if (typeof text === "string") return text;
  return new Intl.PluralRules("en").select(count) === "one" ? text.one : text.other;
}

export type Values = Readonly<Record<string, string | number>>;

/** The text of a key; {n} chooses between one and more. */
export function t(key: Key, values: Values = {}): string {
  const count = typeof values.n === "number" ? values.n : 2;
  const plain = form((en as Words)[key], count);
  const text = language.value === "pseudo" ? pseudo(plain) : plain;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Whether there is a text of this name: for words that come from the core. */
export function isKey(name: string): name is Key {
  return name in en;
}

/** The text for a word of the core, or the word itself in readable form. */
export function wordText(family: string, word: string): string {
  const key = `${family}.${word}`;
  return isKey(key) ? t(key) : word.replaceAll("_", " ");
}

const locale = () => (language.value === "pseudo" ? "en" : language.value);

export function formatDay(day: string, style: Intl.DateTimeFormatOptions): string {
  return new Date(`${day}T12:00:00`).toLocaleDateString(locale(), style);
}

export function formatNumber(value: number): string {
  return value.toLocaleString(locale(), { maximumFractionDigits: 1 });
}
