// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The WebAssembly core as a function from texts to one text. */

export class CoreFault extends Error {}

interface CoreExports {
  readonly memory: WebAssembly.Memory;
  _initialize?(): void;
  plumbline_allocate(size: number): number;
  plumbline_release(place: number): void;
  plumbline_answer(): number;
  plumbline_answer_size(): number;
}

export type CoreCall = (name: string, ...texts: string[]) => string;

/** Starts the core with a catalogue. Throws CoreFault where the catalogue cannot be read. */
export async function startCore(core: WebAssembly.Module, catalogue: string): Promise<CoreCall> {
  // The core asks for nothing of the world; only what the C library links in is answered: "no".
  const refuse = () => 52;
  const imports = { wasi_snapshot_preview1: new Proxy({}, { get: () => refuse }) };
  const instance = await WebAssembly.instantiate(core, imports);
  const exports = instance.exports as unknown as CoreExports;
  exports._initialize?.();
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();

  const call: CoreCall = (name, ...texts) => {
    const places: number[] = [];
    for (const text of texts) {
      const bytes = encoder.encode(text);
      const place = exports.plumbline_allocate(bytes.length + 1);
      new Uint8Array(exports.memory.buffer).set(bytes, place);
      places.push(place, bytes.length);
    }
    const run = (instance.exports as Record<string, (...places: number[]) => number>)[name];
    if (run === undefined) throw new CoreFault(`the core does not know ${name}`);
    const failed = run(...places) !== 0;
    const answer = decoder.decode(
      new Uint8Array(
        exports.memory.buffer,
        exports.plumbline_answer(),
        exports.plumbline_answer_size(),
      ),
    );
    for (let i = 0; i < places.length; i += 2) exports.plumbline_release(places[i] as number);
    if (failed) throw new CoreFault(answer);
    return answer;
  };
  call("plumbline_load_catalogue", catalogue);
  return call;
}
