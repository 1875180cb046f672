// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// Makes many calls of the WebAssembly core in one process. CALLS.json is a list of
// `[function, text, …]`; one line `{"failed", "answer"}` is printed for each.
// Usage: call_batch.mjs CORE.wasm CATALOGUE.json CALLS.json
import { readFileSync } from "node:fs";
import { load } from "./plumbline_core.mjs";

const [corePath, cataloguePath, callsPath] = process.argv.slice(2);
const call = load(corePath, cataloguePath);
for (const [name, ...texts] of JSON.parse(readFileSync(callsPath, "utf8"))) {
  process.stdout.write(JSON.stringify(call(name, ...texts)) + "\n");
}
