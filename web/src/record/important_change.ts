// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The smallest change that people notice. */

/** @source facts 2.1 (Ostelo 2008): points of 0–10 */
export const kNoticedPoints = 2;
/** @source facts 2.1 (Ostelo 2008): share of where it began */
export const kNoticedShare = 0.3;

/** Whether a fall from one number to another is one that people notice: both measures agree. */
export function isNoticed(before: number, now: number): boolean {
  const fall = before - now;
  return fall >= kNoticedPoints && fall >= kNoticedShare * before;
}

/** The highest number that is such a change from where it began; null where none is possible. */
export function noticedLevel(before: number): number | null {
  const level = before - Math.max(kNoticedPoints, kNoticedShare * before);
  return level < 0 ? null : level;
}
