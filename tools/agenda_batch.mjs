// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// What apps/simulation/agenda_batch does, with the WebAssembly core: prints each person's agenda on
// the last day of their journal. Usage: agenda_batch.mjs CORE.wasm CATALOGUE.json JOURNALS.jsonl
import { readFileSync } from "node:fs";

const [corePath, cataloguePath, journalsPath] = process.argv.slice(2);

// The core asks for nothing of the world; only what the C library links in is answered, with "no".
const refuse = () => 52; // ENOSYS
const imports = new Proxy({}, { get: () => refuse });
const module = new WebAssembly.Module(readFileSync(corePath));
const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: imports });
const core = instance.exports;
core._initialize?.();

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Calls a function of the core with texts and returns its answer. */
function call(name, ...texts) {
  const places = texts.map((text) => {
    const bytes = encoder.encode(text);
    const place = core.plumbline_allocate(bytes.length + 1);
    new Uint8Array(core.memory.buffer).set(bytes, place);
    return [place, bytes.length];
  });
  const failed = core[name](...places.flat());
  const answer = decoder.decode(
    new Uint8Array(core.memory.buffer, core.plumbline_answer(), core.plumbline_answer_size()),
  );
  for (const [place] of places) core.plumbline_release(place);
  if (failed) throw new Error(`${name}: ${answer}`);
  return answer;
}

call("plumbline_load_catalogue", readFileSync(cataloguePath, "utf8"));

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
  process.stdout.write(call("plumbline_agenda", lines.join("\n"), days.at(-1)));
}
