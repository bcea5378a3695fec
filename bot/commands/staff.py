"""Who belongs to the staff."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import click

from bot.commands.store import DB
from bot.core.rights import Role
from bot.services.clock import system_clock
from storage import audit
from storage import staff as rows
from storage.database import Database

T = TypeVar("T")


def _with(db: Path, work: Callable[[Database], Awaitable[T]], *, reading: bool = False) -> T:
    async def whole() -> T:
        database = await (Database.open_for_reading(db) if reading else Database.open(db))
        try:
            return await work(database)
        finally:
            await database.close()

    return asyncio.run(whole())


@click.group()
def staff() -> None:
    """List, add or remove people of the staff."""


@staff.command("list")
@DB
def list_members(db: Path) -> None:
    """One line a person: user id, role, where it comes from."""
    for member in _with(db, rows.members, reading=True):
        click.echo(f"{member.user_id}\t{member.role}\t{member.origin}")


@staff.command()
@click.argument("user_id", type=click.IntRange(min=1))
@click.argument("role", type=click.Choice([role.value for role in Role]))
@DB
def add(user_id: int, role: str, db: Path) -> None:
    """Add USER_ID with ROLE, or change their role."""

    async def work(database: Database) -> None:
        now = system_clock()
        async with database.write() as tx:
            await rows.put(tx, user_id, Role(role), origin="added", now=now)
            await audit.note(tx, actor=None, action="staff_add", about=f"staff:{user_id}", now=now)

    _with(db, work)


@staff.command()
@click.argument("user_id", type=click.IntRange(min=1))
@DB
def remove(user_id: int, db: Path) -> None:
    """Take USER_ID off the staff; status 1 where they were not on it."""

    async def work(database: Database) -> bool:
        now = system_clock()
        async with database.write() as tx:
            await audit.note(tx, actor=None, action="staff_remove", about=f"staff:{user_id}", now=now)
            return await rows.remove(tx, user_id)

    if not _with(db, work):
        raise SystemExit(1)
