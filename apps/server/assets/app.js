// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// A small, honest page until the web app is there: pairs this browser, shows the household, and a
// person's plan from the API. It decides nothing.

const main = document.getElementById("main");
const nav = document.getElementById("nav");
const notice = document.getElementById("notice");
let live = null;
let catalog = null;

/** Calls the server; a problem document becomes an Error with its code. */
async function call(method, path, body) {
  const headers = body === undefined ? {} : { "Content-Type": "application/json" };
  let response;
  try {
    response = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch {
    throw Object.assign(new Error("The server does not answer. Is it running? Nothing was lost."), { code: "offline" });
  }
  const text = await response.text();
  const value = text ? JSON.parse(text) : null;
  if (!response.ok) throw Object.assign(new Error(value?.detail ?? response.statusText), { code: value?.code });
  return value;
}

/** Makes an element: h("p", {class: "quiet"}, "text", child). */
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

function show(title, ...children) {
  document.title = `${title} · Plumbline`;
  main.replaceChildren(h("h1", {}, title), ...children.filter((child) => child != null));
  main.focus({ preventScroll: true });
  scrollTo(0, 0);
}

function say(text) {
  notice.textContent = text;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => (notice.textContent = ""), 5000);
}

/** A button that waits for its work and says what went wrong. */
function button(text, work, kind = "") {
  const element = h("button", { type: "button", class: kind, onclick: async () => {
    element.disabled = true;
    try { await work(); } catch (fault) { say(fault.message); } finally { element.disabled = false; }
  } }, text);
  return element;
}

function form(fields, action, work) {
  const fault = h("p", { class: "fault", role: "alert" });
  const submit = h("button", { class: "main" }, action);
  return h("form", { onsubmit: async (event) => {
    event.preventDefault();
    submit.disabled = true;
    fault.textContent = "";
    try { await work(Object.fromEntries(new FormData(event.target))); }
    catch (error) { fault.textContent = error.message; }
    finally { submit.disabled = false; }
  } }, ...fields.map(({ name, label, ...rest }) => h("div", {}, h("label", { for: name }, label), h("input", { id: name, name, required: true, ...rest }))), fault, h("div", {}, submit));
}

const deviceName = () => (/Android|iPhone|iPad/.test(navigator.userAgent) ? "Phone or tablet" : "Computer");

function showPairing(code, problem) {
  nav.replaceChildren();
  if (!code) {
    return show("This browser is not paired yet",
      h("p", { class: "lead" }, "Open the link that the server printed when it was started, or make a QR code on a device that is paired already."),
      h("p", {}, "The link is used up or lost? Stop the server and start it with ", h("code", {}, "plumbline serve --new-link"), "."),
      problem && h("p", { class: "fault", role: "alert" }, problem));
  }
  show("Pair this device",
    h("p", { class: "lead" }, "It will then see the household's records on this server. Nothing leaves the server."),
    form([{ name: "device_name", label: "What to call this device", value: deviceName(), maxlength: 60, autocomplete: "off" }], "Pair", async ({ device_name }) => {
      await call("POST", "/api/v1/claim", { code, device_name });
      history.replaceState(null, "", "/");
      await showHousehold();
    }));
}

async function showHousehold() {
  live?.close();
  const { people } = await call("GET", "/api/v1/people");
  nav.replaceChildren(button("Devices", showDevices, "plain"));
  const rows = people.map((person) => h("li", { class: "row" },
    h("div", {}, h("h3", {}, person.name), person.has_passphrase && !person.is_open ? h("small", {}, "Closed; a passphrase opens it") : null),
    button("Open", () => openPerson(person), "main")));
  show(people.length ? "Whose back is it today?" : "Welcome",
    people.length ? h("ul", {}, ...rows) : h("p", { class: "lead" }, "Everything stays on this server. Begin with the first person."),
    h("h2", {}, "Add somebody"),
    form([{ name: "name", label: "Name", maxlength: 80, autocomplete: "off" }], "Add", async ({ name }) => openPerson(await call("POST", "/api/v1/people", { name }))));
}

