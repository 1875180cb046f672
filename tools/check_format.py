#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""Every C++ file is formatted by clang-format (.clang-format)."""

import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def main():
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard",
                             "*.cpp", "*.hpp"], cwd=ROOT, text=True, stdout=subprocess.PIPE,
                            check=True).stdout.split()
    files = [f for f in listed if os.path.exists(os.path.join(ROOT, f))]
    result = subprocess.run(["clang-format-19", "--dry-run", "--Werror", *files], cwd=ROOT,
                            text=True, capture_output=True, check=False)
    sys.stdout.write(result.stderr[-4000:])
    return result.returncode


if __name__ == "__main__":
    sys.exit(main())
