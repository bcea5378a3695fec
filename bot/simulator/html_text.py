"""Telegram's HTML to text with entities, with Telegram's own error texts.

Source: core.telegram.org/bots/api#html-style; the errors are those the Bot API answers with.
"""

import re
from dataclasses import dataclass, field

from bot.simulator.markup import Builder, ParseError, byte_offset

NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
CODED = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
SURROGATE = re.compile("[\ud800-\udfff]")
# What is written the usual way can hold no error and is read at once; anything else is looked at closely.
TOKEN_OR_SIGN = re.compile(
    r'<(b|i|u|s|strong|em|code|pre|blockquote|tg-spoiler)>|</([a-z-]+)>|<a href="([^"&<>]*)">|&(amp|lt|gt|quot);|[<&]'
)
SPACES = " \t\n\r\v\f\x00"
TOKEN = re.compile(r"[A-Za-z0-9.-]*")
KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
}
TAGS = frozenset({*KINDS, "a", "code", "pre", "tg-emoji", "tg-time", "blockquote"})


@dataclass(slots=True)
class Open:
    tag: str
    start: int
    part: int
    begin: int
    attributes: dict[str, str] = field(default_factory=dict)


def parse_html(text: str) -> Builder:
    """Raises ParseError."""
    return _Reader(text).run()


