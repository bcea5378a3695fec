"""One SQLite file: one writer behind a lock, read-only readers, migrations that are all or nothing.

The rules below come from measured failures (docs/decisions/0002-one-writer.md):

- a shared connection mixes tasks, so a transaction is one lock and one `BEGIN IMMEDIATE`;
- a cancelled task must not leave a transaction open, so begin, commit and rollback run to their end;
- SQLite before 3.51.3 can lose pages when a write meets another connection's checkpoint, so nobody
  else ever writes: readers are opened `mode=ro`, a second process is refused.
"""

import asyncio
import os
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Protocol, Self

import aiosqlite

from bot.core.errors import Unavailable, UserError
from storage import backups
from storage.connection import (
    BUSY_TIMEOUT,
    Params,
    Row,
    Statement,
    T,
    commit_all,
    connect,
    in_thread,
    passing_faults,
    read_all,
    roll_back,
    run_after,
)
from storage.file import lock, prepare
from storage.to_the_end import to_the_end
from storage.together import Together


class Reader(Protocol):
    """Where rows can be read from: the database's read-only side, or an open transaction."""

    async def fetch(self, sql: str, params: Params | None = None) -> Sequence[Row]:
        """All rows of one statement."""

    async def fetch_one(self, sql: str, params: Params | None = None) -> Row | None:
        """The first row of one statement, or None."""


