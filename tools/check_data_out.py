#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""Takes records out of real data folders and in again: export, import, backup, restore, doctor.
Prints what does not hold; exits 1 then."""

import base64
import csv
import io
import json
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import time

from data_folders import (DAY, PASSPHRASE, SECRET, call, expect, faults, fill, good, lines_of, people_of,
                          refuse, rows_of, value_of, write)
from fhir_expectations import faults_of_bundle
from server_process import Browser, Server, morning, replay

def check_page(data, anna, page):
    """The page gives the same bytes as the command."""
    for form, (status, body, headers) in page.items():
        expect(f"page {form}", status == 200, body)
        expect(f"page {form} is a download", headers["Content-Disposition"].startswith(
            'attachment; filename="plumbline-' + anna), headers["Content-Disposition"])
        text = good(form, "export", anna, "--as", form, "--data", data, "--date", DAY)
        same = text.encode() == body if isinstance(body, bytes) else json.loads(text) == body
        expect(f"page and command give the same {form}", same)


def check_round_trip(folder, data, anna):
    first = good("export", "export", anna, "--data", data)
    value = json.loads(first)
    expect("format and version", (value["format"], value["version"]) == ("plumbline-export", 1))
    expect("held is there", len(value["held"]) == 1)
    expect("chunk is there", base64.b64decode(value["chunks"][0]["data"]) == bytes(range(256)) * 3)
    expect("two devices", len({row["device"] for row in value["entries"]}) == 2)
    path = write(f"{folder}/anna.json", first)
    copy = f"{folder}/copy"
    report = value_of("import", "import", path, "--data", copy)["people"][0]
    expect("all is new", report["new"] and report["added"] == len(value["entries"]), report)
    expect("export, import, export gives the same bytes",
           good("export again", "export", anna, "--data", copy) == first)
    again = value_of("import again", "import", path, "--data", copy)["people"][0]
    expect("a repeated import changes nothing",
           not again["new"] and again["added"] == 0 and again["known"] == len(value["entries"]), again)
    expect("and the bytes stay", good("third", "export", anna, "--data", copy) == first)
    expect("files are private", os.stat(f"{copy}/plumbline.db").st_mode & 0o077 == 0)
    expect("by name", good("by name", "export", value["person"]["name"], "--data", copy) == first)
    out = f"{folder}/out.json"
    good("to a file", "export", anna, "--data", copy, "--out", out)
    expect("the same in a file", open(out, encoding="utf-8").read() == first)
    return value, copy


def check_existing(folder, value, copy):
    """Somebody who is here already."""
    before = rows_of(copy)
    other = json.loads(json.dumps(value))
    other["entries"][-1]["entry"]["body"]["body"]["pain"] = 9
    path = write(f"{folder}/other.json", json.dumps(other))
    refuse("other content under one id", value["entries"][-1]["entry"]["id"], "import", path, "--data", copy)
    fork = {**value, "entries": value["entries"][:-1], "held": []}
    lines = [row["entry"] for row in fork["entries"][1:]]
    lines.append({**lines[0], "id": lines[0]["id"][:-1] + ("0" if lines[0]["id"][-1] != "0" else "1")})
    path = write(f"{folder}/fork.jsonl", lines_of(lines))
    refuse("both have entries of their own", "only in the file", "import", path, "--data", copy)
    expect("nothing was stored", rows_of(copy) == before, rows_of(copy))
    part = {**value, "entries": value["entries"][:10], "held": [], "chunks": []}
    report = value_of("a part", "import", write(f"{folder}/part.json", json.dumps(part)), "--data", copy)
    expect("a part of what is here adds nothing", report["people"][0]["added"] == 0, report)
    short = f"{folder}/short"
    value_of("part first", "import", f"{folder}/part.json", "--data", short)
    report = value_of("then all", "import", f"{folder}/anna.json", "--data", short)["people"][0]
    expect("more of the same is added", report["added"] == len(value["entries"]) - 10, report)
    expect("and it is the whole record", good("whole", "export", value["person"]["id"], "--data", short)
           == open(f"{folder}/anna.json", encoding="utf-8").read())
    report = value_of("as new", "import", f"{folder}/anna.json", "--data", copy, "--as-new", "--name", "Twin")
    twin = report["people"][0]
    expect("a new id", twin["person"] != value["person"]["id"] and twin["name"] == "Twin", twin)
    text = good("twin", "export", twin["person"], "--data", copy)
    expect("every line names the new id", value["person"]["id"] not in text)


def check_journals(folder):
    data = f"{folder}/journals"
    text = good("simulate", "simulate", "--people", "3", "--weeks", "2", "--seed", "5")
    path = write(f"{folder}/three.jsonl", text)
    report = value_of("three people", "import", path, "--data", data)["people"]
    expect("three people come in", len(report) == 3 and all(p["new"] for p in report), report)
    expect("all entries", sum(p["added"] for p in report) == len(text.splitlines()), report)
    report = value_of("again", "import", path, "--data", data)["people"]
    expect("again adds nothing", sum(p["added"] for p in report) == 0, report)
    refuse("one name for three", "--name", "import", path, "--data", data, "--name", "X")
    before = rows_of(data)
    rows = text.splitlines()
    bad = json.loads(rows[40])
    bad["person"], bad["body"] = "someone-else", {"pain": 99}
    refuse("a fault in one line", "line 41", "import",
           write(f"{folder}/bad.jsonl", "\n".join(rows[:40] + [json.dumps(bad)] + rows[41:])), "--data", data)
    someone = json.loads(rows[0])["person"]
    strange = [{**json.loads(row), "person": "a/b"} for row in rows if json.loads(row)["person"] == someone]
    refuse("an id that is no id", "--as-new", "import",
           write(f"{folder}/strange.jsonl", lines_of(strange)), "--data", data)
    expect("nothing was stored", rows_of(data) == before)


def check_wrong_files(folder, value, data):
    text = json.dumps(value)
    cases = {
        "empty": ("", "empty"),
        "cut off": (text[:len(text) // 2], "cut off"),
        "another version": (json.dumps({**value, "version": 2}), "/version"),
        "another format": (json.dumps({**value, "format": "x"}), "/format"),
        "an unknown field": (json.dumps({**value, "extra": 1}), "/extra"),
        "a field twice": (text.replace('"held":', '"held": [], "held":', 1), "held"),
        "a missing list": (json.dumps({k: v for k, v in value.items() if k != "held"}), "/held"),
        "an entry twice": (json.dumps({**value, "entries": value["entries"] + [
            {**value["entries"][0], "seq": len(value["entries"]) + 1}]}), "/entries/"),
        "a gap": (json.dumps({**value, "entries": value["entries"][1:]}), "/entries/0/seq"),
        "no base64": (json.dumps({**value, "chunks": [{**value["chunks"][0], "data": "!!!!"}]}), "/chunks/0/data"),
        "a chunk's id": (json.dumps({**value, "chunks": [{**value["chunks"][0], "id": "../x"}]}), "/chunks/0/id"),
        "another person's entry": (json.dumps({**value, "person": {**value["person"], "id": "other"}}), "/person"),
        "no JSON": ("hello", "line 1"),
        "a list": ("[]", "line 1"),
    }
    target = f"{folder}/wrong"
    for title, (content, word) in cases.items():
        refuse(title, word, "import", write(f"{folder}/wrong.json", content), "--data", target)
    expect("nothing of wrong files is stored", rows_of(target) == [0, 0, 0, 0])
    refuse("no such file", "wrong-name", "import", "wrong-name", "--data", target)
    refuse("nobody", "nobody", "export", "nobody-of-this-name", "--data", data)
    refuse("no folder", "plumbline.db", "export", "x", "--data", f"{folder}/none")
    refuse("no folder to examine", "plumbline.db", "doctor", "--data", f"{folder}/none")
    expect("no folder was made", not os.path.exists(f"{folder}/none"))


def check_csv(data, anna, value):
    text = good("csv", "export", anna, "--as", "csv", "--data", data)
    expect("lines end as RFC 4180 says", text.endswith("\r\n"))
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    expect("one row an entry", len(rows) == len(value["entries"]), len(rows))
    expect("every row is whole", all(None not in row and None not in row.values() for row in rows))
    cells = [cell for row in rows for cell in row.values()]
    runs = [c for c in cells if c.lstrip()[:1] in set("=+-@|%\t\r") and not c.lstrip("-").replace(".", "").isdigit()]
    expect("no cell is a formula", not [c for c in runs if c], runs)
    excluded = next(row for row in rows if row["kind"] == "plan.exclude")
    expect("texts are kept", excluded["why"] == "'+1 \"no\",\r\n@SUM(A1)", excluded)
    done = next(row for row in rows if row["kind"] == "exercise.done")
    entry = next(r["entry"] for r in value["entries"] if r["entry"]["id"] == done["entry"])
    body = entry["body"]
    expect("exercise, sets and pain", (done["exercise"], done["sets"], done["pain_during"]) ==
           (body["exercise"], str(body["sets"]), str(body["pain_during"])), done)
    expect("the local date", done["date"] == entry["made_at"][:10] and done["time"] == entry["made_at"][11:19])
    corrected = next(row for row in rows if row["kind"] == "entry.corrected")
    expect("a correction names its entry", corrected["corrects"] and corrected["pain"] == "1", corrected)


def check_fhir(data, anna):
    text = good("fhir", "export", anna, "--as", "fhir", "--data", data, "--date", DAY)
    bundle = json.loads(text)
    for fault in faults_of_bundle(bundle):
        expect(f"fhir: {fault}", False)
    kinds = {entry["resource"]["resourceType"] for entry in bundle["entry"]}
    expect("every kind of resource", kinds >= {"Patient", "QuestionnaireResponse", "Observation", "CarePlan", "Goal"},
           kinds)
    expect("the same bytes again", good("fhir", "export", anna, "--as", "fhir", "--data", data, "--date", DAY) == text)


def agenda(data, person):
    """The bytes that a server on the folder answers."""
    with Server(data, "--new-link") as server:
        browser = Browser(server.authority)
        browser.claim(server.link)
        browser.connection.request("GET", f"/api/v1/people/{person}/agenda?date={DAY}", headers={"Cookie": browser.cookie})
        text = browser.connection.getresponse().read().decode()
        server.stop()
    return text


def check_backup(folder, data, anna, ben):
    """Backups beside a running server, restored, with somebody deleted in between."""
    old, keys = f"{folder}/old.db", f"{folder}/plumbline.keys"
    stick = f"{folder}/stick"
    os.mkdir(stick)
    journal = [row["entry"] for row in json.loads(good("x", "export", anna, "--data", data))["entries"]]
    ben_before = good("ben", "export", ben, "--data", data)
    with Server(data, "--new-link") as server:
        browser = Browser(server.authority)
        browser.claim(server.link)
        report = value_of("backup", "backup", old, "--keys", keys, "--data", data, env=PASSPHRASE)
        expect("a whole backup", not report["incremental"] and report["people"] == 2, report)
        report = value_of("to a folder", "backup", stick, "--data", data)
        expect("with its usual name", report["file"].endswith("plumbline-backup.db"), report)
        chance = random.Random(9)
        browser.push(anna, [morning(anna, int(time.time() * 1000) + i, chance) for i in range(5)])
        report = value_of("again", "backup", stick, "--data", data)
        expect("only what is new", report["incremental"] and report["new_entries"] == 5, report)
        browser.call("DELETE", f"/api/v1/people/{ben}", {"confirm": ben})
        report = value_of("after a deletion", "backup", stick, "--data", data)
        expect("the deleted person leaves the backup", report["people"] == 1, report)
        server.stop()
    refuse("a backup into the data folder", "data folder", "backup", f"{data}/b.db", "--data", data)
    refuse("keys twice into one file", "keys", "backup", "--keys", keys, "--data", data, env=PASSPHRASE)
    refuse("an empty passphrase", "passphrase", "backup", "--keys", f"{folder}/k2", "--data", data,
           env={"PLUMBLINE_KEYS_PASSPHRASE": ""})
    refuse("nothing to back up to", "FILE", "backup", "--data", data)
    check_deleted(folder, data, anna, ben, ben_before, old)
    check_restore(folder, data, anna, journal, old, keys)


def check_deleted(folder, data, anna, ben, ben_before, old):
    """Ben is gone for ever: the old backup has his rows, the keys that remain do not open them."""
    mended = f"{folder}/mended"
    os.mkdir(mended)
    shutil.copytree(f"{data}/keys", f"{mended}/keys")
    report = value_of("old backup, keys that remain", "restore", old, "--data", mended)
    expect("he is left out", report["people"] == 1 and report["deleted"] == 1, report)
    expect("only Anna", people_of(mended) == [anna])
    raw = f"{folder}/raw"
    os.mkdir(raw)
    shutil.copytree(f"{data}/keys", f"{raw}/keys")
    shutil.copy(old, f"{raw}/plumbline.db")
    os.chmod(f"{raw}/plumbline.db", 0o600)
    expect("his rows are in the old file", ben in people_of(raw))
    refuse("his rows with the keys that remain", "deleted", "export", ben, "--data", raw)
    done = call("doctor", "--data", raw)
    expect("the doctor says so", done.returncode == 1 and "deleted" in done.stdout, done)
    path = write(f"{folder}/ben.json", ben_before)
    refuse("a deleted id does not come back", "--as-new", "import", path, "--data", data)
    report = value_of("under a new id it does", "import", path, "--data", data, "--as-new")["people"][0]
    expect("with all entries", report["new"] and report["added"] > 0, report)
    for name in os.listdir(folder):
        if name.endswith(".db"):
            expect(f"{name} holds no plain text", SECRET.encode() not in open(f"{folder}/{name}", "rb").read())


def check_restore(folder, data, anna, journal, old, keys):
    new = f"{folder}/restored"
    refuse("without keys", "--keys", "restore", old, "--data", new)
    refuse("a wrong passphrase", "passphrase", "restore", old, "--data", new, "--keys", keys,
           env={"PLUMBLINE_KEYS_PASSPHRASE": "another"})
    others = f"{folder}/others.keys"
    good("keys of another folder", "backup", "--keys", others, "--data", f"{folder}/copy", env=PASSPHRASE)
    refuse("with them", "another data folder", "restore", old, "--data", new, "--keys", others, env=PASSPHRASE)
    cut = f"{folder}/cut.db"
    with open(old, "rb") as file:
        content = file.read()
    with open(cut, "wb") as file:
        file.write(content[:len(content) // 2])
    refuse("half a backup", "cut.db", "restore", cut, "--data", new, "--keys", keys, env=PASSPHRASE)
    refuse("no backup", "missing.db", "restore", f"{folder}/missing.db", "--data", new, "--keys", keys,
           env=PASSPHRASE)
    expect("nothing is left of it", not os.path.exists(new))
    good("restore", "restore", old, "--data", new, "--keys", keys, env=PASSPHRASE)
    refuse("twice", "already", "restore", old, "--data", new, "--keys", keys, env=PASSPHRASE)
    expect("the agenda is what the journal gives", agenda(new, anna) == replay(journal, DAY),
           agenda(new, anna))
    expect("the restored folder is in order", call("doctor", "--data", new).returncode == 0,
           call("doctor", "--data", new).stdout)


def check_doctor(folder, copy, anna):
    text = good("doctor", "doctor", "--text", "--data", copy)
    expect("it opened everything", "Everything sealed opens" in text, text)
    sick = f"{folder}/sick"
    shutil.copytree(copy, sick)
    with sqlite3.connect(f"{sick}/plumbline.db") as open_:
        sealed = bytearray(open_.execute("select sealed from entries where place % 4294967296 = 3").fetchone()[0])
        sealed[-1] ^= 1
        open_.execute("update entries set sealed = ? where place % 4294967296 = 3", (bytes(sealed),))
    os.chmod(f"{sick}/keys", 0o755)
    done = call("doctor", "--data", sick)
    expect("open keys are found", done.returncode == 1 and "chmod" in done.stdout, done)
    os.chmod(f"{sick}/keys", 0o700)
    done = call("doctor", "--data", sick)
    findings = json.loads(done.stdout)["findings"]
    bad = [f for f in findings if not f["ok"]]
    expect("a changed row is found", done.returncode == 1 and any("entry number 3" in f["what"] for f in bad), bad)
    expect("and there is advice", all(f["advice"] for f in bad), bad)
    report = value_of("repair", "doctor", "--repair", f"{folder}/saved.db", "--data", copy)
    expect("repair saves everything of a good file", report["lost_entries"] == 0, report)
    text = good("repair in words", "doctor", "--text", "--repair", f"{folder}/words.db", "--data", copy)
    expect("which say what to do", "entries were saved in" in text and "plumbline restore" in text, text)
    refuse("repair never writes over a file", "saved.db", "doctor", "--repair", f"{folder}/saved.db", "--data", copy)
    saved = f"{folder}/saved"
    os.mkdir(saved)
    shutil.copytree(f"{copy}/keys", f"{saved}/keys")
    good("what was saved is restored", "restore", f"{folder}/saved.db", "--data", saved)
    expect("and complete", good("x", "export", anna, "--data", saved) == good("y", "export", anna, "--data", copy))


def main():
    with tempfile.TemporaryDirectory() as folder:
        data, anna, ben, page = fill(folder)
        check_page(data, anna, page)
        value, copy = check_round_trip(folder, data, anna)
        check_existing(folder, value, copy)
        check_journals(folder)
        check_wrong_files(folder, value, data)
        check_csv(data, anna, value)
        check_fhir(data, anna)
        check_doctor(folder, copy, anna)
        check_backup(folder, data, anna, ben)
    print("data goes out and in as promised" if not faults else f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
