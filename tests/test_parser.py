"""The reading child against hostile bodies: each costs at most its limits, and the next feed is read."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.feed import Failed, FeedDocument, Problem
from bot.parser import Parser

GOOD = b"<rss version='2.0'><channel><title>T</title><item><title>Aler</title><link>https://x.example/1</link></item></channel></rss>"


def rss(inside: bytes) -> bytes:
    return b"<rss version='2.0'><channel>" + inside + b"</channel></rss>"


def item(inside: bytes) -> bytes:
    return rss(b"<item><title>a</title>" + inside + b"</item>")


@pytest.fixture
async def parser() -> AsyncIterator[Parser]:
    parser = Parser(cpu=2, wall=6.0)
    yield parser
    await parser.close()


LAUGHS = (
    b"<!DOCTYPE r [<!ENTITY a 'ha'>"
    + b"".join(b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]>"
)
HOSTILE = {
    "billion laughs": LAUGHS + item(b"<description>&j;</description>"),
    "quadratic entities": b"<!DOCTYPE r [\n<!ENTITY a '" + b"x" * 50_000 + b"'>\n]>\n" + item(b"&a;" * 20_000),
    "unclosed entities": b"<!ENTITY " * 100_000 + GOOD,
    "blank lines before the first tag": b"\n" * 200_000 + GOOD,
    "blank lines in the head": b"<?xml version='1.0'?>" + b"\n" * 60_000 + GOOD,
    "an author without end": item(b"<author>" + b"a" * 80_000 + b"</author>"),
    "a creator without end": item(b"<dc:creator>" + b"a" * 80_000 + b"</dc:creator>"),
    "an unclosed comment": item(b"<description><![CDATA[" + b"<!--" * 175_000 + b"]]></description>"),
    "many attributes": rss(b"<item " + b" ".join(b"a%d='1'" % n for n in range(100_000)) + b"><title>x</title></item>"),
    "deep nesting": item(b"<description>" + b"<b>" * 300_000 + b"</description>"),
    "lone surrogates": item(b"<description>&#xD800; &#55357; ok</description>"),
    "a codec as encoding": b"<?xml version='1.0' encoding='punycode'?>" + GOOD,
    "an undefined encoding": b"<?xml version='1.0' encoding='undefined'?>" + GOOD,
    "an external entity": b"<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + item(b"<description>&x;</description>"),
    "a path": b"/etc/passwd",
    "a device": b"/dev/zero",
    "an address": b"http://127.0.0.1/feed",
    "a web page": b"<!doctype html><html><head><title>x</title></head></html>" * 1000,
    "nothing but nulls": b"\0" * 100_000,
    "a UTF-16 bomb": (LAUGHS + item(b"&j;")).decode().encode("utf-16"),
    "ten thousand entries": rss(b"<item><title>t</title><link>https://x.example/a</link></item>" * 10_000),
    "a huge title": rss(b"<item><title>" + b"x" * 5_000_000 + b"</title></item>"),
    "nested JSON": b"[" * 100_000,
    "JSON with one deep list": b'{"version":"https://jsonfeed.org/version/1.1","items":' + b"[" * 100_000,
    "broken UTF-8": item(b"<description>\xff\xfe\xc3\x28</description>"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_body_costs_no_more_than_its_limits(parser: Parser, name: str) -> None:
    result = await parser.parse(HOSTILE[name])
    if isinstance(result, FeedDocument):
        assert len(result.entries) <= 500
        assert all(len(entry.title) <= 512 and len(entry.summary) <= 4096 for entry in result.entries)
        assert not any(
            re.search(r"root:|[\ud800-\udfff]", f"{entry.title}{entry.summary}") for entry in result.entries
        )
    after = await parser.parse(GOOD)
    assert isinstance(after, FeedDocument)
    assert [entry.title for entry in after.entries] == ["Aler"]


@pytest.mark.parametrize("name", ["a path", "a device", "an address"])
async def test_a_body_that_is_a_path_or_an_address_opens_nothing(parser: Parser, name: str) -> None:
    result = await parser.parse(HOSTILE[name])
    assert isinstance(result, Failed)
    assert result.problem is Problem.NOT_A_FEED


@pytest.mark.parametrize(
    "name", ["billion laughs", "quadratic entities", "an external entity", "a UTF-16 bomb"]
)
async def test_declared_entities_are_refused(parser: Parser, name: str) -> None:
    result = await parser.parse(HOSTILE[name])
    assert isinstance(result, Failed)
    assert result.problem is Problem.ENTITIES


async def test_a_child_at_its_limit_is_ended_and_another_takes_over(parser: Parser) -> None:
    result = await parser.parse(HOSTILE["many attributes"])
    assert isinstance(result, Failed)
    assert result.problem is Problem.TOO_COSTLY
    assert isinstance(await parser.parse(GOOD), FeedDocument)


async def test_other_feeds_are_read_while_a_hostile_one_burns(parser: Parser) -> None:
    slow = asyncio.ensure_future(parser.parse(HOSTILE["many attributes"]))
    await asyncio.sleep(0.2)
    assert isinstance(await parser.parse(GOOD), FeedDocument)
    assert not slow.done()
    assert isinstance(await slow, Failed)


async def test_a_cancelled_reader_leaves_no_child_with_half_a_job(parser: Parser) -> None:
    reading = asyncio.ensure_future(parser.parse(HOSTILE["many attributes"]))
    await asyncio.sleep(0.3)
    reading.cancel()
    await asyncio.gather(reading, return_exceptions=True)
    result = await parser.parse(GOOD)
    assert isinstance(result, FeedDocument)
    assert result.entries[0].title == "Aler"


async def test_a_child_knows_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The token must not be where a hostile feed is read."""
    monkeypatch.setenv("PORTINERIA_TOKEN", "1:canary")
    parser = Parser()
    await parser.parse(GOOD)
    (child,) = parser._idle
    environment = await asyncio.to_thread(Path(f"/proc/{child._process.pid}/environ").read_bytes)
    await parser.close()
    assert b"canary" not in environment
