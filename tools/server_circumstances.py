# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""Parts of check_server.py: servers in a house, behind a proxy, on a full disk, started wrongly."""

import http.client
import os
import subprocess
import time

from server_process import Browser, Server, chance_of, morning

faults = []


def expect(title, holds, found=""):
    if not holds:
        faults.append(f"{title} {found}")
        print(f"FAIL {title} {found}")


def code_of(answer):
    return answer[1].get("code") if isinstance(answer[1], dict) else None


def check_house(folder):
    """--lan: HTTPS with its own authority, and the door that gives its certificate."""
    with Server(os.path.join(folder, "house"), "--lan") as server:
        expect("--lan serves HTTPS", server.is_up and server.origin.startswith("https://"), server.complaint())
        if not server.is_up:
            return
        host = server.authority.split(":")[0]
        door = http.client.HTTPConnection(server.door.removeprefix("http://"), timeout=10)
        door.request("GET", "/ca.crt")
        certificate = door.getresponse().read()
        pem = os.path.join(folder, "ca.pem")
        subprocess.run(["openssl", "x509", "-inform", "DER", "-out", pem], input=certificate, check=True)
        done = subprocess.run(["openssl", "s_client", "-connect", server.authority, "-CAfile", pem,
                               "-verify_return_error", "-verify_ip", host], input=b"", capture_output=True)
        expect("the certificate is good for this address", b"Verify return code: 0" in done.stdout,
               done.stderr[-300:])
        door.request("GET", "/api/v1/people")
        answer = door.getresponse()
        expect("nothing of a record passes the door", answer.status == 307)
        expect("and it says what pages may do", "default-src 'none'" in (answer.getheader("Content-Security-Policy") or ""))


def check_proxy(folder):
    """Behind a proxy that speaks HTTPS and is believed."""
    public = "https://plumbline.example"
    with Server(os.path.join(folder, "proxied"), "--set", f"server.public_origin={public}", "--set",
                "server.trusted_proxies=127.0.0.1", "--set", "limits.requests_per_minute=60",
                env={"PLUMBLINE_NONSENSE": "1"}) as server:
        expect("an unknown variable is named, and it serves", "PLUMBLINE_NONSENSE" in server.complaint())
        browser = Browser(f"127.0.0.1:{server.port}")
        say = {"Host": "plumbline.example", "X-Forwarded-For": "192.0.2.1", "Origin": public}
        _, _, headers = browser.call("POST", "/api/v1/claim", {"code": server.link, "device_name": "x"}, say)
        cookie = headers["Set-Cookie"] or ""
        expect("the cookie is for HTTPS only", cookie.startswith("__Host-") and "; Secure" in cookie, cookie)
        status, pairing, _ = browser.call("POST", "/api/v1/pairings", headers=say)
        expect("a link leads to the proxy", status == 201 and pairing["link"].startswith(public + "/#"), pairing)
        plain = {**say, "Origin": "http://plumbline.example"}
        expect("the name without HTTPS is another site",
               code_of(browser.call("POST", "/api/v1/pairings", headers=plain)) == "wrong-origin")
        expect("figures are for nobody", browser.call("GET", "/metrics", headers=say)[0] == 403)
        statuses = [browser.call("GET", "/health", headers=say)[0] for _ in range(30)]
        expect("requests count for the address behind the proxy", 429 in statuses)
        other = {**say, "X-Forwarded-For": "192.0.2.2"}
        expect("and not for others", browser.call("GET", "/health", headers=other)[0] == 200)


def check_full_disk(folder):
    """On a small disk of its own; only where this user may make one."""
    small = os.path.join(folder, "small")
    os.mkdir(small)
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", small], capture_output=True)
    if made.returncode != 0:
        return
    try:
        fill_the_disk(os.path.join(small, "data"))
    finally:
        subprocess.run(["umount", "-l", small], check=True)


def fill_the_disk(data):
    with Server(data) as server:
        browser = Browser(server.authority)
        browser.claim(server.link)
        person = browser.add_person("Anna")
        other = browser.add_person("Ben")
        filler = os.path.join(os.path.dirname(data), "filler")
        with open(filler, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"x" * 4096)
            except OSError:
                pass
        now, chance, status = int(time.time() * 1000), chance_of(3), 200
        for i in range(50):
            if status == 200:
                status, answer, _ = browser.push(person, [morning(person, now + 20 * i + k, chance)
                                                          for k in range(20)])
        expect("a full disk is said", status == 507 and answer["code"] == "disk-full", (status, answer))
        expect("and nothing of the inside", "sqlite" not in str(answer) and data not in str(answer), answer)
        status, health, _ = browser.call("GET", "/health")
        expect("health says so", (status, health["status"]) == (503, "cannot-write"), health)
        expect("reading goes on", browser.call("GET", f"/api/v1/people/{person}/entries")[0] == 200)
        gone = browser.call("DELETE", f"/api/v1/people/{other}", {"confirm": other})[0]
        names = [p["name"] for p in browser.call("GET", "/api/v1/people")[1]["people"]]
        expect("deleting goes on", gone == 204 and names == ["Anna"], (gone, names))
        expect("the log says so", "code=disk-full" in server.complaint(), server.complaint())
        os.remove(filler)
        expect("with room again all is well", browser.push(person, [morning(person, now, chance)])[0] == 200
               and browser.call("GET", "/health")[0] == 200)


def check_misfortunes(folder):
    data = os.path.join(folder, "misfortune")
    with Server(data) as first:
        with Server(data) as second:
            second.process.wait(timeout=10)
            expect("two servers on one folder: the second says so and ends with 2",
                   second.process.returncode == 2 and "folder" in second.complaint(), second.complaint())
        expect("and the first goes on", Browser(first.authority).call("GET", "/health")[0] == 200)
        expect("it stops in order", first.stop() == 0)
    os.rename(os.path.join(data, "keys"), os.path.join(data, "kept"))
    with Server(data) as server:
        server.process.wait(timeout=10)
        expect("keys that are gone are not made anew", "keys" in server.complaint()
               and not os.path.exists(os.path.join(data, "keys")), server.complaint())
    os.rename(os.path.join(data, "kept"), os.path.join(data, "keys"))
    with Server(data, "--set", "server.prot=1") as server:
        server.process.wait(timeout=10)
        expect("an unknown setting is named", "server.prot" in server.complaint())
