// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The body of `profile.set`, as far as this app asks for it; what else is there is kept. */
export interface Profile {
  readonly person: { readonly age: number };
  readonly onset_days_ago: number;
  readonly pain: readonly unknown[];
  readonly worse_with?: readonly string[];
  readonly better_with?: readonly string[];
  readonly irritability?: string;
  readonly excluded_positions?: readonly string[];
  readonly equipment?: readonly string[];
  readonly minutes_per_day?: number;
  readonly days_per_week?: number;
  readonly conditions?: readonly string[];
  readonly pregnancy_weeks?: number;
}
