// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Asks the core in its worker. One question is answered after the other. */
import type { Playback } from "../player/playback.ts";
import { CoreFault } from "./module.ts";
import type { Agenda, Triage } from "./types.ts";
import type { CoreAnswer, CoreRequest } from "./worker.ts";

interface Waiting {
  give(text: string): void;
  fail(fault: CoreFault): void;
}

let worker: Worker | null = null;
let last = 0;
const waiting = new Map<number, Waiting>();

function theWorker(): Worker {
  if (worker !== null) return worker;
  worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<CoreAnswer>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ("text" in data) one?.give(data.text);
    else one?.fail(new CoreFault(data.fault));
  };
  return worker;
}

function ask(name: string, ...texts: string[]): Promise<string> {
  return new Promise((give, fail) => {
    last += 1;
    waiting.set(last, { give, fail });
    theWorker().postMessage({ id: last, name, texts } satisfies CoreRequest);
  });
}

/** The agenda of a journal (JSON lines) on a local day. Throws CoreFault, naming the place. */
export async function computeAgenda(journal: string, date: string): Promise<Agenda> {
  return JSON.parse(await ask("plumbline_agenda", journal, date)) as Agenda;
}

/** What the answers to the safety questions lead to. */
export async function computeTriage(input: unknown): Promise<Triage> {
  return JSON.parse(await ask("plumbline_triage", JSON.stringify(input))) as Triage;
}

/** How an exercise moves, with so many frames a second; 0 for its key poses alone. */
export async function computeMovement(exercise: string, rate: number): Promise<Playback> {
  return JSON.parse(await ask("plumbline_movement", exercise, "", String(rate))) as Playback;
}
