"""Stories that are withdrawn, by the source or by staff."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.news_cards import Withdrawal
from bot.core.routing import Urgency
from tests.services.news_desk import EVENING, NIGHT, Desk, desk_with, opened_desk
from tests.services.newsroom import ROUTES, STAFF, item, items


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async for one in opened_desk(tmp_path / "news.db", ROUTES):
        yield one


night = pytest.fixture(
    desk_with(quiet=NIGHT, urgency=Urgency(words=("fuga di gas",)), singles=2), name="night"
)


async def test_a_story_that_vanished_and_whose_address_is_gone_is_withdrawn_once_a_person_says_so(
    desk: Desk,
) -> None:
    gone = desk.room.site.url.replace("/feed", "/niente")
    await desk.publish(item(5), item(4, title="Aler, 12 milioni", link=gone))
    await desk.deliver()
    await desk.publish(item(5))
    await desk.withdrawals.look()
    assert await desk.rows(STAFF) == []  # one poll without it may be an accident
    desk.room.now += timedelta(minutes=6)
    for _ in range(3):
        await desk.withdrawals.look()
    (card,) = await desk.rows(STAFF)
    assert "Aler, 12 milioni" in card.text
    assert await desk.rows(operation="edit") == []
    story = await desk.story("Aler, 12 milioni")
    done = await asyncio.gather(
        desk.withdrawals.settle(story, Withdrawal.DONE, by=7, who="Anna"),
        desk.withdrawals.settle(story, Withdrawal.DONE, by=8, who="Bruno"),
    )
    assert [one is not None for one in done].count(True) == 1
    (edit,) = await desk.rows(operation="edit")
    assert edit.text == (
        "RITIRATO\nAlle 12:36 del 22 novembre 2026 questa notizia è stata ritirata. Non usatela.\n\n"
        "Aler, 12 milioni\n\nFonte: Notizie"
    )
    assert (edit.item.buttons, edit.item.preview) == ((), None)
    assert {span.kind for span in edit.item.text.spans} == {"bold", "strikethrough"}
    (settled,) = await desk.rows(STAFF)
    assert "Ritirata da" in settled.text
    await desk.publish(item(5), item(4, title="Aler, 14 milioni", link=gone))
    assert len(await desk.rows(operation="edit")) == 1  # a correction does not bring it back
    settle = desk.withdrawals.settle
    assert await settle(story, Withdrawal.LEFT, by=7, who="Anna") is None
    assert await settle(story, Withdrawal.UNDONE, by=7, who="Anna") is not None  # but a person can
    assert await settle(story, Withdrawal.UNDONE, by=8, who="Bruno") is None
    (edit,) = await desk.rows(operation="edit")
    assert edit.text.startswith("Aler, 14 milioni")
    assert "Ritiro annullato da Anna" in (await desk.rows(STAFF))[0].text


async def test_a_story_whose_address_still_answers_or_that_only_left_the_window_is_left_alone(
    desk: Desk,
) -> None:
    there = f"{desk.room.site.url}?p=4"
    await desk.publish(item(5), item(4, link=there))
    await desk.deliver()
    await desk.publish(item(5))
    desk.room.now += timedelta(minutes=6)
    await desk.withdrawals.look()
    asked = len(desk.room.site.asked)
    await desk.withdrawals.look()
    assert len(desk.room.site.asked) == asked  # not every five seconds
    await desk.room.poll(items(9, 8, 7, 6))  # everything older fell off the end
    rows = await desk.room.db.fetch("SELECT id FROM story WHERE missing_since IS NOT NULL ORDER BY id")
    assert (len(rows), await desk.rows(STAFF)) == (1, [])
    await desk.publish(*(item(number) for number in (9, 8, 7, 6, 5)), item(4, link=there))
    assert await desk.room.db.fetch("SELECT id FROM story WHERE missing_since IS NOT NULL") == []


async def test_staff_withdraw_by_command_also_what_is_not_out_yet(night: Desk) -> None:
    night.room.now = EVENING
    await night.publish(item(5), item(4, title="Aler, 12 milioni"))
    assert len((await night.withdrawals.choice("")).buttons) == 2
    ((button,),) = (await night.withdrawals.choice("MILIONI aler")).buttons[:1]
    assert (await night.withdrawals.choice("% niente _ !")).buttons == ()
    assert button.data is not None
    story = int(button.data.removeprefix("newswd:ask:"))
    question = await night.withdrawals.question(story)
    assert question is not None
    assert [one.data for one in question.buttons[0]] == [f"newswd:yes:{story}", f"newswd:no:{story}"]
    assert await night.withdrawals.settle(story, Withdrawal.DONE, by=7, who="Anna")
    assert [row.text.split("\n")[0][-10:] for row in await night.rows()] == ["cantiere 5"]
    assert await night.withdrawals.question(story) is None
    assert await night.withdrawals.settle(999, Withdrawal.DONE, by=7, who="Anna") is None
