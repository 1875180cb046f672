#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""The core and its adapters compile natively with clang-19 too."""

import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def main():
    for command in (["cmake", "--preset", "clang"],
                    ["cmake", "--build", "build/clang", "--target", "plumbline"]):
        result = subprocess.run(command, cwd=ROOT, text=True, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, check=False)
        if result.returncode != 0:
            print(result.stdout[-6000:])
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
