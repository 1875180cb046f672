#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""Proves that a broken layer stops the configuration, and an undeclared header is not found: makes
both mistakes in a copy and expects a refusal."""

import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

BROKEN = {
    "upward": ("clinical", 1, "exercise", 3),
    "sideways": ("spatial", 1, "clinical", 1),
}


def configure(folder, order):
    text = "cmake_minimum_required(VERSION 3.25)\nproject(layers LANGUAGES CXX)\n"
    text += f'include("{ROOT}/cmake/PlumblineModule.cmake")\nset(PLUMBLINE_TESTS OFF)\n'
    text += "file(WRITE ${CMAKE_BINARY_DIR}/a.cpp \"\")\n"
    for name, level, depends in order:
        text += (f"plumbline_module(NAME {name} LEVEL {level} {depends}"
                 " SOURCES ${CMAKE_BINARY_DIR}/a.cpp HEADERS)\n")
    with open(os.path.join(folder, "CMakeLists.txt"), "w", encoding="utf-8") as file:
        file.write(text)
    return subprocess.run(["cmake", "-G", "Ninja", "-S", folder, "-B", os.path.join(folder, "b")],
                          text=True, capture_output=True, check=False)


def refused(kind):
    above, level_above, below, level_below = BROKEN[kind]
    folder = tempfile.mkdtemp()
    try:
        order = [(below, level_below, ""), (above, level_above, f"DEPENDS {below}")]
        result = configure(folder, order)
        return result.returncode != 0 and "must not depend on" in result.stderr
    finally:
        shutil.rmtree(folder)


def undeclared_header_is_not_found():
    """foundation does not declare clinical, so clinical's headers must be out of reach."""
    result = subprocess.run(
        ["g++", "-std=c++23", "-fsyntax-only", "-I", "core/foundation/include", "-x", "c++", "-"],
        input='#include "plumbline/clinical/profile.hpp"\n', cwd=ROOT, text=True,
        capture_output=True, check=False)
    return result.returncode != 0 and "No such file" in result.stderr


def main():
    faults = [kind for kind in BROKEN if not refused(kind)]
    if not undeclared_header_is_not_found():
        faults.append("undeclared header")
    print("not refused: " + ", ".join(faults) if faults else "every broken layer is refused")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
