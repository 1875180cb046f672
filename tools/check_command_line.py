#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""Tries the program as a person would: right input, and many kinds of wrong input. Wrong input gives
exit status 2, nothing on standard output and a message that names a place or an option."""

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile

from command_line_faults import FIRST, JOURNALS, TEXTS, entry

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAM = os.path.join(ROOT, "build/release/apps/cli/plumbline")
PEOPLE = os.path.join(ROOT, "scenarios/people")
DATE = ["--date", "2026-03-02"]

faults = []


def call(arguments, text=""):
    data = text if isinstance(text, bytes) else text.encode()
    return subprocess.run([PROGRAM, *arguments], input=data, capture_output=True, check=False)


def expect(title, holds):
    if not holds:
        faults.append(title)


def refuse(title, arguments, text="", names=""):
    result = call(arguments, text)
    good = result.returncode == 2 and not result.stdout and names.encode() in result.stderr
    expect(f"{title}: status {result.returncode}, {result.stderr.decode()[:160]}",
           good and result.stderr)


def check_people(folder):
    """Every example person gets a plan that keeps to its own figures."""
    for name in sorted(os.listdir(PEOPLE)):
        path = os.path.join(PEOPLE, name)
        profile = json.load(open(path, encoding="utf-8"))
        result = call(["plan", "--profile", path, *DATE])
        expect(f"{name}: {result.stderr.decode()}", result.returncode == 0)
        agenda = json.loads(result.stdout)
        expect(f"{name}: seven days", len(agenda["week"]) == 7)
        for day in agenda["week"]:
            expect(f"{name}: {day['date']} too long",
                   day["minutes"] <= profile["minutes_per_day"] + 1e-9)
        text = call(["plan", "--profile", path, *DATE, "--text"])
        expect(f"{name}: text", text.returncode == 0 and b"2026-03-08" in text.stdout)
        packed = os.path.join(folder, name + ".gz")
        with gzip.open(packed, "wb") as file:
            file.write(open(path, "rb").read())
        expect(f"{name}: gzip", call(["plan", "--profile", packed, *DATE]).stdout == result.stdout)


def check_printed_plan(folder):
    """What a person reads: how to do it safely on every day; on a locked plan first what to do."""
    path = os.path.join(PEOPLE, "osteoporosis_74.json")
    text = call(["plan", "--profile", path, *DATE, "--text"]).stdout.decode()
    times = text.count("One-leg stand")
    expect("support is named every time",
           times > 1 and text.count("Face a worktop, hold it with both hands") == times)
    expect("no ids", "redflag_" not in text and "lumbar_mobility" not in text)
    profile = json.load(open(path, encoding="utf-8"))
    profile["screen"]["RF-CE2"] = True
    path = os.path.join(folder, "locked.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(profile, file)
    text = call(["plan", "--profile", path, *DATE, "--text"]).stdout.decode()
    expect("locked: what to do first", -1 < text.find("Call 112") < text.find("Nothing is trained"))
    expect("locked: no days", "2026-03-08" not in text and "ALL" not in text)


def check_refusals(folder):
    base = json.load(open(os.path.join(PEOPLE, "chronic_fear.json"), encoding="utf-8"))

    def profile(change, names):
        document = json.loads(json.dumps(base))
        change(document)
        path = os.path.join(folder, "profile.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(document, file)
        refuse(f"profile {names}", ["plan", "--profile", path, *DATE], names=names)

    profile(lambda d: d["person"].update(age=121), "/person/age")
    profile(lambda d: d["person"].pop("age"), "/person/age")
    profile(lambda d: d.update(colour="red"), "/colour")
    profile(lambda d: d.update(minutes_per_day=4), "/minutes_per_day")
    profile(lambda d: d["conditions"].append("flu"), "/conditions/0")
    profile(lambda d: d["pain"][0].update(intensity=11), "/pain/0/intensity")
    profile(lambda d: d["screen"].update({"RF-XX": True}), "/screen/RF-XX")
    profile(lambda d: d.update(hip_replacement_on="2026-02-30"), "/hip_replacement_on")
    profile(lambda d: d.pop("screen"), "/screen")
    profile(lambda d: d.update(blood_pressure={"systolic": 80, "diastolic": 120}),
            "/blood_pressure/diastolic")
    profile(lambda d: d.update(hip_replacement_on="2026-03-03"), "/hip_replacement_on")
    profile(lambda d: d.update(onset_days_ago=36000), "/onset_days_ago")
    profile(lambda d: d["screen"].update({"RF-MA3": {"answer": True, "since_days": 36000}}),
            "/screen/RF-MA3/since_days")
    refuse("half a file", ["triage"], '{"age": 46, "answers": {', "line 1")
    refuse("duplicate key", ["triage"], '{"age":46,"age":47,"answers":{}}', "/age")
    refuse("not finite", ["score", "nprs"], '{"answers":[1e999]}', "/answers/0")
    refuse("wrong length", ["score", "odi"], '{"answers":[1,2]}', "/answers")
    refuse("out of range", ["score", "odi"], '{"answers":[6,0,0,0,0,0,0,0,0,0]}', "/answers/0")
    refuse("unknown instrument", ["score", "odd"], '{"answers":[1]}')
    refuse("unknown answer", ["triage"], '{"age":46,"answers":{"RF-CE1":"maybe"}}', "RF-CE1")
    refuse("no such file", ["plan", "--profile", "/nowhere.json", *DATE], names="/nowhere.json")
    refuse("a folder", ["plan", "--profile", folder, *DATE], names=folder)
    refuse("bad date", ["plan", "--profile", os.path.join(PEOPLE, "chronic_fear.json"), "--date",
                        "2026-02-30"], names="--date")
    refuse("damaged gzip", ["triage"], b"\x1f\x8b\x08broken", names="standard input")
    refuse("nothing of a gzip", ["triage"], gzip.compress(b'{"age":46,"answers":{}}')[:-9],
           names="cut off")
    refuse("more behind a gzip", ["triage"], gzip.compress(b"{}") + b"{}", names="gzip")


def check_texts():
    for title, text, names in TEXTS:
        refuse(f"text, {title}", ["triage"], text, names)
    # Line ends as Windows writes them are white space in JSON: the same answer.
    lines = b'{"age":46,\n"answers":{}}\n'
    expect("line ends", call(["triage"], lines).stdout
           == call(["triage"], lines.replace(b"\n", b"\r\n")).stdout != b"")


def check_journals(folder):
    path = os.path.join(folder, "journal.jsonl")
    person = os.path.join(PEOPLE, "chronic_fear.json")

    def write(text):
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)

    for title, text, names in JOURNALS:
        write(text)
        refuse(f"journal, {title}", ["replay", path], names=names)
        refuse(f"journal, {title}", ["replay", path], names=path)
        if len(text) > 1_000_000:
            continue
        refuse(f"explain, {title}", ["explain", path], names=names)
        if names != "expected entries":
            refuse(f"plan, {title}", ["plan", "--profile", person, "--journal", path, *DATE],
                   names=names)
    write(FIRST + "\n")
    good = call(["replay", path])
    expect("one line", good.returncode == 0 and good.stdout)
    write(FIRST + "\r\n\r\n")
    expect("line ends in a journal", call(["replay", path]).stdout == good.stdout)
    write(FIRST + "\n" + entry(7, "flare.reported", {}, person="bob") + "\n")
    expect("one of two people", call(["replay", path, "--person", "ann"]).stdout == good.stdout)
    refuse("nobody of this name", ["replay", path, "--person", "eve"], names="eve")
    refuse("before the first entry", ["replay", path, "--person", "ann", "--as-of",
                                      "2020-01-01T00:00:00Z"], names="2020-01-01")
    refuse("no such file", ["replay", path + ".no"], names=path + ".no")
    refuse("a folder", ["replay", folder], names=folder)
    refuse("no catalogue", ["catalog", "check", folder], names=folder)
    refuse("unreadable", ["replay", "/proc/self/mem"], names="/proc/self/mem")
    for instant in ("yesterday", "2026-03-02", "2026-03-02T07:00:00", "2026-03-02T07:00:00+25:00"):
        refuse(f"as of {instant}", ["replay", path, "--as-of", instant], names="--as-of")


def check_simulation(folder):
    out = os.path.join(folder, "journals")
    stream = call(["simulate", "--people", "3", "--weeks", "2", "--seed", "5"]).stdout
    answer = call(["simulate", "--people", "3", "--weeks", "2", "--seed", "5", "--out", out])
    expect("people of a folder", json.loads(answer.stdout)["people"] == 3)
    files = sorted(os.listdir(out))
    texts = [open(os.path.join(out, name), "rb").read() for name in files]
    expect("one file a person", len(files) == 3 and b"".join(texts) == stream)
    everybody = os.path.join(folder, "everybody.jsonl")
    with open(everybody, "wb") as file:
        file.write(stream)
    for name in files:
        alone = call(["replay", os.path.join(out, name)]).stdout
        picked = call(["replay", everybody, "--person", name.removesuffix(".jsonl")]).stdout
        expect(f"{name}: picked from the stream", alone == picked != b"")
    refuse("a file for a folder", ["simulate", "--people", "2", "--weeks", "1", "--out", everybody],
           names="--out")
    refuse("story of nobody", ["simulate", "--story"], names="--story")
    refuse("unknown course", ["simulate", "--profile", os.path.join(PEOPLE, "sciatica.json"),
                              "--course", "sunny"], names="--course")


def check_broken_catalogue(folder):
    """A movement that does not lead back to its start, and a joint that no one has."""
    copy = os.path.join(folder, "catalog")
    shutil.copytree(os.path.join(ROOT, "catalog"), copy)
    path = os.path.join(copy, "exercises/bridge.json")
    whole = json.load(open(path, encoding="utf-8"))

    def broken(change, names):
        document = json.loads(json.dumps(whole))
        change(document["movement"]["phases"])
        with open(path, "w", encoding="utf-8") as file:
            json.dump(document, file)
        refuse(f"movement, {names}", ["catalog", "check", copy], names=names)

    broken(lambda phases: phases.pop(), "bridge.json /movement: ")
    broken(lambda phases: phases[0]["angles"].update(hip_flexion=200),
           "bridge.json /movement/phases/0/angles/hip_flexion")
    broken(lambda phases: phases[0]["angles"].update(tail_flexion=2), "tail_flexion")


def check_help():
    """Every command explains itself, with an example that begins with the program's name."""
    commands = ["score", "triage", "plan", "replay", "explain", "catalog", "catalog check",
                "catalog list", "simulate", "help"]
    for command in commands:
        shown = call([*command.split(), "--help"])
        text = shown.stdout.decode()
        expect(f"{command} --help", shown.returncode == 0 and "Example:" in text
               and f"plumbline {command.split()[0]}" in text and "English" in text)
        asked = call(["help", *command.split()]).stdout.decode()
        expect(f"help {command}", f"plumbline {command}" in asked and "Example:" in asked)
        usage = text.split("Usage: ")[1].split("\n")[0]
        expect(f"{command}: usage", usage.startswith(f"plumbline {command}") and usage in asked)
    everything = call(["--help"])
    expect("--help", everything.returncode == 0 and b"simulate" in everything.stdout)
    refuse("no command", [], names="expected a command")
    refuse("no command", [], names="simulate")
    refuse("misspelt command", ["triag"], names="did you mean triage?")
    refuse("misspelt command behind an option", ["--lang", "de", "pln"], names="did you mean plan?")
    refuse("misspelt part", ["catalog", "chek"], names="did you mean check?")
    refuse("something else", ["frobnicate"], names="one of score, triage")
    refuse("help on nothing", ["help", "paln"], names="did you mean plan?")
    refuse("unknown language", ["triage", "--lang", "fr"], names="--lang")
    refuse("unknown option", ["triage", "--colour"], names="--colour")
    refuse("misspelt option", ["plan", "--profle", "x"], names="did you mean --profile?")
    refuse("missing option", ["plan", "--profile", "x"], names="--date is required")
    refuse("missing name", ["plan", "--profile", "", *DATE], names="--profile")
    refuse("one argument too many", ["replay", "a", "b"], names="not expected: b")
    refuse("date twice", ["plan", "--profile", "x", *DATE, *DATE], names="--date")
    refuse("seed below zero", ["simulate", "--seed", "-1"], names="--seed")
    refuse("no weeks", ["simulate", "--weeks", "0"], names="--weeks")
    refuse("nothing to score", ["score"], names="instrument is required")


