"""Throwing away what is too old, by hand."""

import asyncio
from pathlib import Path

import click

from bot.commands.store import DB
from bot.services.clock import system_clock
from bot.services.retention import Retention
from storage.database import opened


@click.command()
@DB
def purge(db: Path) -> None:
    """Throw away now what the nightly round would.

    Prints one line a kind of row: name, how many.
    """

    async def work() -> dict[str, int]:
        async with opened(db) as database:
            return await Retention(database, clock=system_clock).purge()

    for name, number in asyncio.run(work()).items():
        click.echo(f"{name}\t{number}")
