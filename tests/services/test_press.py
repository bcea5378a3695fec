"""What becomes of a story after it went out: corrections, answers under posts, digests, quiet hours."""

from collections.abc import AsyncIterator
from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.core.news_cards import Withdrawal
from bot.core.routing import Channel, Rota, Urgency
from tests.services.news_desk import DOUBTFUL, EVENING, MORNING, NIGHT, Desk, desk_with, opened_desk
from tests.services.newsroom import PUBLIC, ROUTES, STAFF, item


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async for one in opened_desk(tmp_path / "news.db", ROUTES):
        yield one


# corrections


async def test_a_wrong_figure_is_corrected_in_place_and_said_under_the_post(desk: Desk) -> None:
    await desk.publish(item(4, title="Aler, 12 milioni per i custodi"))
    await desk.deliver()
    (post,) = await desk.rows()
    await desk.publish(item(4, title="Aler, 13 milioni per i custodi"))
    (edit,) = await desk.rows(operation="edit")
    assert edit.text.startswith("Aler, 13 milioni per i custodi")
    assert edit.text.endswith("Aggiornato alle 12:30: 13 milioni al posto di 12 milioni.")
    assert edit.item.preview is None  # Telegram may still keep a preview of the old text
    _, answer = await desk.rows()
    assert answer.target == edit.target
    assert answer.target is not None
    assert (
        answer.text
        == "RETTIFICA\nAler, 13 milioni per i custodi\n\nCifra corretta: 13 milioni, non 12 milioni."
    )
    assert post.topic == "story:2"


async def test_other_words_are_corrected_in_place_without_an_answer(desk: Desk) -> None:
    await desk.publish(item(4, title="Aler, in arrivo i custodi"))
    await desk.deliver()
    await desk.publish(item(4, title="Aler, arrivano i custodi"))
    (edit,) = await desk.rows(operation="edit")
    assert edit.text.endswith("Aggiornato alle 12:30: cambiato il titolo.")
    await desk.deliver()
    await desk.publish(
        item(4, title="Aler, arrivano i custodi", text="Nel quartiere di San Siro entrano famiglie.")
    )
    assert (await desk.rows(operation="edit"))[-1].text.endswith("tolto «44 famiglie».")
    assert len(await desk.rows()) == 2  # a figure that is gone was wrong, or is no longer sure


async def test_what_nobody_has_read_yet_is_simply_replaced(desk: Desk) -> None:
    await desk.publish(item(4, title="Aler, 12 milioni per i custodi"))
    await desk.publish(item(4, title="Aler, 13 milioni per i custodi"))
    (post,) = await desk.rows()
    assert post.text.startswith("Aler, 13 milioni")
    assert await desk.rows(operation="edit") == []


async def test_corrections_in_quick_succession_become_one_edit_that_tells_the_whole(desk: Desk) -> None:
    await desk.publish(item(4, title="Aler, 12 milioni per i custodi"))
    await desk.deliver()
    await desk.publish(item(4, title="Aler, 13 milioni per i custodi"))
    await desk.deliver()
    for million in (14, 15, 16):
        await desk.publish(item(4, title=f"Aler, {million} milioni per i custodi"), after=0.4)
    done, waiting = await desk.rows(operation="edit")
    assert (done.state, waiting.state) == ("sent", "pending")
    assert waiting.text.endswith("16 milioni al posto di 13 milioni.")
    assert waiting.due - done.due == timedelta(minutes=2)
    assert [row.text[-24:] for row in await desk.rows(state="pending")] == [
        "16 milioni, non 13 milioni."[-24:]
    ]
    await desk.publish(item(4, title="Aler, 13 milioni per i custodi"), after=0.1)
    assert (await desk.rows(operation="edit"))[-1].text.startswith("Aler, 13 milioni")
    assert (
        await desk.rows(state="pending") == []
    )  # what was put right before anybody read it wrong needs no answer


# quiet hours and urgency

night = pytest.fixture(
    desk_with(quiet=NIGHT, urgency=Urgency(words=("fuga di gas",)), singles=2), name="night"
)


async def test_at_night_posts_wait_for_the_morning_unless_they_are_urgent(night: Desk) -> None:
    night.room.now = EVENING
    await night.publish(item(4), item(5, title="Fuga di gas nelle case Aler di San Siro"))
    by_due = {row.text.split("\n")[0]: row.due for row in await night.rows()}
    assert by_due["Alloggi Aler, consegnate le chiavi del cantiere 4"] == MORNING
    assert by_due["Fuga di gas nelle case Aler di San Siro"] == night.room.now


async def test_a_night_full_of_news_gives_a_few_posts_and_one_digest(night: Desk) -> None:
    night.room.now = EVENING
    for number in range(4, 9):
        await night.publish(*(item(one) for one in range(number, 3, -1)), after=5)
    posts = [row for row in await night.rows() if row.topic.startswith("story:")]
    (digest,) = [row for row in await night.rows() if row.topic.startswith("digest:")]
    assert ([row.due for row in posts], digest.due) == ([MORNING, MORNING], MORNING)
    assert digest.text.startswith(
        "Arrivate nelle ore di silenzio: 3\n\n• Alloggi Aler, consegnate le chiavi del cantiere 8"
    )


