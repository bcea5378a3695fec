"""A drawing for a demo story: the front of a house at dusk, made here, so that nothing is fetched and nobody is shown."""

import struct
import zlib
from functools import lru_cache
from hashlib import sha256

WIDTH, HEIGHT = 640, 360
WINDOW, GAP, FLOOR = 34, 26, 62  # pixels
SKIES = ((247, 178, 103), (142, 174, 203), (203, 158, 173), (164, 190, 157))
WALLS = ((164, 88, 66), (190, 143, 90), (120, 110, 128), (150, 120, 100))
LIT, DARK, GROUND = (255, 232, 160), (70, 78, 96), (66, 84, 66)

Colour = tuple[int, int, int]


@lru_cache(maxsize=16)
def png(name: str) -> bytes:
    """The drawing of this name; another name gives other colours and other lit windows."""
    seed = sha256(name.encode()).digest()
    rows = b"".join(b"\0" + _row(y, seed) for y in range(HEIGHT))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _row(y: int, seed: bytes) -> bytes:
    """One line of pixels, its parts from left to right."""
    sky = _mixed(SKIES[seed[0] % len(SKIES)], (255, 246, 230), y / HEIGHT)
    if y < 50:
        return bytes(sky) * WIDTH
    if y >= HEIGHT - 34:
        return bytes(GROUND) * WIDTH
    left, right = 60, WIDTH - 60
    return bytes(sky) * left + _wall(y - 50, right - left, seed) + bytes(sky) * (WIDTH - right)


def _wall(y: int, width: int, seed: bytes) -> bytes:
    wall = WALLS[seed[1] % len(WALLS)]
    floor, within = divmod(y, FLOOR)
    if not 14 <= within < 14 + WINDOW:
        return bytes(_mixed(wall, (0, 0, 0), 0.12) if within < 3 else wall) * width
    line = bytearray()
    for column in range(width // (WINDOW + GAP)):
        lit = seed[(floor * 8 + column) % len(seed)] % 3 == 0
        line += bytes(wall) * GAP + bytes(LIT if lit else DARK) * WINDOW
    return bytes(line) + bytes(wall) * (width - len(line) // 3)


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
