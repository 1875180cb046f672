#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""Talks to a real server as browsers, other web pages and strangers would, and checks what it
answers. Prints what does not hold; exits 1 then."""

import json
import os
import socket
import stat
import subprocess
import sys
import tempfile
import time

from server_circumstances import (check_full_disk, check_house, check_misfortunes, check_proxy, code_of,
                                  expect, faults)
from server_process import (PROGRAM, ROOT, Browser, Server, chance_of, morning, owned_by, replay,
                            simulate, uuid7)

PEOPLE = ["acute_low_back", "chronic_fear", "osteoporosis_74", "sciatica", "upper_back_office"]


def check_signing_in(server, browser):
    stranger = Browser(server.authority)
    expect("a stranger sees no people", code_of(stranger.call("GET", "/api/v1/people")) == "signed-out")
    expect("a wrong code pairs nothing", code_of(stranger.claim("nonsense")) == "wrong-secret")
    status, _, headers = browser.claim(server.link)
    expect("the first link pairs", status == 201)
    cookie = headers["Set-Cookie"]
    expect("the cookie is HttpOnly and Strict", "HttpOnly" in cookie and "SameSite=Strict" in cookie)
    expect("the link works once", code_of(stranger.claim(server.link)) == "wrong-secret")
    pairing = browser.call("POST", "/api/v1/pairings")[1]
    expect("the QR code is a picture", pairing["qr_svg"].startswith("<svg"))
    second = Browser(server.authority)
    expect("a second device pairs", second.claim(pairing["code"], "Second")[0] == 201)
    spare = browser.call("POST", "/api/v1/pairings")[1]["code"]
    expect("both are listed", len(browser.call("GET", "/api/v1/devices")[1]["devices"]) == 2)
    expect("the others are signed out", browser.call("DELETE", "/api/v1/sessions")[0] == 204)
    expect("a code does not outlive that", code_of(second.claim(spare)) == "wrong-secret")
    expect("the second is out", code_of(second.call("GET", "/api/v1/session")) == "signed-out")
    expect("this one is in", browser.call("GET", "/api/v1/session")[0] == 200)


def check_other_pages(browser, person):
    path = f"/api/v1/people/{person}"
    body = {"name": "Mallory"}
    foreign = {"Origin": "http://evil.example"}
    expect("another site's page is refused",
           code_of(browser.call("PATCH", path, body, foreign)) == "wrong-origin")
    expect("a cross-site fetch is refused",
           code_of(browser.call("PATCH", path, body, {"Sec-Fetch-Site": "cross-site"})) == "wrong-origin")
    expect("a form's content type is refused", code_of(browser.call(
        "POST", "/api/v1/people", b"name=x",
        {"Content-Type": "application/x-www-form-urlencoded"})) == "unsupported-media")
    expect("another host name is refused (DNS rebinding)", code_of(browser.call(
        "GET", "/api/v1/people", headers={"Host": "evil.example"})) == "wrong-host")
    own = {"Origin": "http://" + browser.authority}
    expect("our own page is not", browser.call("PATCH", path, body, own)[0] == 204)


def check_odd_requests(browser, person):
    for path, code in [("/api/v1/nothing", "not-found"), ("/..%2f..%2fetc/passwd", "bad-path"),
                       ("/%zz", "bad-path"), (f"/api/v1/people/{person}/agenda?date=2026-02-30", "bad-date"),
                       (f"/api/v1/people/{person}/entries?after=x", "out-of-range"),
                       (f"/api/v1/people/{person}/entries?limit=0", "out-of-range"),
                       ("/api/v1/people/nobody/agenda", "not-found"),
                       ("/assets/%2e%2e/%2e%2e/etc/passwd", "bad-path")]:
        answer = browser.call("GET", path)
        expect(f"GET {path} is a problem", code_of(answer) == code, answer[:2])
        browser.connection.close()
    for body, code in [(b"{", "syntax"), (b'{"entries":1}', "missing-field"), (b'{"a":1,"a":2}', "duplicate-field"),
                       (b"[" * 100000, "syntax"), (b'{"entries":[],"x":1}', "unknown-field")]:
        answer = browser.call("POST", f"/api/v1/people/{person}/entries", body,
                              {"Content-Type": "application/json"})
        expect(f"body {body[:20]} is a problem", code_of(answer) == code, answer[:2])
    expect("PUT where only GET goes", browser.call("PUT", "/health", {})[0] == 405)
    answer = say(browser, f"POST /api/v1/people/{person}/entries HTTP/1.1",
                 "Content-Type: application/json", f"Content-Length: {2 << 20}")
    expect("a body above the limit is refused by its head", answer.startswith(b"HTTP/1.1 413 "), answer[:200])


def say(browser, *lines):
    """Sends a head as it stands over a line of its own; gives what comes back."""
    host, port = browser.authority.split(":")
    with socket.create_connection((host, int(port)), timeout=10) as line:
        head = [*lines, f"Host: {browser.authority}", f"Cookie: {browser.cookie}", "", ""]
        line.sendall("\r\n".join(head).encode())
        return line.recv(4096)


def check_entries(browser, person):
    chance = chance_of(1)
    now = int(time.time() * 1000)
    entry = morning(person, now, chance)
    answer = browser.push(person, [entry, entry])[1]
    expect("a repeated entry counts once",
           [r["outcome"] for r in answer["results"]] == ["placed", "known"], answer)
    other = {**entry, "body": {"pain": (entry["body"]["pain"] + 1) % 10, "woken_more": True}}
    expect("another content under the same id is a conflict",
           browser.push(person, [other])[1]["results"][0]["outcome"] == "conflict")
    bad = morning(person, now + 1, chance)
    bad["body"]["pain"] = 11
    good = morning(person, now + 2, chance)
    results = browser.push(person, [bad, good])[1]["results"]
    expect("a bad entry does not take good ones down",
           [r["outcome"] for r in results] == ["refused", "placed"], results)
    expect("and its fault has a place", results[0]["problem"]["where"] == "/body/pain", results)
    ahead = morning(person, now + 3 * 86400000, chance)
    result = browser.push(person, [ahead])[1]["results"][0]
    expect("an entry ahead of the clock is held", result["outcome"] == "held", result)
    held = browser.call("GET", f"/api/v1/people/{person}/held")[1]["held"]
    expect("and named", [h["id"] for h in held] == [ahead["id"]], held)
    clinician = {"id": uuid7(now + 4, chance), "person": person, "made_at": entry["made_at"],
                 "author": {"role": "clinician", "name": "Dr"}, "device": "x",
                 "kind": "clinician.unlocked", "version": 1,
                 "body": {"exercise": "bridge", "why": "x", "until": entry["made_at"][:10]}}
    result = browser.push(person, [clinician])[1]["results"][0]
    expect("a clinician's act does not come from a household device",
           result.get("problem", {}).get("code") == "forbidden", result)
    soon = morning(person, now + 2 * 86400000, chance)
    soon_fix = {**fix_of(soon, chance, now + 6), "made_at": entry["made_at"]}
    outcomes = [r["outcome"] for r in browser.push(person, [soon_fix, soon])[1]["results"]]
    expect("a correction waits with what it corrects", outcomes == ["held", "held"], outcomes)
    stranger = {**morning("somebody-else", now, chance)}
    expect("another person's entry is refused",
           browser.push(person, [stranger])[1]["results"][0]["outcome"] == "refused")
    expect("a correction finds its entry",
           browser.push(person, [fix_of(good, chance, now + 5)])[1]["results"][0]["outcome"] == "placed")
    lineage = browser.push(person, [entry])[1]["cursor"].rsplit(".", 1)[0]
    page = browser.call("GET", f"/api/v1/people/{person}/entries?after={lineage}.999999")[1]
    expect("a place that is not there yet begins anew", page["restarted"] and page["entries"], page)
    seqs = [row["seq"] for row in browser.pull_all(person)]
    expect("places have no gaps", seqs == list(range(1, len(seqs) + 1)), seqs)


def fix_of(entry, chance, at_ms):
    return {"id": uuid7(at_ms, chance), "person": entry["person"], "made_at": entry["made_at"],
            "author": {"role": "person"}, "device": "x", "kind": "entry.corrected", "version": 1,
            "body": {"entry": entry["id"], "body": {"pain": 1, "woken_more": False}}}


def check_agendas(browser):
    for profile in PEOPLE:
        person = browser.add_person(profile)
        entries = owned_by(simulate(profile, weeks=3), person)
        # The newest first: order of arrival must not matter.
        browser.push(person, entries[::-1])
        path = f"/api/v1/people/{person}/agenda?date=2026-03-20"
        status, _, headers = browser.call("GET", path)
        browser.connection.request("GET", path, headers={"Cookie": browser.cookie})
        text = browser.connection.getresponse().read().decode()
        expect(f"the agenda of {profile} is what replay prints", text == replay(entries, "2026-03-20"))
        again = browser.call("GET", path, headers={"If-None-Match": headers["ETag"]})
        expect("nothing is sent twice", status == 200 and again[0] == 304, again[0])
        note = {"id": uuid7(1774000000000, chance_of(2)), "person": person,
                "made_at": "2026-03-20T07:00:00Z", "author": {"role": "person"}, "device": "x",
                "kind": "symptom.reported", "version": 1, "body": {"what": "saddle_numbness"}}
        browser.push(person, [note])
        status, agenda, _ = browser.call("GET", path, headers={"If-None-Match": headers["ETag"]})
        expect("a danger sign locks the plan at once", status == 200 and agenda["locked"], status)


def check_passphrase(server, browser):
    person = browser.add_person("With a secret")
    base = f"/api/v1/people/{person}"
    second = Browser(server.authority)
    second.claim(browser.call("POST", "/api/v1/pairings")[1]["code"])
    expect("short passphrases are refused",
           code_of(browser.call("PUT", base + "/passphrase", {"passphrase": "short"})) == "out-of-range")
    browser.call("PUT", base + "/passphrase", {"passphrase": "correct horse"})
    expect("the other device is shut out",
           code_of(second.call("GET", base + "/entries")) == "record-closed")
    expect("this one is not", browser.call("GET", base + "/entries")[0] == 200)
    expect("a wrong passphrase opens nothing",
           code_of(second.call("POST", base + "/open", {"passphrase": "wrong horse"})) == "wrong-secret")
    expect("the right one does", second.call("POST", base + "/open", {"passphrase": "correct horse"})[0] == 204)
    expect("and it can be read", second.call("GET", base + "/entries")[0] == 200)
    expect("a change needs the present one",
           code_of(browser.call("PUT", base + "/passphrase", {"passphrase": "another horse"})) == "wrong-secret")
    expect("deletion needs the id", code_of(browser.call("DELETE", base, {"confirm": "x"})) == "refused")
    expect("a person can be deleted", browser.call("DELETE", base, {"confirm": person})[0] == 204)
    expect("and is gone", browser.call("GET", base + "/entries")[0] == 404)


def check_tries(server, browser):
    person = browser.add_person("Tried")
    base = f"/api/v1/people/{person}"
    browser.call("PUT", base + "/passphrase", {"passphrase": "correct horse"})
    second = Browser(server.authority)
    second.claim(browser.call("POST", "/api/v1/pairings")[1]["code"])
    codes = [code_of(second.call("POST", base + "/open", {"passphrase": f"wrong {i}"})) for i in range(5)]
    expect("tries are limited", codes[-1] == "too-many-requests", codes)
    wait = second.call("POST", base + "/open", {"passphrase": "wrong"})[2].get("Retry-After")
    expect("and the time to wait is said", wait is not None and 0 < int(wait) <= 3600, wait)


def check_live(server, browser, person):
    """A WebSocket by hand (RFC 6455): handshake, then one notice."""
    host, port = server.authority.split(":")
    with socket.create_connection((host, int(port)), timeout=10) as line:
        line.sendall((f"GET /api/v1/live?person={person} HTTP/1.1\r\nHost: {server.authority}\r\n"
                      "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                      f"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: http://{server.authority}\r\n"
                      f"Cookie: {browser.cookie}\r\n\r\n").encode())
        head = b""
        while b"\r\n\r\n" not in head:
            head += line.recv(1)
        expect("the live address opens", b"101" in head.split(b"\r\n")[0]
               and b"s3pPLMBiTxaQ9kYGzzhZRbK+xOo=" in head, head[:200])
        browser.push(person, [morning(person, int(time.time() * 1000), chance_of(7))])
        frame = line.recv(2, socket.MSG_WAITALL)
        long = frame[1] == 126
        size = int.from_bytes(line.recv(2, socket.MSG_WAITALL), "big") if long else frame[1]
        notice = json.loads(line.recv(size, socket.MSG_WAITALL))
        expect("and tells of new entries", notice["person"] == person, notice)


def check_names(server, browser):
    for name in ["", "   ", "a\nb", "a\u0000b", "a\u001b[2J", "a\u202eb", "\u200b", "x" * 201]:
        answer = browser.call("POST", "/api/v1/people", {"name": name})
        expect(f"{name[:9]!r} is no name", code_of(answer) == "out-of-range", answer[:2])
        code = browser.call("POST", "/api/v1/pairings")[1]["code"]
        answer = Browser(server.authority).claim(code, name)
        expect(f"{name[:9]!r} is no device's name", code_of(answer) == "out-of-range", answer[:2])
    odd = morning(browser.add_person("Ödön"), int(time.time() * 1000), chance_of(9), "x" * 9000)
    result = browser.push(odd["person"], [odd])[1]["results"][0]
    expect("nor is that a device of an entry", result.get("problem", {}).get("where") == "/device", result)


def check_export(browser, person):
    """Goes out in pieces, and is what a person's record holds."""
    browser.call("PUT", f"/api/v1/people/{person}/chunks/a", os.urandom(300000),
                 {"Content-Type": "application/octet-stream"})
    status, value, headers = browser.call("GET", f"/api/v1/people/{person}/export")
    expect("an export is whole", status == 200 and len(value["entries"]) == len(browser.pull_all(person))
           and len(value["chunks"]) == 1 and len(value["chunks"][0]["data"]) == 400000, status)
    expect("and goes out in pieces", headers.get("Transfer-Encoding") == "chunked")


