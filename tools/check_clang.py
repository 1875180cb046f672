#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""Adapters and programs pass clang-19 too, warnings as errors; the core does in clang-tidy's hands and
in the WebAssembly build. Nothing is generated here: the fuzzers run what clang makes."""

import concurrent.futures
import json
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.join(ROOT, "build", "clang")


def run(command, **more):
    return subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          check=False, **more)


def look_at(entry):
    """What clang says of a source; empty where nothing."""
    command = re.sub(r" -o \S+", "", entry["command"]).replace(" -c ", " -fsyntax-only ")
    result = run(command, cwd=entry["directory"], shell=True)
    return result.stdout if result.returncode != 0 else ""


def main():
    for command in (["cmake", "--preset", "clang"],
                    ["cmake", "--build", BUILD, "--target", "plumbline_assets"]):
        result = run(command, cwd=ROOT)
        if result.returncode != 0:
            print(result.stdout[-6000:])
            return 1
    with open(os.path.join(BUILD, "compile_commands.json"), encoding="utf-8") as file:
        entries = [entry for entry in json.load(file)
                   if "/headers/" not in entry["file"] and os.path.exists(entry["file"])
                   and not entry["file"].startswith(os.path.join(ROOT, "core", ""))]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        faults = [said for said in pool.map(look_at, entries) if said]
    for said in faults:
        print(said[:2000])
    print(f"{len(entries)} sources, {len(faults)} with faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
