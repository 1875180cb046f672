// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** My answers, my data, who saw it, devices, and who else lives here. */
import { useEffect, useState } from "preact/hooks";
import type { Audit, Devices, Pairing } from "#api";
import { Button, LinkButton, TextField } from "../parts/controls.tsx";
import { Page } from "../parts/page.tsx";
import { path, replace } from "../parts/route.ts";
import { say } from "../parts/toast.tsx";
import { loadHousehold, session } from "../record/household.ts";
import { closeRecord, person, refused, syncState, waitingCount } from "../record/record.ts";
import { forgetKey } from "../record/seal.ts";
import { forgetPerson } from "../record/shelf.ts";
import { call, ServerFault } from "../server/client.ts";
import { formatDay, t } from "../words/index.ts";

function faultText(error: unknown): string {
  if (!(error instanceof ServerFault)) return t("fault.unknown", { detail: String(error) });
  if (error.code === "offline") return t("fault.offline");
  if (error.code === "wrong-secret") return t("people.wrong");
  return t("fault.unknown", { detail: error.detail });
}

/** Asks the server for something to show; says so where it does not answer. */
function useServer<T>(address: string): [T | null, string | null, () => void] {
  const [found, setFound] = useState<T | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const load = () => {
    call<T>("GET", address)
      .then(setFound)
      .catch((error) => setFault(faultText(error)));
  };
  useEffect(load, [address]);
  return [found, fault, load];
}

function DevicesPage() {
  const [found, fault, load] = useServer<Devices>("/api/v1/devices");
  const [pairing, setPairing] = useState<Pairing | null>(null);
  const remove = async (device: number) => {
    await call("DELETE", `/api/v1/devices/${device}`);
    load();
  };
  const others = async () => {
    await call("DELETE", "/api/v1/sessions");
    say(t("devices.outOthers.said"));
    load();
  };
  return (
    <Page title={t("devices.title")} narrow>
      {fault !== null && <p class="fault">{fault}</p>}
      <ul class="rows">
        {found?.devices.map((one) => (
          <li key={one.device} class="row">
            <div>
              <strong>{one.name}</strong>
              <p class="quiet small">
                {one.this_device
                  ? t("devices.this")
                  : t("devices.seen", {
                      day: formatDay(one.seen_at.slice(0, 10), { dateStyle: "medium" }),
                    })}
              </p>
            </div>
            {!one.this_device && (
              <Button onClick={() => remove(one.device)}>{t("devices.remove")}</Button>
            )}
          </li>
        ))}
      </ul>
      <section class="stack">
        <h2>{t("devices.more")}</h2>
        {pairing !== null && (
          <>
            <img
              class="qr"
              alt={t("devices.qr")}
              src={`data:image/svg+xml;base64,${btoa(pairing.qr_svg)}`}
            />
            <p class="small">
              <code>{pairing.link}</code>
            </p>
            {!pairing.other_computers && <p class="note">{t("devices.onlyHere")}</p>}
          </>
        )}
        <div class="line">
          <Button
            kind="main"
            onClick={async () => setPairing(await call<Pairing>("POST", "/api/v1/pairings"))}
          >
            {t("devices.make")}
          </Button>
          <Button onClick={others}>{t("devices.outOthers")}</Button>
        </div>
      </section>
    </Page>
  );
}

function AuditPage({ id }: { readonly id: string }) {
  const [found, fault] = useServer<Audit>(`/api/v1/people/${id}/audit`);
  return (
    <Page title={t("audit.title")} lead={t("audit.lead")} narrow>
      {fault !== null && <p class="fault">{fault}</p>}
      <ul class="rows">
        {[...(found?.events ?? [])].reverse().map((event) => (
          <li key={event.number} class="row">
            <div>
              <strong>{event.action.replace(".", ": ").replaceAll("_", " ")}</strong>
              <p class="quiet small">{event.device_name || t("audit.commandLine")}</p>
            </div>
            <span class="quiet">{formatDay(event.day, { dateStyle: "medium" })}</span>
          </li>
        ))}
      </ul>
    </Page>
  );
}

function DeletePage({ id, name }: { readonly id: string; readonly name: string }) {
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const remove = async () => {
    if (typed.trim() !== name) return setFault(t("delete.mismatch"));
    try {
      await call("DELETE", `/api/v1/people/${id}`, { confirm: id });
      closeRecord();
      await forgetPerson(id);
      await loadHousehold();
      replace("/");
    } catch (error) {
      setFault(faultText(error));
    }
  };
  return (
    <Page title={t("delete.title", { name })} lead={t("delete.lead")} narrow>
      <TextField
        label={t("delete.type", { name })}
        value={typed}
        fault={fault}
        onInput={setTyped}
      />
      <div class="line">
        <LinkButton to="/more">{t("say.cancel")}</LinkButton>
        <Button kind="danger" onClick={remove}>
          {t("delete.do")}
        </Button>
      </div>
    </Page>
  );
}

