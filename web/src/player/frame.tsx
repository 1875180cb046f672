// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What is always in the same place: how far we are, sound, and stop. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../words/index.ts";
import { askStop, running } from "./session.ts";
import { type Sound, setSound, sound } from "./voice.ts";

const kNext: Readonly<Record<Sound, Sound>> = { voice: "tones", tones: "off", off: "voice" };

interface FrameProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

export function PlayerFrame({ title, children }: FrameProps) {
  const head = useRef<HTMLHeadingElement>(null);
  const now = running.value;
  useEffect(() => {
    document.title = `${title} · Plumbline`;
    head.current?.focus({ preventScroll: true });
  }, [title]);
  if (now === null) return null;
  return (
    <main id="main" class="player">
      <header class="player-head">
        <div>
          <h1 ref={head} tabIndex={-1}>
            {title}
          </h1>
          <p class="quiet small">{t("player.of", { at: now.at + 1, all: now.items.length })}</p>
        </div>
        <button type="button" class="button" onClick={() => setSound(kNext[sound.value])}>
          {t(`sound.${sound.value}`)}
        </button>
      </header>
      {children}
      <div class="player-stop">
        <button type="button" class="button danger wide" onClick={askStop}>
          {t("player.stop")}
        </button>
      </div>
    </main>
  );
}
