"""Foreign text made harmless: HTML to plain text, control and direction characters out, only web links kept."""

import re
import unicodedata
from html import unescape
from html.parser import HTMLParser
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

MAX_COMBINING = 8  # accents piled on one letter ("zalgo"); no language needs more
LINK_LIMIT = 2048

_SKIPPED = frozenset(
    {"script", "style", "head", "template", "noscript", "iframe", "svg", "math", "figcaption"}
)
_BLOCKS = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "blockquote"}
)
_INLINE = frozenset({"a", "abbr", "b", "em", "i", "img", "small", "span", "strong", "sub", "sup", "u"})
_LINE_ENDS = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")
# Controls, format characters (bidi, zero width, tags), fillers, private use, surrogates, non-characters.
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u115f\u1160\u180b-\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_COMBINING = re.compile(
    f"(\\w?)([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{{{MAX_COMBINING},}})"
)
_COMMENTS = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)  # html.parser takes quadratic time over unclosed ones
_MAYBE_HTML = re.compile(r"<[a-zA-Z!/?]|&#?\w+;?")

# What most text is made of; over these nothing below has anything to do but join spaces.
_ORDINARY = re.compile("[\n -~\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
_ORDINARY_LINK = re.compile(
    r"https?://(?:[a-z0-9](?:[a-z0-9-]{0,50}[a-z0-9])?\.)+[a-z]{2,20}(?:/[\w.~%:=&+!$,;'@()*\[\]/-]*(?:\?[\w.~%/:=&+!$,;'@()*\[\]-]+)?)?",
    re.ASCII,
)
_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z1-6]{0,10})(?:\s+[a-zA-Z-]+=(?:"[^"<>&]*"|'[^'<>&]*'))*\s*/?>""")

# What pages put around an item's text (TRAPS 24); each takes the rest of its line or sentence with it.
_BOILERPLATE = re.compile(
    r"(L['’]articolo\b.{0,300}?\b(?:proviene da|sembra essere il primo su)\b.*"
    r"|The post\b.{0,300}?\bappeared first on\b.*"
    r"|Iscriviti al nostro canale\b.*|Consigliati per te\b.*|Condividi (?:su|con|questo)\b.*"
    r"|(?:Continua a leggere|Leggi tutto|Leggi di più|Read more)\s*(?:…|\.{3}|»|→|&raquo;)?\s*$"
    r"|\[(?:…|\.{3}|&hellip;)\]\s*$)",
    re.IGNORECASE | re.MULTILINE,
)

# One of these stands in all of it, in lower case.
_BOILERPLATE_MARKS = (
    "proviene da", "il primo su", "appeared first on", "iscriviti al nostro", "consigliati per te", "condividi ",
    "continua a leggere", "leggi ", "read more", "[…]", "[...]", "[&hellip;]",
)  # fmt: skip


def clean(text: str, *, limit: int | None = None) -> str:
    """One line of visible characters; what could hide, reorder or pile up is gone. `limit` counts characters."""
    return clean_lines(text, limit=limit).replace("\n", " ")


def clean_lines(text: str, *, limit: int | None = None) -> str:
    """Like `clean`, with the line breaks kept."""
    if limit is not None:
        text = text[: limit * 4]  # bounds the work below; cut exactly at the end
    kept = text
    if not _ORDINARY.fullmatch(text):
        kept = _HIDDEN.sub("", _LINE_ENDS.sub("\n", text))
        kept = _COMBINING.sub(lambda found: found[1] + found[2][:1], unicodedata.normalize("NFC", kept))
    return _cut("\n".join(line for raw in kept.split("\n") if (line := " ".join(raw.split()))), limit)


def from_html(markup: str, *, limit: int) -> str:
    """The readable text of a piece of HTML (or of text that is none), page boilerplate removed."""
    markup = markup[: limit * 8]
    if "<!--" in markup:
        markup = _COMMENTS.sub("", markup)
    text = markup
    if _MAYBE_HTML.search(markup):
        simple = _simple_text(markup)
        text = _html_text(markup) if simple is None else simple
    text = clean_lines(text)
    lower = text.lower()
    if any(mark in lower for mark in _BOILERPLATE_MARKS):
        text = clean_lines(_BOILERPLATE.sub("", text))
    return _cut(text, limit)


def _cut(text: str, limit: int | None) -> str:
    return text if limit is None or len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _simple_text(markup: str) -> str | None:
    """What `_html_text` gives, for markup of a few plain tags; None where there is more to it."""
    parts = []
    end = 0
    for tag in _TAG.finditer(markup):
        name = tag[2].lower()
        parts.append(markup[end : tag.start()])
        if name in _BLOCKS:
            parts.append("\n")
        elif name not in _INLINE:
            return None
        end = tag.end()
    parts.append(markup[end:])
    if any("<" in part for part in parts):
        return None
    return "".join(unescape(part) if "&" in part else part for part in parts)


def _html_text(markup: str) -> str:
    reader = _TextReader()
    reader.feed(markup)
    reader.close()
    return "".join(reader.parts)


def web_link(address: str, *, base: str = "") -> str:
    """`address` as an absolute http(s) link fit to be shown, or "" where it is none.

    Refused: other schemes, user names, missing hosts, more than 2,048 characters. Hosts beyond ASCII become punycode, so that
    a look-alike shows.
    """
    if len(address) <= LINK_LIMIT and _ORDINARY_LINK.fullmatch(address):
        return address
    raw = "".join(char for char in address.strip() if char >= " " and char != "\x7f")
    if len(raw) > LINK_LIMIT:
        return ""
    try:
        parts = urlsplit(urljoin(base, raw) if base else raw)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except (ValueError, UnicodeError):
        return ""
    if parts.scheme not in {"http", "https"} or "." not in host.strip(".") or parts.username is not None:
        return _local_link(parts.scheme, host, port, parts.path, parts.query) if host == "localhost" else ""
    return _assemble(parts.scheme, host, port, parts.path, parts.query, parts.fragment)


def _local_link(scheme: str, host: str, port: int | None, path: str, query: str) -> str:
    return _assemble(scheme, host, port, path, query, "") if scheme in {"http", "https"} else ""


def _assemble(scheme: str, host: str, port: int | None, path: str, query: str, fragment: str) -> str:
    netloc = host if port is None else f"{host}:{port}"
    safe = "%/:=&?~#+!$,;'@()*[]"
    link = urlunsplit(
        (scheme, netloc, quote(path, safe=safe), quote(query, safe=safe), quote(fragment, safe=safe))
    )
    return link if len(link) <= LINK_LIMIT else ""


class _TextReader(HTMLParser):
    """Collects the text between tags, a line break for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._skipping: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self._skipping.append(tag)
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._skipping:
            while self._skipping and self._skipping.pop() != tag:
                pass
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self.parts.append(data)
