"""Whose the database file is, and what is done about one that is not whole."""

import os
import sqlite3
from pathlib import Path

import pytest

from bot.core.errors import Corrupt, UserError
from storage.database import Database


async def test_a_second_process_is_refused(db: Database) -> None:
    """One writer, also between processes."""
    with pytest.raises(UserError) as refused:
        await Database.open(db.path)
    assert refused.value.key == "database_in_use"


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
