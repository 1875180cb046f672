// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** A sharp canvas that a scene is painted on; repainted when its size or the colors change. */
import { useEffect, useRef, useState } from "preact/hooks";
import { type Palette, readPalette } from "./palette.ts";
import type { Playback } from "./playback.ts";
import { Scene } from "./scene.ts";
import { angleOf, type View } from "./views.ts";

/** What a canvas needs to be painted again. */
export interface Stage {
  readonly scene: Scene;
  readonly ink: CanvasRenderingContext2D;
  readonly palette: Palette;
}

/** True while a media query holds. */
export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const look = () => setHolds(media.matches);
    look();
    media.addEventListener("change", look);
    return () => media.removeEventListener("change", look);
  }, [query]);
  return holds;
}

/** True while an element is on the screen, or nearly. */
export function useSeen(element: { readonly current: Element | null }, margin = "0px"): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const watch = new IntersectionObserver(
      (entries) => setSeen(entries.at(-1)?.isIntersecting === true),
      { rootMargin: margin },
    );
    watch.observe(target);
    return () => watch.disconnect();
  }, [element, margin]);
  return seen;
}

interface StageOptions {
  readonly playback: Playback;
  readonly view: View;
  readonly mirror: boolean;
  /** A still picture of this key pose alone fills the canvas. */
  readonly key?: number;
}

/** Sets up a canvas for a scene in its present size; null where nothing can be drawn on. */
export function makeStage(canvas: HTMLCanvasElement, options: StageOptions): Stage | null {
  const sharp = Math.min(globalThis.devicePixelRatio || 1, 3);
  const width = Math.max(Math.round(canvas.clientWidth * sharp), 1);
  const height = Math.max(Math.round(canvas.clientHeight * sharp), 1);
  canvas.width = width;
  canvas.height = height;
  const ink = canvas.getContext("2d");
  if (ink === null) return null;
  if (options.mirror) ink.setTransform(-1, 0, 0, 1, width, 0);
  const angle = angleOf(options.playback, options.view);
  const scene = new Scene(options.playback, angle, width, height, options.key);
  return { scene, ink, palette: readPalette(canvas) };
}

/** A canvas with a scene; `onStage` hears of every new stage, and of null where it fails. */
export function useStage(
  options: StageOptions | null,
  onStage: (stage: Stage | null) => void,
): { readonly current: HTMLCanvasElement | null } {
  const canvas = useRef<HTMLCanvasElement>(null);
  const dark = useMedia("(prefers-color-scheme: dark)");
  const contrast = useMedia("(prefers-contrast: more)");
  const { playback, view, mirror, key } = options ?? {};
  useEffect(() => {
    const target = canvas.current;
    if (target === null || playback === undefined || view === undefined) return;
    const set = () => {
      const more = key === undefined ? {} : { key };
      try {
        onStage(makeStage(target, { playback, view, mirror: mirror === true, ...more }));
      } catch {
        onStage(null);
      }
    };
    const watch = new ResizeObserver(set);
    watch.observe(target);
    return () => watch.disconnect();
  }, [playback, view, mirror, key, dark, contrast]);
  return canvas;
}
