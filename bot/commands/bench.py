"""Measurements anyone can run; each says what it measured and prints figures, never a verdict."""

import click

from bot.bench.answers import answers


@click.group()
def bench() -> None:
    """Measure: answers, crash, simulator."""


bench.add_command(answers)


@bench.command()
@click.option("--kills", default=1000, show_default=True, help="Kills of the bot's own sender.")
@click.option(
    "--controls", default=60, show_default=True, help="Kills of each wrong way of sending; 0: none."
)
@click.option("--seed", default=1, show_default=True, help="Another seed, another history.")
def crash(kills: int, controls: int, seed: int) -> None:
    """Kill the sender (-9) at failpoints and random moments; count at the receiver."""
    from bot.bench.crash import main

    if not main(kills=kills, controls=controls, seed=seed):
        raise SystemExit(1)


@bench.command()
def simulator() -> None:
    """How many sendMessage calls a second the simulator serves."""
    from bot.simulator.bench import main

    main()
