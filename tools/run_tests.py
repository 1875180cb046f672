#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""Builds and runs every test; prints a line for each step and one closing line.

The steps are listed in `fast` and `long`; each is a command that must exit with 0. Unit tests count
one by one, every other step counts as one test.
"""

import argparse
import concurrent.futures
import os
import re
import subprocess
import sys
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
JOBS = str(os.cpu_count() or 2)

passed = 0
failed = 0
lock = threading.Lock()


def count(result, counts):
    """Adds what one step tried to what passed and failed."""
    global passed, failed
    ok = result.returncode == 0
    if counts:
        faults = len(set(re.findall(r"^\[  FAILED  \] (\S+)", result.stdout, re.M)))
        passed += len(re.findall(r"^\[       OK \]", result.stdout, re.M))
        failed += faults if ok or faults else 1
    elif ok:
        passed += 1
    else:
        failed += 1


def run(title, command, counts=False, env=None):
    """Runs one step; keeps its output for failures. Returns whether it passed."""
    begin = time.monotonic()
    result = subprocess.run(command, cwd=ROOT, text=True, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, env={**os.environ, **(env or {})})
    took = time.monotonic() - begin
    ok = result.returncode == 0
    with lock:
        count(result, counts)
        print(f"{'ok  ' if ok else 'FAIL'} {title} ({took:.1f} s)", flush=True)
        if not ok:
            print(result.stdout[-8000:], flush=True)
    return ok


def side_by_side(steps):
    """Runs steps that do not need each other, in two lanes at least: the laws fill what the others
    leave of the processor. Each step prints its lines when it is done."""
    with concurrent.futures.ThreadPoolExecutor(max(2, os.cpu_count() or 1)) as pool:
        for step in [pool.submit(run, *step) for step in steps]:
            step.result()


def build(preset, targets=()):
    """Configures and builds a preset; both must work for anything else to make sense."""
    configure = ["cmake", "--preset", preset]
    command = ["cmake", "--build", f"build/{preset}", "-j", JOBS]
    for target in targets:
        command += ["--target", target]
    return run(f"configure {preset}", configure) and run(f"build {preset}", command)


def unit_tests(folder):
    """Every *_test program of a build, each in its own process."""
    steps = []
    for base, _, files in sorted(os.walk(os.path.join(ROOT, folder))):
        for name in sorted(files):
            path = os.path.join(base, name)
            if name.endswith("_test") and os.access(path, os.X_OK):
                steps.append((name, [path], True, {"RC_PARAMS": "seed=20261120"}))
    return steps


def python(title, *command):
    return (title, [sys.executable, *command])


def web_checks():
    """What the compiler, the linter, and real browsers say of the web app."""
    def node(title, *command):
        return (title, ["sh", "-c", ". tools/node.sh && provide_node && cd web && exec node \"$@\"",
                        "node", *command])
    return [node("web: types", "node_modules/typescript/bin/tsc", "--noEmit"),
            node("web: lint and format", "node_modules/@biomejs/biome/bin/biome", "check", "."),
            node("web: units", "node_modules/vitest/vitest.mjs", "run"),
            node("web: the journey on a phone", "tests/journey.ts", "phone"),
            node("web: the journey on a desktop, dark", "tests/journey.ts", "desktop"),
            node("web: every page on a phone", "tests/pages.ts", "phone"),
            node("web: every page on a desktop, dark", "tests/pages.ts", "desktop"),
            node("web: danger", "tests/danger.ts"),
            node("web: a closed plan opens", "tests/seen.ts", "phone"),
            node("web: the library", "tests/library.ts", "phone"),
            node("web: without a network", "tests/offline.ts"),
            node("web: progress", "tests/progress.ts", "phone")]


def fast():
    """Builds first, each on all cores; then everything that only looks at what was built."""
    web = run("build web app", ["sh", "tools/build_web.sh"])
    release = build("release", ["all", "plumbline_laws", "agenda_batch"])
    test = build("test")
    steps = []
    if release:
        steps.append(python("laws over 5,000 people", "tools/run_laws.py", "5000"))
    if web and release:
        steps += web_checks()
        steps.append(python("WebAssembly decides the same", "tools/check_wasm.py", "1000"))
        steps.append(python("scenarios, natively and in WebAssembly", "tools/run_scenarios.py"))
    if test:
        steps += unit_tests("build/test")
    if release:
        steps.append(("catalogue", ["build/release/apps/cli/plumbline", "catalog", "check"]))
        steps.append(python("command line", "tools/check_command_line.py"))
        steps.append(python("data goes out and in", "tools/check_data_out.py"))
        steps.append(python("server", "tools/check_server.py"))
        steps.append(python("10 kills, 100 histories of three devices, wrong clocks",
                            "tools/run_server_campaigns.py", "10", "100"))
    steps.append(python("source checks", "tools/check_sources.py"))
    steps.append(python("layers are refused when broken", "tools/check_layers.py"))
    steps.append(python("format", "tools/check_format.py"))
    side_by_side(steps)
    run(*python("clang-tidy over the core", "tools/check_tidy.py", "core"))


def long():
    if not (build("release", ["plumbline_laws"]) and build("long")):
        return
    run(*python("clang takes adapters and programs too", "tools/check_clang.py"))
    run(*python("clang-tidy over everything", "tools/check_tidy.py"))
    run("laws over 100,000 people", [sys.executable, "tools/run_laws.py", "100000"])
    run("spread of plans over 10,000 people", ["build/long/bench/plan_spread", "10000"])
    run("fold of a long journal", ["build/long/bench/fold_bench"])
    if build("test", ["plumbline_storage_test"]):
        run("200 kills of a writing program",
            ["build/test/adapters/storage/plumbline_storage_test", "--gtest_filter=KillTest*"],
            env={"PLUMBLINE_KILLS": "200"})
    run("200 kills, 1,000 histories of three devices, wrong clocks",
        [sys.executable, "tools/run_server_campaigns.py", "200", "1000"])
    run("storage beside a bare loop", ["build/long/bench/storage_bench"])
    run(*python("the server beside nginx", "bench/server_bench.py"))
    run(*python("an hour of mixed load", "tools/run_server_soak.py", "60"))
    thread_sanitizer()
    if build("fuzz"):
        run("ten minutes of each fuzzer", [sys.executable, "tools/run_fuzzers.py", "600"])


def thread_sanitizer():
    """The server and what it stands on; a report ends the program, and so fails the check."""
    tests = ["plumbline_http_test", "plumbline_storage_test"]
    if not build("tsan", ["plumbline", *tests]):
        return
    env = {"TSAN_OPTIONS": "halt_on_error=1 exitcode=66",
           "CHECKED_PROGRAM": os.path.join(ROOT, "build/tsan/apps/cli/plumbline")}
    for name, path in [(t, f"build/tsan/adapters/{t.split('_')[1]}/{t}") for t in tests]:
        run(f"{name} without a data race", [path], True, env)
    for title, *command in [("server", "tools/check_server.py"),
                            ("3 kills, 15 histories", "tools/run_server_campaigns.py", "3", "15")]:
        run(f"{title} without a data race", [sys.executable, *command], env=env)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--long", action="store_true", help="campaigns instead of the fast suite")
    arguments = parser.parse_args()
    long() if arguments.long else fast()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
