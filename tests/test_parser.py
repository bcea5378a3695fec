"""The reading child against hostile bodies: each costs at most its limits, and the next feed is read."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.bench.hostile_bodies import BODIES, GOOD
from bot.core.feed import Failed, FeedDocument, Problem
from bot.parser import Parser


@pytest.fixture
async def parser() -> AsyncIterator[Parser]:
    parser = Parser(cpu=2, wall=6.0)
    yield parser
    await parser.close()


@pytest.mark.parametrize("name", BODIES)
async def test_a_hostile_body_costs_no_more_than_its_limits(parser: Parser, name: str) -> None:
    result = await parser.parse(BODIES[name]())
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
    result = await parser.parse(BODIES[name]())
    assert isinstance(result, Failed)
    assert result.problem is Problem.NOT_A_FEED


@pytest.mark.parametrize(
    "name", ["billion laughs", "quadratic entities, 57 KB", "an external entity", "a UTF-16 bomb"]
)
async def test_declared_entities_are_refused(parser: Parser, name: str) -> None:
    result = await parser.parse(BODIES[name]())
    assert isinstance(result, Failed)
    assert result.problem is Problem.ENTITIES


async def test_a_child_at_its_limit_is_ended_and_another_takes_over(parser: Parser) -> None:
    result = await parser.parse(BODIES["many attributes"]())
    assert isinstance(result, Failed)
    assert result.problem is Problem.TOO_COSTLY
    assert isinstance(await parser.parse(GOOD), FeedDocument)


async def test_known_feeds_are_read_while_a_hostile_one_burns(parser: Parser) -> None:
    slow = asyncio.ensure_future(parser.parse(BODIES["many attributes"]()))
    await asyncio.sleep(0.2)
    assert isinstance(await parser.parse(GOOD, known=True), FeedDocument)
    assert not slow.done()
    assert isinstance(await slow, Failed)


async def test_a_cancelled_reader_leaves_no_child_with_half_a_job(parser: Parser) -> None:
    reading = asyncio.ensure_future(parser.parse(BODIES["many attributes"]()))
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
