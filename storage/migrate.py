"""Numbered migrations, each one explicit transaction that ends by setting `user_version`."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from bot.core.errors import Corrupt


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One file `NNNN_name.sql`, cut into its statements."""

    number: int
    statements: tuple[str, ...]


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A plain connection without implicit transactions, closed at the end."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def check(connection: sqlite3.Connection) -> None:
    """Raise Corrupt with SQLite's first finding where the file does not hold together."""
    finding = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if finding != "ok":
        raise Corrupt(finding)


def apply(connection: sqlite3.Connection) -> None:
    """Apply what is missing. Raises Corrupt where the file was written by a newer version than this one."""
    known = migrations()
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > known[-1].number:
        message = f"written by a newer version (schema {version}, this program knows {known[-1].number})"
        raise Corrupt(message)
    for migration in known:
        if migration.number > version:
            _apply_one(connection, migration)


def migrations() -> list[Migration]:
    """All migrations, in order."""
    folder = resources.files("storage") / "migrations"
    files = sorted(
        (item for item in folder.iterdir() if item.name.endswith(".sql")), key=lambda item: item.name
    )
    return [
        Migration(number=int(item.name[:4]), statements=tuple(_statements(item.read_text("utf-8"))))
        for item in files
    ]


def _apply_one(connection: sqlite3.Connection, migration: Migration) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in migration.statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {migration.number}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    """Cut a script where a statement is complete (a trigger's inner semicolons do not count)."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending.strip()
            pending = ""
    if pending.strip() and not all(line.lstrip().startswith("--") for line in pending.strip().splitlines()):
        message = f"unfinished statement at the end: {pending.strip()[:60]}"
        raise ValueError(message)