async function openPerson(person) {
  if (person.has_passphrase && !person.is_open) {
    return show(person.name, h("p", {}, "This record is closed."),
      form([{ name: "passphrase", label: "Passphrase", type: "password", autocomplete: "current-password" }], "Open", async ({ passphrase }) => {
        await call("POST", `/api/v1/people/${person.id}/open`, { passphrase });
        await showPlan({ ...person, is_open: true });
      }));
  }
  await showPlan(person);
}

const two = (number) => String(number).padStart(2, "0");
const localDay = (date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

function localInstant(date) {
  const offset = -date.getTimezoneOffset();
  const zone = `${offset < 0 ? "-" : "+"}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return `${localDay(date)}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, "0")}${zone}`;
}

/** A UUID of version 7 (RFC 9562). */
function uuid7(now) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256;
  bytes[6] = 0x70 | (bytes[6] & 15);
  bytes[8] = 0x80 | (bytes[8] & 63);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Stores the bodies of a first profile as entries, one millisecond apart. */
async function pushBodies(person, bodies) {
  const now = Date.now();
  const entries = bodies.map(({ kind, body }, index) => ({
    id: uuid7(now + index), person: person.id, made_at: localInstant(new Date(now + index)),
    author: { role: "person" }, device: "browser", kind, version: 1, body,
  }));
  const { results } = await call("POST", `/api/v1/people/${person.id}/entries`, { entries });
  const refused = results.find((result) => result.problem);
  if (refused) throw new Error(`${refused.problem.detail} ${refused.problem.where ?? ""}`);
}

function showEmpty(person) {
  show(person.name,
    h("p", { class: "lead" }, "There is no plan yet: a plan begins with a profile and the safety questions."),
    h("p", {}, "The questions are not part of this page yet. To see what a plan looks like, this record can be filled with an example: a 46-year-old with long-standing low back pain. Delete the person when you have seen enough."),
    h("div", { class: "side" }, button("Fill with an example", async () => {
      await pushBodies(person, await (await fetch("/assets/example.json")).json());
      await showPlan(person);
    }, "main"), button("Back", showHousehold)),
    personSettings(person));
}

async function exerciseName(id) {
  catalog ??= call("GET", "/api/v1/catalog");
  const exercise = (await catalog)[`${id}.json`] ?? (await catalog)[id];
  return exercise?.text?.en?.name ?? id.replaceAll("_", " ");
}

function doseText(item) {
  const side = { left: ", left", right: ", right", each: ", each side" }[item.side] ?? "";
  if (item.minutes) return `${item.minutes} min`;
  const sets = item.sets > 1 ? `${item.sets} × ` : "";
  const reps = item.reps_by_set ? item.reps_by_set.join(", ") : item.reps ?? "";
  if (reps && !sets && !item.hold_s) return `${reps} times${side}`;
  const hold = item.hold_s ? `${reps ? " × " : ""}${item.hold_s} s` : "";
  return `${item.reps_by_set ? "" : sets}${reps}${hold}${side}`;
}

/** The first sentence of one reason or of several. */
const reasonText = (why) => [why].flat().find((reason) => reason?.text)?.text;

async function itemRow(item) {
  const name = await exerciseName(item.exercise);
  const why = reasonText(item.why);
  return h("li", { class: "row" }, h("div", {}, h("h3", {}, name), why ? h("small", {}, why) : null), h("span", { class: "dose" }, doseText(item)));
}

const weekday = (date, style) => new Date(`${date}T12:00:00`).toLocaleDateString("en", { weekday: style });

async function showPlan(person) {
  const today = localDay(new Date());
  let agenda;
  try {
    agenda = await call("GET", `/api/v1/people/${person.id}/agenda?date=${today}`);
  } catch (fault) {
    if (fault.code === "not-found") return showEmpty(person);
    throw fault;
  }
  nav.replaceChildren(button("Household", showHousehold, "plain"), button("Devices", showDevices, "plain"));
  const list = h("ol", {});
  const head = h("h2", {});
  const week = h("div", { class: "week", role: "group", "aria-label": "Days of this week" });
  const choose = async (day) => {
    for (const other of week.children) other.setAttribute("aria-pressed", String(other.dataset.date === day.date));
    head.textContent = day.items.length ? `${day.date === today ? "Today" : weekday(day.date, "long")}, about ${Math.ceil(day.minutes)} minutes` : `${day.date === today ? "Today" : weekday(day.date, "long")}: a day off`;
    list.replaceChildren(...(await Promise.all(day.items.map(itemRow))));
  };
  for (const day of agenda.week) {
    week.append(h("button", { type: "button", "data-date": day.date, "aria-pressed": "false", onclick: () => choose(day) },
      h("b", {}, weekday(day.date, "short")), h("span", {}, day.items.length ? `${Math.ceil(day.minutes)} min` : "off")));
  }
  const alerts = agenda.alerts.filter((alert) => alert.to === "person").map((alert) => h("p", { class: "alert" }, alert.text));
  show(person.name,
    ...(agenda.locked ? [h("p", { class: "alert danger" }, reasonText(agenda.locked.why) ?? "Please see a clinician first.")] : []),
    ...alerts, week, head, list,
    ...(agenda.due.length ? [h("h2", {}, "Coming up"), h("ul", {}, ...agenda.due.slice(0, 5).map((due) => h("li", { class: "row" }, h("div", {}, reasonText(due.why) ?? due.check.replaceAll("_", " ")), h("span", { class: "quiet" }, due.date))))] : []),
    personSettings(person));
  await choose(agenda.week[0]);
  listen(person);
}

function listen(person) {
  live?.close();
  const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/api/v1/live?person=${person.id}`);
  live = socket;
  socket.onmessage = () => live === socket && showPlan(person).then(() => say("New entries came in."));
}

