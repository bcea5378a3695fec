"""The command line: texts for people on stderr, data on stdout, status 0, 1 or 2."""

import sys
from importlib import import_module
from typing import Any

import click

from bot import __version__, catalogs
from bot.core.errors import Corrupt, UserError
from bot.heap import keep_together

# Each command lives in its own module, loaded when it is asked for: `ask` need not import Telegram.
COMMANDS = {
    "ask": "bot.commands.ask:ask",
    "backup": "bot.commands.store:backup",
    "bench": "bot.commands.bench:bench",
    "cards": "bot.commands.cards:cards",
    "check": "bot.commands.run:check",
    "classify": "bot.commands.classify:classify",
    "demo": "bot.commands.run:demo",
    "feeds": "bot.commands.feeds:feeds",
    "hours": "bot.commands.hours:hours",
    "purge": "bot.commands.purge:purge",
    "restore": "bot.commands.store:restore",
    "run": "bot.commands.run:run",
    "simulator": "bot.commands.run:simulator",
    "staff": "bot.commands.staff:staff",
}


class LazyGroup(click.Group):
    """A group whose commands are imported by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, sorted."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command itself, None for an unknown name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a mistake the reader can mend becomes one clear text and status 2."""
        try:
            return super().invoke(ctx)
        except UserError as error:
            click.echo(catalogs.texts(catalogs.SOURCE).plain(error.key, **error.text_args), err=True)
            sys.exit(2)
        except Corrupt as error:
            click.echo(str(error), err=True)
            sys.exit(2)


@click.group(cls=LazyGroup)
@click.version_option(__version__, prog_name="portineria")
def main() -> None:
    """Portineria: the lodge of Milan's public housing on Telegram, and the wire desk behind it."""
    keep_together()
