// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The plan is closed: what to do, and how it opens again. */
import type { Agenda, Locked } from "../core/types.ts";
import { LinkButton } from "../parts/controls.tsx";
import { ItemRow } from "../parts/item_row.tsx";
import { Page } from "../parts/page.tsx";
import { go } from "../parts/route.ts";
import { EmergencyCard } from "../parts/safety_cards.tsx";
import { reasonTexts } from "../record/dose.ts";
import { type Key, t } from "../words/index.ts";

const kTitles: Readonly<Record<string, Key>> = {
  today: "card.today",
  "2_days": "card.days",
  "2_weeks": "card.weeks",
};

export function LockedPage({ now, locked }: { readonly now: Agenda; readonly locked: Locked }) {
  const reasons = reasonTexts(locked.why);
  if (locked.urgency === "emergency") {
    return <EmergencyCard reasons={reasons} onSeen={() => go("/seen")} />;
  }
  const open = locked.urgency === "none";
  const day = now.week[0];
  const alerts = now.alerts.filter((alert) => alert.to === "person");
  return (
    <Page title={t(open ? "locked.open" : (kTitles[locked.within ?? ""] ?? "card.see"))} narrow>
      <ul class="stack tight">
        {reasons.map((reason) => (
          <li key={reason} class="note warm">
            {reason}
          </li>
        ))}
        {alerts.map((alert) => (
          <li key={alert.text} class="note">
            {alert.text}
          </li>
        ))}
      </ul>
      <div class="line">
        {open ? (
          <LinkButton kind="main" size="big" to="/safety/all">
            {t("locked.answer")}
          </LinkButton>
        ) : (
          <LinkButton kind="main" size="big" to="/seen">
            {t("card.seen")}
          </LinkButton>
        )}
      </div>
      {locked.lock === "REST" && day !== undefined && day.items.length > 0 && (
        <section class="stack">
          <h2>{t("locked.meanwhile")}</h2>
          <p>{t("card.rest")}</p>
          <ol class="items">
            {day.items.map((item) => (
              <ItemRow key={item.exercise} item={item} />
            ))}
          </ol>
        </section>
      )}
    </Page>
  );
}
