"""One SQLite connection in its thread: how it is opened, what is done on one trip there, which faults may pass."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import aiosqlite

from bot.core.errors import Unavailable

T = TypeVar("T")
Params = Mapping[str, object]
Row = sqlite3.Row
Statement = tuple[str, Params]

# What may pass by itself, by the beginning of SQLite's name for it; anything else is a mistake of ours or damage.
PASSING = {
    "SQLITE_FULL": "full",
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_READONLY": "read_only",
    "SQLITE_IOERR": "disk",
    "SQLITE_CANTOPEN": "disk",
}

BUSY_TIMEOUT = 5.0  # seconds; another process may hold the file for a moment, a backup tool for instance


async def connect(uri: str, *, patience: float = BUSY_TIMEOUT) -> aiosqlite.Connection:
    """Open it. `patience`: seconds a foreign lock is waited for."""
    connecting = aiosqlite.connect(uri, uri=True, isolation_level=None, timeout=patience)
    # aiosqlite's thread would keep a crashed process alive for ever; as a daemon it cannot (TRAPS 14).
    connecting._thread.daemon = True
    connection = await connecting
    connection.row_factory = sqlite3.Row
    await connection.execute_fetchall("PRAGMA foreign_keys = ON")
    await connection.execute_fetchall("PRAGMA synchronous = FULL")
    await connection.execute_fetchall("PRAGMA secure_delete = ON")
    return connection


@contextmanager
def passing_faults() -> Iterator[None]:
    """Raise Unavailable for what may pass by itself."""
    try:
        yield
    except sqlite3.OperationalError as error:
        name = getattr(error, "sqlite_errorname", "")
        fault = next((fault for start, fault in PASSING.items() if name.startswith(start)), None)
        if fault is None:
            raise
        raise Unavailable(fault) from error


def read_all(reads: Sequence[Statement], connection: sqlite3.Connection) -> list[Sequence[Row] | Exception]:
    """The rows of each, or what it ended with."""
    results: list[Sequence[Row] | Exception] = []
    for sql, params in reads:
        try:
            results.append(connection.execute(sql, params).fetchall())
        except Exception as error:  # noqa: BLE001  (of one read, not of its neighbours)
            results.append(error)
    return results


def run_after(
    waiting: Sequence[Statement],
    work: Callable[[sqlite3.Connection], T],
    connection: sqlite3.Connection,
) -> T:
    """Do `work` once the statements that wait have run."""
    for sql, params in waiting:
        connection.execute(sql, params)
    return work(connection)


def commit_all(
    transactions: Sequence[Sequence[Statement]], connection: sqlite3.Connection
) -> list[Exception | None]:
    """All in one commit, each whole or not at all: one that cannot be written takes nobody's with it."""
    results: list[Exception | None] = []
    try:
        connection.execute("BEGIN IMMEDIATE")
        for statements in transactions:
            connection.execute("SAVEPOINT one")
            try:
                for sql, params in statements:
                    connection.execute(sql, params)
            except Exception as error:
                if not connection.in_transaction:  # a full disk for instance ends them all
                    raise
                connection.execute("ROLLBACK TO one")
                results.append(error)
            else:
                results.append(None)
            connection.execute("RELEASE one")
        connection.execute("COMMIT")
    except BaseException:
        roll_back(connection)
        raise
    return results


async def in_thread(connection: aiosqlite.Connection, work: Callable[[sqlite3.Connection], T]) -> T:
    """Several calls in one trip to the connection's thread, for which aiosqlite has no public way."""
    execute: Any = connection._execute
    result: T = await execute(work, connection._conn)
    return result


def roll_back(connection: sqlite3.Connection) -> None:
    """Keep nothing of the open transaction, if there is one."""
    if connection.in_transaction:
        connection.rollback()
