#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""Draws contact sheets of movements: movement_frames FILE... | draw_movement.py OUT.png

One row a movement: each key pose from the side and from the front (side lying: from above and from
the front), with --halves also the poses half way. Needs nothing but Python.
"""
import struct
import sys
import zlib

CELL, SCALE = 190, 92  # pixels a cell, pixels a meter
FONT = {}


class Canvas:
    def __init__(self, width, height):
        self.w, self.h = width, height
        self.px = bytearray(b"\xff" * (3 * width * height))

    def dot(self, x, y, color):
        if 0 <= x < self.w and 0 <= y < self.h:
            i = 3 * (y * self.w + x)
            self.px[i : i + 3] = bytes(color)

    def disc(self, cx, cy, r, color, fill=True):
        for y in range(int(cy - r), int(cy + r) + 2):
            for x in range(int(cx - r), int(cx + r) + 2):
                d = ((x - cx) ** 2 + (y - cy) ** 2) ** 0.5
                if d <= r and (fill or d > r - 1):
                    self.dot(x, y, color)

    def line(self, a, b, width, color):
        steps = int(max(abs(b[0] - a[0]), abs(b[1] - a[1]), 1))
        for i in range(steps + 1):
            t = i / steps
            x, y = a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])
            if width <= 1:
                self.dot(int(x), int(y), color)
            else:
                self.disc(x, y, width / 2, color)

    def text(self, x, y, text, color=(0, 0, 0)):
        for ch in text.upper():
            rows = GLYPHS.get(ch, GLYPHS["?"])
            for r, bits in enumerate(rows):
                for c in range(3):
                    if bits & (4 >> c):
                        for dx in (0, 1):
                            for dy in (0, 1):
                                self.dot(x + 2 * c + dx, y + 2 * r + dy, color)
            x += 8

    def png(self):
        raw = b"".join(
            b"\0" + bytes(self.px[3 * self.w * y : 3 * self.w * (y + 1)]) for y in range(self.h)
        )
        def chunk(kind, data):
            body = kind + data
            return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
        head = struct.pack(">IIBBBBB", self.w, self.h, 8, 2, 0, 0, 0)
        return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head)
                + chunk(b"IDAT", zlib.compress(raw, 6)) + chunk(b"IEND", b""))


GLYPHS = dict(zip(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.,?~ ",
    [[int(c) for c in g] for g in (
        "25755 65656 34443 65556 74647 74644 34553 55755 72227 11152 55655 44447 57755 65555 25552"
        " 65644 25573 65655 34216 72222 55557 55552 55775 55255 55222 71247 75557 26227 71747 71317"
        " 55711 74717 74757 71111 75757 75717 00007 00700 00002 00024 71302 03600 00000").split()]))


def color_of(name):
    if "left" in name:
        return (200, 60, 40)
    if "right" in name:
        return (40, 90, 190)
    return (60, 60, 60)


def read(stream):
    movements = []
    for row in stream:
        kind, _, rest = row.strip().partition(" ")
        if kind == "movement":
            movements.append({"name": rest, "notes": [], "frames": []})
        elif kind in ("finding", "error", "changed"):
            print(movements[-1]["name"] if movements else "", kind, rest)
            if kind == "finding":
                movements[-1]["notes"].append(rest)
        elif kind == "frame":
            number, name, planted = rest.split()
            movements[-1]["frames"].append(
                {"name": name, "planted": planted, "lines": [], "balls": []})
        elif kind == "line":
            w = rest.split()
            v = [float(x) for x in w[1:]]
            movements[-1]["frames"][-1]["lines"].append((w[0], v[:3], v[3:]))
        elif kind == "ball":
            w = rest.split()
            movements[-1]["frames"][-1]["balls"].append((w[0], [float(x) for x in w[1:]]))
    return movements


def draw_view(canvas, frame, left, top, axis, center):
    def to(p):
        if axis == 2:  # from above, the person's front at the bottom
            return (left + CELL / 2 + SCALE * (p[1] - center), top + CELL / 2 + SCALE * p[0])
        return (left + CELL / 2 + SCALE * (p[axis] - center), top + CELL - 18 - SCALE * p[2])
    canvas.line((left + 4, top + CELL - 18), (left + CELL - 4, top + CELL - 18), 1, (150, 150, 150))
    depth = {0: 1, 1: 0, 2: 2}[axis]
    order = sorted(frame["lines"], key=lambda l: (l[1][depth] + l[2][depth]) * (1 if axis == 1 else -1))
    for name, v in frame["balls"]:
        p = to(v)
        canvas.disc(p[0], p[1], SCALE * v[3], (222, 214, 200), fill=False)
    for name, a, b in order:
        width = 5 if name.startswith(("thigh", "shank", "lumbar", "thoracic", "pelvis")) else 3
        canvas.line(to(a), to(b), width, color_of(name))
    for name, v in frame["balls"]:
        if name == "head":
            p = to(v)
            canvas.disc(p[0], p[1], SCALE * v[3], (60, 60, 60), fill=False)


def main():
    movements = read(sys.stdin)
    halves = "--halves" in sys.argv
    def shown(m):
        return [f for f in m["frames"] if halves or f["name"] != "half"]
    columns = max((len(shown(m)) for m in movements), default=1)
    canvas = Canvas(CELL * columns, (2 * CELL + 16) * len(movements))
    for r, m in enumerate(movements):
        top = r * (2 * CELL + 16)
        canvas.text(4, top + 2, m["name"] + ("  FAULTS" if m["notes"] else ""))
        pelvis = m["frames"][0]["lines"][0]
        on_side = abs(pelvis[2][1] - pelvis[1][1]) > 0.05
        xs = [c for f in m["frames"] for l in f["lines"] for c in (l[1][0], l[2][0])]
        ys = [c for f in m["frames"] for l in f["lines"] for c in (l[1][1], l[2][1])]
        cx, cy = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        for c, frame in enumerate(shown(m)):
            x = c * CELL
            draw_view(canvas, frame, x, top + 16, *((2, cy) if on_side else (0, cx)))
            draw_view(canvas, frame, x, top + 16 + CELL, 1, cy)
            canvas.text(x + 4, top + 16, frame["name"], (0, 110, 0))
    with open([a for a in sys.argv[1:] if not a.startswith("--")][0], "wb") as out:
        out.write(canvas.png())


main()
