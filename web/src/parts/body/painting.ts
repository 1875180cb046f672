// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Turns fingers, mouse and keys on the figures into marks. */
import { useRef } from "preact/hooks";
import { kSpots, type SpotKey } from "../../record/body_areas.ts";
import { kArrows, neighborOf } from "./neighbor.ts";
import { kViews, type View } from "./shapes.ts";

export interface Painting {
  /** One spot was marked by a key. */
  press(key: SpotKey): void;
  /** One spot was tapped. */
  tap(key: SpotKey): void;
  /** A finger goes over several spots; called as each is reached. */
  paint(keys: readonly SpotKey[]): void;
  /** The finger that went over them left. */
  lift(keys: readonly SpotKey[]): void;
  remove(key: SpotKey): void;
  /** The arrow keys reached a spot. */
  reach(view: View, key: SpotKey): void;
  /** Enter: go on to the questions. */
  enter(key: SpotKey): void;
}

function spotAt(target: Element | null): SpotKey | null {
  const name = target?.closest("[data-spot]")?.getAttribute("data-spot");
  return kSpots.find((key) => key === name) ?? null;
}

function viewAt(target: Element | null): View | null {
  const name = target?.closest("[data-view]")?.getAttribute("data-view");
  return kViews.find((view) => view === name) ?? null;
}

function focusOn(event: KeyboardEvent, key: SpotKey): void {
  const place = (event.target as Element).closest("svg");
  place?.querySelector<SVGElement>(`[data-spot="${key}"]`)?.focus();
}

/** Listeners for the element around the figures. */
export function usePainting(painting: Painting) {
  const stroke = useRef<SpotKey[] | null>(null);

  const onPointerDown = (event: PointerEvent) => {
    const key = spotAt(event.target as Element);
    if (key === null || event.button > 0 || !event.isPrimary) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    stroke.current = [key];
  };
  const onPointerMove = (event: PointerEvent) => {
    const keys = stroke.current;
    if (keys === null) return;
    const key = spotAt(document.elementFromPoint(event.clientX, event.clientY));
    if (key === null || keys.includes(key)) return;
    keys.push(key);
    painting.paint(keys);
  };
  // Painting keeps the page from scrolling; two fingers still zoom.
  const onTouchMove = (event: TouchEvent) => {
    const isPainting = stroke.current !== null && event.touches.length === 1;
    if (isPainting && event.cancelable) event.preventDefault();
  };
  const onPointerUp = () => {
    const keys = stroke.current;
    stroke.current = null;
    if (keys === null) return;
    if (keys.length === 1) painting.tap(keys[0] as SpotKey);
    else painting.lift(keys);
  };
  // The browser took the finger for itself, to zoom: what is marked stays, and can be undone.
  const onPointerCancel = () => {
    const keys = stroke.current;
    stroke.current = null;
    if (keys !== null && keys.length > 1) painting.lift(keys);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as Element;
    const key = spotAt(target);
    const view = viewAt(target);
    if (key === null || view === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = kArrows[event.key];
    if (direction !== undefined) {
      const next = neighborOf(view, key, direction);
      painting.reach(view, next);
      focusOn(event, next);
    } else if (event.key === " ") painting.press(key);
    else if (event.key === "Enter") painting.enter(key);
    else if (event.key === "Delete" || event.key === "Backspace") painting.remove(key);
    else return;
    event.preventDefault();
  };
  // Readers and switches press buttons without pointer or key.
  const onClick = (event: MouseEvent) => {
    const key = spotAt(event.target as Element);
    if (key !== null && event.detail === 0) painting.press(key);
  };
  return {
    onPointerDown,
    onPointerMove,
    onPointerUp,
    onPointerCancel,
    onTouchMove,
    onKeyDown,
    onClick,
  };
}
