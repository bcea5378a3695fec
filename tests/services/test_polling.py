"""Asking the feeds: how gently, what staff hear of it, and that one bad feed holds up no other."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import web

from bot.services.news import Status
from storage import feeds
from tests.services.newsroom import (
    PRESS,
    STAFF,
    Newsroom,
    Source,
    item,
    items,
    opened,
    rss,
    served,
    served_by,
)

FIRST = items(3, 2, 1)


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Newsroom]:
    async with opened(tmp_path / "news.db") as room:
        yield room


async def cards(room: Newsroom, operation: str = "send") -> list[str]:
    return [card.text.text for card in await room.queued(STAFF, operation)]


# what staff hear


async def test_staff_hear_once_that_a_feed_is_down_and_once_since_when_it_is_back(room: Newsroom) -> None:
    for _ in range(6):
        room.site.serve("no", status=403)
        result = await room.poll()
        assert (result.status, result.problem) == (Status.FAILED, "shield")
    (card,) = await cards(room)
    assert "protezione" in card
    assert "domenica 22 novembre, 12:10" in card
    await room.poll(FIRST)
    _, back = await cards(room)
    assert "Da domenica 22 novembre, 13:10, dopo 60 minuti" in back
    room.site.serve("no", status=404)
    for _ in range(3):
        await room.poll()
    assert len(await cards(room)) == 3


async def test_two_failures_alarm_nobody(room: Newsroom) -> None:
    for _ in range(2):
        room.site.serve("no", status=503)
        await room.poll()
    await room.poll(FIRST)
    assert await cards(room) == []


async def test_the_card_says_so_when_the_cause_becomes_another(room: Newsroom) -> None:
    for status in (403, 403, 403, 404, 404):
        room.site.serve("no", status=status)
        await room.poll()
    (card,) = await cards(room)
    assert "non c’è più" in card  # it was not sent yet, so the card itself is brought up to date


async def test_a_feed_well_again_without_a_change_is_told_too(room: Newsroom) -> None:
    await room.poll(FIRST)
    for _ in range(3):
        room.site.serve("no", status=500)
        await room.poll()
    assert (await room.poll(FIRST)).status is Status.UNCHANGED
    assert len(await cards(room)) == 2


# where it went


async def test_a_feed_that_moved_for_good_is_followed_and_told_once(room: Newsroom) -> None:
    await room.poll(FIRST)
    room.site.moved = "/altrove/feed"
    room.site.serve(items(4, 3, 2, 1))
    result = await room.poll()
    assert (len(result.new), result.url) == (1, room.site.url)
    assert result.moved_to is not None
    (card,) = await cards(room)
    assert "/altrove/feed" in card
    await room.poll(items(5, 4, 3, 2, 1))
    assert room.site.paths[-3:] == ["/feed", "/altrove/feed", "/altrove/feed"]
    assert len(await cards(room)) == 1


async def test_a_site_that_moves_to_a_web_page_is_not_followed(room: Newsroom) -> None:
    await room.poll(FIRST)
    room.site.moved = "/"
    result = await room.poll("<!doctype html><html></html>")
    assert (result.problem, result.moved_to) == ("page", None)
    room.site.moved = None
    assert len((await room.poll(items(4, 3, 2, 1))).new) == 1


# gaps


async def test_what_came_and_went_between_two_polls_is_found_on_older_pages(room: Newsroom) -> None:
    wordpress = "<generator>https://wordpress.org/?v=6.8</generator>"

    def page(*numbers: int) -> str:
        return rss(*(item(number) for number in numbers), head=wordpress)

    await room.poll(page(*range(10, 0, -1)))
    room.site.pages = [page(*range(23, 13, -1)), page(*range(13, 3, -1))]
    result = await room.poll(page(*range(33, 23, -1)))
    assert (result.status, len(result.new), result.gap) == (Status.READ, 23, False)
    assert len(await room.queued(PRESS)) == 21  # twenty and a digest
    assert await cards(room) == []
    asked = len(room.site.asked)
    await room.poll(page(*range(34, 24, -1)))
    assert len(room.site.asked) == asked + 1  # it reaches back by itself


async def test_a_gap_nothing_fills_is_told_once(room: Newsroom) -> None:
    def page(*numbers: int) -> str:
        date = "<pubDate>Sun, 22 Nov 2026 14:00:00 GMT</pubDate>"
        return rss(*(item(number, date=date) for number in numbers))

    await room.poll(page(*range(10, 0, -1)))
    result = await room.poll(page(*range(25, 15, -1)), after=timedelta(hours=4))
    assert (result.status, len(result.new), result.gap) == (Status.READ, 10, True)
    (card,) = await cards(room)
    assert "10" in card
    assert not (await room.poll(page(*range(26, 16, -1)))).gap
    assert len(await cards(room)) == 1


async def test_older_pages_that_are_the_same_page_fill_nothing_and_end_the_search(room: Newsroom) -> None:
    await room.poll(rss(*(item(n) for n in range(10, 0, -1))))
    strange = rss(
        *(item(n, title=f"Case popolari, il punto {n}") for n in range(112, 100, -1)),
        head="<generator>WordPress</generator>",
    )
    room.site.pages = [strange, strange, strange]
    asked = len(room.site.asked)
    result = await room.poll(strange)
    assert (result.status, len(result.held), result.gap) == (Status.HELD, 12, True)
    assert len(room.site.asked) == asked + 2
    assert len(await cards(room)) == 1  # the one that asks whether to believe it says it all


# how gently


async def test_a_feed_has_its_turn_when_its_time_has_come(room: Newsroom) -> None:
    await room.poll(FIRST)
    assert await feeds.feeds(room.db, due=room.now + timedelta(minutes=4)) == []
    assert len(await feeds.feeds(room.db, due=room.now + timedelta(minutes=5))) == 1


@pytest.mark.parametrize("frozen", [True, False])
async def test_a_poll_that_brings_nothing_is_remembered_all_the_same(room: Newsroom, frozen: bool) -> None:
    room.site.frozen = frozen
    room.site.serve(FIRST, ETag='"1"')
    await room.poll()
    assert (await room.poll()).status is Status.UNCHANGED
    (row,) = await room.db.fetch("SELECT next_poll_at, last_ok_at, polls_since_body FROM feed")
    assert row["next_poll_at"] - row["last_ok_at"] == 300_000
    assert row["last_ok_at"] == room.now.timestamp() * 1000
    assert row["polls_since_body"] == int(frozen)


async def test_what_the_feed_asks_of_its_readers_holds_while_it_does_not_change(room: Newsroom) -> None:
    room.site.serve(rss(item(1), head="<ttl>40</ttl><skipDays><day>Monday</day></skipDays>"))
    await room.poll()
    await room.poll()
    (row,) = await room.db.fetch("SELECT next_poll_at, last_ok_at, skip_days FROM feed")
    assert (row["next_poll_at"] - row["last_ok_at"], row["skip_days"]) == (40 * 60_000, "[0]")


async def test_the_site_is_asked_to_wait_and_is_waited_for(room: Newsroom) -> None:
    room.site.serve("later", status=429, **{"Retry-After": "7200"})
    await room.poll()
    (row,) = await room.db.fetch("SELECT next_poll_at FROM feed")
    assert row["next_poll_at"] == (room.now + timedelta(hours=2)).timestamp() * 1000


async def test_one_host_is_asked_two_things_at_a_time_and_holds_up_no_other(tmp_path: Path) -> None:
    """Six feeds of a host that does not answer, and one of another: that one is read meanwhile."""
    stuck = asyncio.Event()
    at_once = most = 0

    async def silent(_: web.Request) -> web.Response:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        await stuck.wait()
        at_once -= 1
        return web.Response(status=503)

    async with served_by(silent) as url:
        others = [Source(url=url.replace("127.0.0.1", "localhost") + f"?{n}") for n in range(20)]
        async with opened(tmp_path / "news.db", others=others) as room:
            room.site.serve(FIRST)
            running = asyncio.create_task(room.polling.run())
            try:
                async with asyncio.timeout(30):
                    while not (await room.db.fetch("SELECT id FROM feed WHERE met = 1")) or not most:
                        await asyncio.sleep(0.02)
                assert most == 2
            finally:
                stuck.set()
                running.cancel()
                with suppress(asyncio.CancelledError):
                    await running


async def test_a_bad_feed_costs_the_others_nothing(tmp_path: Path) -> None:
    async with served() as bad, opened(tmp_path / "news.db", others=[Source(url=bad.url)]) as room:
        bad.serve(b"\n" * 30_000 + b"<rss")
        room.site.serve(FIRST)
        results = await room.polling.poll_all()
        assert {result.status for result in results} == {Status.FIRST, Status.FAILED}


async def test_a_poll_that_cannot_even_be_noted_stops_nothing(room: Newsroom) -> None:
    def broken() -> float:
        raise RuntimeError

    await room.poll(FIRST)
    well, room.polling._jitter = room.polling._jitter, broken
    room.site.serve(items(4, 3, 2, 1))
    assert await room.polling.poll_all() == []
    room.polling._jitter = well
    assert len((await room.poll()).new) == 1
