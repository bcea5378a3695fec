"""Where the feeds of a web page are: what it declares, else where they usually lie."""

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

from bot.core.plain import web_link

READ = 512 * 1024  # bytes of a page that are looked at; the head comes first
_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_LINK = re.compile(r"<(?:link|a)\s[^<>]{1,2000}>", re.IGNORECASE)
_BASE = re.compile(r"<base\s[^<>]{1,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-zA-Z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_COMMENTS = re.compile(r"comment", re.IGNORECASE)
_USUAL = ("feed/", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml")


def declared(body: bytes | bytearray, url: str) -> list[str]:
    """The feeds the page at `url` names, in its order; feeds of comments come last."""
    text = bytes(body[:READ]).decode("utf-8", "replace")
    base = next((href for tag in _BASE.finditer(text) if (href := _attributes(tag[0]).get("href"))), "")
    found = []
    for tag in _LINK.finditer(text):
        attributes = _attributes(tag[0])
        address = web_link(attributes.get("href", ""), base=urljoin(url, base))
        named = "alternate" in attributes.get("rel", "").lower().split()
        if address and named and attributes.get("type", "").strip().lower() in _TYPES:
            found.append((bool(_COMMENTS.search(address + attributes.get("title", ""))), address))
    return list(dict.fromkeys(address for _, address in sorted(found, key=lambda one: one[0])))


def usual(url: str) -> list[str]:
    """Where a site that declares none may have its feed: below the page, and at the root."""
    parts = urlsplit(url)
    root = f"{parts.scheme}://{parts.netloc}/"
    page = root + parts.path.strip("/") + ("/" if parts.path.strip("/") else "")
    return list(dict.fromkeys([page + _USUAL[0], *(root + name for name in _USUAL)]))


def _attributes(tag: str) -> dict[str, str]:
    return {
        found[1].lower(): unescape(found[2] or found[3] or found[4] or "")
        for found in _ATTRIBUTE.finditer(tag)
    }
