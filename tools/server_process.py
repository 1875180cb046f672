# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""A real server in its own process, and browsers that talk to it, for the checks of the server."""

import http.client
import json
import os
import random
import re
import signal
import subprocess
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAM = os.environ.get("CHECKED_PROGRAM", os.path.join(ROOT, "build/release/apps/cli/plumbline"))


class Server:
    """`plumbline serve` on a free port. Use with `with`; killed at the end if it still runs."""

    def __init__(self, data, *arguments, env=None):
        self.data = data
        self.log = tempfile.TemporaryFile(mode="w+")
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--data", data, "--port", "0", *arguments], stdout=subprocess.PIPE,
            stderr=self.log, text=True,
            env={**os.environ, **(env or {})})
        self.link = None
        self.origin = None
        self.door = None
        self.port = None
        for line in self.process.stdout:
            found = re.search(r"Plumbline is at (\S+)/", line)
            self.origin = found[1] if found else self.origin
            found = re.search(r"proxy finds it at port (\d+)", line)
            self.port = int(found[1]) if found else self.port
            found = re.search(r"(http://\S+)/trust", line)
            self.door = found[1] if found else self.door
            found = re.search(r"\S+/#code=(\S+)", line)
            self.link = found[1] if found else self.link
            if "Ctrl-C" in line:
                break
        self.authority = re.sub(r"^https?://", "", self.origin) if self.origin else None

    @property
    def is_up(self):
        return self.origin is not None and self.process.poll() is None

    def complaint(self):
        """What it said on standard error."""
        self.log.seek(0)
        return self.log.read()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        """Stops it as Ctrl-C does; gives the exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=20)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.kill()
        self.process.stdout.close()
        self.log.close()


class Browser:
    """One paired browser (or an unpaired one) with a kept connection and its cookie."""

    def __init__(self, authority, cookie=None):
        self.authority = authority
        self.cookie = cookie
        self.connection = http.client.HTTPConnection(authority, timeout=30)

    def call(self, method, path, body=None, headers=None):
        """Status, JSON (or bytes), headers."""
        send = dict(headers or {})
        if self.cookie:
            send.setdefault("Cookie", self.cookie)
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
            send.setdefault("Content-Type", "application/json")
        self.connection.request(method, path, body, send)
        answer = self.connection.getresponse()
        text = answer.read()
        cookie = answer.getheader("Set-Cookie")
        if cookie:
            self.cookie = cookie.split(";")[0]
        try:
            value = json.loads(text) if text else None
        except ValueError:
            value = text
        return answer.status, value, answer.headers

    def claim(self, code, name="A browser"):
        return self.call("POST", "/api/v1/claim", {"code": code, "device_name": name})

    def add_person(self, name):
        status, person, _ = self.call("POST", "/api/v1/people", {"name": name})
        assert status == 201, person
        return person["id"]

    def push(self, person, entries):
        return self.call("POST", f"/api/v1/people/{person}/entries", {"entries": entries})

    def pull_all(self, person):
        """Every entry in the order of arrival."""
        out, cursor, more = [], "", True
        while more:
            path = f"/api/v1/people/{person}/entries" + (f"?after={cursor}" if cursor else "")
            status, page, _ = self.call("GET", path)
            assert status == 200, page
            out += page["entries"]
            cursor, more = page["cursor"], page["more"]
        return out


def uuid7(at_ms, chance):
    """A UUID of version 7 (RFC 9562) for a time and a source of random numbers."""
    bits = (at_ms << 80) | (7 << 76) | (chance.getrandbits(12) << 64) | (2 << 62)
    text = f"{bits | chance.getrandbits(62):032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def morning(person, at_ms, chance, device="device"):
    """A small entry: a morning check."""
    seconds, ms = divmod(at_ms, 1000)
    at = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds)) + f".{ms:03d}Z"
    return {"id": uuid7(at_ms, chance), "person": person, "made_at": at,
            "author": {"role": "person"}, "device": device, "kind": "check.morning", "version": 1,
            "body": {"pain": chance.randint(0, 10), "woken_more": False}}


def simulate(profile, weeks=1, course="constant-3"):
    """The entries of an example person's first weeks."""
    path = os.path.join(ROOT, f"scenarios/people/{profile}.json")
    done = subprocess.run([PROGRAM, "simulate", "--profile", path, "--weeks", str(weeks),
                           "--course", course], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def owned_by(entries, person):
    return [{**entry, "person": person} for entry in entries]


def replay(entries, date):
    """The agenda that the command line gives for a journal, as text."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.write("".join(json.dumps(entry) + "\n" for entry in entries))
        file.flush()
        done = subprocess.run([PROGRAM, "replay", file.name, "--date", date], capture_output=True,
                              text=True, check=False)
        return done.stdout


def chance_of(seed):
    return random.Random(seed)
