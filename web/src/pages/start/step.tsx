// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The frame of one step: where we are, back and next, and what is still missing. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button, LinkButton } from "../../parts/controls.tsx";
import { Page } from "../../parts/page.tsx";
import { go } from "../../parts/route.ts";
import { t } from "../../words/index.ts";
import { kSteps } from "./steps.ts";

interface StepProps {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  /** What is missing before one can go on; null: nothing. */
  readonly missing?: string | null;
  readonly next?: string;
  /** Instead of going on to the next step. */
  readonly onNext?: () => void | Promise<void>;
  readonly children: ComponentChildren;
}

export function Step({ id, title, lead, missing, next, onNext, children }: StepProps) {
  const [said, setSaid] = useState<string | null>(null);
  const at = kSteps.indexOf(id);
  const before = kSteps[at - 1];
  const after = kSteps[at + 1];
  const goOn = async () => {
    if (missing != null) return setSaid(missing);
    if (onNext !== undefined) return onNext();
    if (after !== undefined) go(`/start/${after}`);
  };
  return (
    <Page title={title} {...(lead === undefined ? {} : { lead })} narrow>
      <div
        class="steps"
        role="progressbar"
        aria-label={t("start.progress")}
        aria-valuemin={1}
        aria-valuemax={kSteps.length}
        aria-valuenow={at + 1}
      >
        <span style={{ width: `${((at + 1) / kSteps.length) * 100}%` }} />
      </div>
      {children}
      <div>
        {said !== null && missing != null && (
          <p class="fault" role="alert">
            {said}
          </p>
        )}
        <div class="foot">
          {before !== undefined && <LinkButton to={`/start/${before}`}>{t("say.back")}</LinkButton>}
          <Button kind="main" size="big" onClick={goOn}>
            {next ?? t("say.next")}
          </Button>
        </div>
      </div>
    </Page>
  );
}
