// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Every page by the beginning of its address; the first is where people start. */
import type { ComponentType } from "preact";
import { ProgressPage } from "./progress.tsx";
import { ReportPage } from "./report.tsx";
import { TodayPage } from "./today.tsx";

export interface PageRow {
  readonly path: string;
  readonly page: ComponentType;
  /** Without the tabs: one thing at a time. */
  readonly alone?: boolean;
}

export const kPages: readonly PageRow[] = [
  { path: "/today", page: TodayPage },
  { path: "/progress", page: ProgressPage },
  { path: "/report", page: ReportPage },
];
