#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""The whole server beside nginx and beside itself, in turns; medians of the ratios of all rounds.

1. Today's agenda, already derived, beside nginx with a static file of 2 kB; one io thread each, 64
   connections. Single durable pushes beside these GETs. Pushes of 100.
2. With PEOPLE: a household of 100 beside one of PEOPLE with ENTRIES each; median latencies.

Asserts nothing. Needs nginx and wrk, and build/release and build/long.
Usage: server_bench.py [ROUNDS [SECONDS [PEOPLE [ENTRIES]]]]"""

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

from http_bench import ROOT, free_port, requests_a_second, start_nginx, wait_for

sys.path.insert(0, os.path.join(ROOT, "tools"))
from server_process import Browser, Server, owned_by, simulate  # noqa: E402

FILL = os.path.join(ROOT, "build/long/bench/fill_household")
LOAD = os.path.join(ROOT, "bench/server_load.lua")
UNITS = {"us": 1, "ms": 1e3, "s": 1e6}
QUIET = ("--set", "limits.connections_per_address=1000", "--set", "log.level=warn")


class House:
    """A server with a paired browser, and the people whose ids lie in a file."""

    def __init__(self, data, people_file):
        self.server = Server(data, "--new-link", *QUIET)
        self.people_file = people_file
        self.browser = Browser(self.server.authority)
        status, session, _ = self.browser.claim(self.server.link)
        assert status == 201, session
        self.lineage = session["lineage"]
        self.day = time.strftime("%Y-%m-%d")

    def load(self, what, seconds, connections=64):
        """Requests a second and median latency in microseconds."""
        text = self.day if what == "agenda" else f"{self.lineage}.0"
        out = subprocess.run(
            ["wrk", "-t1", f"-c{connections}", f"-d{seconds}", "--latency", "-s", LOAD,
             self.server.origin, "--", what, self.browser.cookie, self.people_file, text],
            text=True, stdout=subprocess.PIPE, check=True).stdout
        if "Non-2xx" in out or "Socket errors" in out:
            raise SystemExit(out + self.server.complaint())
        half = re.search(r"50%\s+([\d.]+)(us|ms|s)", out)
        rate = float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1])
        return rate, float(half[1]) * UNITS[half[2]]


def small_house(folder, count=64):
    """People with five weeks of a journal each, made through the interface."""
    names = os.path.join(folder, "some")
    house = House(os.path.join(folder, "some-data"), "/dev/null")
    journal = simulate("sciatica", weeks=5)
    ids = [house.browser.add_person(f"Person {i}") for i in range(count)]
    for person in ids:
        house.browser.push(person, owned_by(journal, person))
    with open(names, "w", encoding="ascii") as file:
        file.write("\n".join(ids) + "\n")
    house.people_file = names
    return house, ids


def beside_nginx(rounds, seconds):
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        os.chmod(folder, 0o755)
        nginx = start_nginx(os.path.join(folder, "nginx"), port)
        house, ids = small_house(folder)
        try:
            wait_for(port)
            for person in ids:
                house.browser.call("GET", f"/api/v1/people/{person}/agenda?date={house.day}")
            rates = {name: [] for name in ["nginx", "agenda", "push1", "push100"]}
            for _ in range(rounds):
                rates["nginx"].append(requests_a_second(port, "/index.html", seconds))
                rates["agenda"].append(house.load("agenda", seconds)[0])
                rates["push1"].append(house.load("push1", seconds)[0])
                rates["push100"].append(house.load("push100", seconds)[0])
                # What was pushed has made the agendas old.
                for person in ids:
                    house.browser.call("GET", f"/api/v1/people/{person}/agenda?date={house.day}")
            tell(rates)
        finally:
            house.server.kill()
            nginx.terminate()
            nginx.wait()


def tell(rates):
    def ratio(one, other):
        return statistics.median(a / b for a, b in zip(rates[one], rates[other]))
    print(f"nginx, static 2 kB: {statistics.median(rates['nginx']):.0f} requests/s")
    print(f"today's agenda: {statistics.median(rates['agenda']):.0f} requests/s, "
          f"{ratio('agenda', 'nginx'):.2f} of nginx")
    print(f"single durable pushes: {statistics.median(rates['push1']):.0f}/s, "
          f"{ratio('push1', 'agenda'):.2f} of the agendas")
    print(f"pushes of 100: {100 * statistics.median(rates['push100']):.0f} entries/s with HTTP, "
          "parsing, checking and sealing; storage alone: storage_bench")


def fill(folder, name, people, journal):
    names = os.path.join(folder, name)
    begun = time.monotonic()
    with open(names, "w", encoding="ascii") as file:
        subprocess.run([FILL, os.path.join(folder, name + "-data"), str(people)], input=journal,
                       text=True, stdout=file, check=True)
    size = os.path.getsize(os.path.join(folder, name + "-data", "plumbline.db")) / 1e9
    print(f"{people} people, {people * journal.count(chr(10))} entries: filled in "
          f"{time.monotonic() - begun:.0f} s, {size:.2f} GB", flush=True)
    return names


def small_beside_large(rounds, seconds, people, entries):
    journal = simulate("sciatica", weeks=40)[:entries]
    text = "".join(json.dumps(entry) + "\n" for entry in journal)
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_FOLDER")) as folder:
        houses = {}
        try:
            for name, count in [("small", 100), ("large", people)]:
                names = fill(folder, name, count, text)
                begun = time.monotonic()
                houses[name] = House(os.path.join(folder, name + "-data"), names)
                print(f"  ready after {1000 * (time.monotonic() - begun):.0f} ms", flush=True)
            for what in ["pull", "push1", "cold"]:
                compare(houses, what, rounds, seconds)
        finally:
            for house in houses.values():
                house.server.kill()


def compare(houses, what, rounds, seconds):
    latencies = {name: [] for name in houses}
    for _ in range(rounds):
        for name, house in houses.items():
            latencies[name].append(house.load(what, seconds, connections=8)[1])
    ratio = statistics.median(a / b for a, b in zip(latencies["large"], latencies["small"]))
    print(f"{what}: median {statistics.median(latencies['small']):.0f} us with few, "
          f"{statistics.median(latencies['large']):.0f} us with many, ratio {ratio:.2f}", flush=True)


def main():
    numbers = [int(word) for word in sys.argv[1:]]
    rounds, seconds, people, entries = (numbers + [5, 4, 0, 200][len(numbers):])
    if people == 0:
        beside_nginx(rounds, seconds)
    else:
        small_beside_large(rounds, seconds, people, entries)


if __name__ == "__main__":
    main()
