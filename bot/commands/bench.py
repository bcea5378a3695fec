"""Measurements anyone can run; each says what it measured and prints figures, never a verdict."""

from pathlib import Path

import click

from bot.bench.answers import answers
from bot.bench.relevance import relevance
from bot.bench.safety import main as safety


@click.group()
def bench() -> None:
    """Measure: every figure in docs/, made again."""


bench.add_command(answers)
bench.add_command(relevance)
bench.add_command(safety, "safety")


@bench.command()
@click.option("--kills", default=1000, show_default=True, help="Kills of the bot's own sender.")
@click.option(
    "--controls", default=60, show_default=True, help="Kills of each wrong way of sending; 0: none."
)
@click.option("--seed", default=1, show_default=True, help="Another seed, another history.")
def crash(kills: int, controls: int, seed: int) -> None:
    """Kill the sender (-9) at many moments; count at the receiver."""
    from bot.bench.crash import main

    if not main(kills=kills, controls=controls, seed=seed):
        raise SystemExit(1)


@bench.command()
@click.argument("cards", type=click.Path(path_type=Path, exists=True))
@click.option("--cards", "number", default=0, help="So many cards, made of those given; 0: those.")
@click.option("--rounds", default=3, show_default=True, help="Turns of each edit.")
def edits(cards: Path, *, number: int, rounds: int) -> None:
    """From saving an edited card to the answer that knows it."""
    from bot.bench.edits import main

    for line in main(cards, number=number, rounds=rounds):
        click.echo(line)


@bench.command()
@click.option("--feeds", "number", default=500, show_default=True)
@click.option("--items", default=20, show_default=True, help="Of each feed.")
@click.option("--rounds", default=3, show_default=True, help="Turns of each.")
@click.option("--polls", default=0, help="Only the memory over so many polls of ours.")
def feeds(*, number: int, items: int, rounds: int, polls: int) -> None:
    """CPU and memory of polling: ours beside reader and a bare floor."""
    from bot.bench.feeds import main, main_memory

    if polls:
        main_memory(feeds=number, items=items, polls=polls)
    else:
        main(feeds=number, items=items, rounds=rounds)


@bench.command()
@click.option("--seconds", default=60, show_default=True, help="How long at least.")
@click.option("--only", default="", help="Those with this in their name.")
@click.option("--each", is_flag=True, help="Say how each of them ended.")
def hostile(*, seconds: int, only: str, each: bool) -> None:
    """Hostile bodies and servers beside good feeds: what they delay."""
    from bot.bench.hostile import main

    if not main(seconds=seconds, only=only, each=each):
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
@click.option("--chats", default=10_000, show_default=True)
@click.option("--topics", default=1, show_default=True, help="Broadcasts at once.")
@click.option("--kills", default=0, show_default=True, help="Kills (-9) on the way.")
@click.option(
    "--scale", default=1.0, show_default=True, help="How many times faster the limits are than Telegram's."
)
@click.option("--seed", default=1, show_default=True, help="Another seed, another history.")
@click.option("--memory", is_flag=True, help="Only the memory for 1,000 and for 100,000 recipients.")
def broadcast(*, chats: int, topics: int, kills: int, scale: float, seed: int, memory: bool) -> None:
    """Send to many chats: pace, answers beside it, what is lost."""
    from bot.bench.broadcast import main, main_memory

    if memory:
        main_memory((1_000, 100_000), seconds=20.0)
    elif not main(chats=chats, topics=topics, kills=kills, scale=scale, seed=seed):
        raise SystemExit(1)


@bench.command()
@click.option("--lasts", default=15.0, show_default=True, help="Seconds the disk is full, and refuses.")
@click.option("--locked", default=60.0, show_default=True, help="Seconds another program holds the file.")
@click.option("--copies", default=100, show_default=True, help="Backups made under load.")
def disk(lasts: float, locked: float, copies: int) -> None:
    """A disk that is full or refuses; backups under load."""
    from bot.bench.disk import main

    if not main(lasts=lasts, locked=locked, copies=copies):
        raise SystemExit(1)


@bench.command()
@click.option("--times", default=100, show_default=True, help="Processes ended, every other one by a crash.")
@click.option("--seed", default=1, show_default=True, help="Other moments.")
def ending(times: int, seed: int) -> None:
    """SIGTERM or a crash: is the process gone within ten seconds?"""
    from bot.bench.ending import main

    if not main(times=times, seed=seed):
        raise SystemExit(1)


@bench.command()
@click.option("--speed", default=30.0, show_default=True, help="How many times faster the clock runs.")
@click.option("--long", default=600.0, show_default=True, help="Seconds the long faults last.")
def polling(speed: float, long: float) -> None:
    """Faults on getUpdates: how long the bot is deaf."""
    from bot.bench.polling import main

    if not main(speed=speed, long=long):
        raise SystemExit(1)


@bench.command()
@click.option("--updates", "number", default=2_000, show_default=True, help="Questions a turn.")
@click.option("--rounds", default=3, show_default=True, help="Turns of each client.")
@click.option(
    "--cards",
    type=click.Path(path_type=Path, exists=True),
    default=Path("knowledge"),
    show_default=True,
    help="What ours answers from.",
)
def updates(number: int, rounds: int, cards: Path) -> None:
    """CPU per update: ours beside PTB's and aiogram's bare echo."""
    from bot.bench.updates import main

    main(updates=number, rounds=rounds, cards=cards)


@bench.command()
def simulator() -> None:
    """How many sendMessage calls a second the simulator serves."""
    from bot.simulator.bench import main

    main()