def decoded(text: str, index: int) -> tuple[str, int]:
    """The character of the reference at `index` with the index after it; `("", index)` if it is none."""
    coded = CODED.match(text, index)
    if coded:
        code = int(coded[1], 16) if coded[1] else int(coded[2])
        return (chr(code), coded.end()) if 0 < code <= 0x10FFFF else ("", index)
    for name, char in NAMED.items():
        if text.startswith(name, index + 1):
            end = index + 1 + len(name)
            return char, end + text.startswith(";", end)
    return "", index


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.out = Builder()
        self.open: list[Open] = []

    def run(self) -> Builder:
        index = 0
        while found := TOKEN_OR_SIGN.search(self.text, index):
            self.out.add(self.text[index : found.start()])
            index = self._usual(found) or self._special(found.start())
        self.out.add(self.text[index:])
        if self.open:
            self._fail(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        self._check_surrogates()
        for entity in self.out.entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        return self.out

    def _usual(self, found: re.Match[str]) -> int:
        """Read a token of the usual form; 0 where it is not one, or does not fit here."""
        kind = found.lastindex
        if kind == 1:
            self.open.append(Open(found[1], self.out.length, len(self.out.parts), found.start()))
        elif kind == 2:
            if not self.open or self.open[-1].tag != found[2]:
                return 0
            self._close(self.open.pop())
        elif kind == 3:
            attributes = {"href": found[3]}
            self.open.append(Open("a", self.out.length, len(self.out.parts), found.start(), attributes))
        elif kind == 4:
            self.out.add(NAMED[found[4]])
        else:
            return 0
        return found.end()

    def _special(self, index: int) -> int:
        if self.text[index] == "&":
            char, after = decoded(self.text, index)
            self.out.add(char or "&")
            return after if char else index + 1
        if self.text.startswith("/", index + 1):
            return self._end_tag(index)
        return self._start_tag(index)

    def _fail(self, problem: str, at: int | None = None) -> None:
        where = "" if at is None else f" at byte offset {byte_offset(self.text, at)}"
        raise ParseError(problem + where)

    def _skip_spaces(self, index: int) -> int:
        while index < len(self.text) and self.text[index] in SPACES:
            index += 1
        return index

    def _until(self, index: int, stops: str) -> int:
        while index < len(self.text) and self.text[index] not in stops:
            index += 1
        return index

    def _start_tag(self, begin: int) -> int:
        index = self._until(begin + 1, SPACES + ">")
        if index >= len(self.text):
            self._fail("Unclosed start tag", begin)
        tag = self.text[begin + 1 : index].lower()
        if tag not in TAGS:
            self._fail(f'Unsupported start tag "{tag}"', begin)
        opened = Open(tag, self.out.length, len(self.out.parts), begin)
        index = self._attributes(opened, index)
        if tag == "span" and opened.attributes.get("class") != "tg-spoiler":
            self._fail('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(opened)
        return index + 1

    def _attributes(self, opened: Open, index: int) -> int:
        while self.text[index] != ">":
            index = self._skip_spaces(index)
            if self.text[index : index + 1] == ">":
                break
            index = self._attribute(opened, index)
            if index >= len(self.text):
                self._fail("Unclosed start tag", opened.begin)
        return index

    def _attribute(self, opened: Open, index: int) -> int:
        end = self._until(index, SPACES + "=>/\"'")
        name = self.text[index:end].lower()
        if not name and end < len(self.text):
            self._fail(f'Empty attribute name in the tag "{opened.tag}"', opened.begin)
        end = self._skip_spaces(end)
        if end >= len(self.text):
            self._fail(f'Unclosed start tag "{opened.tag}"', opened.begin)
        if self.text[end] != "=":
            opened.attributes.setdefault(name, "")
            return end
        end = self._skip_spaces(end + 1)
        if end >= len(self.text):
            self._fail(f'Unclosed start tag "{opened.tag}"', opened.begin)
        value, end = self._value(end)
        opened.attributes[name] = value
        return self._skip_comma(end)

    def _skip_comma(self, index: int) -> int:
        return index + 1 if self.text[index : index + 1] == "," else index

    def _value(self, index: int) -> tuple[str, int]:
        quote = self.text[index]
        if quote not in "\"'":
            end = TOKEN.match(self.text, index).end()  # type: ignore[union-attr]
            if self.text[end : end + 1] not in {">", *SPACES} and self.text[end : end + 1] != "":
                self._fail("Unexpected end of name token", index)
            if end >= len(self.text):
                self._fail("Unexpected end of name token", index)
            return self.text[index:end].lower(), end
        end = self.text.find(quote, index + 1)
        if end >= 0 and "&" not in (plain := self.text[index + 1 : end]):
            return plain, end + 1
        pieces: list[str] = []
        index += 1
        while index < len(self.text) and self.text[index] != quote:
            char, after = decoded(self.text, index) if self.text[index] == "&" else ("", index)
            pieces.append(char or self.text[index])
            index = after if char else index + 1
        return "".join(pieces), index + 1

    def _end_tag(self, begin: int) -> int:
        if not self.open:
            self._fail("Unexpected end tag", begin)
        end = self._until(begin + 2, SPACES + ">")
        name = self.text[begin + 2 : end].lower()
        end = self._skip_spaces(end)
        if self.text[end : end + 1] != ">":
            self._fail("Unclosed end tag", begin)
        opened = self.open.pop()
        if name and name != opened.tag:
            self._fail(
                f'Unmatched end tag at byte offset {byte_offset(self.text, begin)}, expected "</{opened.tag}>", found "</{name}>"'
            )
        self._close(opened)
        return end + 1

    def _close(self, opened: Open) -> None:
        out, attributes = self.out, opened.attributes
        match opened.tag:
            case "a":
                out.link(opened.start, attributes.get("href") or out.since(opened.part))
            case "code" | "pre":
                self._close_code(opened)
            case "tg-emoji":
                if out.length > opened.start:
                    out.emoji(opened.start, attributes.get("emoji-id", ""))
            case "tg-time":
                if out.length > opened.start:
                    out.date(opened.start, attributes.get("unix", ""), attributes.get("format", ""))
            case "blockquote":
                expandable = "expandable" in attributes
                out.mark("expandable_blockquote" if expandable else "blockquote", opened.start)
            case tag:
                out.mark(KINDS[tag], opened.start)

    def _close_code(self, opened: Open) -> None:
        """`<pre>` and `<code class="language-x">` around the same text are one block with a language."""
        css = opened.attributes.get("class", "") if opened.tag == "code" else ""
        language = css.removeprefix("language-") if css.startswith("language-") else ""
        inner = self.out.entities[-1] if self.out.entities else None
        same = (
            inner is not None
            and inner["type"] == {"pre": "code", "code": "pre"}[opened.tag]
            and (inner["offset"], inner["length"]) == (opened.start, self.out.length - opened.start)
        )
        if same and inner is not None and (language or inner.get("language")):
            inner["type"] = "pre"
            inner["language"] = language or inner["language"]
        else:
            self.out.mark(opened.tag, opened.start, **({"language": language} if language else {}))

    def _check_surrogates(self) -> None:
        if any(SURROGATE.search(part) for part in self.out.parts):
            self._fail(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
