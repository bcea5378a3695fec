"""One writer, no lost or half transactions, whatever is cancelled or killed."""

import asyncio
import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from bot.core.errors import Unavailable, UserError
from storage.database import Database

ADD = "INSERT INTO chat_mark (chat_id, last_message_id) VALUES (:chat, :mark)"


async def _marks(db: Database) -> dict[int, int]:
    rows = await db.fetch("SELECT chat_id, last_message_id FROM chat_mark")
    return {row["chat_id"]: row["last_message_id"] for row in rows}


async def test_a_rollback_takes_nothing_of_another_task(db: Database) -> None:
    """Trap 13: on a shared connection A's rollback takes B's insert."""
    inside = asyncio.Event()

    async def fails() -> None:
        async with db.write() as tx:
            await tx.execute(ADD, {"chat": 1, "mark": 1})
            inside.set()
            await asyncio.sleep(0.01)
            raise ZeroDivisionError

    async def succeeds() -> None:
        await inside.wait()
        async with db.write() as tx:
            await tx.execute(ADD, {"chat": 2, "mark": 2})

    results = await asyncio.gather(fails(), succeeds(), return_exceptions=True)
    assert isinstance(results[0], ZeroDivisionError)
    assert await _marks(db) == {2: 2}


async def test_hundreds_of_cancellations_leave_no_open_or_partial_transaction(db: Database) -> None:
    """Trap 13: both rows of a pair are there or neither is, and the writer is free again each time."""
    dice = random.Random(7)

    async def pair(number: int) -> None:
        async with db.write() as tx:
            await tx.execute(ADD, {"chat": number, "mark": number})
            await asyncio.sleep(0)
            await tx.execute(ADD, {"chat": -number, "mark": number})

    for number in range(1, 401):
        task = asyncio.create_task(pair(number))
        for _ in range(dice.randrange(12)):
            await asyncio.sleep(dice.choice((0, 0, 0.0002)))
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    marks = await _marks(db)
    assert all(-chat in marks for chat in marks)
    assert 0 < len(marks) < 800  # some were cut off and some were not, else this test showed nothing
    async with db.write() as tx:
        await tx.execute(ADD, {"chat": 10_000, "mark": 1})
    assert (await _marks(db))[10_000] == 1


async def test_cancelling_twice_still_ends_the_transaction(db: Database) -> None:
    """A second cancellation during the rollback must not leave it half done."""

    async def slow() -> None:
        async with db.write() as tx:
            await tx.execute(ADD, {"chat": 1, "mark": 1})
            await asyncio.sleep(60)

    task = asyncio.create_task(slow())
    await asyncio.sleep(0.05)
    task.cancel()
    await asyncio.sleep(0)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    async with db.write() as tx:
        await tx.execute(ADD, {"chat": 2, "mark": 2})
    assert await _marks(db) == {2: 2}


async def test_readers_cannot_write(db: Database) -> None:
    """Trap 16: whatever reads is opened read-only, so it can neither write nor checkpoint."""
    with pytest.raises(Unavailable, match="read_only"):
        await db.fetch("DELETE FROM chat_mark")


async def test_reading_beside_a_running_bot_works(db: Database) -> None:
    """`portineria ask` and `backup` look while the bot writes."""
    async with db.write() as tx:
        await tx.execute(ADD, {"chat": 1, "mark": 1})
    beside = await Database.open_for_reading(db.path)
    try:
        assert await _marks(beside) == {1: 1}
        with pytest.raises(UserError):
            async with beside.write():
                pass
    finally:
        await beside.close()


async def test_closing_twice_is_harmless(tmp_path: Path) -> None:
    """Every way out may close."""
    database = await Database.open(tmp_path / "a.db")
    await database.close()
    await database.close()


def _run(code: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def test_a_crash_with_an_open_connection_ends_the_process(tmp_path: Path) -> None:
    """Trap 14: aiosqlite's thread would keep a dead bot looking alive."""
    code = (
        "import asyncio, sys; from pathlib import Path; from storage.database import Database\n"
        "async def main():\n    db = await Database.open(Path(sys.argv[1])); raise SystemError('crash')\n"
        "asyncio.run(main())"
    )
    process = _run(code, str(tmp_path / "a.db"))
    _, stderr = process.communicate(timeout=30)
    assert process.returncode != 0
    assert b"SystemError: crash" in stderr
