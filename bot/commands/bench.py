"""Measurements anyone can run; each says what it measured and prints figures, never a verdict."""

import click

from bot.bench.answers import answers


@click.group()
def bench() -> None:
    """Measure: answers, crash, inbox, simulator."""


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
@click.option("--kills", default=100, show_default=True, help="Kills of the bot at each rate.")
@click.option("--controls", default=20, show_default=True, help="Kills of stock polling; 0: none.")
@click.option(
    "--rate", "rates", multiple=True, default=(20.0, 400.0), show_default=True, help="Messages a second."
)
@click.option("--seed", default=1, show_default=True, help="Another seed, another history.")
def inbox(kills: int, controls: int, rates: tuple[float, ...], seed: int) -> None:
    """Kill the bot (-9) while people write; count their answers."""
    from bot.bench.inbox import main

    if not main(kills=kills, controls=controls, rates=rates, seed=seed):
        raise SystemExit(1)


@bench.command()
def simulator() -> None:
    """How many sendMessage calls a second the simulator serves."""
    from bot.simulator.bench import main

    main()
