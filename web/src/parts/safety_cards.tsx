// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What the safety answers lead to, each with one action. */
import { signal } from "@preact/signals";
import type { Lock, Within } from "../core/types.ts";
import { browserSettings } from "../record/settings.ts";
import { type Key, t } from "../words/index.ts";
import { Button } from "./controls.tsx";
import { Page } from "./page.tsx";

const kSlot = "plumbline.emergency";
const kNumbers = ["112", "911", "999", "000", "111", "119"];

/** The local emergency number, as set on this device. */
export const emergencyNumber = signal(browserSettings.read(kSlot) ?? "112");

function setNumber(number: string): void {
  emergencyNumber.value = number;
  browserSettings.write(kSlot, number);
}

interface EmergencyProps {
  /** What the person told, in words. */
  readonly told: readonly string[];
  /** The core's sentences. */
  readonly why: readonly string[];
  readonly onWrong?: () => void;
  readonly onSeen?: () => void;
}

/** Nothing but what to do now. */
export function EmergencyCard({ told, why, onWrong, onSeen }: EmergencyProps) {
  const number = emergencyNumber.value;
  return (
    <Page title={t("card.emergency")} lead={t("card.emergency.lead")} narrow>
      <div class="panel danger stack">
        <a class="button main big wide alarm" href={`tel:${number}`}>
          {t("card.call", { number })}
        </a>
        <List title={t("card.told")} lines={told} />
        <List title={t("card.why")} lines={why} />
      </div>
      <div class="line">
        {onWrong !== undefined && <Button onClick={onWrong}>{t("card.wrong")}</Button>}
        {onSeen !== undefined && <Button onClick={onSeen}>{t("card.seen")}</Button>}
      </div>
      <label class="line small quiet no-print">
        {t("card.number")}
        <select
          class="input short"
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        >
          {kNumbers.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
    </Page>
  );
}

function List({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div class="stack tight">
      <p>{title}</p>
      <ul class="dots">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

const kTitles: Readonly<Record<Within, Key>> = {
  now: "card.emergency",
  today: "card.today",
  "2_days": "card.days",
  "2_weeks": "card.weeks",
  routine: "card.see",
};

interface SeeProps {
  readonly within: Within | null;
  readonly lock: Lock;
  readonly told: readonly string[];
  readonly why: readonly string[];
  readonly onWrong?: () => void;
  readonly onGo?: () => void;
}

/** See somebody: when, and what to say there. Prints as a note. */
export function SeeSomebody({ within, lock, told, why, onWrong, onGo }: SeeProps) {
  return (
    <Page title={t(kTitles[within ?? "routine"])} narrow>
      <List title={t("card.why")} lines={why} />
      {told.length > 0 && (
        <section class="panel stack tight">
          <h2>{t("card.say")}</h2>
          <p>{t("card.say.text", { told: told.join("; ") })}</p>
        </section>
      )}
      {lock === "REST" && <p>{t("card.rest")}</p>}
      <div class="line no-print">
        {onGo !== undefined && (
          <Button kind="main" size="big" onClick={onGo}>
            {t("card.go")}
          </Button>
        )}
        <Button onClick={() => print()}>{t("card.print")}</Button>
        {onWrong !== undefined && (
          <Button kind="plain" onClick={onWrong}>
            {t("card.wrong")}
          </Button>
        )}
      </div>
    </Page>
  );
}
