#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""clang-tidy over every source of the core, the adapters and the programs.

A file that was clean is looked at again only when it, a header of ours that it reaches, or the
rules in .clang-tidy have changed: build/tidy keeps an empty file for each clean state.
Usage: check_tidy.py [FILE or FOLDER…]"""

import concurrent.futures
import hashlib
import json
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.join(ROOT, "build", "clang")
CLEAN = os.path.join(ROOT, "build", "tidy")
FOLDERS = ("core", "adapters", "apps")
INCLUDE = re.compile(r'^\s*#include\s+"([^"]+)"', re.M)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def include_roots():
    """Every folder that holds public headers of a module."""
    roots = []
    for folder in FOLDERS:
        for base, folders, _ in os.walk(os.path.join(ROOT, folder)):
            if "include" in folders:
                roots.append(os.path.join(base, "include"))
    return roots


def reached(path, roots, known):
    """The headers of ours that a file includes, and theirs; `known` is filled."""
    for name in INCLUDE.findall(read(path)):
        for root in [os.path.dirname(path), *roots]:
            header = os.path.normpath(os.path.join(root, name))
            if os.path.isfile(header):
                if header not in known:
                    known.add(header)
                    reached(header, roots, known)
                break
    return known


def state_of(path, command, roots):
    """A name for everything that decides whether a file is clean."""
    parts = [read(os.path.join(ROOT, ".clang-tidy")), command.replace(ROOT, ""), read(path)]
    parts += [read(header) for header in sorted(reached(path, roots, set()))]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def look_at(path, state):
    """Findings in a file; remembers a clean one."""
    result = subprocess.run(["clang-tidy-19", "--quiet", "-p", BUILD, path], cwd=ROOT, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    if result.returncode == 0:
        with open(os.path.join(CLEAN, state), "w", encoding="utf-8"):
            pass
        return ""
    return result.stdout or f"{path}: clang-tidy failed without a word\n"


def main():
    os.makedirs(CLEAN, exist_ok=True)
    subprocess.run(["cmake", "--preset", "clang"], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    subprocess.run(["cmake", "--build", BUILD, "--target", "plumbline_assets"], cwd=ROOT,
                   stdout=subprocess.DEVNULL, check=True)
    roots = include_roots()
    wanted = [os.path.abspath(path) for path in sys.argv[1:]]
    waiting = []
    for entry in json.loads(read(os.path.join(BUILD, "compile_commands.json"))):
        path = entry["file"]
        ours = any(path.startswith(os.path.join(ROOT, folder, "")) for folder in FOLDERS)
        asked = not wanted or any(path == one or path.startswith(os.path.join(one, ""))
                                  for one in wanted)
        if not ours or not asked:
            continue
        state = state_of(path, entry["command"], roots)
        if not os.path.exists(os.path.join(CLEAN, state)):
            waiting.append((path, state))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        findings = [found for found in pool.map(lambda job: look_at(*job), waiting) if found]
    for found in findings:
        print(found)
    print(f"{len(waiting)} files looked at, {len(findings)} with findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
