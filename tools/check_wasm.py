#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""The WebAssembly core and the native one give the same agendas, byte for byte, for the journals of
many simulated people; and numbers pass through it bit for bit. Usage: check_wasm.py [PEOPLE]"""

import json
import math
import os
import random
import struct
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


CORE = ["build/wasm/apps/browser/plumbline_core.wasm",
        "build/wasm/apps/catalogue_bundle/catalogue.json"]


def node(script, name, content, folder):
    """What a script of ours prints for a file with this content."""
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(content)
    return subprocess.run(["node", script, *CORE, path], cwd=ROOT, stdout=subprocess.PIPE,
                          check=True).stdout


def agendas_differ(people, folder):
    """How many agendas differ, or are missing."""
    journals = subprocess.run(
        ["build/release/apps/cli/plumbline", "simulate", "--people", people, "--weeks", "3",
         "--seed", "7"], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    native = subprocess.run(["build/release/apps/simulation/agenda_batch"], cwd=ROOT,
                            input=journals, stdout=subprocess.PIPE, check=True).stdout
    ours = native.split(b"\n")
    theirs = node("tools/agenda_batch.mjs", "journals.jsonl", journals, folder).split(b"\n")
    different = sum(a != b for a, b in zip(ours, theirs)) + abs(len(ours) - len(theirs))
    print(f"{len(ours) - 1} journals, {different} differ")
    return different + abs(len(ours) - 1 - int(people))


def random_doubles(count):
    """Finite doubles from random bits, so that every exponent comes up, and the edges."""
    bits = random.Random(20261120)
    edges = [0.0, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 0.1, 1e22, 1e23]
    found = [sign * edge for edge in edges for sign in (1, -1) if edge or sign == 1]
    while len(found) < count:
        (number,) = struct.unpack("<d", struct.pack("<Q", bits.getrandbits(64)))
        if math.isfinite(number):
            found.append(number)
    return found


def numbers_differ(count, folder):
    """How many doubles come back from the core with other bits; Python writes and reads them."""
    sent = random_doubles(count)
    calls = json.dumps([["plumbline_rewrite", json.dumps(sent)]]).encode()
    answer = json.loads(node("tools/call_batch.mjs", "numbers.json", calls, folder))
    if answer["failed"]:
        print(answer["answer"])
        return 1
    back = json.loads(answer["answer"])
    different = sum(struct.pack("<d", a) != struct.pack("<d", float(b))
                    for a, b in zip(sent, back)) + abs(len(sent) - len(back))
    print(f"{len(sent)} numbers, {different} differ")
    return different


def main():
    people = sys.argv[1] if len(sys.argv) > 1 else "1000"
    with tempfile.TemporaryDirectory() as folder:
        return 1 if agendas_differ(people, folder) + numbers_differ(100_000, folder) else 0


if __name__ == "__main__":
    sys.exit(main())