async def test_a_wrong_figure_found_at_night_is_edited_at_once_and_said_in_the_morning(night: Desk) -> None:
    await night.publish(item(4, title="Aler, 12 milioni per i custodi"))
    await night.deliver()
    night.room.now = EVENING
    await night.publish(item(4, title="Aler, 13 milioni per i custodi"))
    (edit,) = await night.rows(operation="edit")
    assert edit.due == night.room.now
    await night.deliver()
    await night.publish(item(4, title="Aler, 14 milioni per i custodi"))
    (answer,) = await night.rows(state="pending")
    assert (answer.due, answer.text.split("\n")[-1]) == (
        MORNING,
        "Cifra corretta: 14 milioni, non 12 milioni.",
    )


async def test_the_card_says_that_what_was_let_out_at_night_waits(night: Desk) -> None:
    night.room.now = EVENING
    await night.publish(item(8, title=DOUBTFUL, text="Visite."))
    assert await night.room.review.decide(2, publish=True, by=7, who="Anna", now=night.room.now)
    (card,) = await night.rows(STAFF)
    assert card.text.endswith("Esce alle 07:00, quando finiscono le ore di silenzio.")
    assert (await night.rows())[0].due == MORNING


# channels and digests

many = pytest.fixture(
    desk_with(
        public_channel=PUBLIC,
        public_after=timedelta(hours=20),
        more=(Channel(chat_id=-1004, quarters=("mazzini",)), Channel(chat_id=-1005, posts=False)),
        digests=(
            Rota(chat_id=-1005, at=time(8)),
            Rota(chat_id=-1005, at=time(9), day=0),
            Rota(chat_id=PUBLIC, at=time(8)),
        ),
    ),
    name="many",
)


async def test_a_channel_of_a_quarter_gets_that_quarters_news_only(many: Desk) -> None:
    await many.publish(item(4), item(5, text="Nel quartiere Mazzini entrano famiglie negli alloggi Aler."))
    assert [row.text.split("\n")[0][-1] for row in await many.rows(-1004)] == ["5"]
    assert len(await many.rows()) == 2


async def test_digests_grow_until_they_are_due_and_are_corrected_afterwards(many: Desk) -> None:
    await many.publish(item(4, title="Aler, 12 milioni per i custodi"))
    await many.publish(item(5), item(4, title="Aler, 12 milioni per i custodi"))
    daily, weekly = await many.rows(-1005)
    assert (daily.due, weekly.due) == (MORNING + timedelta(hours=1), MORNING + timedelta(hours=2))
    assert daily.text == (
        "Le notizie sulla casa, 23 novembre 2026\n\n"
        "• Alloggi Aler, consegnate le chiavi del cantiere 5\n• Aler, 12 milioni per i custodi"
    )
    many.room.now = MORNING + timedelta(hours=3)
    await many.deliver()
    await many.publish(item(5), item(4, title="Aler, 13 milioni per i custodi"))
    edits = await many.rows(-1005, "edit")
    assert ["13 milioni" in edit.text for edit in edits] == [True, True]
    await many.withdrawals.settle(
        await many.story("Aler, 13 milioni per i custodi"), Withdrawal.DONE, by=7, who="Anna"
    )
    assert "Aler, 13 milioni per i custodi (ritirata)" in (await many.rows(-1005, "edit"))[0].text


async def test_a_digest_tells_nothing_before_its_channel_may(many: Desk) -> None:
    await many.publish(item(4))
    (digest,) = [row for row in await many.rows(PUBLIC) if row.topic.startswith("digest:")]
    (post,) = [row for row in await many.rows(PUBLIC) if row.topic.startswith("story:")]
    assert post.due == many.room.now + timedelta(hours=20)
    assert digest.due == MORNING + timedelta(days=1, hours=1)


async def test_a_burst_is_a_few_posts_and_one_digest(night: Desk) -> None:
    async with night.room.db.write() as tx:
        await tx.execute("UPDATE feed SET announce_last = 20, met = 0", {})
    await night.publish(*(item(number) for number in range(9, 3, -1)))
    kinds = [row.topic.split(":")[0] for row in await night.rows()]
    assert (kinds.count("story"), kinds.count("digest")) == (2, 1)
    (digest,) = [row for row in await night.rows() if row.topic.startswith("digest:")]
    assert digest.text.startswith("Altre 4 notizie")


# related stories


async def test_the_last_three_on_the_same_theme_and_quarter_are_named_where_they_stand(desk: Desk) -> None:
    def assigned(number: int, quarter: str = "di San Siro") -> str:
        text = f"Nel quartiere {quarter} assegnati {number} alloggi popolari."
        return item(number, title=f"Assegnazione di {number} alloggi Aler", text=text)

    published: list[str] = []
    for number in (20, 21, 22, 23):
        published.insert(0, assigned(number))
        await desk.publish(*published)
        await desk.deliver()
    published.insert(0, assigned(30, "Mazzini"))
    await desk.publish(*published)
    published.insert(0, assigned(31))
    await desk.publish(*published)
    *_, other, post = await desk.rows()
    assert "Leggi anche" not in other.text
    told = post.text.split("Leggi anche:\n")[1].split("\n\n")[0]
    assert told.split("\n") == [f"• Assegnazione di {number} alloggi Aler" for number in (23, 22, 21)]
    await desk.deliver()
    await desk.withdrawals.settle(
        await desk.story("Assegnazione di 22 alloggi Aler"), Withdrawal.DONE, by=7, who="A"
    )
    anew = [row for row in await desk.rows(operation="edit") if row.text.startswith("Assegnazione di 31")]
    assert [f"di {number} alloggi" in anew[0].text for number in (20, 21, 22, 23)] == [
        True,
        True,
        False,
        True,
    ]
