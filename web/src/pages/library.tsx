// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The library: all exercises, and one of them by its address. */
import { exercises } from "../catalogue/catalogue.ts";
import { ExerciseView } from "../library/exercise.tsx";
import { ExerciseList } from "../library/list.tsx";
import { LinkButton } from "../parts/controls.tsx";
import { Page } from "../parts/page.tsx";
import { path } from "../parts/route.ts";
import { t } from "../words/index.ts";

export function LibraryPage() {
  const id = path.value.split("/")[2] ?? "";
  if (id === "") return <ExerciseList />;
  const exercise = exercises.value.get(decodeURIComponent(id));
  if (exercise !== undefined) return <ExerciseView key={id} exercise={exercise} />;
  return (
    <Page title={t("library.title")} lead={t("library.unknown")}>
      <div>
        <LinkButton to="/library">{t("library.back")}</LinkButton>
      </div>
    </Page>
  );
}
