"""Copies of the database that can be trusted: made by SQLite's backup, checked, with their SHA-256 beside them."""

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from bot.core.errors import UserError

FOLDER = "backups"  # beside the database


def make(source: Path, target: Path) -> str:
    """Copy `source` to `target` while it is in use; returns the SHA-256, also written to `target`.sha256.

    The copy appears under its name only when it is complete and checked.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    with (
        closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as reading,
        closing(sqlite3.connect(partial)) as writing,
    ):
        reading.backup(writing)
        writing.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
        if writing.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise UserError("backup_bad", path=str(target))
    digest = sha256(partial)
    _sync(partial)
    partial.replace(target)
    _checksum_file(target).write_text(f"{digest}  {target.name}\n", "ascii")
    return digest


def restore(backup: Path, target: Path) -> Path | None:
    """Put `backup` in the place of `target`; returns where the old file went, None where there was none.

    The caller holds the database's lock. Raises UserError where the backup is missing, damaged or does not match its SHA-256.
    """
    if not backup.is_file():
        raise UserError("backup_missing", path=str(backup))
    if not is_good(backup):
        raise UserError("backup_bad", path=str(backup))
    fresh = target.with_name(target.name + ".restoring")
    shutil.copyfile(backup, fresh)
    _sync(fresh)
    kept = None
    if target.exists():
        kept = target.with_name(f"{target.name}.before-restore-{datetime.now(UTC):%Y%m%dT%H%M%SZ}")
        for suffix in ("", "-wal", "-shm"):
            part = Path(f"{target}{suffix}")
            if part.exists():
                part.rename(f"{kept}{suffix}")
    fresh.replace(target)
    return kept


def newest_good(database: Path) -> Path | None:
    """The newest backup beside `database` that passes its checks, or None."""
    folder = database.parent / FOLDER
    files = sorted(folder.glob("*.db"), key=lambda path: path.stat().st_mtime, reverse=True)
    return next((path for path in files if is_good(path)), None)


def is_good(backup: Path) -> bool:
    """Whether the copy matches its SHA-256 (where one is there) and holds together."""
    recorded = _checksum_file(backup)
    if recorded.is_file() and recorded.read_text("ascii").split()[:1] != [sha256(backup)]:
        return False
    try:
        with closing(sqlite3.connect(f"file:{backup}?mode=ro&immutable=1", uri=True)) as connection:
            return bool(connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")
    except sqlite3.DatabaseError:
        return False


def sha256(path: Path) -> str:
    """The file's SHA-256 in hexadecimal."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _checksum_file(path: Path) -> Path:
    return path.with_name(path.name + ".sha256")


def _sync(path: Path) -> None:
    with path.open("rb+") as handle:
        os.fsync(handle.fileno())
