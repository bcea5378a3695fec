"""Transactions that share a commit, and reads that share a trip, keep out of each other's way."""

import asyncio
import random
import sqlite3
from contextlib import suppress

from storage.database import Database
from storage.together import Together

ADD = "INSERT INTO chat_mark (chat_id, last_message_id) VALUES (:chat, :mark)"


async def _put(db: Database, *chats: int) -> None:
    async with db.write() as tx:
        for chat in chats:
            tx.queue(ADD, {"chat": chat, "mark": 1})


async def _chats(db: Database) -> set[int]:
    return {row["chat_id"] for row in await db.fetch("SELECT chat_id FROM chat_mark")}


async def test_one_that_cannot_be_written_takes_nobodys_with_it(db: Database) -> None:
    """The second of three writes a row, then the same row again: it is gone whole, its neighbours stand."""
    results = await asyncio.gather(_put(db, 1, 2), _put(db, 3, 4, 3), _put(db, 5, 6), return_exceptions=True)
    assert [type(result) for result in results] == [type(None), sqlite3.IntegrityError, type(None)]
    assert await _chats(db) == {1, 2, 5, 6}


async def test_who_is_told_that_it_is_kept_finds_it(db: Database) -> None:
    """Hundreds at once, some of them cancelled: each is whole or not there, and what returned is there."""
    dice = random.Random(3)
    kept: set[int] = set()

    async def pair(number: int) -> None:
        await _put(db, number, -number)
        kept.add(number)

    tasks = [asyncio.create_task(pair(number)) for number in range(1, 401)]
    for task in tasks:
        if dice.random() < 0.1:
            await asyncio.sleep(dice.choice((0, 0, 0.001)))
            task.cancel()
    for task in tasks:
        with suppress(asyncio.CancelledError):
            await task
    chats = await _chats(db)
    assert all(-chat in chats for chat in chats)
    assert kept <= chats
    assert 300 < len(kept) < 400


async def test_one_that_reads_and_those_that_queue_take_turns(db: Database) -> None:
    """Each counts what stands and adds one more: with anything in between, a number would come twice."""

    async def count() -> None:
        async with db.write() as tx:
            row = await tx.fetch_one("SELECT count(*) AS number FROM chat_mark WHERE chat_id > 0")
            await asyncio.sleep(0)
            await tx.execute(ADD, {"chat": (row["number"] if row else 0) + 1, "mark": 1})

    await asyncio.gather(*[count() if number % 2 else _put(db, -number - 1) for number in range(40)])
    assert {chat for chat in await _chats(db) if chat > 0} == set(range(1, 21))


async def test_a_read_that_is_wrong_spoils_no_other(db: Database) -> None:
    """Three reads at once, the second of no table."""
    await _put(db, 1)
    results = await asyncio.gather(
        db.fetch_one("SELECT count(*) AS number FROM chat_mark"),
        db.fetch_one("SELECT 1 FROM nothing_of_that_name"),
        db.fetch_one("SELECT max(chat_id) AS number FROM chat_mark"),
        return_exceptions=True,
    )
    assert isinstance(results[1], sqlite3.OperationalError)
    assert [row["number"] for row in results if isinstance(row, sqlite3.Row)] == [1, 1]


async def test_what_waits_goes_on_the_next_trip_together() -> None:
    """The first goes alone, since nothing waits; the others meanwhile gather."""
    trips: list[list[int]] = []

    async def travel(works: list[int]) -> list[int | Exception]:
        trips.append(works)
        await asyncio.sleep(0)
        return [work * 10 for work in works]

    together = Together(travel)
    first = together.do(1)
    await asyncio.sleep(0)
    assert await asyncio.gather(first, *map(together.do, (2, 3, 4))) == [10, 20, 30, 40]
    assert trips == [[1], [2, 3, 4]]


async def test_a_trip_that_fails_is_told_to_all_on_it_and_to_nobody_after() -> None:
    """A broken connection for instance."""
    broken = True

    async def travel(works: list[int]) -> list[int | Exception]:
        if broken:
            raise OSError("no connection")
        return list(works)

    together = Together(travel)
    results = await asyncio.gather(together.do(1), together.do(2), return_exceptions=True)
    assert [type(result) for result in results] == [OSError, OSError]
    broken = False
    assert await together.do(3) == 3
