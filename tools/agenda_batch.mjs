// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// What apps/simulation/agenda_batch does, with the WebAssembly core: prints each person's agenda on
// the last day of their journal. Usage: agenda_batch.mjs CORE.wasm CATALOGUE.json JOURNALS.jsonl
import { readFileSync } from "node:fs";
import { load } from "./plumbline_core.mjs";

const [corePath, cataloguePath, journalsPath] = process.argv.slice(2);
const call = load(corePath, cataloguePath);

/** @type {Map<string, string[]>} */
const journals = new Map();
for (const line of readFileSync(journalsPath, "utf8").split("\n")) {
  if (!line) continue;
  const { person } = JSON.parse(line);
  if (!journals.has(person)) journals.set(person, []);
  journals.get(person).push(line);
}
for (const lines of journals.values()) {
  const days = lines.map((line) => JSON.parse(line).made_at.slice(0, 10)).sort();
  const { failed, answer } = call("plumbline_agenda", lines.join("\n"), days.at(-1));
  if (failed) throw new Error(answer);
  process.stdout.write(answer);
}
