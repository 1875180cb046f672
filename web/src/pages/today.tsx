// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The one next thing. */
import { Page } from "../parts/page.tsx";

export function TodayPage() {
  return <Page title="Today" children={null} />;
}
