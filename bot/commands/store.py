"""Backups by hand."""

import asyncio
from pathlib import Path

import click

from storage import backups
from storage.database import opened
from storage.file import locked

DB = click.option(
    "--db",
    type=click.Path(path_type=Path),
    default=Path("portineria.db"),
    show_default=True,
    help="The database.",
)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@DB
def backup(file: Path, db: Path) -> None:
    """Copy the database to FILE, also while the bot runs.

    Prints the copy's SHA-256.
    """

    async def work() -> str:
        async with opened(db, reading=True) as database:
            return await database.backup(file)

    click.echo(asyncio.run(work()))


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@DB
def restore(file: Path, db: Path) -> None:
    """Put the backup FILE in the place of the database.

    The old one is kept beside it.
    """
    with locked(db):
        kept = backups.restore(file, db)
    click.echo(str(kept) if kept else "", nl=bool(kept))
