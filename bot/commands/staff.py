"""Who belongs to the staff."""

import asyncio
from pathlib import Path

import click

from bot.commands.store import DB
from bot.core.rights import Role
from bot.services.clock import system_clock
from storage import audit
from storage import staff as rows
from storage.database import opened
from storage.staff import Member


@click.group()
def staff() -> None:
    """List, add or remove people of the staff."""


@staff.command("list")
@DB
def list_members(db: Path) -> None:
    """One line a person: user id, role, where it comes from."""

    async def work() -> list[Member]:
        async with opened(db, reading=True) as database:
            return await rows.members(database)

    for member in asyncio.run(work()):
        click.echo(f"{member.user_id}\t{member.role}\t{member.origin}")


@staff.command()
@click.argument("user_id", type=click.IntRange(min=1))
@click.argument("role", type=click.Choice([role.value for role in Role]))
@DB
def add(user_id: int, role: str, db: Path) -> None:
    """Add USER_ID with ROLE, or change their role."""

    async def work() -> None:
        now = system_clock()
        async with opened(db) as database, database.write() as tx:
            await rows.put(tx, user_id, Role(role), origin="added", now=now)
            await audit.note(tx, actor=None, action="staff_add", about=f"staff:{user_id}", now=now)

    asyncio.run(work())


@staff.command()
@click.argument("user_id", type=click.IntRange(min=1))
@DB
def remove(user_id: int, db: Path) -> None:
    """Take USER_ID off the staff; status 1 where they were not on it."""

    async def work() -> bool:
        now = system_clock()
        async with opened(db) as database, database.write() as tx:
            await audit.note(tx, actor=None, action="staff_remove", about=f"staff:{user_id}", now=now)
            return await rows.remove(tx, user_id)

    if not asyncio.run(work()):
        raise SystemExit(1)
