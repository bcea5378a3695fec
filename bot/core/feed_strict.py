"""Well-formed RSS, as WordPress and most others write it, read by expat alone: a tenth of what feedparser takes for it.

What comes out is what feedparser gives, as far as feed_document looks at it. That is held against feedparser in the tests;
so whatever is not plainly understood here (another namespace, an unknown element, a second title) is left to feedparser.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

# Namespaces whose elements are known below, with the only prefix they may have.
NAMESPACES = {
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://wellformedweb.org/CommentAPI/": "wfw",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/2005/Atom": "atom",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://purl.org/rss/1.0/modules/slash/": "slash",
    "http://www.georss.org/georss": "georss",
    "http://www.w3.org/2003/01/geo/wgs84_pos#": "geo",
    "http://search.yahoo.com/mrss/": "media",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "com-wordpress:feed-additions:1": "",
}
# Elements without children that say nothing we read; feedparser keeps them apart from what we read, too.
_IDLE_IN_CHANNEL = frozenset(
    [
        "description",
        "language",
        "pubdate",
        "lastbuilddate",
        "docs",
        "copyright",
        "managingeditor",
        "webmaster",
        "cloud",
        "rating",
        "site",
        "dc:language",
        "dc:creator",
        "dc:publisher",
        "dc:rights",
        "sy:updateperiod",
        "sy:updatefrequency",
        "sy:updatebase",
    ]
)
_IDLE_IN_ITEM = frozenset(
    [
        "author",
        "comments",
        "source",
        "post-id",
        "dc:creator",
        "dc:publisher",
        "dc:rights",
        "wfw:commentrss",
        "wfw:comment",
        "slash:comments",
        "media:credit",
        "media:copyright",
    ]
)
_IN_IMAGE = frozenset({"title", "link", "url", "description", "width", "height"})
_LISTS = frozenset({"skiphours", "skipdays"})

_DECLARATIONS = re.compile(rb"""\sxmlns(?::([\w.-]+))?\s*=\s*["']([^"']*)["']""")
_PROLOGUE = re.compile(rb"""<\?xml\s[^>]*?encoding\s*=\s*["']utf-8["'][^>]*\?>""", re.IGNORECASE)
_TOO_ODD = re.compile(rb"<!DOCTYPE|<!doctype|\bbase\s*=")
_MENDED = re.compile(r"&\w+;|///|\s")  # what feedparser changes within addresses
_WINDOWS = re.compile("[\x80-\x9f]")  # what it takes for windows-1252

Fields = dict[str, Any]


class _Odd(Exception):
    """Something feedparser shall look at."""


def parse(body: bytes, *, charset: str = "") -> tuple[Fields, list[Fields]] | None:
    """The channel's and the items' fields under feedparser's names; None where feedparser has to look.

    `charset` is what the server says, "" for nothing.
    """
    if charset.lower() not in {"", "utf-8", "utf8"} or _TOO_ODD.search(body):
        return None
    if not (body.isascii() or _PROLOGUE.match(body)):
        return None
    try:
        _check_namespaces(body)
        return _rss(ElementTree.fromstring(body))  # noqa: S314  (in the killable child; entities were refused before)
    except (_Odd, ElementTree.ParseError):
        return None


def _check_namespaces(body: bytes) -> None:
    for prefix, uri in _DECLARATIONS.findall(body):
        known = NAMESPACES.get(uri.decode("ascii", "replace"))
        if known is None or known != prefix.decode("ascii", "replace"):
            raise _Odd


def _rss(root: Element) -> tuple[Fields, list[Fields]]:
    if root.tag != "rss" or len(root) != 1 or root[0].tag != "channel" or root[0].attrib:
        raise _Odd
    channel: Fields = {}
    items = []
    for element in root[0]:
        name = _name(element)
        if name == "item":
            items.append(_item(element))
        elif name == "image":
            _check_leaves(element, _IN_IMAGE)
        elif name in _LISTS:
            _check_leaves(element, {"hour", "day"})
        elif name in _CHANNEL:
            _CHANNEL[name](channel, element)
        elif name not in _IDLE_IN_CHANNEL or len(element):
            raise _Odd
    return channel, items


def _item(item: Element) -> Fields:
    if item.attrib:
        raise _Odd
    fields: Fields = {"links": [], "tags": [], "media_content": [], "media_thumbnail": []}
    _read_into(fields, item)
    if "summary" not in fields and "content" in fields:
        fields["summary"] = fields["content"][0]["value"]
    return fields


def _read_into(fields: Fields, parent: Element) -> None:
    for element in parent:
        name = _name(element)
        if name in _ITEM:
            _ITEM[name](fields, element)
        elif name not in _IDLE_IN_ITEM or len(element):
            raise _Odd


def _name(element: Element) -> str:
    """The element's name in lower case, with the prefix of its namespace."""
    tag = element.tag
    if not tag.startswith("{"):
        return tag.lower()
    uri, _, local = tag[1:].partition("}")
    prefix = NAMESPACES[uri]
    return f"{prefix}:{local.lower()}" if prefix else local.lower()


def _check_leaves(parent: Element, names: Iterable[str]) -> None:
    for element in parent:
        if _name(element) not in names or len(element):
            raise _Odd


def _value(element: Element) -> str:
    """Its text as feedparser has it. Raises _Odd where there are elements inside."""
    if len(element):
        raise _Odd
    text = (element.text or "").strip()
    if text.isascii():
        return text
    if _WINDOWS.search(text):
        raise _Odd
    try:
        return text.encode("iso-8859-1").decode("utf-8")  # UTF-8 that was taken for Latin-1 and encoded again
    except UnicodeError:
        return text


def _attributes(element: Element) -> Fields:
    return {
        (key := name.lower()): value.lower() if key in {"rel", "type"} else value
        for name, value in element.attrib.items()
    }


def _once(key: str) -> Callable[[Fields, Element], None]:
    """Reads a text that may stand there once."""

    def read(fields: Fields, element: Element) -> None:
        if element.attrib or key in fields:
            raise _Odd
        fields[key] = _value(element)

    return read


def _address(text: str) -> str:
    if _MENDED.search(text):
        raise _Odd
    return text


def _link(fields: Fields, element: Element) -> None:
    if element.attrib or "text_link" in fields:
        raise _Odd
    fields["link"] = fields["text_link"] = _address(_value(element))


def _guid(fields: Fields, element: Element) -> None:
    if "id" in fields:
        raise _Odd
    guid = fields["id"] = _value(element)
    if _attributes(element).get("ispermalink", "true") == "true":
        fields.setdefault("link", _address(guid))


def _atom_link(fields: Fields, element: Element) -> None:
    attributes = _attributes(element)
    if (
        len(element)
        or "href" not in attributes
        or attributes.get("rel", "alternate") in {"alternate", "enclosure"}
    ):
        raise _Odd


def _content(fields: Fields, element: Element) -> None:
    if element.attrib or "content" in fields:
        raise _Odd
    fields["content"] = [{"value": _value(element)}]


def _media_title(fields: Fields, element: Element) -> None:
    """A picture's title is none of the item's, once that has one."""
    if len(element) or not fields.get("title"):
        raise _Odd


def _category(fields: Fields, element: Element) -> None:
    attributes = _attributes(element)
    if not attributes.keys() <= {"domain"}:
        raise _Odd
    tags, scheme, name = fields["tags"], attributes.get("domain"), _value(element)
    if scheme and {"term": None, "scheme": scheme} not in tags:
        tags.append({"term": None, "scheme": scheme})
    if name and tags and not tags[-1]["term"]:
        tags[-1]["term"] = name
    elif name and {"term": name, "scheme": None} not in tags:
        tags.append({"term": name, "scheme": None})


def _enclosure(fields: Fields, element: Element) -> None:
    attributes = _attributes(element)
    if len(element) or "uri" in attributes or "href" in attributes:
        raise _Odd
    if attributes.get("url"):
        attributes["href"] = attributes.pop("url")
    fields["links"].append(attributes | {"rel": "enclosure"})


def _media_content(fields: Fields, element: Element) -> None:
    fields["media_content"].append(_attributes(element))
    _read_into(fields, element)


def _media_thumbnail(fields: Fields, element: Element) -> None:
    if len(element) or (element.text or "").strip():
        raise _Odd
    fields["media_thumbnail"].append(_attributes(element))


_CHANNEL: Mapping[str, Callable[[Fields, Element], None]] = {
    "title": _once("title"),
    "link": _link,
    "atom:link": _atom_link,
    "generator": _once("generator"),
    "ttl": _once("ttl"),
}
_ITEM: Mapping[str, Callable[[Fields, Element], None]] = {
    "title": _once("title"),
    "link": _link,
    "atom:link": _atom_link,
    "guid": _guid,
    "description": _once("summary"),
    "content:encoded": _content,
    "pubdate": _once("published"),
    "dc:date": _once("updated"),
    "category": _category,
    "dc:subject": _category,
    "enclosure": _enclosure,
    "media:content": _media_content,
    "media:thumbnail": _media_thumbnail,
    "media:title": _media_title,
    "feedburner:origlink": _once("feedburner_origlink"),
}
