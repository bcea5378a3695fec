"""From a feed to rows in the outbox: who gets what, corrections in place, alarms, and nothing lost or doubled."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.routing import Routes
from bot.services.news import Status
from storage.database import Database
from tests import warm
from tests.services.newsroom import (
    PRESS,
    PUBLIC,
    STAFF,
    Newsroom,
    Source,
    item,
    items,
    opened,
    rss,
    served,
)

FIRST = items(3, 2, 1)
TRAIN = item(
    9, title="Trenord, ritardi sulla linea per Lecco", text="I treni viaggiano con venti minuti di ritardo."
)
DOUBTFUL = item(
    8, title="Dopo di noi, apre la casa di via Rugabella", text="Il taglio del nastro è fissato per lunedì."
)


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Newsroom]:
    async with opened(tmp_path / "news.db") as room:
        await room.poll(FIRST)
        yield room


async def _mark_sent(room: Newsroom, chat_id: int) -> None:
    async with room.db.write() as tx:
        await tx.execute(
            "UPDATE outbox SET state = 'sent', message_id = 100 + id WHERE chat_id = :chat", {"chat": chat_id}
        )


async def test_a_housing_item_goes_out_and_others_do_not(room: Newsroom) -> None:
    result = await room.poll(rss(item(4), TRAIN, item(3), item(2), item(1)))
    assert len(result.new) == 2
    assert await room.titles() == ["Alloggi Aler, consegnate le chiavi del cantiere 4"]
    assert await room.queued(STAFF) == []


async def test_a_doubtful_item_becomes_a_card_for_staff(room: Newsroom) -> None:
    await room.poll(rss(DOUBTFUL, item(3), item(2), item(1)))
    assert await room.queued() == []
    (card,) = await room.queued(STAFF)
    assert "Dopo di noi" in card.text.text
    assert card.buttons[0][0].data is not None
    story = int(card.buttons[0][0].data.removeprefix("news:pub:"))
    assert await room.review.decide(story, publish=True, by=7, who="Anna", now=room.now)
    (settled,) = await room.queued(STAFF)
    assert settled.text.text.endswith("Pubblicata da Anna il 22 novembre 2026 alle 12:20.")
    assert settled.buttons == ()
    assert not await room.review.decide(story, publish=True, by=8, now=room.now)
    assert await room.titles() == ["Dopo di noi, apre la casa di via Rugabella"]


async def test_a_rejected_item_stays_out(room: Newsroom) -> None:
    await room.poll(rss(DOUBTFUL, item(3), item(2), item(1)))
    assert await room.review.decide(4, publish=False, by=7, now=room.now)
    assert not await room.review.decide(4, publish=True, by=8, now=room.now)
    assert await room.queued() == []


async def test_without_a_staff_group_a_doubtful_item_is_only_counted(tmp_path: Path) -> None:
    async with opened(tmp_path / "news.db", routes=Routes(press_channel=PRESS)) as room:
        await room.poll(FIRST)
        await room.poll(rss(DOUBTFUL, item(3), item(2), item(1)))
        rows = await room.db.fetch("SELECT state FROM story WHERE state = 'review'")
        assert (len(rows), await room.queued()) == (1, [])


async def test_the_public_channel_gets_it_later_where_so_configured(tmp_path: Path) -> None:
    routes = Routes(press_channel=PRESS, public_channel=PUBLIC, public_after=timedelta(minutes=30))
    async with opened(tmp_path / "news.db", routes=routes) as room:
        await room.poll(FIRST)
        await room.poll(items(4, 3, 2, 1))
        rows = await room.db.fetch("SELECT chat_id, due_at FROM outbox ORDER BY due_at")
        assert [row["chat_id"] for row in rows] == [PRESS, PUBLIC]
        assert rows[1]["due_at"] - rows[0]["due_at"] == 30 * 60 * 1000


async def test_a_correction_changes_the_post_that_still_waits(room: Newsroom) -> None:
    await room.poll(items(4, 3, 2, 1))
    result = await room.poll(
        rss(item(4, title="Alloggi Aler, 99 chiavi consegnate"), item(3), item(2), item(1))
    )
    assert result.updated == ("Alloggi Aler, 99 chiavi consegnate",)
    (post,) = await room.queued()
    assert post.text.text.startswith("Alloggi Aler, 99 chiavi consegnate")
    assert "Aggiornato alle" in post.text.text
    assert await room.queued(operation="edit") == []


async def test_a_correction_edits_the_post_that_is_out(room: Newsroom) -> None:
    await room.poll(items(4, 3, 2, 1))
    await _mark_sent(room, PRESS)
    await room.poll(rss(item(4, title="Alloggi Aler, 99 chiavi consegnate"), item(3), item(2), item(1)))
    (edit,) = await room.queued(operation="edit")
    assert edit.text.text.startswith("Alloggi Aler, 99 chiavi consegnate")
    await room.poll(
        rss(item(4, title="Alloggi Aler, 99 chiavi consegnate"), item(3), item(2), item(1)) + "<!-- -->"
    )
    assert len(await room.queued(operation="edit")) == 1


async def test_a_change_that_is_not_shown_edits_nothing(room: Newsroom) -> None:
    long = (
        "Nel quartiere di San Siro entrano quarantaquattro famiglie da tutta la città. "
        + "Il resto del testo. " * 20
    )
    await room.poll(rss(item(4, text=long), item(3), item(2), item(1)))
    await _mark_sent(room, PRESS)
    result = await room.poll(rss(item(4, text=long + "Una coda."), item(3), item(2), item(1)))
    assert len(result.updated) == 1
    assert await room.queued(operation="edit") == []


async def test_a_page_with_the_time_in_it_is_not_edited_for_ever(room: Newsroom) -> None:
    await room.poll(items(4, 3, 2, 1))
    await _mark_sent(room, PRESS)
    for minute in range(40):
        await room.poll(rss(item(4, text=f"Alloggi Aler: sono le 10 e {minute}."), item(3), item(2), item(1)))
        await _mark_sent(room, PRESS)
    assert len(await room.queued(operation="edit")) == 24
    assert len(await room.queued()) == 1 + 3  # nor is it put right more than three times


async def test_an_item_corrected_into_a_housing_story_goes_out(room: Newsroom) -> None:
    await room.poll(rss(TRAIN, item(3), item(2), item(1)))
    corrected = item(9, title="Case popolari, ritardi nelle assegnazioni")
    await room.poll(rss(corrected, item(3), item(2), item(1)))
    assert await room.titles() == ["Case popolari, ritardi nelle assegnazioni"]


async def test_a_corrected_quiet_item_stays_quiet(room: Newsroom) -> None:
    result = await room.poll(rss(item(3, title="Alloggi Aler, titolo nuovo"), item(2), item(1)))
    assert (len(result.updated), await room.queued()) == (1, [])


async def test_every_version_is_kept(room: Newsroom) -> None:
    await room.poll(rss(item(3, title="Alloggi Aler, titolo nuovo"), item(2), item(1)))
    rows = await room.db.fetch("SELECT number, title FROM story_version WHERE story_id = 3 ORDER BY number")
    assert [row["title"] for row in rows] == [
        "Alloggi Aler, consegnate le chiavi del cantiere 3",
        "Alloggi Aler, titolo nuovo",
    ]


async def test_a_story_in_two_feeds_is_posted_once_and_corrected_by_the_first(tmp_path: Path) -> None:
    async with served() as two, opened(tmp_path / "news.db", others=[Source(url=two.url)]) as room:
        room.site.serve(FIRST)
        two.serve(items(1))
        await room.polling.poll_all()
        room.site.serve(items(4, 3, 2, 1))
        two.serve(rss(item(4, guid="altro", text="Più corto."), item(1)))
        room.now += timedelta(minutes=10)
        results = await room.polling.poll_all()
        assert sum(len(result.new) for result in results) == 1
        assert len(await room.queued()) == 1
        assert sum(len(result.updated) for result in await room.polling.poll_all()) == 0


@pytest.mark.parametrize(
    ("title", "posts"), [("Aler, consegnate le chiavi di 40 case", 1), ("Case popolari, il bando", 2)]
)
async def test_a_long_headline_without_a_text_is_one_story_in_two_feeds(
    tmp_path: Path, title: str, posts: int
) -> None:
    bare = f"<item><title>{title}</title><link>http://altrove.example/9</link></item>"
    async with served() as two, opened(tmp_path / "news.db", others=[Source(url=two.url)]) as room:
        room.site.serve(FIRST)
        two.serve(items(7, 6))
        await room.polling.poll_all()
        room.site.serve(rss(item(4, title=title), item(3), item(2), item(1)))
        await room.polling.poll_all()
        two.serve(rss(bare, item(7), item(6)))
        room.now += timedelta(minutes=10)
        await room.polling.poll_all()
        assert len(await room.queued()) == posts


async def test_a_feed_taken_out_and_put_back_announces_no_backlog(room: Newsroom) -> None:
    await room.news.adopt([])
    assert await room.polling.poll_all() == []
    await room.news.adopt([Source(url=room.site.url)])
    result = await room.poll(items(*range(30, 0, -1)))
    assert (result.status, result.new, await room.queued()) == (Status.FIRST, (), [])


async def test_what_breaks_at_the_last_step_leaves_nothing_half_done(tmp_path: Path) -> None:
    async with opened(tmp_path / "news.db") as room:
        await room.poll(FIRST)
        before = room.polling._jitter
        calls = 0

        def breaks_once() -> float:
            nonlocal calls
            calls += 1
            if calls == 1:
                raise RuntimeError
            return 0.0

        room.polling._jitter = breaks_once
        broken = await room.poll(items(4, 3, 2, 1))
        assert (broken.status, await room.queued()) == (Status.FAILED, [])
        assert await room.db.fetch("SELECT id FROM story WHERE id > 3") == []
        room.polling._jitter = before
        assert len((await room.poll()).new) == 1
        assert len(await room.queued()) == 1


CONFIG = """
[telegram]
press_channel = -1001
public_channel = -1002
[search]
meaning = false
[fetch]
allow_private_networks = true
[[feeds]]
url = "{url}"
"""


async def test_polls_killed_at_any_moment_lose_and_double_nothing(tmp_path: Path) -> None:
    """kill -9 at growing delays through start, fetch, parse and commit; the receiver of the news is the outbox."""
    config = tmp_path / "config.toml"

    async def run(kill_after: float | None) -> int:
        output = tmp_path / "poll.log"
        process = warm.start("feeds", "poll", "--json", "--config", str(config), output=output)
        if kill_after is not None:
            await asyncio.sleep(kill_after)
            process.kill()
        return await warm.ended(process)

    async with served() as site:
        config.write_text(CONFIG.format(url=site.url))
        site.serve(FIRST)
        assert await run(None) == 0
        killed = 0
        for round_ in range(12):
            site.serve(items(*range(4 + round_ // 3, 0, -1)))
            killed += await run(0.04 * round_) == -9
        assert killed  # else nothing was tried
        assert await run(None) == 0
    db = await Database.open_for_reading(tmp_path / "portineria.db")
    rows = await db.fetch("SELECT chat_id, body FROM outbox")
    await db.close()
    posts = sorted((row["chat_id"], row["body"].split("cantiere ")[1][:1]) for row in rows)
    assert posts == [(chat, number) for chat in (-1002, -1001) for number in "4567"]
