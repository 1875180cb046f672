#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""run_server_soak.py MINUTES [DEVICES]: mixed load on a real server, and what it takes up over time.

Each device leads lives: a person joins, entries come in, agendas, pulls, recordings, exports and live
sockets are asked for, passphrases set and tried, connections broken off, and in the end the person is
deleted. So the server has the same to hold all the time: memory, open files and median latencies of
the last quarter must be about those of the second one."""

import collections
import http.client
import os
import random
import re
import socket
import statistics
import sys
import tempfile
import threading
import time

from server_process import Browser, Server, chance_of, morning, owned_by, simulate

ACTIONS_IN_A_LIFE = 250
# A latency may be so much longer in the last quarter, and memory so much more: noise of the machine.
MOST_SLOWER = 2.5
MOST_LARGER = 1.25
# Shorter runs show too few lives to say anything about latencies.
LEAST_SECONDS = 600


class Device(threading.Thread):
    """One paired device that leads one life after the other."""

    def __init__(self, server, code, seed, journal, over):
        super().__init__(daemon=True)
        self.chance = chance_of(seed)
        self.browser = Browser(server.authority)
        self.browser.claim(code, f"Device {seed}")
        self.journal, self.over = journal, over
        self.latencies = collections.defaultdict(list)
        self.faults, self.lives = [], 0
        self.person, self.base = None, None

    def call(self, what, method, path, body=None, good=(200, 201, 204), headers=None):
        begun = time.monotonic()
        answer = self.browser.call(method, path, body, headers)
        self.latencies[what].append((time.monotonic(), time.monotonic() - begun))
        if answer[0] not in good:
            self.faults.append((what, answer[0], answer[1]))
        return answer[1]

    def push(self):
        now = int(time.time() * 1000) - self.chance.randrange(10**7)
        batch = [morning(self.person, now + i, self.chance) for i in range(self.chance.choice([1, 1, 1, 20]))]
        self.call("push", "POST", self.base + "/entries", {"entries": batch})

    def agenda(self):
        self.call("agenda", "GET", self.base + "/agenda?date=2026-03-10")

    def pull(self):
        self.call("pull", "GET", self.base + "/entries?limit=100")

    def record(self):
        name = f"c{self.chance.randrange(5)}-{self.lives}"
        self.call("chunk", "PUT", f"{self.base}/chunks/{name}", b"r" * 200_000, good=(204, 409),
                  headers={"Content-Type": "application/octet-stream"})
        self.call("chunk", "GET", f"{self.base}/chunks/{name}")

    def export(self):
        self.call("export", "GET", f"{self.base}/export?format={self.chance.choice(['json', 'csv', 'fhir'])}")

    def look_around(self):
        for path in ("/health", "/", "/api/v1/people", "/api/v1/devices", self.base + "/audit"):
            self.call("look", "GET", path)

    def lock(self):
        secret = {"passphrase": "correct horse battery"}
        self.call("passphrase", "PUT", self.base + "/passphrase", secret)
        self.call("passphrase", "POST", self.base + "/open", {"passphrase": "wrong one"}, good=(403, 429))
        self.call("passphrase", "DELETE", self.base + "/passphrase", {"current": secret["passphrase"]},
                  good=(204, 429))

    def listen(self):
        host, port = self.browser.authority.split(":")
        with socket.create_connection((host, int(port)), timeout=10) as line:
            line.sendall((f"GET /api/v1/live?person={self.person} HTTP/1.1\r\nHost: {host}\r\n"
                          "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                          f"Cookie: {self.browser.cookie}\r\n\r\n").encode())
            if b" 101 " not in line.recv(1024):
                self.faults.append(("live", 0, "refused"))
            self.push()

    def break_off(self):
        host, port = self.browser.authority.split(":")
        with socket.create_connection((host, int(port)), timeout=10) as line:
            line.sendall((f"GET {self.base}/export HTTP/1.1\r\nHost: {host}\r\n"
                          f"Cookie: {self.browser.cookie}\r\n\r\n").encode())

    def live_once(self):
        self.lives += 1
        self.person = self.browser.add_person(f"Person {self.lives}")
        self.base = f"/api/v1/people/{self.person}"
        self.call("journal", "POST", self.base + "/entries", {"entries": owned_by(self.journal, self.person)})
        actions = [self.push] * 12 + [self.agenda] * 8 + [self.pull] * 6 + [self.look_around] * 2 + [
            self.record, self.export, self.listen, self.break_off]
        for _ in range(ACTIONS_IN_A_LIFE):
            if self.over.is_set():
                break
            self.chance.choice(actions)()
            time.sleep(self.chance.uniform(0, 0.04))
        self.lock()
        self.call("delete", "DELETE", self.base, {"confirm": self.person}, good=(204, 403))

    def run(self):
        try:
            while not self.over.is_set():
                self.live_once()
        except (OSError, http.client.HTTPException, AssertionError, AttributeError) as fault:
            self.faults.append(("connection", 0, repr(fault)))


def taken_up(server):
    """Resident MB, open files, MB of the database and its log."""
    pid = server.process.pid
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        resident = int(re.search(r"VmRSS:\s+(\d+)", file.read())[1]) / 1024
    disk = sum(os.path.getsize(os.path.join(server.data, n)) for n in os.listdir(server.data)
               if n.startswith("plumbline.db")) / 1e6
    return resident, len(os.listdir(f"/proc/{pid}/fd")), disk


def quarter(rows, begun, length, number):
    return [value for at, value in rows if number <= 4 * (at - begun) / length < number + 1]


def watch(server, devices, seconds):
    samples, begun = [], time.monotonic()
    while time.monotonic() - begun < seconds:
        time.sleep(min(15, seconds / 20))
        samples.append((time.monotonic(), (*taken_up(server), os.getloadavg()[0])))
        resident, files, disk, _ = samples[-1][1]
        print(f"{(time.monotonic() - begun) / 60:5.1f} min: {resident:6.1f} MB resident, {files} files, "
              f"{disk:.0f} MB on disk, {sum(d.lives for d in devices)} lives", flush=True)
    return begun, samples


def compare(title, before, after, most, unit):
    ratio = after / before if before else 1
    good = ratio <= most
    print(f"{'ok  ' if good else 'FAIL'} {title}: {before:.1f} {unit} in the second quarter, "
          f"{after:.1f} in the last")
    return good


def judge(begun, seconds, samples, devices):
    good = True
    for index, title, unit in ((0, "memory", "MB"), (1, "open files", "files"), (2, "disk", "MB")):
        rows = [(at, values[index]) for at, values in samples]
        before, after = (statistics.median(quarter(rows, begun, seconds, n)) for n in (1, 3))
        good &= compare(title, before, after, MOST_LARGER, unit)
    loads = [(at, values[3]) for at, values in samples]
    before, after = (statistics.median(quarter(loads, begun, seconds, n)) for n in (1, 3))
    quiet = after <= 1.3 * before + 0.5 and seconds >= LEAST_SECONDS
    if not quiet:
        print(f"latencies are not judged: {seconds:.0f} s; the machine's load was {before:.1f}, then {after:.1f}")
    for what in sorted({what for device in devices for what in device.latencies}):
        rows = [row for device in devices for row in list(device.latencies[what])]
        before, after = (quarter(rows, begun, seconds, n) for n in (1, 3))
        if len(before) > 20 and len(after) > 20:
            even = compare(f"{what} ({len(rows)} times)", 1000 * statistics.median(before),
                           1000 * statistics.median(after), MOST_SLOWER, "ms")
            good &= even or not quiet
    faults = [fault for device in devices for fault in device.faults]
    for fault in faults[:10]:
        print("FAIL", fault)
    return good and not faults


def main():
    seconds = 60 * float(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 8
    random.seed(1)
    over = threading.Event()
    journal = simulate("sciatica", weeks=2)
    with tempfile.TemporaryDirectory() as folder, Server(os.path.join(folder, "data")) as server:
        first = Browser(server.authority)
        first.claim(server.link)
        at_rest = taken_up(server)[1]
        devices = [Device(server, first.call("POST", "/api/v1/pairings")[1]["code"], i, journal, over)
                   for i in range(count)]
        for device in devices:
            device.start()
        begun, samples = watch(server, devices, seconds)
        over.set()
        for device in devices:
            device.join(60)
            device.browser.connection.close()
        good = judge(begun, seconds, samples, devices)
        time.sleep(2)
        left = taken_up(server)[1]
        print(f"open files at rest: {at_rest} before, {left} after")
        good &= left <= at_rest + 2 and server.stop() == 0
        complaint = [line for line in server.complaint().splitlines() if " info " not in line]
        print("\n".join(complaint[:10]))
    print("it goes on as it began" if good else "something grows or fails")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
