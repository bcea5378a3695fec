"""The durable inbox: order within a chat, chats side by side, a bad update set aside, nothing lost by a crash."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

from telegram import Bot, Update

from bot.core.errors import Transient
from bot.core.outgoing import Outgoing
from bot.core.pace import Limits, Pace
from bot.core.richtext import RichText
from bot.inbox import Dispatcher, chat_key, store
from bot.services.replies import Replies
from storage import inbox, sending
from storage.database import Database
from tests.conftest import ForeignLock, HandClock
from tests.services.telegram import Telegram


def said(text: str) -> Outgoing:
    """One message."""
    return Outgoing(text=RichText(text))


BOT = Bot("123456:token-of-a-test")


def message(update_id: int, chat: int, text: str = "ciao") -> dict[str, Any]:
    """A private message as getUpdates gives it."""
    person = {"id": chat, "is_bot": False, "first_name": "X"}
    return {
        "update_id": update_id,
        "message": {
            "message_id": update_id,
            "date": 1,
            "chat": {"id": chat, "type": "private"},
            "from": person,
            "text": text,
        },
    }


async def keep(db: Database, clock: HandClock, *updates: dict[str, Any]) -> None:
    """As after a poll."""
    await store(db, updates, bot_id=123456, clock=clock)


@asynccontextmanager
async def serving(
    db: Database,
    clock: HandClock,
    handle: Callable[[Update], Awaitable[None]],
    troubles: list[str] | None = None,
    floods: list[int] | None = None,
    looks: list[tuple[int, int]] | None = None,
    *,
    out: bool = False,
) -> AsyncIterator[Dispatcher]:
    """The dispatcher, running."""

    async def on_flood(chat: int) -> None:
        if floods is not None:
            floods.append(chat)

    async def on_trouble(fault: str) -> None:
        if troubles is not None:
            troubles.append(fault)

    async def arrived(chat_id: int, *, above: int, within: int) -> Sequence[int]:
        if looks is not None:
            looks.append((chat_id, above))
        return [above + 1] if out else []

    dispatcher = Dispatcher(
        BOT, db, handle, clock=clock, on_trouble=on_trouble, on_flood=on_flood, arrived=arrived
    )
    task = asyncio.create_task(dispatcher.run())
    try:
        yield dispatcher
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def empty(db: Database) -> None:
    """Wait until nothing is left to handle."""
    for _ in range(1000):
        if await inbox.backlog(db) == 0:
            return
        await asyncio.sleep(0.01)
    raise AssertionError("the inbox does not empty")


async def test_within_a_chat_the_order_is_kept_and_chats_are_served_side_by_side(
    db: Database, clock: HandClock
) -> None:
    """A slow chat holds up nobody else; concurrent handlers would break the order (trap 1)."""
    seen: dict[int, list[int]] = {}
    at_once = 0
    most = 0

    async def handle(update: Update) -> None:
        nonlocal at_once, most
        assert update.effective_chat is not None
        at_once += 1
        most = max(most, at_once)
        await asyncio.sleep(0.002 if update.effective_chat.id == 1 else 0)
        at_once -= 1
        seen.setdefault(update.effective_chat.id, []).append(update.update_id)

    await keep(db, clock, *(message(number, number % 5 + 1) for number in range(100)))
    async with serving(db, clock, handle):
        await empty(db)
    assert all(ids == sorted(ids) for ids in seen.values())
    assert sum(map(len, seen.values())) == 100
    assert most > 1


async def test_what_the_last_process_left_is_handled_by_the_next(db: Database, clock: HandClock) -> None:
    """Stored before it is confirmed, deleted when it is handled."""
    handled: list[int] = []

    async def handle(update: Update) -> None:
        handled.append(update.update_id)

    await keep(db, clock, message(1, 5), message(2, 5))
    assert await inbox.next_offset(db, bot_id=123456) == 3
    async with serving(db, clock, handle):
        await empty(db)
    assert handled == [1, 2]


async def test_an_update_that_breaks_its_handler_is_set_aside_without_its_text(
    db: Database, clock: HandClock
) -> None:
    """The next one of the same chat is served; staff hear of it."""
    handled: list[int] = []
    troubles: list[str] = []

    async def handle(update: Update) -> None:
        if update.update_id == 1:
            raise ZeroDivisionError
        handled.append(update.update_id)

    await keep(db, clock, message(1, 5, "una cosa privata"), message(2, 5))
    async with serving(db, clock, handle, troubles):
        await empty(db)
    assert handled == [2]
    assert troubles == ["ZeroDivisionError"]
    rows = await db.fetch("SELECT update_id, kind, fault FROM set_aside")
    assert [tuple(row) for row in rows] == [(1, "message", "ZeroDivisionError")]


async def test_an_update_nobody_can_parse_is_set_aside(db: Database, clock: HandClock) -> None:
    """One such update stops stock polling for good (trap 2)."""
    troubles: list[str] = []
    handled: list[int] = []

    async def handle(update: Update) -> None:
        handled.append(update.update_id)

    broken = {"update_id": 1, "message": {"chat": {"id": 5}, "surprise": True}}
    await keep(db, clock, broken, message(2, 6))
    async with serving(db, clock, handle, troubles):
        await empty(db)
    assert handled == [2]
    assert len(troubles) == 1


async def test_something_outside_that_fails_is_tried_again(db: Database, clock: HandClock) -> None:
    """Not set aside at once."""
    tries: list[int] = []

    async def handle(update: Update) -> None:
        tries.append(update.update_id)
        if len(tries) == 1:
            raise Transient("later")

    await keep(db, clock, message(1, 5))
    async with serving(db, clock, handle):
        await empty(db)
    assert tries == [1, 1]
    assert await db.fetch("SELECT update_id FROM set_aside") == []


async def test_told_to_end_it_finishes_what_it_has_begun_and_begins_nothing_new(
    db: Database, clock: HandClock
) -> None:
    """Half an answer would be a double one after the restart."""
    begun = asyncio.Event()
    handled: list[int] = []

    async def handle(update: Update) -> None:
        begun.set()
        await asyncio.sleep(0.05)
        handled.append(update.update_id)

    await keep(db, clock, *(message(number, 5) for number in range(1, 9)))
    async with serving(db, clock, handle):
        await begun.wait()
    assert handled == [1]
    assert await inbox.backlog(db) == 7


async def test_the_same_update_twice_is_kept_once(db: Database, clock: HandClock) -> None:
    """A poll whose confirmation was lost brings the batch again."""
    await keep(db, clock, message(1, 5))
    await keep(db, clock, message(1, 5), message(2, 5))
    assert await inbox.backlog(db) == 2


async def test_ids_that_start_again_lower_are_followed(db: Database, clock: HandClock) -> None:
    """After a quiet week Telegram chooses the next id at random."""
    await keep(db, clock, message(900, 5))
    await keep(db, clock, message(17, 5))
    assert await inbox.next_offset(db, bot_id=123456) == 18


def test_every_kind_of_update_belongs_to_somebody() -> None:
    """A tap belongs to its message's chat, a join request to its channel, an inline query to the person."""
    assert chat_key(message(1, 5)) == 5
    assert (
        chat_key({"update_id": 1, "callback_query": {"from": {"id": 7}, "message": {"chat": {"id": 5}}}}) == 5
    )
    assert chat_key({"update_id": 1, "inline_query": {"from": {"id": 7}}}) == 7
    assert chat_key({"update_id": 1, "chat_join_request": {"chat": {"id": -100}, "from": {"id": 7}}}) == -100
    assert chat_key({"update_id": 1, "something_new": {}}) == 0
    assert chat_key({"update_id": 1, "odd": {"chat": "no"}}) == 0


