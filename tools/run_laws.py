#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""Holds the laws over many random people, a hundred at a time, shared between the processor's cores.
Usage: run_laws.py [PEOPLE]"""

import concurrent.futures
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAM = "build/release/apps/simulation/plumbline_laws"
# A multiple of how often each law looks, so that slices look at the same people as one long run.
SLICE = 100
TALLY = re.compile(r"(.*\S) +(\d+) people, (\d+) broken")


def hold(first, people):
    return subprocess.run([PROGRAM, str(people), str(first)], cwd=ROOT, text=True,
                          stdout=subprocess.PIPE, check=False)


def main():
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    firsts = range(1, people + 1, SLICE)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        runs = list(pool.map(lambda first: hold(first, min(SLICE, people + 1 - first)), firsts))
    tallies = {}
    for run in runs:
        for line in run.stdout.splitlines():
            tally = TALLY.fullmatch(line)
            if tally is None:
                print(line)
                continue
            looked_at, broken = tallies.get(tally[1], (0, 0))
            tallies[tally[1]] = (looked_at + int(tally[2]), broken + int(tally[3]))
    for law, (looked_at, broken) in tallies.items():
        print(f"{law:<50} {looked_at:>8} people, {broken} broken")
    return 1 if not tallies or any(run.returncode for run in runs) else 0


if __name__ == "__main__":
    sys.exit(main())
