"""What the commands that fit a model and write its data file ask for alike."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

_EXISTING = click.Path(exists=True, path_type=Path)

files = click.argument("files", nargs=-1, required=True, type=_EXISTING)
cache = click.option(
    "--cache", type=click.Path(path_type=Path), help="Keep the meaning vectors here for the next time."
)


def more(name: str, help_: str) -> Callable[[Any], Any]:
    """Further files, an option that may be given several times."""
    return click.option(name, multiple=True, type=_EXISTING, help=help_)


def to(data: str) -> Callable[[Any], Any]:
    """Where to write; else where the program reads its data file from."""
    return click.option(
        "--to", type=click.Path(path_type=Path), default=Path("bot/core") / data, show_default=True
    )
