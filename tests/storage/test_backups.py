"""Copies that can be trusted, and what restoring one does."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from bot.core.errors import UserError
from storage import backups
from storage.database import Database

ADD = "INSERT INTO chat_mark (chat_id, last_message_id) VALUES (:chat, :mark)"


async def _marks(db: Database) -> dict[int, int]:
    rows = await db.fetch("SELECT chat_id, last_message_id FROM chat_mark")
    return {row["chat_id"]: row["last_message_id"] for row in rows}


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