def check_answers():
    odi = call(["score", "odi"], '{"answers":[1,5,4,4,3,0,1,5,3,4]}')
    expect("odi", json.loads(odi.stdout)["score"] == 60)
    saddle = call(["triage"], '{"age":46,"answers":{"RF-CE2":true}}')
    expect("saddle numbness", json.loads(saddle.stdout)["urgency"] == "emergency")
    journal = call(["simulate", "--people", "1", "--weeks", "2", "--seed", "3"]).stdout
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        file.write(journal)
        file.flush()
        first = call(["replay", file.name])
        expect("replay", first.returncode == 0 and first.stdout == call(["replay", file.name]).stdout)
        explained = call(["explain", file.name, "--date", "2026-03-10"])
        expect("explain", explained.returncode == 0 and json.loads(explained.stdout)["entries"])
    expect("list", len(json.loads(call(["catalog", "list", "--json"]).stdout)) >= 95)
    expect("help", b"--profile" in call(["plan", "--help"]).stdout)


def main():
    with tempfile.TemporaryDirectory() as folder:
        check_people(folder)
        check_printed_plan(folder)
        check_refusals(folder)
        check_texts()
        check_journals(folder)
        check_simulation(folder)
        check_broken_catalogue(folder)
        check_help()
        check_answers()
    print("\n".join(faults) if faults else "every call answered as it should")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
