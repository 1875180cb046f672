// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Every page by the beginning of its address; the first is where people start. */
import type { ComponentType } from "preact";
import { SessionPage } from "../player/page.tsx";
import { AgainPage } from "./again.tsx";
import { AnswersPage } from "./answers.tsx";
import { ChecksPage } from "./checks.tsx";
import { LibraryPage } from "./library.tsx";
import { MorePage } from "./more.tsx";
import { PlanPage } from "./plan.tsx";
import { ProgressPage } from "./progress.tsx";
import { ReportPage } from "./report.tsx";
import { SafetyPage, SeenPage } from "./safety.tsx";
import { StartPage } from "./start/start.tsx";
import { TestPage } from "./test.tsx";
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
  { path: "/again", page: AgainPage, alone: true },
  { path: "/plan", page: PlanPage },
  { path: "/library", page: LibraryPage },
  { path: "/more", page: MorePage },
  { path: "/session", page: SessionPage, alone: true },
  { path: "/start", page: StartPage, alone: true },
  { path: "/check", page: ChecksPage, alone: true },
  { path: "/safety", page: SafetyPage, alone: true },
  { path: "/seen", page: SeenPage, alone: true },
  { path: "/test", page: TestPage, alone: true },
  { path: "/answers", page: AnswersPage, alone: true },
];