class _ReadSide:
    """Reads over one connection; whoever reads meanwhile travels on the same trip."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._together = Together(self._travel)

    async def fetch(self, sql: str, params: Params | None = None) -> Sequence[Row]:
        """All rows of one reading statement, as of the last commit."""
        with passing_faults():
            return await self._together.do((sql, params or {}))

    async def _travel(self, reads: list[Statement]) -> Sequence[Sequence[Row] | Exception]:
        return await in_thread(self._connection, partial(read_all, reads))


class Transaction:
    """An open transaction: everything done through it is kept together or not at all.

    It begins, and takes its turn, with the first statement that is not queued; what is queued travels with the
    next. One that only queues is committed together with others that do (`Database.write`).
    """

    def __init__(self, connection: aiosqlite.Connection, turn: asyncio.Lock) -> None:
        self._connection = connection
        self._turn = turn
        self.begun = False
        self.waiting: list[Statement] = []
        self.changed: set[str] = set()  # names of what this changes, counted in `Database.changes`

    def queue(self, sql: str, params: Params | None = None) -> None:
        """Run one writing statement with the next one, or with the commit; what is wrong with it shows there."""
        self.waiting.append((sql, params or {}))

    async def fetch(self, sql: str, params: Params | None = None) -> Sequence[Row]:
        """All rows of one statement; with RETURNING, of a writing one too."""
        with passing_faults():
            return await self._run(lambda connection: connection.execute(sql, params or {}).fetchall())

    async def fetch_one(self, sql: str, params: Params | None = None) -> Row | None:
        """The first row of one statement, or None."""
        rows = await self.fetch(sql, params)
        return rows[0] if rows else None

    async def execute(self, sql: str, params: Params | None = None) -> int:
        """Run one writing statement; returns how many rows it changed."""
        return await self._run(lambda connection: connection.execute(sql, params or {}).rowcount)

    async def execute_many(self, sql: str, rows: Iterable[Params]) -> None:
        """Run one statement for each of `rows`."""
        await self._run(lambda connection: connection.executemany(sql, rows))

    async def commit(self) -> None:
        """Keep it all; called by `Database.write`."""
        await to_the_end(self._run(lambda connection: connection.execute("COMMIT")))

    async def roll_back(self) -> None:
        """Keep nothing; called by `Database.write`."""
        # Asked for in the connection's own thread, behind whatever a cancelled caller left there.
        await to_the_end(in_thread(self._connection, roll_back))

    async def _run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        if not self.begun:
            await self._turn.acquire()
            self.begun = True
            self.waiting.insert(0, ("BEGIN IMMEDIATE", {}))
        waiting, self.waiting = self.waiting, []
        return await in_thread(self._connection, partial(run_after, waiting, work))


class Database:
    """The open file. Make it with `Database.open`, give it back with `close`."""

    def __init__(
        self, path: Path, *, reader: aiosqlite.Connection, writer: aiosqlite.Connection | None
    ) -> None:
        self.path = path
        self._reader = _ReadSide(reader)
        self._connections = [reader] if writer is None else [reader, writer]
        self._writer = writer
        self._turn = asyncio.Lock()
        self._commits = Together(self._commit)
        self.changes: Counter[str] = Counter()  # how often this process may have changed what goes by a name
        self.fault: str | None = None  # why the last attempt failed, as in Unavailable; None where it did not
        self._probing = asyncio.Lock()
        self._lock_file: int | None = None

    @classmethod
    async def open(cls, path: Path, *, patience: float = BUSY_TIMEOUT) -> Self:
        """Open for reading and writing, migrated to the newest form. `patience`: seconds a foreign lock is waited for.

        Raises UserError("database_in_use") where another process has it, Corrupt where the file is damaged
        (the message names the newest good backup) or was written by a newer version.
        """
        lock_file = await asyncio.to_thread(lock, path)
        try:
            await asyncio.to_thread(prepare, path)
            writer = await connect(f"file:{path}", patience=patience)
            reader = await connect(f"file:{path}?mode=ro", patience=patience)
        except BaseException:
            os.close(lock_file)
            raise
        database = cls(path, reader=reader, writer=writer)
        database._lock_file = lock_file
        return database

    @classmethod
    async def open_for_reading(cls, path: Path) -> Self:
        """Open read-only beside a running bot. Raises UserError("database_missing") where there is no file."""
        if not await asyncio.to_thread(path.is_file):
            raise UserError("database_missing", path=str(path))
        return cls(path, reader=await connect(f"file:{path}?mode=ro"), writer=None)

    @property
    def writable(self) -> bool:
        """Whether this side may write at all: not beside a running bot."""
        return self._writer is not None

    async def fetch(self, sql: str, params: Params | None = None) -> Sequence[Row]:
        """All rows of one reading statement, as of the last commit. Raises Unavailable."""
        try:
            return await self._reader.fetch(sql, params)
        except Unavailable as error:
            self.fault = error.fault
            raise

    async def fetch_one(self, sql: str, params: Params | None = None) -> Row | None:
        """The first row of one reading statement, or None. Raises Unavailable."""
        rows = await self.fetch(sql, params)
        return rows[0] if rows else None

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Transaction]:
        """A transaction, committed at the end, rolled back on any exception.

        There is one at a time; those that only queue share one, each whole or not at all. No network inside:
        everybody else's writes wait for this one. Raises Unavailable where the disk is full
        or the file is locked or read-only; then nothing was written, and the same may work later.
        """
        if self._writer is None:
            raise UserError("database_read_only", path=str(self.path))
        tx = Transaction(self._writer, self._turn)
        try:
            with passing_faults():
                yield tx
                if tx.begun:
                    await tx.commit()
                elif tx.waiting:
                    await to_the_end(self._commits.do(tx.waiting))
        except BaseException as error:
            if tx.begun:
                await tx.roll_back()
            if isinstance(error, Unavailable):
                self.fault = error.fault
            raise
        else:
            if tx.begun or tx.waiting:
                self.fault = None
        finally:
            self.changes.update(tx.changed)  # whatever came of it: one read too many does no harm
            if tx.begun:
                self._turn.release()

    async def _commit(self, transactions: list[list[Statement]]) -> Sequence[Exception | None]:
        assert self._writer is not None  # noqa: S101  (write() has checked)
        async with self._turn:
            return await to_the_end(in_thread(self._writer, partial(commit_all, transactions)))

    async def probe(self) -> str | None:
        """Write something that changes nothing: the fault, or None where the database takes it."""
        with suppress(Unavailable):
            async with self.write() as tx:
                # The same number again is a page written all the same.
                version = await tx.fetch_one("PRAGMA user_version")
                await tx.execute(f"PRAGMA user_version = {version[0] if version else 0}")
        return self.fault

    async def until_well(self, *, pause: float = 1.0) -> None:
        """Return when a transaction can be written again; one of all who wait tries, every `pause` seconds."""
        while self.fault is not None:
            async with self._probing:
                await self._try_again(pause)

    async def _try_again(self, pause: float) -> None:
        """Unless whoever tried before found it well."""
        if self.fault is not None and await self.probe() is not None:
            await asyncio.sleep(pause)

    async def backup(self, target: Path) -> str:
        """Copy the whole file to `target` while it is in use; returns the copy's SHA-256, also written beside it."""
        return await asyncio.to_thread(backups.make, self.path, target)

    async def truncate_log(self) -> None:
        """Bring everything into the file itself and empty the write-ahead log (TRAPS 18).

        While somebody reads or copies the file the log stays as it is: nobody here waits for that, call it again.
        """
        if self._writer is None:
            raise UserError("database_read_only", path=str(self.path))
        async with self._turn:
            await to_the_end(self._empty_log(self._writer))

    async def _empty_log(self, writer: aiosqlite.Connection) -> None:
        ((patience,),) = await writer.execute_fetchall("PRAGMA busy_timeout")
        await self._run("PRAGMA busy_timeout = 0")
        try:
            await self._run("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            await self._run(f"PRAGMA busy_timeout = {int(patience)}")

    async def close(self) -> None:
        """Close both sides, also where a transaction was just cut off; safe to call twice."""
        connections, self._connections = self._connections, []
        for connection in connections:
            await to_the_end(connection.close())
        if self._lock_file is not None:
            os.close(self._lock_file)
            self._lock_file = None

    async def _run(self, sql: str) -> None:
        assert self._writer is not None  # noqa: S101  (write() has checked)
        await self._writer.execute_fetchall(sql)


@asynccontextmanager
async def opened(path: Path, *, reading: bool = False) -> AsyncIterator[Database]:
    """The database for as long as a command needs it; `reading`: beside a running bot. Raises as `open` does."""
    database = await (Database.open_for_reading(path) if reading else Database.open(path))
    try:
        yield database
    finally:
        await database.close()
