#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""Builds and runs every test; prints a line for each step and one closing line.

The steps are listed in STEPS below; each is a command that must exit with 0. Unit tests count one
by one, every other step counts as one test.
"""

import argparse
import os
import re
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
JOBS = str(os.cpu_count() or 2)

passed = 0
failed = 0


def run(title, command, counts=False, env=None):
    """Runs one step; keeps its output for failures. Returns whether it passed."""
    global passed, failed
    begin = time.monotonic()
    result = subprocess.run(command, cwd=ROOT, text=True, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, env={**os.environ, **(env or {})})
    took = time.monotonic() - begin
    ok = result.returncode == 0
    if counts:
        passed += len(re.findall(r"^\[       OK \]", result.stdout, re.M))
        failed += len(set(re.findall(r"^\[  FAILED  \] (\S+)", result.stdout, re.M)))
        if not ok and failed == 0:
            failed += 1
    elif ok:
        passed += 1
    else:
        failed += 1
    print(f"{'ok  ' if ok else 'FAIL'} {title} ({took:.1f} s)", flush=True)
    if not ok:
        print(result.stdout[-8000:], flush=True)
    return ok


def build(preset, targets=()):
    """Configures and builds a preset; both must work for anything else to make sense."""
    configure = ["cmake", "--preset", preset]
    command = ["cmake", "--build", f"build/{preset}", "-j", JOBS]
    for target in targets:
        command += ["--target", target]
    return run(f"configure {preset}", configure) and run(f"build {preset}", command)


def unit_tests(folder):
    """Every *_test program of a build, each in its own process."""
    for base, _, files in sorted(os.walk(os.path.join(ROOT, folder))):
        for name in sorted(files):
            path = os.path.join(base, name)
            if name.endswith("_test") and os.access(path, os.X_OK):
                run(name, [path], counts=True, env={"RC_PARAMS": "seed=20261120"})


def fast():
    run("source checks", [sys.executable, "tools/check_sources.py"])
    run("layers are refused when broken", [sys.executable, "tools/check_layers.py"])
    run("format", [sys.executable, "tools/check_format.py"])
    release = build("release", ["all", "plumbline_laws", "agenda_batch"])
    if build("test"):
        unit_tests("build/test")
    if release:
        run("catalogue", ["build/release/apps/cli/plumbline", "catalog", "check"])
        run("command line", [sys.executable, "tools/check_command_line.py"])
        run("laws over 5,000 people", [sys.executable, "tools/run_laws.py", "5000"])
    if build("wasm") and release:
        run("scenarios, natively and in WebAssembly", [sys.executable, "tools/run_scenarios.py"])
        run("WebAssembly decides the same", [sys.executable, "tools/check_wasm.py", "1000"])
    run("clang builds the core", [sys.executable, "tools/check_clang.py"])
    run("clang-tidy", [sys.executable, "tools/check_tidy.py"])


def long():
    if not (build("release", ["plumbline_laws"]) and build("long")):
        return
    run("laws over 100,000 people", [sys.executable, "tools/run_laws.py", "100000"])
    run("spread of plans over 10,000 people", ["build/long/bench/plan_spread", "10000"])
    run("fold of a long journal", ["build/long/bench/fold_bench"])
    if build("test", ["plumbline_storage_test"]):
        run("200 kills of a writing program",
            ["build/test/adapters/storage/plumbline_storage_test", "--gtest_filter=KillTest*"],
            env={"PLUMBLINE_KILLS": "200"})
    run("storage beside a bare loop", ["build/long/bench/storage_bench"])
    if build("fuzz"):
        run("ten minutes of each fuzzer", [sys.executable, "tools/run_fuzzers.py", "600"])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--long", action="store_true", help="campaigns instead of the fast suite")
    arguments = parser.parse_args()
    long() if arguments.long else fast()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
