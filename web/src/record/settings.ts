// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Small settings of this browser and this tab. Where it keeps nothing, they last until a reload. */

class Settings {
  private readonly here = new Map<string, string>();

  constructor(private readonly storage: () => Storage) {}

  read(name: string): string | null {
    try {
      return this.storage().getItem(name);
    } catch {
      return this.here.get(name) ?? null;
    }
  }

  write(name: string, value: string): void {
    try {
      this.storage().setItem(name, value);
    } catch {
      this.here.set(name, value);
    }
  }

  drop(name: string): void {
    this.here.delete(name);
    try {
      this.storage().removeItem(name);
    } catch {
      // There is nothing to drop.
    }
  }
}

export const browserSettings = new Settings(() => localStorage);
export const tabSettings = new Settings(() => sessionStorage);
