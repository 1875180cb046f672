// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Local days and instants with their offset, as entries carry them. */

const two = (number: number) => String(number).padStart(2, "0");

/** YYYY-MM-DD by this device's clock and zone. */
export function localDay(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** RFC 3339 with milliseconds and the offset of this device. */
export function localInstant(at: Date): string {
  const offset = -at.getTimezoneOffset();
  const size = Math.abs(offset);
  const zone = `${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  const clock = `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
  return `${localDay(at)}T${clock}.${String(at.getMilliseconds()).padStart(3, "0")}${zone}`;
}

/** The local day of an instant, in the offset it was written with. */
export function dayOf(instant: string): string {
  return instant.slice(0, 10);
}

/** The day that lies `days` after another. */
export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T12:00:00`);
  at.setDate(at.getDate() + days);
  return localDay(at);
}

/** Whole days from one local day to another. */
export function daysBetween(from: string, to: string): number {
  const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
  return Math.round((noon(to) - noon(from)) / 86_400_000);
}
