"""Whether a file is a picture Telegram would take as a photo, by its first bytes."""

import struct
from dataclasses import dataclass

LARGEST = 10 * 1024 * 1024  # bytes; core.telegram.org/bots/api#sendphoto, as are the next two
SIDES = 10_000  # width and height together
RATIO = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture fit to be uploaded; `name` ends as its kind wants."""

    data: bytes
    name: str


def picture(data: bytes) -> Picture | None:
    """`data` as a picture; None for what is none, or what Telegram would refuse."""
    kind, size = _kind_and_size(data)
    if size is None or not 0 < len(data) <= LARGEST:
        return None
    width, height = size
    if not width or not height or width + height > SIDES or max(size) > RATIO * min(size):
        return None
    return Picture(data=data, name=f"foto.{kind}")


def _kind_and_size(data: bytes) -> tuple[str, tuple[int, int] | None]:
    """JPEG, PNG and WebP; moving pictures and drawings (GIF, SVG) are no photos."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        return "png", struct.unpack(">II", data[16:24])
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp", _webp(data)
    if data.startswith(b"\xff\xd8\xff"):
        return "jpg", _jpeg(data)
    return "", None


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """The size stands in the frame header; segments before it are skipped by their length (ITU T.81, B.1)."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + max(2, int.from_bytes(data[at + 2 : at + 4], "big"))
    return None


def _webp(data: bytes) -> tuple[int, int] | None:
    """Of the three forms (RFC 9649, section 2)."""
    if len(data) < 30:
        return None
    match data[12:16]:
        case b"VP8X":
            return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
        case b"VP8L":
            bits = int.from_bytes(data[21:25], "little")
            return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
        case b"VP8 ":
            width, height = struct.unpack("<HH", data[26:30])
            return width & 0x3FFF, height & 0x3FFF
        case _:
            return None
