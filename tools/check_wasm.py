#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""The WebAssembly core and the native one give the same agendas, byte for byte, for the journals of
many simulated people. Usage: check_wasm.py [PEOPLE]"""

import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def main():
    people = sys.argv[1] if len(sys.argv) > 1 else "1000"
    journals = subprocess.run(
        ["build/release/apps/cli/plumbline", "simulate", "--people", people, "--weeks", "3",
         "--seed", "7"], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    native = subprocess.run(["build/release/apps/simulation/agenda_batch"], cwd=ROOT, input=journals,
                            stdout=subprocess.PIPE, check=True).stdout
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "journals.jsonl")
        with open(path, "wb") as file:
            file.write(journals)
        wasm = subprocess.run(
            ["node", "tools/agenda_batch.mjs", "build/wasm/apps/browser/plumbline_core.wasm",
             "build/wasm/apps/catalogue_bundle/catalogue.json", path], cwd=ROOT,
            stdout=subprocess.PIPE, check=True).stdout
    ours, theirs = native.split(b"\n"), wasm.split(b"\n")
    different = sum(a != b for a, b in zip(ours, theirs)) + abs(len(ours) - len(theirs))
    print(f"{len(ours) - 1} journals, {different} differ")
    return 1 if different or len(ours) - 1 != int(people) else 0


if __name__ == "__main__":
    sys.exit(main())