function personSettings(person) {
  return h("details", {}, h("summary", {}, "This record"),
    h("div", { class: "side" },
      h("a", { class: "button", href: `/api/v1/people/${person.id}/export?format=json`, download: "" }, "Export"),
      button("Who saw it", () => showAudit(person)),
      button("Delete for ever", async () => {
        if (!confirm(`Delete ${person.name} and everything recorded? Every backup becomes unreadable for this person too. This cannot be undone.`)) return;
        await call("DELETE", `/api/v1/people/${person.id}`, { confirm: person.id });
        await showHousehold();
      }, "danger")));
}

async function showAudit(person) {
  const { events } = await call("GET", `/api/v1/people/${person.id}/audit`);
  show(`Who saw ${person.name}'s record`, h("ul", {}, ...events.reverse().map((event) => h("li", { class: "row" },
    h("div", {}, h("strong", {}, event.action.replaceAll(".", ": ").replaceAll("_", " ")), h("small", {}, event.device_name || "the command line")), h("span", { class: "quiet" }, event.day)))),
  h("p", {}), button("Back", () => showPlan(person)));
}

async function showDevices() {
  const { devices } = await call("GET", "/api/v1/devices");
  const place = h("div", {});
  show("Devices", h("ul", {}, ...devices.map((device) => h("li", { class: "row" },
    h("div", {}, h("strong", {}, device.name), h("small", {}, device.this_device ? "This device" : `Last used ${device.seen_at.slice(0, 10)}`)),
    device.this_device ? button("Sign out", async () => { await call("DELETE", "/api/v1/session"); showPairing(); }) : button("Remove", async () => { await call("DELETE", `/api/v1/devices/${device.device}`); await showDevices(); })))),
  h("h2", {}, "One more device"), h("div", { class: "side" }, button("Make a QR code", async () => {
    const pairing = await call("POST", "/api/v1/pairings");
    const picture = new DOMParser().parseFromString(pairing.qr_svg, "image/svg+xml").documentElement;
    place.replaceChildren(h("div", { class: "qr" }, picture),
      h("p", {}, "Or open this link there: ", h("code", {}, pairing.link)),
      ...(pairing.other_computers ? [] : [h("p", { class: "quiet" }, "The server listens to this computer only. Start it with --lan to reach it from a phone.")]));
  }, "main"), button("Sign out all others", async () => { await call("DELETE", "/api/v1/sessions"); say("Every other device is signed out."); await showDevices(); }), button("Back", showHousehold)), h("p", {}), place);
}

async function begin() {
  const code = new URLSearchParams(location.hash.slice(1)).get("code");
  if (code) return showPairing(code);
  try {
    await call("GET", "/api/v1/session");
  } catch (fault) {
    return fault.code === "signed-out" ? showPairing() : showPairing(null, fault.message);
  }
  await showHousehold();
}

addEventListener("hashchange", begin);
begin().catch((fault) => showPairing(null, fault.message));
