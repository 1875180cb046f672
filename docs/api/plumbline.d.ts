// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// Made by `plumbline api typescript`; changes belong to the routes of the server.

export type LocalDate = string & { readonly brand: "LocalDate" };
export type Instant = string & { readonly brand: "Instant" };
export type JsonObject = { readonly [key: string]: unknown };

export type ErrorCode =
  | "syntax"
  | "missing-field"
  | "unknown-field"
  | "duplicate-field"
  | "wrong-type"
  | "out-of-range"
  | "unknown-word"
  | "wrong-length"
  | "bad-date"
  | "bad-id"
  | "not-found"
  | "inconsistent"
  | "refused"
  | "unreadable"
  | "degenerate-geometry"
  | "no-solution"
  | "conflict"
  | "gone"
  | "busy"
  | "stopping"
  | "disk-full"
  | "in-use"
  | "newer-data"
  | "damaged"
  | "sealed"
  | "key-missing"
  | "insecure"
  | "bad-request"
  | "bad-path"
  | "wrong-origin"
  | "method-not-allowed"
  | "request-timeout"
  | "body-too-large"
  | "url-too-long"
  | "unsupported-encoding"
  | "expectation-failed"
  | "wrong-host"
  | "upgrade-required"
  | "too-many-requests"
  | "header-too-large"
  | "internal"
  | "cannot-listen"
  | "bad-certificate"
  | "unknown-method"
  | "too-many-connections"
  | "too-slow"
  | "unsupported-version"
  | "signed-out"
  | "record-closed"
  | "wrong-secret"
  | "forbidden"
  | "unsupported-media";

export interface Audit {
  readonly events: ReadonlyArray<AuditEvent>;
}

export interface AuditEvent {
  /** To ask after. */
  readonly number: number;
  /** 0: the command line. */
  readonly device: number;
  /** Empty for a device that was removed. */
  readonly device_name: string;
  /** Such as agenda.read or entries.written. */
  readonly action: string;
  readonly day: LocalDate;
  /** That day. */
  readonly first_at: Instant;
  /** That day, to ten minutes. */
  readonly last_at: Instant;
}

export interface Claim {
  readonly code: string;
  /** 1 to 80 bytes. */
  readonly device_name: string;
}

export interface Deletion {
  /** The person's id. */
  readonly confirm: string;
}

export interface Device {
  readonly device: number;
  readonly name: string;
  readonly paired_at: Instant;
  readonly seen_at: Instant;
  readonly this_device: boolean;
}

export interface Devices {
  readonly devices: ReadonlyArray<Device>;
}

export interface Entry {
  /** UUID version 7. */
  readonly id: string;
  readonly person: string;
  /** With the offset of the clock that made it. */
  readonly made_at: Instant;
  /** {role, name?} */
  readonly author: JsonObject;
  readonly device: string;
  readonly kind: string;
  readonly version: number;
  readonly body: JsonObject;
}

export interface EntryProblem {
  /** As in a problem document. */
  readonly code: string;
  /** What was found and expected. */
  readonly detail: string;
  /** A JSON pointer. */
  readonly where?: string;
}

export interface EntryVerdict {
  readonly id: string;
  readonly outcome: "placed" | "known" | "held" | "conflict" | "refused";
  /** Place in the order of arrival. */
  readonly seq?: number;
  /** It lies ahead of the clock and waits until then. */
  readonly held_until?: Instant;
  /** Why it was not stored. */
  readonly problem?: EntryProblem;
}

export interface Health {
  readonly status: "ok" | "cannot-write";
  readonly version: string;
}

export interface HeldEntries {
  readonly held: ReadonlyArray<HeldEntry>;
}

export interface HeldEntry {
  readonly id: string;
  readonly held_until: Instant;
}

export interface NewPassphrase {
  /** 8 to 1024 bytes. */
  readonly passphrase: string;
  /** Needed where there is one. */
  readonly current?: string;
}

export interface NewPerson {
  /** 1 to 200 bytes. */
  readonly name: string;
}

export interface Opening {
  readonly passphrase: string;
}

export interface Pairing {
  readonly link: string;
  /** The part that counts. */
  readonly code: string;
  /** The link as a picture. */
  readonly qr_svg: string;
  readonly expires_at: Instant;
  /** False: the server listens to this computer only (start it with --lan). */
  readonly other_computers: boolean;
}

export interface PassphraseRemoval {
  readonly current: string;
}

export interface People {
  readonly people: ReadonlyArray<Person>;
  /** What to ask after for more. */
  readonly next: string | null;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly created_at: Instant;
  readonly has_passphrase: boolean;
  /** Whether this device may see the record now. */
  readonly is_open: boolean;
}

