"""What becomes of a story after it went out: corrections, answers under posts, digests, quiet hours, rules, withdrawals."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.catalogs import texts
from bot.core.news_post import Withdrawal, category_key
from bot.core.outgoing import Outgoing, decode
from bot.core.rights import Role
from bot.core.routing import Channel, Quiet, Rota, Routes, Urgency
from bot.fetch import Fetcher
from bot.services.withdrawals import Withdrawals
from storage import staff
from tests.services.newsroom import PRESS, PUBLIC, ROUTES, STAFF, Newsroom, item, items, opened, rss

BASE = item(1)
NIGHT = Quiet(start=time(22), end=time(7))
EVENING = datetime(2026, 11, 22, 22, 0, tzinfo=UTC)  # eleven at night in Rome
MORNING = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)  # seven
DOUBTFUL = "Dopo di noi, apre la casa di via Rugabella"


@dataclass(frozen=True)
class Row:
    """One row of the outbox."""

    chat: int
    operation: str
    state: str
    topic: str
    target: int | None
    due: datetime
    item: Outgoing

    @property
    def text(self) -> str:
        return self.item.text.text


@dataclass
class Desk:
    """A newsroom whose rows are delivered by hand, with all that staff may do."""

    room: Newsroom
    withdrawals: Withdrawals
    told: list[str] = field(default_factory=list)

    async def rows(self, chat: int = PRESS, operation: str = "send", state: str | None = None) -> list[Row]:
        found = await self.room.db.fetch(
            "SELECT chat_id, operation, state, topic, target_id, due_at, body FROM outbox"
            " WHERE chat_id = :chat AND operation = :operation AND body <> '' ORDER BY id",
            {"chat": chat, "operation": operation},
        )
        rows = []
        for row in found:
            body = decode(row["body"])
            assert isinstance(body, Outgoing)
            due = datetime.fromtimestamp(row["due_at"] / 1000, UTC)
            rows.append(
                Row(row["chat_id"], row["operation"], row["state"], row["topic"], row["target_id"], due, body)
            )
        return [row for row in rows if state in {None, row.state}]

    async def deliver(self) -> None:
        """Everything that is due is out; its words are kept here for reading."""
        now = int(self.room.now.timestamp() * 1000)
        async with self.room.db.write() as tx:
            await tx.execute(
                "UPDATE outbox SET state = 'sent', message_id = coalesce(message_id, 100 + id), settled_at = :now"
                " WHERE state = 'pending' AND due_at <= :now",
                {"now": now},
            )

    async def publish(self, *items: str, after: float = 10) -> None:
        """These items stand in the feed above the base one."""
        await self.room.poll(rss(*items, BASE), after=timedelta(minutes=after))

    async def story(self, title: str) -> int:
        rows = await self.room.db.fetch("SELECT id FROM story WHERE title = :title", {"title": title})
        return int(rows[0]["id"])


async def opened_desk(path: Path, routes: Routes, **more: Any) -> AsyncIterator[Desk]:
    async with (
        opened(path, routes=routes, **more) as room,
        Fetcher(user_agent="t", allow_private_networks=True) as web,
    ):
        withdrawals = Withdrawals(
            room.db, web, lambda: room.news.press, texts("it"), clock=lambda: room.now, wake=lambda: None
        )
        await room.poll(rss(BASE))
        yield Desk(room, withdrawals)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async for one in opened_desk(tmp_path / "news.db", ROUTES):
        yield one


def desk_with(**routes: Any) -> Any:
    """A fixture's worth of desk with these routes."""

    async def make(tmp_path: Path) -> AsyncIterator[Desk]:
        async for one in opened_desk(
            tmp_path / "news.db", Routes(press_channel=PRESS, staff_group=STAFF, **routes)
        ):
            yield one

    return make


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
    assert await night.room.news.decide(2, publish=True, by=7, who="Anna", now=night.room.now)
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


# review and rules


async def test_two_fast_fingers_publish_once(desk: Desk) -> None:
    await desk.publish(item(8, title=DOUBTFUL, text="Visite."))
    decide = desk.room.news.decide
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
    news = desk.room.news
    assert await news.decide(
        2, publish=True, by=7, who="Anna", now=desk.room.now, category=category_key("Salute")
    )
    assert "«Salute»" in (await desk.rows(STAFF))[0].text
    second = filed(9, "Dopo di noi, si parte a Rho", "salute")
    await desk.publish(second, first)
    assert [row.text.split("\n")[0] for row in await desk.rows()] == [
        DOUBTFUL,
        "Dopo di noi, si parte a Rho",
    ]
    (rule,) = await news.rules()
    assert (rule.name, rule.feed) == ("Salute", "Notizie")
    assert await news.drop_rule(rule.id, by=7, now=desk.room.now)
    assert not await news.drop_rule(rule.id, by=7, now=desk.room.now)
    await desk.publish(filed(10, "Dopo di noi, si parte a Pero", "Salute"), second, first)
    assert (len(await desk.rows()), len(await desk.rows(STAFF))) == (2, 2)
    acts = await desk.room.db.fetch("SELECT action FROM audit ORDER BY id")
    assert [row["action"] for row in acts] == ["news_rule", "news_publish", "news_rule_drop"]


async def test_a_category_that_is_no_longer_the_storys_makes_no_rule(desk: Desk) -> None:
    """The card on somebody's screen may be older than the story."""
    await desk.publish(filed(8, DOUBTFUL, "Salute"))
    key = category_key("Ambiente")
    assert await desk.room.news.decide(2, publish=True, by=7, now=desk.room.now, category=key)
    assert (len(await desk.rows()), await desk.room.news.rules()) == (1, [])


async def test_a_rule_of_one_feed_survives_a_restart_and_is_not_another_feeds(desk: Desk) -> None:
    await desk.publish(filed(8, DOUBTFUL, "Salute"))
    await desk.room.news.decide(2, publish=True, by=7, now=desk.room.now, category=category_key("Salute"))
    desk.room.news._relevance._always = {}
    await desk.room.news.adopt()
    assert desk.room.news._relevance._always == {1: frozenset({"salute"})}


async def test_without_a_group_every_owner_is_asked_and_sees_what_was_decided(tmp_path: Path) -> None:
    async for desk in opened_desk(tmp_path / "news.db", Routes(press_channel=PRESS)):
        async with desk.room.db.write() as tx:
            for user, role in ((7, Role.OWNER), (8, Role.OWNER), (9, Role.OPERATOR)):
                await staff.put(tx, user, role, origin="added", now=desk.room.now)
        await desk.publish(item(8, title=DOUBTFUL, text="Visite."))
        assert await desk.room.news.decide(2, publish=False, by=8, who="Bruno", now=desk.room.now)
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
    assert await desk.room.news.settle_held(1, publish=False, by=7, who="Anna", now=desk.room.now) == 12
    (settled,) = await desk.rows(STAFF)
    await desk.room.poll(items(*range(40, 28, -1)))
    assert await desk.room.news.settle_held(1, publish=False, by=8, who="Bruno", now=desk.room.now) == 12
    assert [("Anna" in row.text, "Bruno" in row.text) for row in await desk.rows(STAFF)] == [
        (True, False),
        (False, True),
    ]
    assert settled.text.startswith("Notizie trattenute da Notizie: 12")
    assert settled.text.endswith("Fermate da Anna il 22 novembre 2026 alle 12:20.")
    assert settled.item.buttons == ()


# withdrawals


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