function PassphrasePage({ id, has }: { readonly id: string; readonly has: boolean }) {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const save = async () => {
    setFault(null);
    try {
      await call("PUT", `/api/v1/people/${id}/passphrase`, {
        passphrase: next,
        ...(has ? { current } : {}),
      });
      forgetKey(id);
      closeRecord();
      // What was kept here was sealed for the old one; it comes back from the server.
      await forgetPerson(id);
      await loadHousehold();
      say(t("passphrase.said"));
      replace("/");
    } catch (error) {
      setFault(faultText(error));
    }
  };
  const busy = waitingCount.value > 0;
  return (
    <Page title={t("passphrase.title")} lead={t("passphrase.lead")} narrow>
      {has && (
        <TextField
          label={t("passphrase.current")}
          secret
          autocomplete="current-password"
          value={current}
          fault={fault}
          onInput={setCurrent}
        />
      )}
      <TextField
        label={t("passphrase.new")}
        hint={t("passphrase.hint")}
        secret
        autocomplete="new-password"
        value={next}
        fault={has ? null : fault}
        onInput={setNext}
      />
      {busy && <p class="note">{t("passphrase.wait")}</p>}
      <div class="line">
        <LinkButton to="/more">{t("say.cancel")}</LinkButton>
        <Button kind="main" disabled={next.length < 8 || busy} onClick={save}>
          {t("say.save")}
        </Button>
      </div>
    </Page>
  );
}

function Row({
  to,
  text,
  hint,
}: {
  readonly to: string;
  readonly text: string;
  readonly hint?: string;
}) {
  return (
    <li>
      <a
        class="row"
        href={to.startsWith("/api") ? to : `#${to}`}
        {...(to.startsWith("/api") ? { download: "" } : {})}
      >
        <div>
          <strong>{text}</strong>
          {hint !== undefined && <p class="quiet small">{hint}</p>}
        </div>
      </a>
    </li>
  );
}

function Overview({ id, name }: { readonly id: string; readonly name: string }) {
  const leave = () => {
    forgetKey(id);
    closeRecord();
    replace("/");
  };
  return (
    <Page title={t("more.title")} narrow>
      <section class="stack tight">
        <h2>{name}</h2>
        <ul class="rows">
          <Row to="/answers" text={t("answers.title")} hint={t("answers.hint")} />
          <Row to="/report" text={t("more.report")} hint={t("more.report.hint")} />
          <Row to="/check/usual" text={t("usual.title")} />
          <Row to="/safety/all" text={t("more.safety")} hint={t("more.safety.hint")} />
        </ul>
      </section>
      <section class="stack tight">
        <h2>{t("more.data")}</h2>
        <p class="quiet">
          {t(`sync.${syncState.value}`)}{" "}
          {waitingCount.value > 0 && t("sync.waiting", { n: waitingCount.value })}
        </p>
        {refused.value.map((row) => (
          <p key={row.entry.id} class="note danger">
            {t("sync.refused", { kind: row.entry.kind, detail: row.problem ?? "" })}
          </p>
        ))}
        <ul class="rows">
          <Row
            to={`/api/v1/people/${id}/export?format=json`}
            text={t("more.export")}
            hint={t("more.export.hint")}
          />
          <Row
            to={`/api/v1/people/${id}/export?format=fhir`}
            text={t("more.fhir")}
            hint={t("more.fhir.hint")}
          />
          <Row to="/more/audit" text={t("audit.title")} />
          <Row to="/more/passphrase" text={t("passphrase.title")} hint={t("passphrase.row")} />
          <Row to="/more/delete" text={t("more.delete")} hint={t("more.delete.hint")} />
        </ul>
      </section>
      <section class="stack tight">
        <h2>{t("more.home")}</h2>
        <ul class="rows">
          <Row
            to="/more/devices"
            text={t("devices.title")}
            hint={session.value?.device_name ?? ""}
          />
        </ul>
        <div>
          <Button onClick={leave}>{t("more.switch")}</Button>
        </div>
      </section>
      <p class="quiet small">
        {t("start.notMedical")} <a href="/assets/licenses.txt">{t("more.licenses")}</a>
      </p>
    </Page>
  );
}

export function MorePage() {
  const who = person.value;
  if (who === null) return null;
  switch (path.value.split("/")[2]) {
    case "devices":
      return <DevicesPage />;
    case "audit":
      return <AuditPage id={who.id} />;
    case "delete":
      return <DeletePage id={who.id} name={who.name} />;
    case "passphrase":
      return <PassphrasePage id={who.id} has={who.has_passphrase} />;
    default:
      return <Overview id={who.id} name={who.name} />;
  }
}
