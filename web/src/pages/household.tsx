// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Who is it today? */
import { useState } from "preact/hooks";
import { Button, TextField } from "../parts/controls.tsx";
import { Page } from "../parts/page.tsx";
import type { KeptPerson } from "../record/database.ts";
import { addPerson, openKnown, openWithPassphrase, pairing, people } from "../record/household.ts";
import { forgetKey } from "../record/seal.ts";
import { ServerFault } from "../server/client.ts";
import { t } from "../words/index.ts";

function faultText(error: unknown): string {
  if (!(error instanceof ServerFault)) return t("people.wrong");
  if (error.code === "wrong-secret") return t("people.wrong");
  if (error.code === "offline") return t("fault.offline");
  return t("fault.unknown", { detail: error.detail });
}

function PassphraseForm({ who }: { readonly who: KeptPerson }) {
  const [text, setText] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const open = async () => {
    try {
      await openWithPassphrase(who, text);
    } catch (error) {
      forgetKey(who.id);
      setFault(faultText(error));
    }
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <TextField
        label={t("people.passphrase")}
        secret
        autocomplete="current-password"
        value={text}
        fault={fault}
        onInput={setText}
      />
      <div>
        <Button kind="main" onClick={open}>
          {t("people.open")}
        </Button>
      </div>
    </form>
  );
}

function NewPerson({ first }: { readonly first: boolean }) {
  const [name, setName] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const make = async () => {
    if (name.trim() === "") return setFault(t("people.blank"));
    try {
      await openKnown(await addPerson(name.trim()));
    } catch (error) {
      setFault(faultText(error));
    }
  };
  return (
    <form
      class="stack narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <TextField
        label={t("people.name")}
        maxLength={60}
        autocomplete="name"
        value={name}
        fault={fault}
        onInput={setName}
      />
      <div>
        <Button {...(first ? { kind: "main", size: "big" } : {})} onClick={make}>
          {t(first ? "people.begin" : "people.add")}
        </Button>
      </div>
    </form>
  );
}

export function HouseholdPage() {
  const [asked, setAsked] = useState<KeptPerson | null>(null);
  const known = people.value;
  if (known.length === 0 && pairing.value === "offline") {
    return (
      <Page title={t("pair.offline.title")} lead={t("pair.offline.lead")} narrow children={null} />
    );
  }
  if (known.length === 0) {
    return (
      <Page title={t("people.first")} lead={t("people.first.lead")} narrow>
        <NewPerson first />
      </Page>
    );
  }
  if (asked !== null) {
    return (
      <Page title={asked.name} lead={t("people.closed")} narrow>
        <PassphraseForm who={asked} />
      </Page>
    );
  }
  const open = async (who: KeptPerson) => {
    if ((await openKnown(who)) === "needs-passphrase") setAsked(who);
  };
  return (
    <Page title={t("people.title")} narrow>
      <ul class="rows">
        {known.map((who) => (
          <li key={who.id}>
            <button type="button" class="row" onClick={() => open(who)}>
              <h2>{who.name}</h2>
              {who.has_passphrase && <span class="quiet small">{t("people.closed")}</span>}
            </button>
          </li>
        ))}
      </ul>
      {pairing.value === "paired" && <NewPerson first={false} />}
    </Page>
  );
}
