#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""run_server_campaigns.py KILLS HISTORIES: two campaigns against real servers.

Kills: the server is killed (SIGKILL) at random moments while 64 connections push; everything that it
acknowledged must be there afterwards, and nothing twice. Histories: three devices push, pull, lose
replies and see the server restart, in random order; all must end with the same entries. Clocks: the
server's clock is set back and forward by a year; nothing is lost."""

import http.client
import os
import random
import subprocess
import sys
import tempfile
import threading
import time

from server_process import Browser, Server, chance_of, morning

CONNECTIONS = 64
faults = []


def expect(title, holds, found=""):
    if not holds:
        faults.append(title)
        print(f"FAIL {title} {found}", flush=True)


class Pusher(threading.Thread):
    """Pushes entries one by one or in small batches; remembers what was acknowledged."""

    def __init__(self, authority, cookie, person, seed):
        super().__init__(daemon=True)
        self.browser = Browser(authority, cookie)
        self.person = person
        self.chance = chance_of(seed)
        self.acknowledged = []
        self.sent = []

    def run(self):
        now = int(time.time() * 1000) - 10**9 + self.chance.randrange(10**8)
        try:
            while True:
                now += 1
                size = self.chance.choice([1, 1, 1, 5, 20])
                batch = [morning(self.person, now + i, self.chance) for i in range(size)]
                now += size
                self.sent += batch
                status, answer, _ = self.browser.push(self.person, batch)
                if status == 200:
                    self.acknowledged += [r["id"] for r in answer["results"] if r["outcome"] == "placed"]
        except (OSError, http.client.HTTPException, ValueError):
            pass  # the server was killed


def kill_once(data, cookie, people, chance, round_number):
    with Server(data) as server:
        pushers = [Pusher(server.authority, cookie, people[i % len(people)], round_number * 1000 + i)
                   for i in range(CONNECTIONS)]
        for pusher in pushers:
            pusher.start()
        time.sleep(chance.uniform(0.05, 0.9))
        server.kill()
    for pusher in pushers:
        pusher.join()
    return pushers


def check_after_kill(data, cookie, people, kept, pushers):
    for pusher in pushers:
        kept[pusher.person] |= set(pusher.acknowledged)
    with Server(data) as server:
        expect("it starts again after a kill", server.is_up, server.complaint())
        browser = Browser(server.authority, cookie)
        for person in people:
            rows = browser.pull_all(person)
            ids = [row["entry"]["id"] for row in rows]
            expect("nothing is there twice", len(ids) == len(set(ids)))
            expect("places have no gaps", [r["seq"] for r in rows] == list(range(1, len(rows) + 1)))
            lost = kept[person] - set(ids)
            expect("everything acknowledged is there", not lost, f"{len(lost)} lost")
        # What was sent without an answer may be there or not; sent again it counts once.
        last = pushers[0]
        again = last.sent[-30:]
        if again:
            outcomes = browser.push(last.person, again)[1]["results"]
            expect("pushing again does no harm", {r["outcome"] for r in outcomes} <= {"placed", "known"})
            kept[last.person] |= {entry["id"] for entry in again}


def run_kills(folder, rounds):
    data = os.path.join(folder, "kills")
    chance = random.Random(20261121)
    with Server(data) as server:
        browser = Browser(server.authority)
        browser.claim(server.link)
        people = [browser.add_person(f"Person {i}") for i in range(8)]
    kept = {person: set() for person in people}
    for number in range(rounds):
        pushers = kill_once(data, browser.cookie, people, chance, number)
        check_after_kill(data, browser.cookie, people, kept, pushers)
    print(f"kills: {rounds}, entries acknowledged and found: {sum(map(len, kept.values()))}", flush=True)


class Device:
    """What a browser keeps: its entries by id, and the cursor of its last pull."""

    def __init__(self, name, browser, person, chance):
        self.name, self.browser, self.person, self.chance = name, browser, person, chance
        self.entries, self.unsent, self.cursor = {}, set(), ""

    def make(self, at_ms):
        entry = morning(self.person, at_ms, self.chance, self.name)
        self.entries[entry["id"]] = entry
        self.unsent.add(entry["id"])

    def push(self, reply_is_lost):
        if not self.unsent:
            return
        batch = [self.entries[i] for i in sorted(self.unsent)]
        self.chance.shuffle(batch)
        status, answer, _ = self.browser.push(self.person, batch)
        if status == 200 and not reply_is_lost:
            self.unsent -= {r["id"] for r in answer["results"] if r["outcome"] in ("placed", "known")}

    def pull(self, reply_is_lost, limit=None):
        path = f"/api/v1/people/{self.person}/entries?limit={limit or self.chance.randint(1, 7)}"
        status, page, _ = self.browser.call("GET", path + (f"&after={self.cursor}" if self.cursor else ""))
        if status != 200 or reply_is_lost:
            return True
        self.entries.update({row["entry"]["id"]: row["entry"] for row in page["entries"]})
        self.cursor = page["cursor"]
        return page["more"]


