"""What every test may use: a real database in a temporary folder, and a guard against what is left running."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings

from storage.database import Database

settings.register_profile("portineria", deadline=None)  # a busy machine is no failure
settings.load_profile("portineria")


# Whole processes, and files of one long test: begun last they would keep one core busy and the others idle.
LONG = {"bench", "commands", "flows"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long is begun first; within that pytest-randomly's order stays."""
    items.sort(key=lambda item: item.path.parent.name not in LONG)


class HandClock:
    """A clock that moves only when told to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time it shows."""
        return self.now

    def forward(self, **by: float) -> None:
        """Move it, by the arguments of timedelta."""
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> HandClock:
    """Monday 23 November 2026, ten o'clock in Rome."""
    return HandClock()


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    """A fresh, migrated database."""
    database = await Database.open(tmp_path / "portineria.db")
    yield database
    await database.close()


class ForeignLock:
    """Another program that holds a database for a while."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)

    def take(self) -> None:
        """Nobody else can write from here on."""
        self._connection.execute("BEGIN IMMEDIATE")

    def give_back(self) -> None:
        """Everybody can again."""
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def close(self) -> None:
        """At the end."""
        self._connection.close()


@pytest.fixture
async def hasty_db(tmp_path: Path) -> AsyncIterator[Database]:
    """A database that waits for foreign locks only a moment."""
    database = await Database.open(tmp_path / "hasty.db", patience=0.02)
    yield database
    await database.close()


@pytest.fixture
def lock(hasty_db: Database) -> Iterator[ForeignLock]:
    """Another program at `hasty_db`."""
    lock = ForeignLock(hasty_db.path)
    yield lock
    lock.close()


@pytest.fixture(autouse=True)
async def _nothing_left_running() -> AsyncIterator[None]:
    """Fail a test that leaves a task behind."""
    before = asyncio.all_tasks()
    yield
    await asyncio.sleep(0)
    left = [
        task
        for task in asyncio.all_tasks() - before
        if task is not asyncio.current_task() and not task.done()
    ]
    assert not left, f"tasks left running: {left}"


@pytest.fixture(scope="session", autouse=True)
def _quiet_environment() -> Iterator[None]:
    """No setting of the developer's machine reaches a test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PORTINERIA_TOKEN", raising=False)
        yield
