#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""Runs every fuzzer for a number of seconds, two at a time, from its seeds.
Usage: run_fuzzers.py [SECONDS]"""

import glob
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def start(program, seconds):
    corpus = tempfile.mkdtemp()
    seeds = os.path.join(ROOT, "fuzz", "seeds", os.path.basename(program))
    return subprocess.Popen([program, f"-max_total_time={seconds}", "-rss_limit_mb=4096", corpus,
                             seeds], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def main():
    seconds = sys.argv[1] if len(sys.argv) > 1 else "60"
    programs = sorted(p for p in glob.glob(os.path.join(ROOT, "build/fuzz/fuzz/fuzz_*"))
                      if os.access(p, os.X_OK) and os.path.isfile(p))
    if not programs:
        print("no fuzzer was built")
        return 1
    failed = 0
    for i in range(0, len(programs), 2):
        for program, run in [(p, start(p, seconds)) for p in programs[i:i + 2]]:
            output = run.communicate()[1]
            print(f"{os.path.basename(program)}: exit {run.returncode}")
            if run.returncode != 0:
                failed += 1
                print(output[-3000:])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