export interface PlacedEntry {
  /** Place in the order of arrival. */
  readonly seq: number;
  /** By the server's clock. */
  readonly received_at: Instant;
  /** The paired device; 0: import. */
  readonly device: number;
  readonly entry: Entry;
}

export interface Problem {
  /** Where the code is explained. */
  readonly type: string;
  /** What the code means. */
  readonly title: string;
  /** The HTTP status. */
  readonly status: number;
  /** Stable; programs decide by it. */
  readonly code: "syntax" | "missing-field" | "unknown-field" | "duplicate-field" | "wrong-type" | "out-of-range" | "unknown-word" | "wrong-length" | "bad-date" | "bad-id" | "not-found" | "inconsistent" | "refused" | "unreadable" | "degenerate-geometry" | "no-solution" | "conflict" | "gone" | "busy" | "stopping" | "disk-full" | "in-use" | "newer-data" | "damaged" | "sealed" | "key-missing" | "insecure" | "bad-request" | "bad-path" | "wrong-origin" | "method-not-allowed" | "request-timeout" | "body-too-large" | "url-too-long" | "unsupported-encoding" | "expectation-failed" | "wrong-host" | "upgrade-required" | "too-many-requests" | "header-too-large" | "internal" | "cannot-listen" | "bad-certificate" | "unknown-method" | "too-many-connections" | "too-slow" | "unsupported-version" | "signed-out" | "record-closed" | "wrong-secret" | "forbidden" | "unsupported-media";
  /** What was found and what was expected. */
  readonly detail: string;
  /** A JSON pointer or a name. */
  readonly where?: string;
}

export interface PullResult {
  readonly entries: ReadonlyArray<PlacedEntry>;
  /** What to ask after next. */
  readonly cursor: string;
  /** Ask again at once: there is more. */
  readonly more: boolean;
  /** The cursor was of another lineage (a restored backup): this begins anew. */
  readonly restarted: boolean;
}

export interface PushRequest {
  /** In any order. */
  readonly entries: ReadonlyArray<Entry>;
}

export interface PushResult {
  /** One verdict an entry, in its order. */
  readonly results: ReadonlyArray<EntryVerdict>;
  /** The person's last place after this. */
  readonly cursor: string;
}

export interface Session {
  /** Number of this device. */
  readonly device: number;
  readonly device_name: string;
  /** Then it has to be paired again. */
  readonly expires_at: Instant;
  /** Changes when the server was restored. */
  readonly lineage: string;
}

