"""Text with formatting as Telegram counts it: plain characters beside spans in UTF-16 units."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

MESSAGE_LIMIT = 4096  # UTF-16 units; core.telegram.org/bots/api#sendmessage
CAPTION_LIMIT = 1024  # UTF-16 units; core.telegram.org/bots/api#sendphoto

_TAG = re.compile(r"<(/?)(b|i|u|code|quote)>")
_PLACE = re.compile(r"\{(\w+)\}")
_PARTS = re.compile(r"(</?(?:b|i|u|code|quote)>|\{\w+\})")
_KINDS = {"b": "bold", "i": "italic", "u": "underline", "code": "code", "quote": "blockquote"}


def utf16_length(text: str) -> int:
    """Length of `text` in UTF-16 code units, the unit of every Telegram limit and offset."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One formatted stretch; `offset` and `length` are UTF-16 units, `kind` is Telegram's entity type."""

    kind: str
    offset: int
    length: int
    url: str | None = None

    def moved(self, by: int) -> "Span":
        """The same stretch `by` units further on."""
        return Span(kind=self.kind, offset=self.offset + by, length=self.length, url=self.url) if by else self


@dataclass(frozen=True, slots=True)
class RichText:
    """Plain text and its spans. Sending both makes markup errors impossible (TRAPS 10)."""

    text: str = ""
    spans: tuple[Span, ...] = ()

    def __add__(self, other: "RichText | str") -> "RichText":
        """This text followed by `other`, spans moved along."""
        right = other if isinstance(other, RichText) else RichText(other)
        shift = utf16_length(self.text)
        moved = (span.moved(shift) for span in right.spans)
        return RichText(self.text + right.text, (*self.spans, *moved))

    def __bool__(self) -> bool:
        """Whether there is any text."""
        return bool(self.text)

    def __len__(self) -> int:
        """Length in UTF-16 units."""
        return utf16_length(self.text)


def styled(kind: str, content: RichText | str, *, url: str | None = None) -> RichText:
    """`content` under one more span of Telegram entity type `kind`."""
    inner = content if isinstance(content, RichText) else RichText(content)
    if not inner:
        return inner
    return RichText(inner.text, (Span(kind=kind, offset=0, length=len(inner), url=url), *inner.spans))


def bold(content: RichText | str) -> RichText:
    """`content` in bold."""
    return styled("bold", content)


def italic(content: RichText | str) -> RichText:
    """`content` in italics."""
    return styled("italic", content)


def link(content: RichText | str, url: str) -> RichText:
    """`content` leading to `url`."""
    return styled("text_link", content, url=url)


def join(separator: str, parts: Iterable[RichText | str]) -> RichText:
    """The parts that are not empty, `separator` between them."""
    kept = [part if isinstance(part, RichText) else RichText(part) for part in parts if part]
    spans: list[Span] = []
    at = 0
    for part in kept:
        spans += (span.moved(at) for span in part.spans)
        at += len(part) + utf16_length(separator)
    return RichText(separator.join(part.text for part in kept), tuple(spans))


def fill(template: str, **args: object) -> RichText:
    """A catalog text as rich text: `<b> <i> <u> <code> <quote>` become spans, `{name}` is filled from `args`.

    Arguments are inserted as they are, so their characters are never read as markup.
    Raises KeyError for a place without an argument.
    """
    parts: list[RichText] = []
    at = 0  # UTF-16 units of `parts`
    open_tags: list[tuple[str, int]] = []
    spans: list[Span] = []
    for piece in _pieces(template):
        tag = _TAG.fullmatch(piece)
        place = _PLACE.fullmatch(piece)
        if tag and not tag[1]:
            open_tags.append((_KINDS[tag[2]], at))
        elif tag:
            kind, start = open_tags.pop()
            if at > start:
                spans.append(Span(kind=kind, offset=start, length=at - start))
        else:
            value = args[place[1]] if place else piece
            parts.append(value if isinstance(value, RichText) else RichText(str(value)))
            at += len(parts[-1])
    done = join("", parts)
    return RichText(
        done.text, tuple(sorted((*done.spans, *spans), key=lambda span: (span.offset, -span.length)))
    )


@cache
def _pieces(template: str) -> tuple[str, ...]:
    """Tags, places and what is between them; the templates are the catalogs', so they are few."""
    return tuple(piece for piece in _PARTS.split(template) if piece)


def cut(text: RichText, *, limit: int) -> RichText:
    """`text` with at most `limit` UTF-16 units, ending in "…" where something was cut, at a word if possible."""
    if len(text) <= limit:
        return text
    end = _fitting(text.text, limit - 1)
    space = text.text.rfind(" ", max(0, end - 40), end)
    if space > 0:
        end = space
    return _slice(text, 0, end) + "…"


def split(text: RichText, *, limit: int = MESSAGE_LIMIT) -> list[RichText]:
    """Cut `text` into messages Telegram accepts, between paragraphs where possible.

    `limit` counts UTF-16 code units, as Telegram does. Spans that cross a cut go on in the next part.
    Joining the parts gives the original text. Source: core.telegram.org/bots/api#sendmessage
    """
    if 0 < len(text) <= limit:
        return [text]
    parts = []
    start = 0
    while start < len(text.text):
        rest = text.text[start:]
        size = _fitting(rest, limit)
        if size < len(rest):
            size = _break_near(rest, size)
        parts.append(_slice(text, start, start + size))
        start += size
    return parts


def _fitting(text: str, limit: int) -> int:
    """How many characters of `text` fit into `limit` UTF-16 units."""
    if len(text) * 2 <= limit:
        return len(text)
    units = 0
    for index, char in enumerate(text):
        units += 2 if ord(char) > 0xFFFF else 1
        if units > limit:
            return index
    return len(text)


def _break_near(text: str, size: int) -> int:
    for mark in ("\n\n", "\n", ". ", " "):
        at = text.rfind(mark, size // 2, size)
        if at > 0:
            return at + len(mark)
    return size


def _slice(text: RichText, start: int, end: int) -> RichText:
    """The characters from `start` to `end` (Python indexes) with the spans that touch them."""
    first = utf16_length(text.text[:start])
    last = first + utf16_length(text.text[start:end])
    spans = []
    for span in text.spans:
        left = max(span.offset, first)
        right = min(span.offset + span.length, last)
        if left < right:
            spans.append(replace(span, offset=left - first, length=right - left))
    return RichText(text.text[start:end], tuple(spans))
