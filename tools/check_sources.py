#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""Our own rules about source text: sizes, names, purity of the core, sources on thresholds, and
that every row of the safety tables names a file that exists. Prints each breach; exits 1 on any."""

import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CODE = re.compile(r"\.(cpp|hpp|py|sh|ts|tsx|css)$")
MOST_LINES = 400
REFUSED_NAME = re.compile(r"(^|/)(utils?|helpers?|common|misc|manager|toolbox)(\.|/|$)", re.I)
IMPURE = re.compile(
    r"#include <(iostream|fstream|filesystem|chrono|thread|mutex|random|ctime|future|atomic)>"
    r"|\b(throw|try|catch)\b\s*[({;]|std::(cout|cerr|getenv|rand)\b|\bstatic thread_local\b")
# fprintf belongs to PLUMBLINE_REQUIRE alone.
PRINTS = re.compile(r"\b(printf|fprintf|puts)\(")
CONSTANT = re.compile(r"^\s*(?:inline |static )?constexpr (?:std::int\d+_t|double|int) (k[A-Z]\w*)")
CLINICAL = ("core/clinical/", "core/exercise/", "core/care/", "core/body/")


def files():
    out = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"],
                         cwd=ROOT, text=True, stdout=subprocess.PIPE, check=True).stdout
    return [f for f in out.split("\n") if f and os.path.isfile(os.path.join(ROOT, f))]


def comment_above(lines, at):
    """The comment lines right above a line or above a run of constants."""
    i = at - 1
    while i >= 0 and (lines[i].strip().startswith("//") or CONSTANT.match(lines[i])):
        if "@source" in lines[i]:
            return True
        i -= 1
    return False


def check_code(name, lines, breaches):
    if len(lines) > MOST_LINES:
        breaches.append(f"{name}: {len(lines)} lines, at most {MOST_LINES}")
    if not any("SPDX-License-Identifier: Apache-2.0" in line for line in lines[:4]):
        breaches.append(f"{name}:1: the licence line is missing")
    if name.startswith("core/") and "/tests/" not in name:
        for number, line in enumerate(lines, 1):
            code = line.split("//")[0]
            if IMPURE.search(code):
                breaches.append(f"{name}:{number}: the core is pure: {line.strip()}")
            if PRINTS.search(code) and "snprintf" not in code and "require.cpp" not in name:
                breaches.append(f"{name}:{number}: the core prints nothing: {line.strip()}")
    if name.startswith(CLINICAL) and "/tests/" not in name:
        for at, line in enumerate(lines):
            found = CONSTANT.match(line)
            if found and not comment_above(lines, at):
                breaches.append(f"{name}:{at + 1}: {found[1]} needs /// @source above it")


def check_tables(breaches):
    """Paths in the tables of SAFETY.md and docs/safety-table.md exist."""
    for table in ("SAFETY.md", "docs/safety-table.md"):
        path = os.path.join(ROOT, table)
        if not os.path.exists(path):
            breaches.append(f"{table}: missing")
            continue
        for number, line in enumerate(open(path, encoding="utf-8"), 1):
            if not line.startswith("|"):
                continue
            for named in re.findall(r"(?:core|adapters|apps|tools)/[\w/.-]+\.(?:cpp|hpp|py)", line):
                if not os.path.exists(os.path.join(ROOT, named)):
                    breaches.append(f"{table}:{number}: {named} does not exist")


def main():
    breaches = []
    for name in files():
        if REFUSED_NAME.search(name):
            breaches.append(f"{name}: a name that says nothing")
        if CODE.search(name):
            with open(os.path.join(ROOT, name), encoding="utf-8") as file:
                check_code(name, file.read().split("\n"), breaches)
    check_tables(breaches)
    print("\n".join(breaches) if breaches else "no breach")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
