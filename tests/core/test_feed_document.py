"""Every kind of feed becomes the same values."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.feed import Problem
from bot.core.feed_document import Unreadable, read

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Notizie</title><link>https://x.example/</link><ttl>30</ttl>
<skipHours><hour>0</hour><hour>23</hour></skipHours><skipDays><day>Sunday</day></skipDays>
<item><title>Alloggi &amp;amp; case</title><link>https://x.example/1</link><guid isPermaLink="false">https://x.example/?p=1</guid>
<pubDate>lun, 16 nov 2026 10:00:00 +0100</pubDate><category>Casa</category><category>casa</category><category>Milano</category>
<media:content url="https://x.example/1.jpg" medium="image"/><description>&lt;p&gt;Prima.&lt;/p&gt;&lt;p&gt;Seconda.&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Notizie</title><entry><id>urn:1</id><title>Alloggi</title>
<link href="https://x.example/1"/><published>2026-11-16T10:00:00+01:00</published><summary>Prima.</summary></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="x"><title>Notizie</title></channel><item rdf:about="https://x.example/1"><title>Alloggi</title>
<link>https://x.example/1</link><description>Prima.</description></item></rdf:RDF>"""
RSS091 = """<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">
<rss version="0.91"><channel><title>Notizie</title><item><title>Alloggi</title><link>https://x.example/1</link>
<description>Prima.</description></item></channel></rss>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "Notizie", "items": [
{"id": "1", "url": "https://x.example/1", "title": "Alloggi", "content_html": "<p>Prima.</p>", "date_published": "2026-11-16T10:00:00+01:00", "tags": ["Casa"]}]}"""


def test_rss_is_read_whole() -> None:
    document = read(RSS.encode())
    (entry,) = document.entries
    assert (entry.guid, entry.link) == ("https://x.example/?p=1", "https://x.example/1")
    assert (entry.title, entry.summary) == ("Alloggi & case", "Prima.\nSeconda.")
    assert entry.published is not None
    assert entry.published.isoformat() == "2026-11-16T09:00:00+00:00"
    assert (entry.categories, entry.image) == (("Casa", "Milano"), "https://x.example/1.jpg")
    assert (document.ttl, document.skip_hours, document.skip_days) == (
        timedelta(minutes=30),
        frozenset({0, 23}),
        frozenset({6}),
    )


@pytest.mark.parametrize("body", [ATOM, RDF, RSS091, JSON])
def test_the_other_kinds_are_read_too(body: str) -> None:
    document = read(body.encode())
    (entry,) = document.entries
    assert (document.title, entry.title, entry.summary, entry.link) == (
        "Notizie",
        "Alloggi",
        "Prima.",
        "https://x.example/1",
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_other_encodings_are_read(encoding: str) -> None:
    text = RSS.replace('encoding="UTF-8"', 'encoding="UTF-16"') if "16" in encoding else RSS
    assert read(text.replace("Prima", "Città").encode(encoding)).entries[0].summary.startswith("Città")


def test_a_cut_off_entry_is_left_out() -> None:
    two = RSS.replace("</channel>", "<item><title>Sec</title><guid>2</guid><description>mezza fra")
    document = read(two[: two.index("mezza fra") + 5].encode())
    assert [entry.title for entry in document.entries] == ["Alloggi & case"]
    assert document.problems == ("truncated",)


def test_at_most_five_hundred_entries_are_kept() -> None:
    many = RSS.replace("</channel>", "<item><title>t</title></item>" * 600 + "</channel>")
    document = read(many.encode())
    assert (len(document.entries), document.problems) == (500, ("too_many_entries",))


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"", Problem.EMPTY),
        (b" \n", Problem.EMPTY),
        (b"<!DOCTYPE html><html></html>", Problem.PAGE),
        (b"<?xml version='1.0'?><!-- x --><html xmlns='x'></html>", Problem.PAGE),
        (b"plain text", Problem.NOT_A_FEED),
        (b"{}", Problem.NOT_A_FEED),
        (b"<a><b/></a>", Problem.NOT_A_FEED),
        (b"<!DOCTYPE r [<!ENTITY a 'b'>]><rss></rss>", Problem.ENTITIES),
    ],
)
def test_what_is_no_feed_is_said_to_be_none(body: bytes, problem: Problem) -> None:
    with pytest.raises(Unreadable) as caught:
        read(body)
    assert caught.value.problem is problem


def test_what_feedparser_cannot_take_is_a_problem_and_no_crash() -> None:
    body = RSS.encode()
    with pytest.raises(Unreadable) as caught:
        read(body[:72] + b"\xa0" + body[72:])  # feedparser 6.0.14 raises ValueError
    assert caught.value.problem is Problem.NOT_A_FEED


@given(st.integers(0, len(RSS)), st.binary(max_size=20))
def test_a_damaged_feed_gives_entries_or_unreadable(place: int, junk: bytes) -> None:
    body = RSS.encode()
    try:
        document = read(body[:place] + junk + body[place:])
    except Unreadable:
        return
    assert all(entry.link == "" or entry.link.startswith("http") for entry in document.entries)