async def test_whoever_sends_a_thousand_messages_is_told_and_delays_nobody(
    db: Database, clock: HandClock
) -> None:
    """The others are answered while the flood is still being worked through; nothing of it is lost."""
    order: list[int] = []
    floods: list[int] = []

    async def handle(update: Update) -> None:
        assert update.effective_chat is not None
        await asyncio.sleep(0)
        order.append(update.effective_chat.id)

    await keep(db, clock, *(message(number, 5) for number in range(1, 301)))
    await keep(db, clock, message(301, 6), message(302, 7))
    async with serving(db, clock, handle, floods=floods):
        await empty(db)
    assert floods == [5]
    assert order.count(5) == 300
    assert order.index(6) < 20
    assert order.index(7) < 20


async def test_while_the_database_takes_nothing_updates_wait_and_are_then_handled_once(
    hasty_db: Database, lock: ForeignLock, clock: HandClock
) -> None:
    """The first is answered but cannot be crossed off, the second cannot be begun: neither is set aside nor doubled."""
    handled: list[int] = []
    troubles: list[str] = []

    async def handle(update: Update) -> None:
        if not handled:
            lock.take()
        handled.append(update.update_id)

    await keep(hasty_db, clock, message(1, 5), message(2, 5))
    async with serving(hasty_db, clock, handle, troubles):
        while hasty_db.fault is None:
            await asyncio.sleep(0.01)
        assert handled == [1]
        lock.give_back()
        await empty(hasty_db)
    assert (handled, troubles) == ([1, 2], [])


