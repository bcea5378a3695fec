"""The database file: whose it is, whether it is whole, and in the newest form."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.core.errors import Corrupt, UserError
from storage import backups, migrate


def lock(path: Path) -> int:
    """Hold the file's lock for this process's life; the number of the open lock file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        raise UserError("database_in_use", path=str(path)) from error
    return handle


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the file against every other process. Raises UserError("database_in_use") where one has it."""
    handle = lock(path)
    try:
        yield
    finally:
        os.close(handle)


def prepare(path: Path) -> None:
    """Check the file's integrity and bring it to the newest form, before anything else touches it."""
    try:
        with migrate.opened(path) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            migrate.check(connection)
            migrate.apply(connection)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
            raise UserError("database_in_use", path=str(path)) from error
        raise _damaged(path, str(error)) from error
    except Corrupt as error:
        raise _damaged(path, str(error)) from error


def _damaged(path: Path, detail: str) -> Corrupt:
    newest = backups.newest_good(path)
    advice = (
        f"restore the newest good backup: portineria restore {newest}"
        if newest
        else "no good backup was found"
    )
    return Corrupt(f"the database {path} is damaged ({detail}); {advice}")


def version_note() -> str | None:
    """What to say at start where this SQLite has the WAL-reset bug (fixed in 3.51.3, 3.50.7 and 3.44.6)."""
    version = sqlite3.sqlite_version_info
    mended = version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)
    return (
        None
        if mended
        else f"SQLite {sqlite3.sqlite_version} has the WAL-reset bug; one writer keeps clear of it"
    )
