"""MarkdownV2 and the legacy Markdown to text with entities, with Telegram's own error texts.

Source: core.telegram.org/bots/api#markdownv2-style; the errors are those the Bot API answers with.
"""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs

from bot.simulator.markup import Builder, ParseError, byte_offset

RESERVED = re.compile(r"[_*\[\]()~`>#+\-=|{}.!\\\n]")
IN_CODE = re.compile(r"[`\\]")
SPACES = " \t\n\r\v\f"
SINGLE = {"*": "Bold", "_": "Italic", "~": "Strikethrough", "`": "Code", "[": "TextUrl"}
MARKS = {
    "Bold": ("*", "bold"),
    "Italic": ("_", "italic"),
    "Underline": ("__", "underline"),
    "Strikethrough": ("~", "strikethrough"),
    "Spoiler": ("||", "spoiler"),
    "Code": ("`", "code"),
    "Pre": ("```", "pre"),
    "PreCode": ("```", "pre"),
    "TextUrl": ("]", ""),
    "CustomEmoji": ("]", ""),
}


@dataclass(slots=True)
class Open:
    kind: str
    start: int
    part: int
    begin: int
    language: str = ""


def parse_markdown_v2(text: str) -> Builder:
    """Raises ParseError."""
    return _V2(text).run()


class _V2:
    def __init__(self, text: str) -> None:
        self.text = text
        self.out = Builder()
        self.open: list[Open] = []
        self.quote_start: int | None = None
        self.can_quote = True

    def run(self) -> Builder:
        index = 0
        while index < len(self.text):
            pattern = IN_CODE if self._in_code() else RESERVED
            found = pattern.search(self.text, index)
            end = found.start() if found else len(self.text)
            if end > index:
                self.can_quote = False
            self.out.add(self.text[index:end])
            index = self._special(end) if found else end
        if self.open:
            last = self.open[-1]
            self._fail(f"Can't find end of {last.kind} entity", last.begin)
        self._end_quote()
        return self.out

    def _in_code(self) -> bool:
        return bool(self.open) and self.open[-1].kind in {"Code", "Pre", "PreCode"}

    def _fail(self, problem: str, at: int) -> None:
        raise ParseError(f"{problem} at byte offset {byte_offset(self.text, at)}")

    def _reserved(self, char: str) -> None:
        msg = f"Character '{char}' is reserved and must be escaped with the preceding '\\'"
        raise ParseError(msg)

    def _special(self, index: int) -> int:
        char = self.text[index]
        if char == "\\":
            escaped = self.text[index + 1 : index + 2]
            known = bool(escaped) and 0 < ord(escaped) <= 126
            self.out.add(escaped if known else char)
            self.can_quote = False
            return index + 2 if known else index + 1
        if char == "\n":
            return self._newline(index)
        if char == ">" and self.can_quote:
            return self._quote(index)
        if self.open and self._ends(index):
            return self._close(index)
        return self._begin(index, char)

    def _newline(self, index: int) -> int:
        self.out.add("\n")
        self.can_quote = True
        if self.quote_start is not None and not self.text.startswith(">", index + 1):
            self._end_quote(trailing=1)
        return index + 1

    def _quote(self, index: int) -> int:
        if self.quote_start is None:
            if self.open:
                self._reserved(">")
            self.quote_start = self.out.length
        self.can_quote = False
        return index + 1

    def _end_quote(self, *, trailing: int = 0, expandable: bool = False) -> None:
        if self.quote_start is None:
            return
        kind = "expandable_blockquote" if expandable else "blockquote"
        length = self.out.length - self.quote_start - trailing
        if length > 0:
            self.out.entities.append({"type": kind, "offset": self.quote_start, "length": length})
        self.quote_start = None

    def _ends(self, index: int) -> bool:
        kind = self.open[-1].kind
        mark = MARKS[kind][0]
        if not self.text.startswith(mark, index):
            return False
        return kind != "Italic" or not self.text.startswith("__", index)

    def _begin(self, index: int, char: str) -> int:
        text = self.text
        length = 1
        language = ""
        if text.startswith("__", index):
            kind, length = "Underline", 2
        elif text.startswith("||", index):
            if self.quote_start is not None and text[index + 2 : index + 3] in {"", "\n"}:
                self._end_quote(expandable=True)
                return index + 2
            kind, length = "Spoiler", 2
        elif text.startswith("![", index):
            kind, length = "CustomEmoji", 2
        elif text.startswith("```", index):
            kind, length, language = self._fence(index)
        elif text.startswith("**>", index) and self.can_quote:
            # An empty bold parts two quotes that would otherwise be one.
            return index + 2
        elif char in SINGLE:
            kind = SINGLE[char]
        else:
            self._reserved(char)
        self.can_quote = False
        self.open.append(Open(kind, self.out.length, len(self.out.parts), index, language))
        return index + length

    def _fence(self, index: int) -> tuple[str, int, str]:
        start = index + 3
        end = start
        while end < len(self.text) and self.text[end] not in SPACES + "`":
            end += 1
        language = ""
        if end > start and end < len(self.text) and self.text[end] != "`":
            language = self.text[start:end]
            start = end
        start += self.text.startswith("\n", start)
        return ("PreCode" if language else "Pre"), start - index, language

    def _close(self, index: int) -> int:
        opened = self.open.pop()
        mark, entity_type = MARKS[opened.kind]
        if opened.kind == "TextUrl":
            return self._close_link(opened, index)
        if opened.kind == "CustomEmoji":
            return self._close_emoji(opened, index)
        extra = {"language": opened.language} if opened.language else {}
        self.out.mark(entity_type, opened.start, **extra)
        return index + len(mark)

    def _target(self, index: int) -> tuple[str, int]:
        """The address in parentheses whose `(` stands at `index`."""
        start = index = index + 1
        pieces: list[str] = []
        while index < len(self.text) and self.text[index] != ")":
            following = self.text[index + 1 : index + 2]
            if self.text[index] == "\\" and following and 0 < ord(following) <= 126:
                index += 1
            pieces.append(self.text[index])
            index += 1
        if index >= len(self.text):
            self._fail("Can't find end of a URL", start)
        return "".join(pieces), index + 1

    def _close_link(self, opened: Open, index: int) -> int:
        target, after = self.out.since(opened.part), index + 1
        if self.text.startswith("(", index + 1):
            target, after = self._target(index + 1)
        self.out.link(opened.start, target)
        return after

    def _close_emoji(self, opened: Open, index: int) -> int:
        if not self.text.startswith("(", index + 1):
            msg = "Custom emoji entity must contain a tg://emoji URL"
            raise ParseError(msg)
        target, after = self._target(index + 1)
        query = {name: values[0] for name, values in parse_qs(target.partition("?")[2]).items()}
        if target.startswith("tg://emoji?"):
            self.out.emoji(opened.start, query.get("id", ""))
        elif target.startswith("tg://time?"):
            self.out.date(opened.start, query.get("unix", ""), query.get("format", ""))
        else:
            msg = "Custom emoji URL must have an emoji identifier"
            raise ParseError(msg)
        return after


