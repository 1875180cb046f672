// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// The WebAssembly core under Node: `load(core, catalogue)` gives a function that calls the core with
// texts and returns `{failed, answer}`.
import { readFileSync } from "node:fs";

/** @param {string} corePath @param {string} cataloguePath */
export function load(corePath, cataloguePath) {
  // The core asks for nothing of the world; only what the C library links in is answered, with "no".
  const refuse = () => 52; // ENOSYS
  const imports = new Proxy({}, { get: () => refuse });
  const module = new WebAssembly.Module(readFileSync(corePath));
  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: imports });
  const core = instance.exports;
  core._initialize?.();

  const encoder = new TextEncoder();
  const decoder = new TextDecoder();

  /** @param {string} name @param {...string} texts */
  function call(name, ...texts) {
    const places = texts.map((text) => {
      const bytes = encoder.encode(text);
      const place = core.plumbline_allocate(bytes.length + 1);
      new Uint8Array(core.memory.buffer).set(bytes, place);
      return [place, bytes.length];
    });
    const failed = core[name](...places.flat()) !== 0;
    const answer = decoder.decode(
      new Uint8Array(core.memory.buffer, core.plumbline_answer(), core.plumbline_answer_size()),
    );
    for (const [place] of places) core.plumbline_release(place);
    return { failed, answer };
  }

  const { failed, answer } = call("plumbline_load_catalogue", readFileSync(cataloguePath, "utf8"));
  if (failed) throw new Error(answer);
  return call;
}
