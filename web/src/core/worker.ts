// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Runs the core away from the page, so that no decision ever makes a screen wait. */
import catalogueUrl from "#catalogue.json?url";
import coreUrl from "#core.wasm?url";
import { type CoreCall, startCore } from "./module.ts";

export interface CoreRequest {
  readonly id: number;
  readonly name: string;
  readonly texts: string[];
}

export type CoreAnswer =
  | { readonly id: number; readonly text: string }
  | { readonly id: number; readonly fault: string };

async function load(): Promise<CoreCall> {
  const [core, catalogue] = await Promise.all([
    WebAssembly.compileStreaming(fetch(coreUrl)),
    fetch(catalogueUrl).then((response) => response.text()),
  ]);
  return startCore(core, catalogue);
}

let core: Promise<CoreCall> | null = null;

self.onmessage = async ({ data }: MessageEvent<CoreRequest>) => {
  try {
    core ??= load();
    const text = (await core)(data.name, ...data.texts);
    self.postMessage({ id: data.id, text } satisfies CoreAnswer);
  } catch (fault) {
    // A core that could not be fetched is asked for again with the next call.
    if (fault instanceof TypeError) core = null;
    self.postMessage({ id: data.id, fault: String((fault as Error).message) } satisfies CoreAnswer);
  }
};
