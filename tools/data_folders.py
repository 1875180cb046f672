# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""Commands on data folders, what they should answer, and a folder to try them on."""

import json
import os
import random
import sqlite3
import subprocess
import time

from server_process import PROGRAM, Browser, Server, morning, owned_by, simulate

SECRET = "hidden-word-of-one-person"
PASSPHRASE = {"PLUMBLINE_KEYS_PASSPHRASE": "four plain words here"}
DAY = "2026-03-09"
faults = []


def expect(title, holds, found=""):
    if not holds:
        faults.append(title)
        print(f"FAIL {title} {str(found)[:400]}")


def call(*arguments, text=None, env=None):
    done = subprocess.run([PROGRAM, *arguments], input=text, capture_output=True,
                          env={**os.environ, **(env or {})}, check=False)
    # Not as text: line ends stay as they are.
    done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
    return done


def good(title, *arguments, **more):
    done = call(*arguments, **more)
    expect(f"{title}: {done.stderr}", done.returncode == 0)
    return done.stdout


def refuse(title, word, *arguments, **more):
    done = call(*arguments, **more)
    expect(f"{title}: refused", done.returncode == 2 and not done.stdout, done)
    expect(f"{title}: says {word!r}", word in done.stderr, done.stderr)


def value_of(title, *arguments, **more):
    text = good(title, *arguments, **more)
    return json.loads(text) if text else {}


def write(path, text):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    return path


def lines_of(entries):
    return "".join(json.dumps(entry) + "\n" for entry in entries)


def people_of(data):
    with sqlite3.connect(f"file:{data}/plumbline.db?mode=ro", uri=True) as open_:
        return [row[0] for row in open_.execute("select id from people order by number")]


def rows_of(data):
    with sqlite3.connect(f"file:{data}/plumbline.db?mode=ro", uri=True) as open_:
        return [open_.execute(f"select count(*) from {table}").fetchone()[0]
                for table in ("people", "entries", "held", "chunks")]


def fill(folder):
    """A server's folder with two people: entries from two devices, a correction, a held entry, a
    chunk, texts that a spreadsheet would run."""
    data = os.path.join(folder, "data")
    chance = random.Random(7)
    now = int(time.time() * 1000)
    with Server(data) as server:
        browser = Browser(server.authority)
        browser.claim(server.link, "Phone")
        anna = browser.add_person("=Anna; \"O'Hara\", Zoë")
        ben = browser.add_person("Ben")
        entries = owned_by(simulate("chronic_fear", 2), anna)
        for i in range(0, len(entries), 100):
            status, answer, _ = browser.push(anna, entries[i:i + 100])
            expect("entries are taken", all(r["outcome"] == "placed" for r in answer["results"]), answer)
        other = Browser(server.authority)
        other.claim(browser.call("POST", "/api/v1/pairings")[1]["code"], "Tablet")
        first = morning(anna, now - 5000, chance)
        odd = {**morning(anna, now - 4000, chance), "kind": "goal.set", "body": {"goals": [
            {"activity": "=HYPERLINK(\"http://evil.example\")", "score": 3}, {"activity": SECRET}]}}
        swap = {**morning(anna, now - 3500, chance), "kind": "plan.exclude",
                "body": {"exercise": "bridge", "why": "+1 \"no\",\r\n@SUM(A1)"}}
        instrument = {**morning(anna, now - 3400, chance), "kind": "instrument.answered",
                      "body": {"instrument": "fabq", "answers": [3] * 16}}
        pending = {**morning(anna, now - 3300, chance), "kind": "instrument.answered",
                   "body": {"instrument": "phq9", "answers": [1, None, 0, 1, 0, 1, 0, 0, 0]}}
        test = {**morning(anna, now - 3200, chance), "kind": "movement_test.done",
                "body": {"test": "side_bridge_s", "side": "left", "value": 20.5, "method": "self"}}
        correction = {**morning(anna, now - 3000, chance), "kind": "entry.corrected",
                      "body": {"entry": first["id"], "body": {"pain": 1, "woken_more": False}}}
        ahead = morning(anna, now + 5 * 86400000, chance)
        batch = [first, odd, swap, instrument, pending, test, correction, ahead]
        answer = other.push(anna, batch)[1]
        expect("odd entries are taken", [r["outcome"] for r in answer["results"]] ==
               ["placed"] * 7 + ["held"], answer)
        status, _, _ = other.call("PUT", f"/api/v1/people/{anna}/chunks/signal-1", bytes(range(256)) * 3,
                                  {"Content-Type": "application/octet-stream"})
        expect("a chunk is taken", status == 204, status)
        browser.push(ben, owned_by(simulate("sciatica", 1), ben))
        page = {form: browser.call("GET", f"/api/v1/people/{anna}/export?format={form}&date={DAY}")
                for form in ("json", "csv", "fhir")}
        refuse("export beside a server", "page", "export", anna, "--data", data)
        refuse("import beside a server", "open", "import", write(f"{folder}/x", ""), "--data", data)
        expect("a stranger exports nothing",
               Browser(server.authority).call("GET", f"/api/v1/people/{anna}/export")[0] == 401)
        expect("an unknown form is a problem",
               browser.call("GET", f"/api/v1/people/{anna}/export?format=xml")[1]["code"] == "unknown-word")
        expect("it stops", server.stop() == 0)
    return data, anna, ben, page
