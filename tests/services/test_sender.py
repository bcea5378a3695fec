"""The one sender: claimed before the call, one at a time per chat, nothing sent blindly again."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

from bot.core.delivery import Delivery
from bot.core.outcome import Migrated, Outcome, Reason, Refused, Throttled, Unclear, Unsent
from bot.core.outgoing import ContactCard, Outgoing
from bot.core.pace import Limits, Pace
from bot.core.priority import Priority
from bot.core.richtext import RichText
from bot.services.outbox import Sender
from storage import outbox, sending
from storage.database import Database, Transaction
from tests.conftest import ForeignLock, HandClock
from tests.services.telegram import Telegram

CHANNEL = -100


async def add(db: Database, text: str, clock: HandClock, *, chat_id: int = CHANNEL, **more: Any) -> None:
    """Queue one message."""
    defaults: dict[str, Any] = {"once_key": text, "topic": text, "priority": Priority.NEWS, "due_at": clock()}
    async with db.write() as tx:
        await outbox.add(
            tx, chat_id=chat_id, item=Outgoing(text=RichText(text)), now=clock(), **(defaults | more)
        )


@asynccontextmanager
async def running(db: Database, telegram: Telegram, clock: HandClock, **more: Any) -> AsyncIterator[Sender]:
    """The sender, running."""

    async def on_lost(tx: Transaction, delivery: Delivery) -> None:
        await tx.execute("DELETE FROM tenant WHERE chat_id = :chat", {"chat": delivery.chat_id})

    fast = Pace(Limits(overall=10_000, bulk=10_000, chat=10_000, group_per_minute=600_000))
    sender = Sender(db, telegram, pace=fast, clock=clock, on_lost=on_lost, down_wait=0.01)
    if "on_held" in more:
        sender.on_held = more["on_held"]
    task = asyncio.create_task(sender.run())
    try:
        yield sender
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def until(condition: Callable[[], Any]) -> None:
    """Wait for it, for a few seconds at most."""
    for _ in range(500):
        value = condition()
        if asyncio.iscoroutine(value):
            value = await value
        if value:
            return
        await asyncio.sleep(0.01)
    raise AssertionError("waited in vain")


async def states(db: Database) -> dict[str, str]:
    """Key to state."""
    return {row["once_key"]: row["state"] for row in await db.fetch("SELECT once_key, state FROM outbox")}


async def test_a_channel_gets_its_messages_in_order_one_at_a_time(db: Database, clock: HandClock) -> None:
    """The order in which they were queued."""
    telegram = Telegram()
    for number in range(20):
        await add(db, f"notizia {number:02}", clock)
    async with running(db, telegram, clock):
        await until(lambda: len(telegram.got) == 20)
    assert [text for _, text in telegram.got] == [f"notizia {number:02}" for number in range(20)]
    assert telegram.most_at_once_in_a_chat == 1


async def test_the_same_thing_for_the_same_chat_is_queued_once(db: Database, clock: HandClock) -> None:
    """However often the services say so."""
    telegram = Telegram()
    for _ in range(3):
        await add(db, "notizia", clock)
    async with running(db, telegram, clock):
        await until(lambda: telegram.got)
        await asyncio.sleep(0.1)
    assert len(telegram.got) == 1


async def test_a_message_is_not_sent_before_it_is_due(db: Database, clock: HandClock) -> None:
    """An embargo is a row, not a timer."""
    telegram = Telegram()
    await add(db, "dopo", clock, due_at=clock().replace(hour=12))
    async with running(db, telegram, clock) as sender:
        sender.wake()
        await asyncio.sleep(0.1)
        assert telegram.got == []
        clock.forward(hours=3)
        sender.wake()
        await until(lambda: telegram.got)


async def test_what_surely_never_left_is_sent_again(db: Database, clock: HandClock) -> None:
    """No connection: the row waits, and goes."""
    telegram = Telegram()
    telegram.answers = [Unsent("refused"), Unsent("refused")]
    await add(db, "notizia", clock)
    async with running(db, telegram, clock) as sender:

        async def sent() -> bool:
            clock.forward(seconds=10)
            sender.wake()
            return bool(telegram.got)

        await until(sent)
    assert await states(db) == {"notizia": "sent"}


async def test_a_message_that_may_have_arrived_is_held_and_staff_are_told(
    db: Database, clock: HandClock
) -> None:
    """Never sent blindly again; the next news goes on meanwhile."""
    telegram = Telegram()
    telegram.answers = [Unclear("timed out")]
    told: list[int] = []

    async def on_held(_tx: Transaction, delivery: Delivery, _now: object) -> None:
        told.append(delivery.id)

    await add(db, "prima", clock)
    await add(db, "seconda", clock)
    async with running(db, telegram, clock, on_held=on_held):
        await until(lambda: telegram.got)
    assert await states(db) == {"prima": "unsure", "seconda": "sent"}
    assert len(told) == 1


async def test_a_row_that_was_on_its_way_at_a_crash_is_held_at_the_next_start(
    db: Database, clock: HandClock
) -> None:
    """The claim was committed before the call: nobody knows whether the call was made."""
    await add(db, "canale", clock)
    await add(db, "allo staff", clock, chat_id=-300, repeatable=True)
    for key in (1, 2):
        async with db.write() as tx:
            assert await sending.claim(tx, key, now=clock()) is not None
    telegram = Telegram()
    async with running(db, telegram, clock):
        await until(lambda: telegram.got)
        await asyncio.sleep(0.05)
    assert await states(db) == {"canale": "unsure", "allo staff": "sent"}
    assert telegram.got == [(-300, "allo staff")]


async def test_a_429_for_one_chat_holds_only_that_chat(db: Database, clock: HandClock) -> None:
    """And its rows stay in order."""
    telegram = Telegram()
    telegram.answers = [Throttled(30)]
    await add(db, "a1", clock, chat_id=-1)
    await add(db, "a2", clock, chat_id=-1)
    async with running(db, telegram, clock) as sender:
        await until(lambda: not telegram.answers)
        await add(db, "b1", clock, chat_id=-2)
        sender.wake()
        await until(lambda: telegram.got)
        await asyncio.sleep(0.05)
        assert telegram.got == [(-2, "b1")]


async def test_whoever_blocked_the_bot_gets_nothing_more_and_is_forgotten(
    db: Database, clock: HandClock
) -> None:
    """The rest of their rows end too; the others are served."""
    async with db.write() as tx:
        await tx.execute("INSERT INTO tenant (chat_id, lang, last_day) VALUES (5, 'it', '2026-11-23')")
    telegram = Telegram()
    telegram.answers = [Refused(Reason.BLOCKED, "Forbidden: bot was blocked by the user")]
    await add(db, "uno", clock, chat_id=5)
    await add(db, "due", clock, chat_id=5, due_at=clock().replace(hour=20))
    await add(db, "altri", clock, chat_id=6, due_at=clock())
    async with running(db, telegram, clock):
        await until(lambda: telegram.got)
    assert await states(db) == {"uno": "gone", "due": "gone", "altri": "sent"}
    assert await db.fetch("SELECT chat_id FROM tenant") == []


async def test_a_channel_without_rights_is_paused_not_given_up(db: Database, clock: HandClock) -> None:
    """When the rights come back, everything goes out in order."""
    telegram = Telegram()
    telegram.answers = [Refused(Reason.NO_RIGHTS, "Bad Request: not enough rights")]
    await add(db, "prima", clock)
    await add(db, "seconda", clock)
    async with running(db, telegram, clock) as sender:
        await until(lambda: not telegram.answers)
        await asyncio.sleep(0.05)
        assert telegram.got == []
        clock.forward(minutes=2)
        sender.wake()
        await until(lambda: len(telegram.got) == 2)
    assert [text for _, text in telegram.got] == ["prima", "seconda"]


async def test_a_migrated_group_keeps_its_messages(db: Database, clock: HandClock) -> None:
    """All waiting rows go to the new id, the refused one first."""
    telegram = Telegram()
    telegram.answers = [Migrated(-1009)]
    await add(db, "uno", clock, chat_id=-9)
    await add(db, "due", clock, chat_id=-9)
    async with running(db, telegram, clock):
        await until(lambda: len(telegram.got) == 2)
    assert telegram.got == [(-1009, "uno"), (-1009, "due")]


async def test_a_correction_edits_what_was_sent_and_replaces_what_was_not(
    db: Database, clock: HandClock
) -> None:
    """In place, and never before the message itself."""
    telegram = Telegram()
    await add(db, "notizia", clock, topic="story:1")
    await add(db, "notizia più tardi", clock, chat_id=-2, topic="story:1", due_at=clock().replace(hour=12))
    async with running(db, telegram, clock) as sender:
        await until(lambda: telegram.got)
        for chat in (CHANNEL, -2):
            async with db.write() as tx:
                fresh = Outgoing(text=RichText("notizia corretta"))
                assert await outbox.add_edit(
                    tx, chat_id=chat, topic="story:1", item=fresh, once_key=f"c:{chat}", now=clock()
                )
        sender.wake()
        await until(lambda: telegram.edits)
        clock.forward(hours=4)
        sender.wake()
        await until(lambda: len(telegram.got) == 2)
    assert telegram.edits == [(CHANNEL, 1, "notizia corretta")]
    assert telegram.got[1] == (-2, "notizia corretta")


async def test_a_correction_of_what_never_arrives_ends_with_it(db: Database, clock: HandClock) -> None:
    """It does not wait for ever for a message that will not be."""
    telegram = Telegram()
    telegram.answers = [Unclear("timeout"), Refused(Reason.BAD_REQUEST, "no")]
    await add(db, "notizia", clock)
    async with running(db, telegram, clock) as sender:
        await until(lambda: unsure(db))
        async with db.write() as tx:
            fresh = Outgoing(text=RichText("corretta"))
            await outbox.add_edit(tx, chat_id=CHANNEL, topic="notizia", item=fresh, once_key="c", now=clock())
        async with db.write() as tx:
            await sending.resend(tx, 1, now=clock())
        sender.wake()
        await until(lambda: not telegram.answers)
        await until(lambda: gone(db))
    assert await states(db) == {"notizia": "gone", "c:row1": "gone"}


class Threaded(Telegram):
    """Keeps what answers what."""

    def __init__(self) -> None:
        super().__init__()
        self.answered: list[tuple[str, int | None]] = []

    async def send(
        self, chat_id: int, item: Outgoing | ContactCard, *, thread_id: int | None = None
    ) -> Outcome:
        """One message."""
        assert isinstance(item, Outgoing)
        self.answered.append((item.text.text, item.reply_to))
        return await super().send(chat_id, item, thread_id=thread_id)


async def answer(db: Database, clock: HandClock) -> None:
    """An answer to the post "notizia" is queued."""
    async with db.write() as tx:
        await outbox.add_answer(
            tx,
            chat_id=CHANNEL,
            item=Outgoing(text=RichText("rettifica")),
            to_topic="notizia",
            once_key="r",
            topic="rettifica",
            due_at=clock(),
            now=clock(),
        )


async def test_an_answer_to_a_doubtful_post_waits_for_it_and_stands_under_it(
    db: Database, clock: HandClock
) -> None:
    """Whether the post has to be sent again or not."""
    telegram = Threaded()
    telegram.answers = [Unclear("timeout")]
    await add(db, "notizia", clock)
    async with running(db, telegram, clock) as sender:
        await until(lambda: unsure(db))
        await answer(db, clock)
        async with db.write() as tx:
            await sending.resend(tx, 1, now=clock())
        sender.wake()
        await until(lambda: len(telegram.got) == 2)
    assert telegram.answered[1:] == [("notizia", None), ("rettifica", 1)]


async def test_an_answer_to_a_post_that_a_person_found_stands_by_itself(
    db: Database, clock: HandClock
) -> None:
    """Nobody knows under which id the post is."""
    telegram = Threaded()
    telegram.answers = [Unclear("timeout")]
    await add(db, "notizia", clock)
    async with running(db, telegram, clock) as sender:
        await until(lambda: unsure(db))
        await answer(db, clock)
        async with db.write() as tx:
            await sending.confirm(tx, 1, now=clock())
        sender.wake()
        await until(lambda: telegram.got)
    assert telegram.answered[1:] == [("rettifica", None)]


async def unsure(db: Database) -> bool:
    """Whether something waits for a person."""
    return "unsure" in (await states(db)).values()


async def gone(db: Database) -> bool:
    """Whether something will never be sent."""
    return "gone" in (await states(db)).values()


async def test_a_settled_row_keeps_no_words(db: Database, clock: HandClock) -> None:
    """They are with whoever they were said to."""
    telegram = Telegram()
    await add(db, "una cosa privata", clock)
    async with running(db, telegram, clock):
        await until(lambda: telegram.got)
    rows = await db.fetch("SELECT state, body FROM outbox")
    assert [(row["state"], row["body"]) for row in rows] == [("sent", "")]


async def test_answers_to_waiting_people_go_before_a_broadcast(db: Database, clock: HandClock) -> None:
    """Priority decides, not the time of queueing."""
    telegram = Telegram()
    for number in range(1, 30):
        await add(db, f"bulk {number}", clock, chat_id=number, priority=Priority.BULK)
    await add(db, "risposta", clock, chat_id=99, priority=Priority.REPLY)
    async with running(db, telegram, clock):
        await until(lambda: len(telegram.got) == 30)
    assert (99, "risposta") in telegram.got[:16]


async def test_an_answer_that_cannot_be_stored_is_not_forgotten(
    hasty_db: Database, lock: ForeignLock, clock: HandClock
) -> None:
    """The disk fills while a message is on its way: it is sent once, and known to be when there is room."""

    class Filling(Telegram):
        async def send(
            self, chat_id: int, item: Outgoing | ContactCard, *, thread_id: int | None = None
        ) -> Outcome:
            """The database takes nothing from here on."""
            lock.take()
            return await super().send(chat_id, item, thread_id=thread_id)

    telegram = Filling()
    await add(hasty_db, "notizia", clock)
    async with running(hasty_db, telegram, clock):
        await until(lambda: hasty_db.fault)
        lock.give_back()
        await until(lambda: sent(hasty_db))
    assert telegram.got == [(CHANNEL, "notizia")]


async def sent(db: Database) -> bool:
    """Whether everything is sent."""
    return set((await states(db)).values()) == {"sent"}
