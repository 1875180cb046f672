// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The first page of a new browser: one sentence, one button. */
import { useState } from "preact/hooks";
import { Button } from "../parts/controls.tsx";
import { Page } from "../parts/page.tsx";
import { replace } from "../parts/route.ts";
import { claim } from "../record/household.ts";
import { ServerFault } from "../server/client.ts";
import { t } from "../words/index.ts";

const deviceName = () =>
  /Android|iPhone|iPad/.test(navigator.userAgent) ? t("pair.phone") : t("pair.computer");

export function PairPage({ code }: { readonly code: string | null }) {
  const [fault, setFault] = useState<string | null>(null);
  if (code === null) {
    return (
      <Page title={t("pair.not.title")} lead={t("pair.not.lead")} narrow>
        <p class="quiet">{t("pair.not.new")}</p>
      </Page>
    );
  }
  const begin = async () => {
    try {
      await claim(code, deviceName());
      replace("/");
    } catch (error) {
      const known = error instanceof ServerFault;
      if (known && error.code === "wrong-secret") setFault(t("pair.used"));
      else if (known && error.code === "offline") setFault(t("fault.offline"));
      else setFault(t("fault.unknown", { detail: (error as Error).message }));
    }
  };
  return (
    <Page title={t("pair.welcome")} lead={t("pair.lead")} narrow>
      {fault !== null && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <div>
        <Button kind="main" size="big" onClick={begin}>
          {t("pair.begin")}
        </Button>
      </div>
    </Page>
  );
}
