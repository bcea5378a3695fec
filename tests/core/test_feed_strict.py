"""What expat alone makes of well-formed RSS is what feedparser makes of it, or is left to feedparser."""

import warnings
from contextlib import suppress

import pytest
from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from bot.core import feed_strict
from bot.core.feed import FeedDocument
from bot.core.feed_document import Unreadable, _document, _prepare, _read_leniently
from tests.core.test_feed_document import RSS

URL = "https://x.example/feed"
WORDPRESS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
 xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"
 xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Notizie &#8211; Città</title><atom:link href="https://x.example/feed/" rel="self" type="application/rss+xml" />
<link>https://x.example/</link><description>Le notizie</description><lastBuildDate>Sun, 22 Nov 2026 10:00:00 +0000</lastBuildDate>
<language>it-IT</language><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>
<generator>https://wordpress.org/?v=6.8</generator>
<image><url>https://x.example/i.png</url><title>Altro</title><link>https://altro.example</link><width>32</width><height>32</height></image>
<site xmlns="com-wordpress:feed-additions:1">1234</site>
<item><title>Alloggi &#038; case a San Siro</title><link>https://x.example/2026/11/alloggi/</link>
<comments>https://x.example/2026/11/alloggi/#respond</comments><dc:creator><![CDATA[Redazione]]></dc:creator>
<pubDate>Sun, 22 Nov 2026 09:00:00 +0000</pubDate><category><![CDATA[Casa e Housing sociale]]></category><category>Milano</category>
<guid isPermaLink="false">https://x.example/?p=77</guid>
<description><![CDATA[<p>Quaranta famiglie entrano.</p> <p>L'articolo <a href="https://x.example/">Alloggi</a> proviene da <a href="https://x.example">X</a>.</p>]]></description>
<content:encoded><![CDATA[<p>Quaranta famiglie entrano nelle case.</p><img src="/a.jpg">]]></content:encoded>
<wfw:commentRss>https://x.example/2026/11/alloggi/feed/</wfw:commentRss><slash:comments>0</slash:comments>
<media:content url="https://x.example/a.jpg" medium="image"><media:title type="html">foto</media:title></media:content>
<enclosure url="https://x.example/b.jpg" length="10" type="image/JPEG" />
<post-id xmlns="com-wordpress:feed-additions:1">77</post-id></item>
<item><title>Senza link</title><guid>https://x.example/solo-guid</guid><content:encoded><![CDATA[<p>Solo contenuto.</p>]]></content:encoded></item>
</channel></rss>"""


def both_ways(body: str) -> tuple[FeedDocument | None, FeedDocument | None]:
    """What expat alone and what feedparser makes of `body`; None where they do not read it."""
    prepared = _prepare(body.encode())
    short = feed_strict.parse(prepared)
    long = None
    with warnings.catch_warnings(), suppress(Unreadable):
        warnings.simplefilter("ignore")
        long = _read_leniently(prepared, content_type="", url=URL)
    return (None if short is None else _document(prepared, *short, url=URL)), long


@pytest.mark.parametrize("body", [WORDPRESS, RSS])
def test_usual_feeds_go_the_short_way_and_lose_nothing(body: str) -> None:
    short, long = both_ways(body)
    assert short is not None
    assert short == long
    assert short.entries[0].title.startswith("Alloggi & case")


TEXTS = st.sampled_from(
    [
        "", " ", "Alloggi", "  Alloggi \n Aler ", "Citt\u00e0", "Citt\u00c3\u00a0", "Aler &amp; MM", "&lt;b&gt;x&lt;/b&gt;", "<![CDATA[<p>uno</p>]]>",
        "a<!-- c -->b", "<b>figlio</b>", "\u0085", "&#146;", "https://x.example/1", "http:///x.example/2", "https://x.example/?a=1&amp;b=2",
        "https://x.example/?a=1&amp;amp;b=2", "/relativo", "x y", "Sun, 22 Nov 2026 10:00:00 GMT", "2026-11-22T10:00:00Z", "30", "l&#8217;assessore",
        "<?pi x?>testo", "urn:1",
    ]
)  # fmt: skip
NAMES = st.sampled_from(
    [
        "title", "link", "guid", "description", "content:encoded", "pubDate", "dc:date", "category", "dc:subject", "author", "dc:creator", "source",
        "comments", "media:title", "media:description", "media:thumbnail", "media:content", "enclosure", "feedburner:origLink", "atom:link",
        "atom:updated", "atom:summary", "x:altro", "x:title", "summary", "content", "id", "updated", "published", "links", "tags", "PUBDATE", "Title",
        "ttl", "generator", "language", "image", "textInput", "item", "slash:comments", "post-id", "dc:title", "wfw:commentRss", "skipHours",
    ]
)  # fmt: skip
ATTRIBUTES = st.sampled_from(
    [
        "", "", "", "", " isPermaLink='false'", " isPermaLink='True'", " domain='d'", " term='t'", " url='https://x.example/a.jpg'",
        " href='https://x.example/h' rel='alternate' type='text/html'", " href='https://x.example/s' rel='self'", " type='image/PNG'",
        " url='b.png' type='image/png' medium='image'", " xml:lang='it'", " xml:base='https://y.example/'", " href='https://x.example/e'",
        " lastmod='x'", " rdf:about='a'", " mode='base64'", " type='html'",
    ]
)  # fmt: skip


@st.composite
def elements(draw: st.DrawFn, depth: int = 0) -> str:
    name, attributes = draw(NAMES), draw(ATTRIBUTES)
    inside = draw(TEXTS)
    if depth < 2 and draw(st.integers(0, 7)) == 0:
        inside += "".join(draw(st.lists(elements(depth=depth + 1), max_size=2)))
    return f"<{name}{attributes}>{inside}</{name}>"


TAME = {
    "title": "", "link": "", "guid": "", "description": "", "content:encoded": "", "pubDate": "", "dc:date": "", "category": "", "dc:subject": "",
    "author": "", "dc:creator": "", "comments": "", "enclosure": " url='https://x.example/b.png' type='image/png'", "slash:comments": "",
    "media:content": " url='https://x.example/a.jpg' medium='image'", "feedburner:origLink": "",
    "source": " url='https://y.example/'",
}  # fmt: skip


ADDRESSES = st.sampled_from(
    ["https://x.example/1", " https://x.example/2 ", "", "urn:1", "/relativo", "https://x.example/?p=1"]
)


@st.composite
def tame_items(draw: st.DrawFn) -> str:
    """An item as one may meet it: each element once, in any order; at times something wild among them."""
    names = draw(st.lists(st.sampled_from(sorted(TAME)), min_size=1, max_size=8, unique=True))
    texts = {
        name: draw(ADDRESSES if name in {"link", "guid", "feedburner:origLink"} else TEXTS) for name in names
    }
    parts = [f"<{name}{TAME[name]}>{texts[name]}</{name}>" for name in names]
    wild = draw(st.one_of(st.just(""), st.just(""), elements(depth=2)))
    return "".join([*parts, wild])


HEAD = (
    "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' "
    "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:media='http://search.yahoo.com/mrss/' "
    "xmlns:atom='http://www.w3.org/2005/Atom' xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0' "
    "xmlns:slash='http://purl.org/rss/1.0/modules/slash/' xmlns:wfw='http://wellformedweb.org/CommentAPI/'{more}><channel>"
)
MORE = st.sampled_from(
    ["", "", "", " xmlns:x='urn:x'", " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"]
)


@settings(max_examples=300, deadline=None)
@given(
    more=MORE,
    channel=st.just("<title>Notizie</title>") | st.lists(elements(), max_size=2).map("".join),
    items=st.lists(
        tame_items() | st.lists(elements(), min_size=1, max_size=6).map("".join), min_size=1, max_size=3
    ),
    tail=st.lists(elements(), max_size=1).map("".join),
)
@example(more="", channel="", items=["<guid>a</guid><link></link>"], tail="<title>spät</title>")
@example(
    more="", channel="", items=["<content:encoded>c</content:encoded><description> </description>"], tail=""
)
@example(more="", channel="", items=["<category domain='d'></category><category>x</category>"], tail="")
@example(more="", channel="", items=["<title></title><media:title>m</media:title>"], tail="")
@example(more="", channel="", items=["<title>a</title><links>b</links>"], tail="")
def test_whatever_goes_the_short_way_comes_out_the_same(
    more: str, channel: str, items: list[str], tail: str
) -> None:
    inside = "".join(f"<item>{item}</item>" for item in items)
    body = f"{HEAD.format(more=more)}{channel}{inside}{tail}</channel></rss>"
    if "x:" in body and "urn:x" not in body:
        body = body.replace("<x:", "<").replace("</x:", "</")
    short, long = both_ways(body)
    event("the short way" if short else "left to feedparser")
    assert short is None or short == long


@pytest.mark.parametrize(
    "body",
    [
        "<rss version='2.0'><channel><item><title>Città</title></item></channel></rss>",  # no encoding said
        WORDPRESS.replace("UTF-8", "iso-8859-1"),
        WORDPRESS.replace("xmlns:dc=", "xmlns:content2='http://purl.org/rss/1.0/modules/content' xmlns:dc="),
        WORDPRESS.replace("<rss ", "<!DOCTYPE rss><rss "),
        WORDPRESS.replace("</channel>", ""),
        WORDPRESS.replace("&#8211;", "&ndash;"),
        WORDPRESS.replace("<channel>", "<channel xml:base='https://y.example/'>"),
    ],
)
def test_what_is_not_plainly_understood_is_left_to_feedparser(body: str) -> None:
    assert feed_strict.parse(_prepare(body.encode())) is None


def test_another_encoding_named_by_the_server_is_left_to_feedparser() -> None:
    assert feed_strict.parse(WORDPRESS.encode(), charset="iso-8859-1") is None
    assert feed_strict.parse(WORDPRESS.encode(), charset="UTF-8") is not None