/** Every call: method, path, what it takes and what it gives. */
export interface Calls {
  /** What to do on a day and in the week around it, and why. */
  readonly get_agenda: { readonly method: "GET"; readonly path: "/api/v1/people/{person}/agenda"; readonly takes: null; readonly gives: JsonObject };
  /** Stores entries that the server lacks. May be repeated: an entry counts once, by its id. What is answered as placed, known or held is on the disk. */
  readonly push_entries: { readonly method: "POST"; readonly path: "/api/v1/people/{person}/entries"; readonly takes: PushRequest; readonly gives: PushResult };
  /** Gives entries after a cursor, in the order in which they arrived. */
  readonly pull_entries: { readonly method: "GET"; readonly path: "/api/v1/people/{person}/entries"; readonly takes: null; readonly gives: PullResult };
  /** Names the entries that lie ahead of the server's clock and wait for it. */
  readonly list_held: { readonly method: "GET"; readonly path: "/api/v1/people/{person}/held"; readonly takes: null; readonly gives: HeldEntries };
  /** Pairs this device with a code from the console or from a paired device. A code works once and not for long. */
  readonly claim_device: { readonly method: "POST"; readonly path: "/api/v1/claim"; readonly takes: Claim; readonly gives: Session };
  /** Who this device is. */
  readonly get_session: { readonly method: "GET"; readonly path: "/api/v1/session"; readonly takes: null; readonly gives: Session };
  /** Signs this device out. */
  readonly sign_out: { readonly method: "DELETE"; readonly path: "/api/v1/session"; readonly takes: null; readonly gives: null };
  /** Signs every other device out. */
  readonly sign_out_others: { readonly method: "DELETE"; readonly path: "/api/v1/sessions"; readonly takes: null; readonly gives: null };
  /** The people whose records are kept here. */
  readonly list_people: { readonly method: "GET"; readonly path: "/api/v1/people"; readonly takes: null; readonly gives: People };
  /** Begins a record for one more person. */
  readonly create_person: { readonly method: "POST"; readonly path: "/api/v1/people"; readonly takes: NewPerson; readonly gives: Person };
  /** Gives a person another name. */
  readonly rename_person: { readonly method: "PATCH"; readonly path: "/api/v1/people/{person}"; readonly takes: NewPerson; readonly gives: null };
  /** Deletes a person for ever: the key is destroyed, and with it every backup becomes unreadable for this person. */
  readonly delete_person: { readonly method: "DELETE"; readonly path: "/api/v1/people/{person}"; readonly takes: Deletion; readonly gives: null };
  /** Opens a record that is protected by a passphrase, on this device and for a while. */
  readonly open_person: { readonly method: "POST"; readonly path: "/api/v1/people/{person}/open"; readonly takes: Opening; readonly gives: null };
  /** Protects a record with a passphrase, or changes it. Other devices have to open it again. */
  readonly set_passphrase: { readonly method: "PUT"; readonly path: "/api/v1/people/{person}/passphrase"; readonly takes: NewPassphrase; readonly gives: null };
  /** Takes the passphrase away: every paired device then sees the record. */
  readonly remove_passphrase: { readonly method: "DELETE"; readonly path: "/api/v1/people/{person}/passphrase"; readonly takes: PassphraseRemoval; readonly gives: null };
  /** Makes a link and QR code with which one more device can be paired. */
  readonly create_pairing: { readonly method: "POST"; readonly path: "/api/v1/pairings"; readonly takes: null; readonly gives: Pairing };
  /** The devices that are paired. */
  readonly list_devices: { readonly method: "GET"; readonly path: "/api/v1/devices"; readonly takes: null; readonly gives: Devices };
  /** Signs a device out for good. What it wrote stays. */
  readonly remove_device: { readonly method: "DELETE"; readonly path: "/api/v1/devices/{device}"; readonly takes: null; readonly gives: null };
  /** Stores a stretch of a recording, as bytes; an entry refers to it. Written once. */
  readonly put_chunk: { readonly method: "PUT"; readonly path: "/api/v1/people/{person}/chunks/{chunk}"; readonly takes: null; readonly gives: null };
  /** Gives a stretch of a recording. */
  readonly get_chunk: { readonly method: "GET"; readonly path: "/api/v1/people/{person}/chunks/{chunk}"; readonly takes: null; readonly gives: null };
  /** Who saw and changed what: one row a device, action and day. */
  readonly read_audit: { readonly method: "GET"; readonly path: "/api/v1/people/{person}/audit"; readonly takes: null; readonly gives: Audit };
  /** What was done to devices, codes and sessions: one row a device, action and day. */
  readonly read_household_audit: { readonly method: "GET"; readonly path: "/api/v1/audit"; readonly takes: null; readonly gives: Audit };
  /** Everything that is kept about a person, as a file to keep or to take along. */
  readonly export_person: { readonly method: "GET"; readonly path: "/api/v1/people/{person}/export"; readonly takes: null; readonly gives: JsonObject };
  /** Whether the server is well. */
  readonly health: { readonly method: "GET"; readonly path: "/health"; readonly takes: null; readonly gives: Health };
  /** Figures for Prometheus; only for this computer unless set otherwise. */
  readonly metrics: { readonly method: "GET"; readonly path: "/metrics"; readonly takes: null; readonly gives: null };
  /** What an error code means. */
  readonly explain_problem: { readonly method: "GET"; readonly path: "/problems/{code}"; readonly takes: null; readonly gives: null };
  /** Every exercise: texts, doses, movement. */
  readonly get_catalog: { readonly method: "GET"; readonly path: "/api/v1/catalog"; readonly takes: null; readonly gives: JsonObject };
  /** The certificate of this server's own authority (DER). */
  readonly get_authority: { readonly method: "GET"; readonly path: "/ca.crt"; readonly takes: null; readonly gives: null };
  /** How a phone comes to trust this server. */
  readonly trust_page: { readonly method: "GET"; readonly path: "/trust"; readonly takes: null; readonly gives: null };
  /** The page for people. */
  readonly home_page: { readonly method: "GET"; readonly path: "/"; readonly takes: null; readonly gives: null };
  /** What keeps the page at hand without a network. */
  readonly service_worker: { readonly method: "GET"; readonly path: "/sw.js"; readonly takes: null; readonly gives: null };
  /** How the page is installed. */
  readonly web_manifest: { readonly method: "GET"; readonly path: "/manifest.webmanifest"; readonly takes: null; readonly gives: null };
  /** A part of the page. */
  readonly get_asset: { readonly method: "GET"; readonly path: "/assets/{file}"; readonly takes: null; readonly gives: null };
  /** This interface as an OpenAPI 3.1 document. */
  readonly get_openapi: { readonly method: "GET"; readonly path: "/openapi.json"; readonly takes: null; readonly gives: JsonObject };
}
