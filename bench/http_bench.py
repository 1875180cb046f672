#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""The HTTP adapter beside nginx: both serve 2 kB to 64 kept connections of wrk, in turns, and the
median of the ratios is printed. Then: how long until the server is ready, its memory when idle, and
its memory under many idle WebSockets. Asserts nothing.
Needs nginx and wrk. Usage: http_bench.py [ROUNDS [SECONDS [SOCKETS]]]"""

import os
import re
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SERVER = os.path.join(ROOT, "build", "long", "bench", "http_bench_server")
CONFIG = """worker_processes 1; daemon off; pid {folder}/pid; error_log {folder}/errors;
events {{ worker_connections 1024; }}
http {{ access_log off; keepalive_requests 1000000000; default_type application/octet-stream;
  server {{ listen 127.0.0.1:{port}; root {folder}/html; }} }}
"""
HANDSHAKE = (b"GET /live HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
             b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port):
    begun = time.monotonic()
    while time.monotonic() - begun < 10:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return time.monotonic() - begun
        except OSError:
            time.sleep(0.0005)
    raise SystemExit(f"nothing listens at {port}")


def start_nginx(folder, port):
    os.makedirs(os.path.join(folder, "html"), exist_ok=True)
    os.chmod(folder, 0o755)
    with open(os.path.join(folder, "html", "index.html"), "w", encoding="ascii") as file:
        file.write("x" * 2048)
    config = os.path.join(folder, "nginx.conf")
    with open(config, "w", encoding="ascii") as file:
        file.write(CONFIG.format(folder=folder, port=port))
    return subprocess.Popen(["nginx", "-c", config], stderr=subprocess.DEVNULL)


def requests_a_second(port, path, seconds):
    out = subprocess.run(["wrk", "-t1", "-c64", f"-d{seconds}", f"http://127.0.0.1:{port}{path}"],
                         text=True, stdout=subprocess.PIPE, check=True).stdout
    if "Non-2xx" in out or "Socket errors" in out:
        raise SystemExit(out)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1])


def resident_mb(process):
    with open(f"/proc/{process.pid}/status", encoding="ascii") as file:
        return int(re.search(r"VmRSS:\s+(\d+)", file.read())[1]) / 1024


def open_sockets(port, count):
    sockets = []
    for _ in range(count):
        live = socket.create_connection(("127.0.0.1", port), 5)
        live.sendall(HANDSHAKE)
        if b" 101 " not in live.recv(1024):
            raise SystemExit("a WebSocket was refused")
        sockets.append(live)
    return sockets


def compare(ports, rounds, seconds):
    paths = {"static, of nginx": ("nginx", "/index.html"), "from memory": ("ours", "/"),
             "by another thread": ("ours", "/later")}
    rates = {name: [] for name in paths}
    for _ in range(rounds):
        for name, (who, path) in paths.items():
            rates[name].append(requests_a_second(ports[who], path, seconds))
    base = rates["static, of nginx"]
    for name, values in rates.items():
        ratio = statistics.median(value / nginx for value, nginx in zip(values, base))
        print(f"{name}: median {statistics.median(values):.0f} requests/s, {ratio:.2f} of nginx")


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    most = int(sys.argv[3]) if len(sys.argv) > 3 else 10_000
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    ports = {"nginx": free_port(), "ours": free_port()}
    with tempfile.TemporaryDirectory() as folder:
        nginx = start_nginx(folder, ports["nginx"])
        ours = subprocess.Popen([SERVER, str(ports["ours"])], stdout=subprocess.DEVNULL)
        try:
            print(f"ready after {1000 * wait_for(ports['ours']):.0f} ms")
            print(f"idle: {resident_mb(ours):.1f} MB resident")
            wait_for(ports["nginx"])
            compare(ports, rounds, seconds)
            before = resident_mb(ours)
            sockets = open_sockets(ports["ours"], most)
            print(f"{len(sockets)} idle WebSockets: {resident_mb(ours):.0f} MB resident, "
                  f"{1024 * (resident_mb(ours) - before) / max(1, len(sockets)):.1f} kB each")
        finally:
            ours.terminate()
            nginx.terminate()
            ours.wait()
            nginx.wait()


if __name__ == "__main__":
    main()
