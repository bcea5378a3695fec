"""What staff decide about news: once, said on the card, and as a rule about a category."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.news_cards import category_key
from bot.core.rights import Role
from bot.core.routing import Routes
from storage import staff
from tests.services.news_desk import DOUBTFUL, Desk, opened_desk
from tests.services.newsroom import PRESS, ROUTES, STAFF, item, items


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async for one in opened_desk(tmp_path / "news.db", ROUTES):
        yield one


async def test_two_fast_fingers_publish_once(desk: Desk) -> None:
    await desk.publish(item(8, title=DOUBTFUL, text="Visite."))
    decide = desk.room.review.decide
    done = await asyncio.gather(
        decide(2, publish=True, by=7, who="Anna", now=desk.room.now),
        decide(2, publish=True, by=8, who="Bruno", now=desk.room.now),
        decide(2, publish=False, by=9, who="Carla", now=desk.room.now),
    )
    assert sorted(done) == [False, False, True]
    assert len(await desk.rows()) == (1 if done[0] or done[1] else 0)
    (card,) = await desk.rows(STAFF)
    assert sum(name in card.text for name in ("Anna", "Bruno", "Carla")) == 1
    assert card.item.buttons == ()


def filed(number: int, title: str, category: str) -> str:
    whole = item(number, title=title, text="Visite e ascolto.")
    return whole.replace("</item>", f"<category>{category}</category></item>")


async def test_always_from_this_category_is_a_rule_that_can_be_dropped(desk: Desk) -> None:
    first = filed(8, DOUBTFUL, "Salute")
    await desk.publish(first)
    (card,) = await desk.rows(STAFF)
    labels = [button.text for row in card.item.buttons for button in row]
    assert labels == ["Pubblica", "Scarta", "Sempre da questa categoria: Salute"]
    assert card.item.buttons[1][0].data == f"news:all:2:{category_key('SALUTE')}"
    review = desk.room.review
    assert await review.decide(
        2, publish=True, by=7, who="Anna", now=desk.room.now, category=category_key("Salute")
    )
    assert "«Salute»" in (await desk.rows(STAFF))[0].text
    second = filed(9, "Dopo di noi, si parte a Rho", "salute")
    await desk.publish(second, first)
    assert [row.text.split("\n")[0] for row in await desk.rows()] == [
        DOUBTFUL,
        "Dopo di noi, si parte a Rho",
    ]
    (rule,) = await review.rules()
    assert (rule.name, rule.feed) == ("Salute", "Notizie")
    assert await review.drop_rule(rule.id, by=7, now=desk.room.now)
    assert not await review.drop_rule(rule.id, by=7, now=desk.room.now)
    await desk.publish(filed(10, "Dopo di noi, si parte a Pero", "Salute"), second, first)
    assert (len(await desk.rows()), len(await desk.rows(STAFF))) == (2, 2)
    acts = await desk.room.db.fetch("SELECT action FROM audit ORDER BY id")
    assert [row["action"] for row in acts] == ["news_rule", "news_publish", "news_rule_drop"]


async def test_a_category_that_is_no_longer_the_storys_makes_no_rule(desk: Desk) -> None:
    """The card on somebody's screen may be older than the story."""
    await desk.publish(filed(8, DOUBTFUL, "Salute"))
    key = category_key("Ambiente")
    assert await desk.room.review.decide(2, publish=True, by=7, now=desk.room.now, category=key)
    assert (len(await desk.rows()), await desk.room.review.rules()) == (1, [])


async def test_a_rule_of_one_feed_survives_a_restart_and_is_not_another_feeds(desk: Desk) -> None:
    await desk.publish(filed(8, DOUBTFUL, "Salute"))
    await desk.room.review.decide(2, publish=True, by=7, now=desk.room.now, category=category_key("Salute"))
    desk.room.news._relevance._always = {}
    await desk.room.news.adopt()
    assert desk.room.news._relevance._always == {1: frozenset({"salute"})}


async def test_without_a_group_every_owner_is_asked_and_sees_what_was_decided(tmp_path: Path) -> None:
    async for desk in opened_desk(tmp_path / "news.db", Routes(press_channel=PRESS)):
        async with desk.room.db.write() as tx:
            for user, role in ((7, Role.OWNER), (8, Role.OWNER), (9, Role.OPERATOR)):
                await staff.put(tx, user, role, origin="added", now=desk.room.now)
        await desk.publish(item(8, title=DOUBTFUL, text="Visite."))
        assert await desk.room.review.decide(2, publish=False, by=8, who="Bruno", now=desk.room.now)
        for owner in (7, 8):
            (card,) = await desk.rows(owner)
            assert "Scartata da Bruno" in card.text
        assert await desk.rows(9) == []


async def test_cards_on_news_go_to_their_topic(tmp_path: Path) -> None:
    async for desk in opened_desk(
        tmp_path / "n.db", Routes(press_channel=PRESS, staff_group=STAFF, review_topic=5)
    ):
        await desk.publish(item(8, title=DOUBTFUL, text="Visite."))
        rows = await desk.room.db.fetch("SELECT thread_id FROM outbox")
        assert [row["thread_id"] for row in rows] == [5]


async def test_the_card_of_a_feed_held_back_says_who_let_it_go(desk: Desk) -> None:
    await desk.room.poll(items(*range(20, 8, -1)))
    (card,) = await desk.rows(STAFF)
    assert card.text.startswith("Notizie trattenute: 12")
    assert await desk.room.review.settle_held(1, publish=False, by=7, who="Anna", now=desk.room.now) == 12
    (settled,) = await desk.rows(STAFF)
    await desk.room.poll(items(*range(40, 28, -1)))
    assert await desk.room.review.settle_held(1, publish=False, by=8, who="Bruno", now=desk.room.now) == 12
    assert [("Anna" in row.text, "Bruno" in row.text) for row in await desk.rows(STAFF)] == [
        (True, False),
        (False, True),
    ]
    assert settled.text.startswith("Notizie trattenute da Notizie: 12")
    assert settled.text.endswith("Fermate da Anna il 22 novembre 2026 alle 12:20.")
    assert settled.item.buttons == ()
