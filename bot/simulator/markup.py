"""What the readers of HTML and Markdown share: UTF-16 lengths, links, and the text being built."""

import re
from typing import Any
from urllib.parse import parse_qs

Entity = dict[str, Any]

LINK = re.compile(
    r"(?:(?P<scheme>[a-zA-Z][a-zA-Z0-9+.-]*)://)?(?:[^/?#\s@]*@)?(?P<host>[^/?#:\s@]+)(?P<port>:\d{1,5})?(?P<rest>[/?#].*)?\Z",
    re.DOTALL,
)
# An address that is already as Telegram would write it.
USUAL_LINK = re.compile(r"https?://(?:[a-z0-9-]+\.)+[a-z]{2,}/[^\s]*\Z")
DATE_FORMAT = re.compile(r"r|[tTdDwW]*")
HIGHEST_ENTITY_COUNT = 100


class ParseError(Exception):
    """Text that cannot be parsed; the message is the Bot API's, byte offset included."""


def utf16_len(text: str) -> int:
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def byte_offset(text: str, index: int) -> int:
    return len(text[:index].encode("utf-8", "surrogatepass"))


class Builder:
    """The plain text so far, with its length in UTF-16 units."""

    __slots__ = ("entities", "length", "parts")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.entities: list[Entity] = []

    def add(self, piece: str) -> None:
        if piece:
            self.parts.append(piece)
            self.length += len(piece) if piece.isascii() else utf16_len(piece)

    def text(self) -> str:
        return "".join(self.parts)

    def since(self, part_index: int) -> str:
        return "".join(self.parts[part_index:])

    def mark(self, kind: str, start: int, **extra: Any) -> None:
        if self.length > start:
            self.entities.append({"type": kind, "offset": start, "length": self.length - start, **extra})

    def link(self, start: int, target: str) -> None:
        """A text link or a mention of a user; an unusable address leaves plain text, as Telegram does."""
        user_id = mentioned_user(target)
        if user_id is not None:
            self.mark("text_mention", start, user={"id": user_id})
        elif url := checked_link(target):
            self.mark("text_link", start, url=url)

    def emoji(self, start: int, emoji_id: str) -> None:
        if not emoji_id.isdigit():
            msg = "Invalid custom emoji identifier specified"
            raise ParseError(msg)
        self.mark("custom_emoji", start, custom_emoji_id=emoji_id)

    def date(self, start: int, unix: str, form: str) -> None:
        if not unix.isdigit():
            msg = "Invalid date specified"
            raise ParseError(msg)
        if not DATE_FORMAT.fullmatch(form):
            msg = "Invalid date format used"
            raise ParseError(msg)
        extra = {"date_time_format": form} if form else {}
        self.mark("date_time", start, unix_time=int(unix), **extra)


def checked_link(target: str) -> str:
    """`target` as a full address, or "" where Telegram would drop the link."""
    if USUAL_LINK.match(target):
        return target
    if target.lower().startswith(("tg:", "ton:")):
        return target if "://" in target else ""
    found = LINK.match(target)
    if not found:
        return ""
    scheme = (found["scheme"] or "http").lower()
    host = found["host"].lower()
    if scheme not in {"http", "https", "ftp", "tonsite"} or not _is_host(
        host, explicit=bool(found["scheme"])
    ):
        return ""
    rest = found["rest"] or "/"
    if not rest.startswith("/"):
        rest = "/" + rest
    return f"{scheme}://{host}{found['port'] or ''}{rest}"


def _is_host(host: str, *, explicit: bool) -> bool:
    if host == "localhost":
        return explicit
    labels = host.split(".")
    return len(labels) > 1 and all(labels) and len(host) <= 255 and not re.search(r"[\s<>\"'()]", host)


def mentioned_user(target: str) -> int | None:
    """The id in a `tg://user?id=N` link."""
    if target[:2].lower() != "tg":
        return None
    lowered = target.lower()
    if not lowered.startswith(("tg://user?", "tg:user?")):
        return None
    value = parse_qs(lowered.partition("?")[2]).get("id", [""])[0]
    return int(value) if value.isdigit() and 0 < len(value) < 17 else None
