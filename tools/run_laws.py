#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""Holds the laws over many random people, shared between the processor's cores.
Usage: run_laws.py [PEOPLE]"""

import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def main():
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    cores = max(1, os.cpu_count() or 1)
    share = -(-people // cores)
    runs = [subprocess.Popen(["build/release/apps/simulation/plumbline_laws", str(share),
                              str(1 + core * share)], cwd=ROOT, text=True, stdout=subprocess.PIPE)
            for core in range(cores)]
    outputs = [run.communicate()[0] for run in runs]
    print("\n".join(outputs))
    return 1 if any(run.returncode for run in runs) else 0


if __name__ == "__main__":
    sys.exit(main())
