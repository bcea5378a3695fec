"""Throwing away what is too old, by hand."""

import asyncio
from pathlib import Path

import click

from bot.commands.store import DB
from bot.services.clock import system_clock
from bot.services.retention import Retention
from storage.database import Database


@click.command()
@DB
def purge(db: Path) -> None:
    """Throw away now what the nightly round would; one line a kind of row: name, how many."""

    async def work() -> dict[str, int]:
        database = await Database.open(db)
        try:
            return await Retention(database, clock=system_clock).purge()
        finally:
            await database.close()

    for name, number in asyncio.run(work()).items():
        click.echo(f"{name}\t{number}")