def run_history(server, browser, chance, at_ms):
    person = browser.add_person("Shared")
    devices = [Device(name, Browser(server.authority, browser.cookie), person, chance) for name in "abc"]
    for step in range(chance.randint(8, 25)):
        device = chance.choice(devices)
        act = chance.random()
        if act < 0.45:
            device.make(at_ms + step)
        elif act < 0.75:
            device.push(reply_is_lost=chance.random() < 0.3)
        else:
            device.pull(reply_is_lost=chance.random() < 0.3)
    return person, devices


def settle(server, cookie, person, devices):
    """Everybody comes back online; afterwards all must have the same."""
    for device in devices:
        device.browser = Browser(server.authority, cookie)
        device.push(reply_is_lost=False)
    for device in devices:
        while device.pull(reply_is_lost=False, limit=1000):
            pass
    everywhere = [device.entries for device in devices]
    stored = {row["entry"]["id"]: row["entry"] for row in devices[0].browser.pull_all(person)}
    expect("three devices and the server end with the same",
           all(normal(entries) == normal(stored) for entries in everywhere))
    expect("nothing waits to be sent", not any(device.unsent for device in devices))


def normal(entries):
    """The moments written in one way: the server writes them in its own form."""
    return {i: {**e, "made_at": e["made_at"].replace("Z", "+00:00")} for i, e in entries.items()}


def run_histories(folder, count):
    data = os.path.join(folder, "histories")
    chance = chance_of(42)
    at_ms = int(time.time() * 1000) - 10**8
    first = Server(data)
    browser = Browser(first.authority)
    browser.claim(first.link)
    server, done = first, 0
    while done < count:
        group = []
        for _ in range(min(40, count - done)):
            group.append(run_history(server, browser, chance, at_ms))
            done += 1
        # In the middle of forty lives the server is killed or stopped, and comes back.
        server.kill() if chance.random() < 0.5 else server.stop()
        server.__exit__()
        server = Server(data)
        browser = Browser(server.authority, browser.cookie)
        for person, devices in group:
            settle(server, browser.cookie, person, devices)
    server.stop()
    server.__exit__()
    print(f"histories of three devices: {done}", flush=True)


def run_clocks(folder):
    """A server whose clock is wrong by a year, back and forward."""
    data = os.path.join(folder, "clocks")
    chance = chance_of(5)
    with Server(data) as server:
        browser = Browser(server.authority)
        browser.claim(server.link)
        person = browser.add_person("Anna")
        entry = morning(person, int(time.time() * 1000), chance)
        browser.push(person, [entry])
        server.stop()
    library = subprocess.run(["dpkg", "-L", "libfaketime"], capture_output=True, text=True, check=True)
    preload = next(line for line in library.stdout.split() if line.endswith("/libfaketime.so.1"))
    for offset in ("-365d", "+365d", "+0d"):
        with Server(data, "--new-link", env={
                "LD_PRELOAD": preload, "FAKETIME": offset, "FAKETIME_DONT_FAKE_MONOTONIC": "1"}) as server:
            expect(f"it starts with a clock of {offset}", server.is_up, server.complaint())
            # A year ahead every session is over; that is no loss.
            there = Browser(server.authority)
            there.claim(server.link)
            rows = [row["entry"]["id"] for row in there.pull_all(person)]
            expect(f"nothing is lost with a clock of {offset}", entry["id"] in rows)
            late = morning(person, int(time.time() * 1000) + 1, chance)
            outcome = there.push(person, [late])[1]["results"][0]["outcome"]
            expect(f"today's entry with a clock of {offset}",
                   outcome == ("held" if offset == "-365d" else "placed"), outcome)
            server.stop()
    with Server(data, "--new-link") as server:
        there = Browser(server.authority)
        there.claim(server.link)
        held = there.call("GET", f"/api/v1/people/{person}/held")[1]
        deadline = time.time() + 10
        while held and held.get("held") and time.time() < deadline:
            time.sleep(0.2)
            held = there.call("GET", f"/api/v1/people/{person}/held")[1]
        expect("what was held takes its place when the clock is right", held == {"held": []}, held)
        expect("all four are there", len(there.pull_all(person)) == 4, len(there.pull_all(person)))
    print("clocks: set back and forward by a year", flush=True)


def main():
    kills, histories = (int(a) for a in sys.argv[1:3])
    with tempfile.TemporaryDirectory() as folder:
        run_clocks(folder)
        run_kills(folder, kills)
        run_histories(folder, histories)
    print(f"{len(faults)} things do not hold" if faults else "nothing acknowledged was lost")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
