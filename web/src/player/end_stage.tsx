// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The end: what was done, and what tomorrow asks. */
import { exerciseName } from "../catalogue/catalogue.ts";
import { Button } from "../parts/controls.tsx";
import { Page } from "../parts/page.tsx";
import { replace } from "../parts/route.ts";
import { t } from "../words/index.ts";
import { leave, running } from "./session.ts";

export function EndStage() {
  const now = running.value;
  if (now === null) return null;
  const names = [...new Set(now.recorded)];
  const close = () => {
    leave();
    replace("/today");
  };
  return (
    <Page title={t("end.title")} lead={t(names.length === 0 ? "end.nothing" : "end.lead")} narrow>
      {names.length > 0 && (
        <ul class="rows">
          {names.map((id) => (
            <li key={id} class="row">
              {exerciseName(id)}
            </li>
          ))}
        </ul>
      )}
      {names.length > 0 && <p class="note">{t("end.tomorrow")}</p>}
      <div>
        <Button kind="main" size="big" onClick={close}>
          {t("say.done")}
        </Button>
      </div>
    </Page>
  );
}
