#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""Runs every scenario of scenarios/behaviour through the command line and through the WebAssembly core
(one process): both give the same bytes, and these hold what the scenario expects.

Usage: run_scenarios.py [--native] [--show] [WORD…]   (only scenarios whose path holds a WORD)
"""

import argparse
import datetime
import json
import os
import subprocess
import sys
import tempfile

from scenario_expectations import ROOT, START, check

FOLDER = os.path.join(ROOT, "scenarios/behaviour")
PEOPLE = os.path.join(ROOT, "scenarios/people")
PLAIN = os.path.join(FOLDER, "plain_person.json")
PROGRAM = os.path.join(ROOT, "build/release/apps/cli/plumbline")
CORE = os.path.join(ROOT, "build/wasm/apps/browser/plumbline_core.wasm")
BUNDLE = os.path.join(ROOT, "build/wasm/apps/catalogue_bundle/catalogue.json")
FIELDS = {"title", "rule", "given", "day", "expect"}
HOURS = {"check.morning": "07:30", "session": "18:00", "profile.set": "06:00"}


def merge(base, patch):
    """JSON merge patch (RFC 7396): objects are merged, null takes a field away."""
    if not isinstance(patch, dict):
        return patch
    out = dict(base) if isinstance(base, dict) else {}
    for name, value in patch.items():
        if value is None:
            out.pop(name, None)
        else:
            out[name] = merge(out.get(name), value)
    return out


def profile_of(given):
    path = os.path.join(PEOPLE, given["person"] + ".json") if "person" in given else PLAIN
    with open(path, encoding="utf-8") as file:
        return merge(json.load(file), given.get("but", {}))


def days_of(day):
    """3, [0, 2, 4] or "0-13"."""
    if isinstance(day, str):
        first, last = day.split("-")
        return range(int(first), int(last) + 1)
    return day if isinstance(day, list) else [day]


def session_entries(day, session):
    """A whole session in short: start, one entry for each exercise, end."""
    name = session.get("name", f"day-{day}")
    pain = session.get("pain")
    if pain is not None:
        yield "session.started", {"session": name, "pain": pain}
    for done in session["done"]:
        body = {"session": name, "pain_before": pain, "pain_during": pain, "leg_symptoms": "none"}
        body.update(done)
        yield "exercise.done", body
    yield "session.ended", {"session": name, "reason": session.get("end", "complete")}


def expanded(entries):
    """(day, time, author, name, kind, body) of every entry, in the order of the days."""
    out = []
    for entry in entries:
        kind = next(name for name in entry if name not in ("day", "at", "by", "name"))
        for day in days_of(entry["day"]):
            at = entry.get("at", HOURS.get(kind, "12:00"))
            parts = session_entries(day, entry[kind]) if kind == "session" else [(kind, entry[kind])]
            for part, body in parts:
                role = entry.get("by", "clinician" if part.startswith("clinician.") else "person")
                out.append((day, at, role, entry.get("name"), part, body))
    return sorted(out, key=lambda entry: entry[:2])


def named(body, names):
    """`@name` stands for the id of the entry with that name."""
    if isinstance(body, str) and body.startswith("@"):
        return names[body[1:]]
    if isinstance(body, list):
        return [named(value, names) for value in body]
    if isinstance(body, dict):
        return {key: named(value, names) for key, value in body.items()}
    return body


def journal_of(given):
    """Whole journal lines. An entry that changes nothing marks day 0 as the day of the profile."""
    entries = expanded([{"day": 0, "at": "00:01", "flare.ended": {}}, *given.get("journal", [])])
    ids = [f"019c0000-0000-7000-8000-{number:012d}" for number in range(len(entries))]
    names = {entry[3]: ids[number] for number, entry in enumerate(entries) if entry[3]}
    lines = []
    for number, (day, at, role, _, kind, body) in enumerate(entries):
        date = START + datetime.timedelta(days=day)
        lines.append(json.dumps({
            "id": ids[number], "person": "scenario", "made_at": f"{date}T{at}:00.{number % 1000:03d}+01:00",
            "author": {"role": role}, "device": "scenario", "kind": kind, "version": 1,
            "body": named(body, names)}))
    return "\n".join(lines) + "\n"


class Case:
    """One scenario, ready for both programs."""

    def __init__(self, path):
        self.name = os.path.relpath(path, FOLDER)
        with open(path, encoding="utf-8") as file:
            self.scenario = json.load(file)
        unknown = set(self.scenario) - FIELDS
        if unknown or not FIELDS - {"day"} <= set(self.scenario):
            raise ValueError(f"{self.name}: expected the fields {sorted(FIELDS)}")
        given = self.scenario["given"]
        date = str(START + datetime.timedelta(days=self.scenario.get("day", 0)))
        if "triage" in given:
            self.arguments, self.files = ["triage"], {"--in": json.dumps(given["triage"])}
            self.call = ["plumbline_triage", self.files["--in"]]
        elif "score" in given:
            text = json.dumps({"answers": given["score"]["answers"]})
            self.arguments, self.files = ["score", given["score"]["instrument"]], {"--in": text}
            self.call = ["plumbline_score", given["score"]["instrument"], text]
        else:
            profile, journal = json.dumps(profile_of(given)), journal_of(given)
            self.arguments = ["plan", "--date", date]
            self.files = {"--profile": profile, "--journal": journal}
            self.call = ["plumbline_plan", profile, journal, date]

    def native(self, folder):
        arguments = list(self.arguments)
        for option, text in self.files.items():
            path = os.path.join(folder, option.strip("-"))
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            arguments += [option, path]
        result = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False)
        failed = result.returncode != 0
        return {"failed": failed, "answer": result.stderr if failed else result.stdout}

    def faults(self, result):
        expectations = self.scenario["expect"]
        if not expectations:
            yield "nothing is expected"
        if result["failed"] != any("refused" in e for e in expectations):
            yield f"refused: {result['failed']}, {result['answer'][:300]}"
            return
        for expectation in expectations:
            if "refused" in expectation:
                if expectation["refused"] not in result["answer"]:
                    yield f"{expectation}: {result['answer']}"
            elif fault := check(expectation, json.loads(result["answer"])):
                yield f"{json.dumps(expectation)}: {fault}"


def run_wasm(cases, folder):
    path = os.path.join(folder, "calls.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump([case.call for case in cases], file)
    output = subprocess.run(["node", os.path.join(ROOT, "tools/call_batch.mjs"), CORE, BUNDLE, path],
                            stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line) for line in output.decode().splitlines()]


def differ(native, wasm):
    """A refusal of the program names its file besides, so only answers are compared as they are."""
    if native["failed"] or wasm["failed"]:
        return native["failed"] != wasm["failed"] or wasm["answer"].strip() not in native["answer"]
    return native["answer"] != wasm["answer"]


def cases_of(words):
    paths = [os.path.join(base, name) for base, _, names in sorted(os.walk(FOLDER))
             for name in sorted(names) if name.endswith(".json") and base != FOLDER]
    return [Case(path) for path in paths if not words or any(word in path for word in words)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--native", action="store_true", help="leave WebAssembly out")
    parser.add_argument("--show", action="store_true", help="print the answers")
    parser.add_argument("words", nargs="*")
    arguments = parser.parse_args()
    cases = cases_of(arguments.words)
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        native = [case.native(folder) for case in cases]
        wasm = native if arguments.native else run_wasm(cases, folder)
    for case, ours, theirs in zip(cases, native, wasm, strict=True):
        if arguments.show:
            print(ours["answer"])
        faults = list(case.faults(ours))
        if differ(ours, theirs):
            faults.append("WebAssembly answers differently: " + theirs["answer"][:300])
        if faults:
            wrong += 1
            scenario = case.scenario
            print(f"{case.name} (rules {scenario['rule']}): {scenario['title']}")
            print("".join(f"  {fault}\n" for fault in faults), end="")
    print(f"{len(cases)} scenarios, {wrong} not as they should")
    return 1 if wrong or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
