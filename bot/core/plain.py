"""Foreign text made harmless: HTML to plain text, control and direction characters out, only web links kept."""

import re
import unicodedata
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
_LINE_ENDS = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")
# Controls, format characters (bidi, zero width, tags), fillers, private use, surrogates, non-characters.
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u115f\u1160\u180b-\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_SPACE = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r"\s*\n\s*")
_COMBINING = re.compile(
    f"(\\w?)([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{{{MAX_COMBINING},}})"
)
_COMMENTS = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)  # html.parser takes quadratic time over unclosed ones
_MAYBE_HTML = re.compile(r"<[a-zA-Z!/?]|&#?\w+;?")

# What pages put around an item's text (TRAPS 24); each takes the rest of its line or sentence with it.
_BOILERPLATE = re.compile(
    r"(L['’]articolo\b.{0,300}?\b(?:proviene da|sembra essere il primo su)\b.*"
    r"|The post\b.{0,300}?\bappeared first on\b.*"
    r"|Iscriviti al nostro canale\b.*|Consigliati per te\b.*|Condividi (?:su|con|questo)\b.*"
    r"|(?:Continua a leggere|Leggi tutto|Leggi di più|Read more)\s*(?:…|\.{3}|»|→|&raquo;)?\s*$"
    r"|\[(?:…|\.{3}|&hellip;)\]\s*$)",
    re.IGNORECASE | re.MULTILINE,
)


def clean(text: str, *, limit: int | None = None) -> str:
    """One line of visible characters; what could hide, reorder or pile up is gone. `limit` counts characters."""
    return _BREAKS.sub(" ", clean_lines(text, limit=limit)).strip()


def clean_lines(text: str, *, limit: int | None = None) -> str:
    """Like `clean`, with the line breaks kept."""
    if limit is not None:
        text = text[: limit * 4]  # bounds the work below; cut exactly at the end
    kept = _HIDDEN.sub("", _LINE_ENDS.sub("\n", text))
    kept = _COMBINING.sub(lambda found: found[1] + found[2][:1], unicodedata.normalize("NFC", kept))
    kept = _BREAKS.sub("\n", _SPACE.sub(" ", kept)).strip()
    return kept if limit is None or len(kept) <= limit else kept[: limit - 1].rstrip() + "…"


def from_html(markup: str, *, limit: int) -> str:
    """The readable text of a piece of HTML (or of text that is none), page boilerplate removed."""
    markup = _COMMENTS.sub("", markup[: limit * 8])
    text = markup
    if _MAYBE_HTML.search(markup):
        reader = _TextReader()
        reader.feed(markup)
        reader.close()
        text = "".join(reader.parts)
    return clean_lines(_BOILERPLATE.sub("", clean_lines(text)), limit=limit)


def web_link(address: str, *, base: str = "") -> str:
    """`address` as an absolute http(s) link fit to be shown, or "" where it is none.

    Refused: other schemes, user names, missing hosts, more than 2,048 characters. Hosts beyond ASCII become punycode, so that
    a look-alike shows.
    """
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
