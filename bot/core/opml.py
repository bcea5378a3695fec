"""Lists of feeds as OPML, in and out."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree

from bot.core.plain import clean, web_link

SIZE_LIMIT = 1024 * 1024  # bytes


class NotOpml(ValueError):
    """The text is no OPML we will read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One feed of a list."""

    url: str
    title: str = ""


def read(data: bytes) -> tuple[Outline, ...]:
    """The feeds in an OPML file, however nested, each once. Raises NotOpml."""
    if len(data) > SIZE_LIMIT or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise NotOpml("too big, or with declarations")
    try:
        root = ElementTree.fromstring(data)  # noqa: S314  (declarations, the way of XML bombs, were refused above)
    except ElementTree.ParseError as error:
        raise NotOpml(str(error)) from error
    if root.tag.lower() != "opml":
        raise NotOpml(root.tag)
    found: dict[str, Outline] = {}
    for element in root.iter("outline"):
        url = web_link(element.get("xmlUrl") or element.get("xmlurl") or "")
        if url:
            title = clean(element.get("title") or element.get("text") or "", limit=200)
            found.setdefault(url, Outline(url=url, title=title))
    return tuple(found.values())


def write(feeds: Iterable[Outline], *, title: str) -> bytes:
    """The feeds as an OPML 2.0 file."""
    root = ElementTree.Element("opml", version="2.0")
    ElementTree.SubElement(ElementTree.SubElement(root, "head"), "title").text = title
    body = ElementTree.SubElement(root, "body")
    for feed in feeds:
        name = clean(feed.title) or feed.url
        ElementTree.SubElement(body, "outline", type="rss", text=name, title=name, xmlUrl=feed.url)
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written
