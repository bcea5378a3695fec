"""The two-step cases that feed readers get wrong: what is announced when a feed changes."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.services.newsroom import PRESS, STAFF, Newsroom, item, items, opened, rss

FIRST = items(3, 2, 1)


@pytest.fixture
async def room(tmp_path: Path):
    async with opened(tmp_path / "news.db") as room:
        yield room


async def test_the_first_poll_announces_nothing(room: Newsroom) -> None:
    result = await room.poll(FIRST)
    assert (result.status, result.new, await room.queued()) == ("first", (), [])


async def test_a_first_poll_announces_the_last_ones_on_request(tmp_path: Path) -> None:
    async with opened(tmp_path / "news.db", announce_last=2) as room:
        result = await room.poll(FIRST)
        assert len(result.new) == 2
        assert await room.titles() == [f"Alloggi Aler, consegnate le chiavi del cantiere {n}" for n in (2, 3)]


CASES: dict[str, tuple[str | bytes, str | bytes, int, int]] = {
    "a new item": (FIRST, items(4, 3, 2, 1), 1, 0),
    "the guid scheme changed, the text did not": (FIRST, rss(*(item(n, guid=f"urn:new:{n}") for n in (3, 2, 1))), 0, 0),
    "guid and link changed, the text did not": (
        FIRST,
        rss(*(item(n, guid=f"urn:new:{n}", link=f"https://altro.example/{n}") for n in (3, 2, 1))),
        0,
        0,
    ),
    "no guid, http became https": (
        rss(*(item(n, guid=None) for n in (3, 2, 1))),
        rss(*(item(n, guid=None, link=f"https://www.notizie.example/{n}/") for n in (3, 2, 1))),
        0,
        0,
    ),
    "no guid, utm parameters came": (
        rss(*(item(n, guid=None) for n in (3, 2, 1))),
        rss(*(item(n, guid=None, link=f"http://notizie.example/{n}?utm_source=rss&utm_medium=x") for n in (3, 2, 1))),
        0,
        0,
    ),
    "no guid and no link": (
        rss(*(item(n, guid=None, link=None) for n in (3, 2, 1))),
        rss(*(item(n, guid=None, link=None) for n in (4, 3, 2, 1))),
        1,
        0,
    ),
    "one guid on every item": (
        rss(*(item(n, guid="feed") for n in (3, 2, 1))),
        rss(*(item(n, guid="feed") for n in (4, 3, 2, 1))),
        1,
        0,
    ),
    "one link on every item": (
        rss(*(item(n, guid=None, link="http://notizie.example/tutte") for n in (3, 2, 1))),
        rss(*(item(n, guid=None, link="http://notizie.example/tutte") for n in (4, 3, 2, 1))),
        1,
        0,
    ),
    "a title corrected": (FIRST, rss(item(3, title="Alloggi Aler, chiavi consegnate"), item(2), item(1)), 0, 1),
    "only the date bumped": (
        rss(*(item(n, date="<pubDate>Sat, 21 Nov 2026 10:00:00 GMT</pubDate>") for n in (3, 2, 1))),
        rss(*(item(n, date="<pubDate>Sun, 22 Nov 2026 10:00:00 GMT</pubDate>") for n in (3, 2, 1))),
        0,
        0,
    ),
    "a bare ampersand": (FIRST, items(3, 2, 1).replace("<item>", item(4).replace("cantiere", "cantiere A & B") + "<item>", 1), 1, 0),
    "the body cut in the middle of an item": (FIRST, items(4, 3, 2, 1)[:-330], 1, 0),
    "latin-1 declared as UTF-8": (
        FIRST,
        rss(item(4, title="Aler, ecco la città che verrà"), item(3), item(2), item(1)).encode("latin-1"),
        1,
        0,
    ),
    "a byte order mark and a blank line": (FIRST, b"\xef\xbb\xbf\n" + items(4, 3, 2, 1).encode(), 1, 0),
    "the same story twice in one feed under two addresses": (
        FIRST,
        rss(item(4), item(4, guid="other", link="http://notizie.example/altrove"), item(3), item(2), item(1)),
        1,
        0,
    ),
    "the same headline with other figures": (
        FIRST,
        rss(
            item(4, title="Aler, alloggi recuperati", text="Sono 4.069 gli alloggi recuperati in Lombardia nel mese di ottobre."),
            item(5, title="Aler, alloggi recuperati", text="Sono 4.212 gli alloggi recuperati in Lombardia nel mese di novembre."),
            item(3),
            item(2),
            item(1),
        ),
        2,
        0,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
async def test_what_is_announced_when(room: Newsroom, case: str) -> None:
    first, second, new, updated = CASES[case]
    await room.poll(first)
    result = await room.poll(second)
    assert (len(result.new), len(result.updated), result.problem) == (new, updated, None)
    assert len(await room.queued()) == new


@pytest.mark.parametrize(
    ("between", "problem"),
    [("<!doctype html><html><body>Manutenzione</body></html>", "page"), ("", "empty"), ("{}", "not_a_feed")],
)
async def test_a_wrong_body_in_between_loses_and_doubles_nothing(
    room: Newsroom, between: str, problem: str
) -> None:
    await room.poll(FIRST)
    assert (await room.poll(between)).problem == problem
    result = await room.poll(FIRST)
    assert (result.new, result.updated, await room.queued()) == ((), (), [])


async def test_old_items_coming_back_after_hundreds_of_others_are_not_news(room: Newsroom) -> None:
    await room.poll(FIRST)
    for start in range(10, 190, 4):
        await room.poll(items(*range(start, start + 4)))
    result = await room.poll(FIRST)
    assert (result.new, result.updated) == ((), ())


async def test_a_frozen_etag_with_a_new_body_is_read(room: Newsroom) -> None:
    room.site.serve(FIRST, ETag='"frozen"')
    await room.poll()
    room.site.serve(items(4, 3, 2, 1), ETag='"frozen"')
    assert len((await room.poll()).new) == 1


async def test_a_304_for_ever_is_healed_within_thirty_polls(room: Newsroom) -> None:
    room.site.serve(FIRST, ETag='"frozen"')
    await room.poll()
    room.site.serve(items(4, 3, 2, 1), ETag='"frozen"')
    room.site.frozen = True
    found = [len((await room.poll(after=timedelta(minutes=5))).new) for _ in range(30)]
    assert sum(found) == 1
    assert found[0] == 0  # the site was frozen indeed


async def test_a_feed_suddenly_all_new_waits_for_a_person(room: Newsroom) -> None:
    await room.poll(items(*range(12, 0, -1)))
    strange = rss(*(item(n, title=f"Case popolari, il punto numero {n}") for n in range(112, 100, -1)))
    result = await room.poll(strange)
    assert (result.status, result.new, len(result.held)) == ("held", (), 12)
    assert await room.queued(PRESS) == []
    (card,) = await room.queued(STAFF)
    assert "12" in card.text.text
    again = await room.poll(strange.replace("</channel>", "<!-- -->\n</channel>"))
    assert (again.new, again.held) == ((), ())
    assert await room.review.settle_held(1, publish=True, by=7, now=room.now) == 12
    assert len(await room.queued(PRESS)) == 12
    assert await room.review.settle_held(1, publish=True, by=7, now=room.now) == 0


async def test_after_a_week_of_silence_a_flood_becomes_twenty_posts_and_a_digest(room: Newsroom) -> None:
    await room.poll(FIRST)
    recent = "<pubDate>Sat, 28 Nov 2026 10:00:00 GMT</pubDate>"
    result = await room.poll(rss(*(item(n, date=recent) for n in range(400, 0, -1))), after=timedelta(days=7))
    assert (result.status, len(result.new)) == ("read", 397)
    assert len(await room.queued()) == 21
