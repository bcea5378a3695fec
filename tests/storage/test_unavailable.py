"""A full disk, a read-only file, a foreign lock: said as such, nothing half written, well again by itself."""

import asyncio
import sqlite3

import pytest

from bot.core.errors import Unavailable
from storage.database import Database
from tests.conftest import ForeignLock

FILL = "INSERT INTO incident (name, began_at) VALUES (:name, 1)"


async def add(db: Database, *names: str) -> None:
    """Rows, in one transaction."""
    async with db.write() as tx:
        await tx.execute_many(FILL, [{"name": name} for name in names])


async def names(db: Database) -> set[str]:
    """What is there."""
    return {row["name"][:5] for row in await db.fetch("SELECT name FROM incident")}


async def limit_pages(db: Database, more: int) -> None:
    """SQLite itself says SQLITE_FULL beyond this many more pages."""
    async with db.write() as tx:
        pages = (await tx.fetch("PRAGMA page_count"))[0][0]
        await tx.fetch(f"PRAGMA max_page_count = {pages + more}")


async def test_a_full_disk_is_said_and_the_transaction_is_undone(db: Database) -> None:
    """As with SQLITE_FULL from the file system; afterwards the same write works."""
    await limit_pages(db, 0)
    with pytest.raises(Unavailable, match="full"):
        await add(db, "small", "large" * 20_000)
    assert (db.fault, await names(db)) == ("full", set())
    await limit_pages(db, 1_000)
    await add(db, "large" * 20_000)
    assert (db.fault, await names(db)) == (None, {"large"})


async def test_a_foreign_lock_is_waited_out(hasty_db: Database, lock: ForeignLock) -> None:
    """Who waits goes on when the other program lets go."""
    lock.take()
    with pytest.raises(Unavailable, match="locked"):
        await add(hasty_db, "first")
    waiting = asyncio.create_task(hasty_db.until_well(pause=0.01))
    await asyncio.sleep(0.2)
    assert not waiting.done()
    lock.give_back()
    async with asyncio.timeout(5):
        await waiting
    await add(hasty_db, "after")
    assert (hasty_db.fault, await names(hasty_db)) == (None, {"after"})


async def test_a_file_that_can_only_be_read_is_said(db: Database) -> None:
    """Reading goes on."""
    async with db.write() as tx:
        await tx.execute("PRAGMA query_only = ON")
    with pytest.raises(Unavailable, match="read_only"):
        await add(db, "erste")
    assert await db.probe() == "read_only"
    assert await names(db) == set()


async def test_a_mistake_of_ours_is_not_taken_for_an_outage(db: Database) -> None:
    """It would be tried for ever."""
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        async with db.write() as tx:
            await tx.execute("INSERT INTO nowhere VALUES (1)")
    assert db.fault is None