OLD_SPECIAL = re.compile(r"[_*`\[\\]")
OLD_KINDS = {"_": "italic", "*": "bold", "`": "code"}


def parse_markdown(text: str) -> Builder:
    """The legacy Markdown: no nesting. Raises ParseError."""
    out = Builder()
    index = 0
    while found := OLD_SPECIAL.search(text, index):
        out.add(text[index : found.start()])
        index = _old_special(text, found.start(), out)
    out.add(text[index:])
    return out


def _old_special(text: str, index: int, out: Builder) -> int:
    char = text[index]
    if char == "\\":
        escaped = text[index + 1 : index + 2]
        literal = escaped in {"_", "*", "`", "["}
        out.add(escaped if literal else char)
        return index + 1 + literal
    start = out.length
    if char == "[":
        return _old_link(text, index, out)
    fence = text.startswith("```", index)
    mark = "```" if fence else char
    body = index + len(mark)
    language = ""
    if fence:
        found = re.compile(r"([^\s`]+)(?=\s)").match(text, body)
        language, body = (found[1], found.end()) if found else ("", body)
        body += text.startswith("\n", body)
    end = text.find(mark, body)
    if end < 0:
        _old_fail(text, index)
    out.add(text[body:end])
    out.mark("pre" if fence else OLD_KINDS[char], start, **({"language": language} if language else {}))
    return end + len(mark)


def _old_link(text: str, index: int, out: Builder) -> int:
    end = text.find("]", index)
    if end < 0:
        _old_fail(text, index)
    start = out.length
    label = text[index + 1 : end]
    out.add(label)
    if not text.startswith("(", end + 1):
        out.link(start, label)
        return end + 1
    close = text.find(")", end + 2)
    stop = len(text) if close < 0 else close
    out.link(start, text[end + 2 : stop])
    return stop + 1


def _old_fail(text: str, index: int) -> None:
    msg = f"Can't find end of the entity starting at byte offset {byte_offset(text, index)}"
    raise ParseError(msg)