def check_audit(browser):
    actions = {e["action"] for e in browser.call("GET", "/api/v1/audit")[1]["events"]}
    expect("what was done to devices is noted", {"code.made", "device.paired", "others.signed_out"} <= actions,
           actions)


def check_secrets(server, person):
    """Files that hold secrets are for the owner only, and nothing in the data can be read."""
    for base, folders, names in os.walk(server.data):
        for name in folders + names:
            mode = stat.S_IMODE(os.stat(os.path.join(base, name)).st_mode)
            expect(f"{name} is closed to others", mode & 0o077 == 0, oct(mode))
        for name in names:
            content = open(os.path.join(base, name), "rb").read()
            expect(f"{name} shows no entry", b"check.morning" not in content and b"woken_more" not in content)
            expect(f"{name} shows no name", b"Mallory" not in content)
    expect("the log names nobody", person not in server.complaint() and "Mallory" not in server.complaint())


def check_documents(browser):
    status, document, _ = browser.call("GET", "/openapi.json")
    kept = json.load(open(os.path.join(ROOT, "docs/api/openapi.json"), encoding="utf-8"))
    expect("docs/api/openapi.json is what the server says (plumbline api > docs/api/openapi.json)",
           status == 200 and document == kept)
    for form, name in [("openapi", "docs/api/openapi.json"), ("typescript", "docs/api/plumbline.d.ts")]:
        made = subprocess.run([PROGRAM, "api", form], capture_output=True, text=True, check=True).stdout
        expect(f"{name} is up to date", made == open(os.path.join(ROOT, name), encoding="utf-8").read())
    made = subprocess.run([PROGRAM, "serve", "--print-config"], capture_output=True, text=True, check=True)
    expect("docs/plumbline.toml is up to date",
           made.stdout == open(os.path.join(ROOT, "docs/plumbline.toml"), encoding="utf-8").read())


def main():
    with tempfile.TemporaryDirectory() as folder:
        with Server(os.path.join(folder, "data"), "--set", "limits.sign_in_attempts_per_hour=4") as server:
            browser = Browser(server.authority)
            check_signing_in(server, browser)
            person = browser.add_person("Anna")
            check_other_pages(browser, person)
            check_odd_requests(browser, person)
            check_entries(browser, person)
            check_agendas(browser)
            check_passphrase(server, browser)
            check_live(server, browser, person)
            check_names(server, browser)
            check_export(browser, person)
            check_audit(browser)
            check_documents(browser)
            check_secrets(server, person)
            check_tries(server, browser)
        check_house(folder)
        check_proxy(folder)
        check_full_disk(folder)
        check_misfortunes(folder)
    print(f"{len(faults)} things do not hold" if faults else "the server answers as it should")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
