"""Feed bodies made to hurt whoever reads them: each stalled, swelled or broke a reader once, or tries a door."""

from collections.abc import Callable, Mapping

GOOD = b"<rss version='2.0'><channel><title>T</title><item><title>Aler</title><link>https://x.example/1</link></item></channel></rss>"


def rss(inside: bytes) -> bytes:
    """A channel with this inside."""
    return b"<rss version='2.0'><channel>" + inside + b"</channel></rss>"


def item(inside: bytes) -> bytes:
    """A channel with one item that has this inside."""
    return rss(b"<item><title>a</title>" + inside + b"</item>")


def _described(markup: bytes) -> bytes:
    return item(b"<description><![CDATA[" + markup + b"]]></description>")


def _entities(size: int, times: int) -> bytes:
    return (
        b"<!DOCTYPE r [\n<!ENTITY a '"
        + b"x" * size
        + b"'>\n]>\n"
        + item(b"<title>" + b"&a;" * times + b"</title>")
    )


def _json(items: bytes) -> bytes:
    return b'{"version":"https://jsonfeed.org/version/1.1","items":' + items


LAUGHS = (
    b"<!DOCTYPE r [<!ENTITY a 'ha'>"
    + b"".join(b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]>"
)
ENTRY = b"<item><title>t</title><link>https://x.example/a</link></item>"

# Made when asked for: together they are many megabytes.
BODIES: Mapping[str, Callable[[], bytes]] = {
    "billion laughs": lambda: LAUGHS + item(b"<description>&j;</description>"),
    "a UTF-16 bomb": lambda: (LAUGHS + item(b"&j;")).decode().encode("utf-16"),
    "quadratic entities, 57 KB": lambda: _entities(28_000, 9_600),
    "quadratic entities, 132 KB": lambda: _entities(66_000, 22_000),
    "quadratic entities under expat's threshold": lambda: _entities(6_000, 1_200),
    "unclosed entities": lambda: b"<!ENTITY " * 100_000 + GOOD,
    "an external entity": lambda: (
        b"<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + item(b"<description>&x;</description>")
    ),
    "an external DTD": lambda: b"<!DOCTYPE r SYSTEM 'http://127.0.0.1/dtd'>" + GOOD,
    "30 KB of blank lines": lambda: b"\n" * 30_000 + GOOD,
    "blank lines before the first tag": lambda: b"\n" * 200_000 + GOOD,
    "blank lines in the head": lambda: b"<?xml version='1.0'?>" + b"\n" * 60_000 + GOOD,
    "blank lines in the DOCTYPE": lambda: b"<!DOCTYPE rss" + b"\n" * 60_000 + b">" + GOOD,
    "an author without end": lambda: item(b"<author>" + b"a" * 80_000 + b"</author>"),
    "a creator without end": lambda: item(b"<dc:creator>" + b"a" * 80_000 + b"</dc:creator>"),
    "an editor without end": lambda: rss(b"<managingEditor>" + b"a" * 80_000 + b"</managingEditor>" + ENTRY),
    "an itunes author without end": lambda: item(b"<itunes:author>" + b"a" * 80_000 + b"</itunes:author>"),
    "unclosed comments": lambda: _described(b"<!--" * 175_000),
    "many attributes": lambda: rss(
        b"<item " + b" ".join(b"a%d='1'" % n for n in range(100_000)) + b"><title>x</title></item>"
    ),
    "many namespaces": lambda: (
        b"<rss " + b" ".join(b"xmlns:a%d='u%d'" % (n, n) for n in range(50_000)) + b"><channel/></rss>"
    ),
    "deep nesting": lambda: item(b"<description>" + b"<b>" * 300_000 + b"</description>"),
    "deep nesting, closed": lambda: item(b"<x>" * 100_000 + b"</x>" * 100_000),
    "deep nesting, XHTML": lambda: (
        b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'>"
        + b"<b>" * 200_000
        + b"</b>" * 200_000
        + b"</content></entry></feed>"
    ),
    "nothing but opening brackets": lambda: rss(b"<" * 2_000_000),
    "nothing but ampersands": lambda: _described(b"&" * 2_000_000),
    "nothing but opening tags": lambda: _described(b"<a " * 500_000),
    "nothing but attributes": lambda: _described(b"<a" + b' b="c"' * 300_000),
    "nothing but spaces": lambda: _described(b"<a" + b" " * 2_000_000),
    "nothing but accents": lambda: item("<title>{}</title>".format("\u0301" * 500_000).encode()),
    "nothing but nulls": lambda: b"\0" * 100_000,
    "nulls inside": lambda: item(b"<description>a\0b</description>"),
    "lone surrogates": lambda: item(b"<description>&#xD800; &#55357; ok</description>"),
    "a codec as encoding": lambda: b"<?xml version='1.0' encoding='punycode'?>" + GOOD,
    "an undefined encoding": lambda: b"<?xml version='1.0' encoding='undefined'?>" + GOOD,
    "UTF-7": lambda: b"<?xml version='1.0' encoding='utf-7'?>" + GOOD,
    "EBCDIC": lambda: GOOD.decode().encode("cp037"),
    "UTF-32": lambda: GOOD.decode().encode("utf-32"),
    "broken UTF-8": lambda: item(b"<description>\xff\xfe\xc3\x28</description>"),
    "cp1252 called UTF-8": lambda: (
        b"<?xml version='1.0' encoding='utf-8'?>" + item(b"<title>Citt\xe0 \x93x\x94</title>")
    ),
    "ten thousand entries": lambda: rss(ENTRY * 10_000),
    "sixty thousand entries": lambda: rss(ENTRY * 60_000),
    "a hundred thousand categories": lambda: item(b"<category>x</category>" * 100_000),
    "a hundred thousand pictures": lambda: (
        b"<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel><item>"
        + b"<media:content url='https://x.example/a.jpg'/>" * 90_000
        + b"</item></channel></rss>"
    ),
    "a huge title": lambda: rss(b"<item><title>" + b"x" * 4_900_000 + b"</title></item>"),
    "a huge attribute": lambda: rss(b"<item a='" + b"x" * 4_900_000 + b"'/>"),
    "a huge link": lambda: rss(b"<item><link>https://x.example/" + b"a/" * 2_000_000 + b"</link></item>"),
    "a huge date": lambda: item(b"<pubDate>" + b"1 " * 1_000_000 + b"</pubDate>"),
    "hours without end": lambda: rss(b"<skipHours>" + b"<hour>1</hour>" * 200_000 + ENTRY),
    "a web page": lambda: b"<!doctype html><html><head><title>x</title></head></html>" * 1000,
    "a web page without a head": lambda: b"<div><p>x</p></div>" * 200_000,
    "nested JSON": lambda: b"[" * 100_000,
    "JSON with one deep list": lambda: _json(b"[" * 100_000),
    "JSON with a huge number": lambda: _json(b"9" * 4_000_000 + b"}"),
    "JSON with a million items": lambda: _json(b"[" + b"{}," * 1_000_000 + b"{}]}"),
    "JSON with strange items": lambda: _json(
        b'[null,1,"x",{"id":{},"tags":[1],"url":[]},{"title":null,"content_html":5}]}'
    ),
    "a path": lambda: b"/etc/passwd",
    "a device": lambda: b"/dev/zero",
    "an address": lambda: b"http://127.0.0.1/feed",
}
