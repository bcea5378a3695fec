"""Measurements anyone can run; each says what it measured and prints figures, never a verdict."""

import click

from bot.bench.answers import answers


@click.group()
def bench() -> None:
    """Measure: answers, simulator."""


bench.add_command(answers)


@bench.command()
def simulator() -> None:
    """How many sendMessage calls a second the simulator serves."""
    from bot.simulator.bench import main

    main()
