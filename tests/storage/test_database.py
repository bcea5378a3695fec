"""One writer, no lost or half transactions, whatever is cancelled or killed."""

import asyncio
import os
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from bot.core.errors import Corrupt, Unavailable, UserError
from storage import backups, migrate
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


async def test_a_second_process_is_refused(db: Database) -> None:
    """One writer, also between processes."""
    with pytest.raises(UserError) as refused:
        await Database.open(db.path)
    assert refused.value.key == "database_in_use"


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


KILLED_AT = """
import os, signal, sqlite3, sys
from pathlib import Path
from storage import migrate
stop_at = int(sys.argv[2])
done = 0
def trace(statement):
    global done
    done += 1
    if done == stop_at:
        os.kill(os.getpid(), signal.SIGKILL)
with migrate.opened(Path(sys.argv[1])) as connection:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.set_trace_callback(trace)
    migrate.apply(connection)
print(done)
"""


def _version_and_tables(path: Path) -> tuple[int, set[str]]:
    with migrate.opened(path) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return version, names


def _tables_by_version(folder: Path) -> dict[int, set[str]]:
    """The tables a file has after each migration, made without any crash."""
    expected: dict[int, set[str]] = {0: set()}
    with migrate.opened(folder / "reference.db") as connection:
        for migration in migrate.migrations():
            for statement in migration.statements:
                connection.execute(statement)
            rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            expected[migration.number] = {row[0] for row in rows}
    return expected


def test_a_migration_killed_at_any_statement_is_all_or_nothing(tmp_path: Path) -> None:
    """Trap 15: killed -9 before each statement in turn, the file stands at a whole version and goes on from there."""
    expected = _tables_by_version(tmp_path)
    total = int(_run(KILLED_AT, str(tmp_path / "whole.db"), "0").communicate(timeout=60)[0])
    points = sorted({1, 2, total - 1, total, *random.Random(3).sample(range(1, total + 1), min(12, total))})
    for point in points:
        path = tmp_path / f"killed-{point}.db"
        process = _run(KILLED_AT, str(path), str(point))
        process.communicate(timeout=60)
        assert process.returncode == -signal.SIGKILL
        version, names = _version_and_tables(path)
        assert names == expected[version]
        with migrate.opened(path) as connection:
            migrate.apply(connection)
        assert _version_and_tables(path)[1] == expected[max(expected)]


async def test_a_backup_under_load_is_whole_and_matches_its_checksum(db: Database, tmp_path: Path) -> None:
    """Trap 15: copying the file is no backup."""
    stop = asyncio.Event()

    async def load() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            async with db.write() as tx:
                await tx.execute(ADD, {"chat": number, "mark": 1})
                await tx.execute(ADD, {"chat": -number, "mark": 1})

    writing = asyncio.create_task(load())
    for number in range(10):
        target = tmp_path / "backups" / f"{number}.db"
        digest = await db.backup(target)
        assert backups.sha256(target) == digest
        assert backups.is_good(target)
        with sqlite3.connect(target) as connection:
            chats = [row[0] for row in connection.execute("SELECT chat_id FROM chat_mark")]
        connection.close()
        assert sum(chats) == 0  # pairs are whole
    stop.set()
    await writing


async def test_a_damaged_file_is_refused_with_the_newest_good_backup(tmp_path: Path) -> None:
    """It never starts empty, and a damaged backup is not offered."""
    path = tmp_path / "portineria.db"
    database = await Database.open(path)
    good = tmp_path / "backups" / "good.db"
    await database.backup(good)
    bad = tmp_path / "backups" / "newer-but-bad.db"
    await database.backup(bad)
    await database.close()
    for victim in (path, bad):
        content = bytearray(victim.read_bytes())
        content[4096 : 4096 * 3] = bytes(4096 * 2)
        victim.write_bytes(content)
    os.utime(bad, (2_000_000_000, 2_000_000_000))
    with pytest.raises(Corrupt, match=r"good\.db"):
        await Database.open(path)
    assert path.stat().st_size > 0


async def test_a_file_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    """An old program must not touch what it does not understand."""
    path = tmp_path / "portineria.db"
    await (await Database.open(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    with pytest.raises(Corrupt, match="newer version"):
        await Database.open(path)


async def test_restoring_puts_the_backup_in_place_and_keeps_the_old_file(tmp_path: Path) -> None:
    """Nothing is thrown away by a restore."""
    path = tmp_path / "portineria.db"
    database = await Database.open(path)
    async with database.write() as tx:
        await tx.execute(ADD, {"chat": 1, "mark": 1})
    await database.backup(tmp_path / "a.db")
    async with database.write() as tx:
        await tx.execute(ADD, {"chat": 2, "mark": 2})
    await database.close()
    kept = backups.restore(tmp_path / "a.db", path)
    assert kept is not None
    assert kept.is_file()
    again = await Database.open(path)
    assert await _marks(again) == {1: 1}
    await again.close()


async def test_a_backup_that_does_not_match_its_checksum_is_not_restored(
    db: Database, tmp_path: Path
) -> None:
    """One flipped bit may pass SQLite's own check; the SHA-256 sees it."""
    target = tmp_path / "a.db"
    await db.backup(target)
    content = bytearray(target.read_bytes())
    content[-1] ^= 1
    target.write_bytes(content)
    with pytest.raises(UserError):
        backups.restore(target, tmp_path / "other.db")
