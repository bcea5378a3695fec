"""Every statement compiles against the migrated schema, and the hot ones use their index."""

import importlib
import pkgutil
import re

import pytest

import storage
from storage import inbox, outbox, sending, tenants
from storage.database import Database

SQL = re.compile(r"^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b")


def statements() -> list[tuple[str, str]]:
    """The module-level statements of every storage module."""
    found = []
    for info in pkgutil.iter_modules(storage.__path__):
        module = importlib.import_module(f"storage.{info.name}")
        for name, value in vars(module).items():
            values = (
                value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
            )
            found += [
                (f"{info.name}.{name}", text) for text in values if isinstance(text, str) and SQL.match(text)
            ]
    return sorted(set(found))


@pytest.mark.parametrize(("name", "statement"), statements())
async def test_it_compiles_against_the_newest_schema(db: Database, name: str, statement: str) -> None:
    """A column renamed in a migration is found here, not at night."""
    params = dict.fromkeys(re.findall(r":(\w+)", statement), None)
    async with db.write() as tx:
        assert await tx.fetch(f"EXPLAIN {statement}", params), name
    assert "SELECT *" not in statement


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (sending.NEXT_DUE, "outbox_due"),
        (outbox.COUNTS, "outbox_topic"),
        (inbox.GET, "PRIMARY KEY"),
        (tenants.BY_QUARTER, "subscription"),
    ],
)
async def test_the_hot_ones_use_their_index(db: Database, statement: str, index: str) -> None:
    """What runs every second, or for every message, must not read a whole table."""
    params = dict.fromkeys(re.findall(r":(\w+)", statement), 1)
    plan = await db.fetch(f"EXPLAIN QUERY PLAN {statement}", params)
    details = " / ".join(row["detail"] for row in plan)
    assert index in details or "PRIMARY KEY" in details, details
