// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What is heard: words where the browser can speak, soft tones always. Off by one switch. */
import { signal } from "@preact/signals";
import { browserSettings } from "../record/settings.ts";

const kSlot = "plumbline.sound";
export type Sound = "voice" | "tones" | "off";

export const sound = signal<Sound>((browserSettings.read(kSlot) as Sound | null) ?? "voice");

export function setSound(next: Sound): void {
  sound.value = next;
  browserSettings.write(kSlot, next);
  if (next !== "voice") globalThis.speechSynthesis?.cancel();
}

export function speak(text: string): void {
  if (sound.value !== "voice" || globalThis.speechSynthesis === undefined || text === "") return;
  speechSynthesis.cancel();
  const words = new SpeechSynthesisUtterance(text);
  words.lang = "en";
  words.rate = 0.95;
  speechSynthesis.speak(words);
}

export function hush(): void {
  globalThis.speechSynthesis?.cancel();
}

let audio: AudioContext | null = null;

/** A soft tone. High: go; low: rest. */
export function tone(hertz: number, seconds = 0.18): void {
  if (sound.value === "off" || globalThis.AudioContext === undefined) return;
  audio ??= new AudioContext();
  const from = audio.currentTime;
  const source = audio.createOscillator();
  const volume = audio.createGain();
  source.frequency.value = hertz;
  volume.gain.setValueAtTime(0, from);
  volume.gain.linearRampToValueAtTime(0.16, from + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, from + seconds);
  source.connect(volume).connect(audio.destination);
  source.start(from);
  source.stop(from + seconds);
}

let lock: WakeLockSentinel | null = null;

/** Keeps the screen on while a session runs; where the browser cannot, it just goes on. */
export async function keepAwake(on: boolean): Promise<void> {
  try {
    if (on && lock === null && "wakeLock" in navigator)
      lock = await navigator.wakeLock.request("screen");
    if (!on && lock !== null) {
      await lock.release();
      lock = null;
    }
  } catch {
    lock = null;
  }
}