async def test_an_answer_begun_by_the_last_process_is_looked_for_and_not_said_twice(
    db: Database, clock: HandClock
) -> None:
    """It arrived: only what comes after it is said; the mark in the database is raised past it."""
    telegram = Telegram()
    pace = Pace(Limits(overall=10_000, bulk=10_000, chat=10_000, group_per_minute=600_000))
    replies = Replies(db, telegram, pace=pace, clock=clock, wake=lambda: None)

    async def handle(update: Update) -> None:
        await replies.say(5, said("erste"), said("zweite"))

    await keep(db, clock, message(7, 5))
    async with db.write() as tx:
        await inbox.begin_answer(tx, 7, above=7, within=100)
    looks: list[tuple[int, int]] = []
    async with serving(db, clock, handle, looks=looks, out=True):
        await empty(db)
    assert looks == [(5, 7)]
    assert telegram.got == [(5, "zweite")]
    assert await sending.high_water(db, sending.ALL_PRIVATE) == 8


async def test_an_answer_that_is_retried_goes_on_where_it_was(db: Database, clock: HandClock) -> None:
    """The first message is out, then something outside fails: the second attempt does not say it again."""
    telegram = Telegram()
    pace = Pace(Limits(overall=10_000, bulk=10_000, chat=10_000, group_per_minute=600_000))
    replies = Replies(db, telegram, pace=pace, clock=clock, wake=lambda: None)

    async def handle(update: Update) -> None:
        await replies.say(5, said("erste"))
        if len(telegram.got) == 1 and not failed:
            failed.append(True)
            raise Transient("network")
        await replies.say(5, said("zweite"))

    failed: list[bool] = []
    await keep(db, clock, message(7, 5))
    async with serving(db, clock, handle):
        await empty(db)
    assert telegram.got == [(5, "erste"), (5, "zweite")]


async def test_an_odd_update_is_set_aside_and_stops_nothing(db: Database, clock: HandClock) -> None:
    """Whatever stands where a message should be."""
    handled: list[int] = []
    troubles: list[str] = []

    async def handle(update: Update) -> None:
        handled.append(update.update_id)

    odd: list[dict[str, Any]] = [
        {"update_id": 1, "message": {"message_id": "x", "chat": "y", "from": 3, "message": "z"}},
        {"update_id": 2, "callback_query": {"message": []}},
        {"update_id": 3, "message": "nothing"},
    ]
    await keep(db, clock, *odd, message(4, 5))
    async with serving(db, clock, handle, troubles):
        await empty(db)
    assert 4 in handled
    assert troubles
