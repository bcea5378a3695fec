"""What polling costs: ours beside lemon24/reader and a bare floor: `portineria bench feeds`.

One local site; each in turn, in processes of their own with an empty store: a first pass over all feeds, a pass that is
all 304, a pass of the same bodies from a site without ETags. CPU seconds and memory count child processes too.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp
import click

from bot.bench.lives import process

OURS, READER, FLOOR = "portineria", "reader", "floor"
PASSES = ("first", "304", "unchanged")
Sample = dict[str, Any]  # what the child says of one pass


@asynccontextmanager
async def site(feeds: int, items: int) -> AsyncIterator[str]:
    """The site's address."""
    async with process("bot.bench.feeds_site", str(feeds), str(items)) as child:
        assert child.stdout is not None  # noqa: S101 - a pipe was asked for
        yield (await child.stdout.readline()).decode().strip()


class Measured:
    """Someone ready to poll."""

    def __init__(self, child: asyncio.subprocess.Process) -> None:
        self._child = child

    async def poll(self) -> Sample:
        """One pass over all feeds."""
        assert self._child.stdin is not None  # noqa: S101 - a pipe was asked for
        self._child.stdin.write(b"\n")
        return await self.says()

    async def says(self) -> Sample:
        """Its next line."""
        assert self._child.stdout is not None  # noqa: S101
        line = await self._child.stdout.readline()
        if not line:
            raise RuntimeError("the measured process has ended")
        said: Sample = json.loads(line)
        return said


@asynccontextmanager
async def measured(who: str, address: str, feeds: int) -> AsyncIterator[Measured]:
    """`who`, started with an empty store."""
    with TemporaryDirectory() as folder:
        async with process("bot.bench.feeds_child", who, address, str(feeds), folder) as child:
            polled = Measured(child)
            await polled.says()
            yield polled


async def mode(address: str, **wanted: object) -> None:
    """Tell the site how to serve."""
    async with aiohttp.ClientSession() as http, http.post(f"{address}/mode", json=wanted) as answer:
        answer.raise_for_status()


async def turn(who: str, address: str, feeds: int) -> dict[str, Sample]:
    """The three passes of one of them."""
    async with measured(who, address, feeds) as polled:
        await mode(address, etags=True)
        found = {"first": await polled.poll(), "304": await polled.poll()}
        await mode(address, etags=False)
        return found | {"unchanged": await polled.poll()}


async def measure(*, feeds: int, items: int, rounds: int) -> dict[str, list[dict[str, Sample]]]:
    """`rounds` turns of each, alternating."""
    found: dict[str, list[dict[str, Sample]]] = {who: [] for who in (OURS, READER, FLOOR)}
    async with site(feeds, items) as address:
        for _ in range(rounds):
            for who, turns in found.items():
                turns.append(await turn(who, address, feeds))
                click.echo(f"{who:11s} " + _line(turns[-1:]))
    return found


async def soak(*, feeds: int, items: int, polls: int) -> list[tuple[int, float]]:
    """Resident MiB after so many polls, every tenth feed having a new item in each pass, no feed an ETag."""
    found = []
    async with site(feeds, items) as address, measured(OURS, address, feeds) as polled:
        await mode(address, etags=False)
        for number in range(1, max(1, polls // feeds) + 1):
            said = await polled.poll()
            found.append((number * feeds, said["resident"]))
            await mode(address, version=number)
    return found


def cpu(turns: Sequence[dict[str, Sample]], name: str) -> float:
    """The median CPU seconds of a pass."""
    return median(float(turn[name]["cpu"]) for turn in turns)


def _line(turns: Sequence[dict[str, Sample]]) -> str:
    passes = ", ".join(f"{name} {cpu(turns, name):.3f}" for name in PASSES)
    peak = max(turn[name]["peak"] for turn in turns for name in PASSES)
    return f"CPU s: {passes}; peak {peak:.0f} MiB; {turns[-1]['unchanged']['items']} items"


def main(*, feeds: int, items: int, rounds: int) -> None:
    """Measure and print."""
    found = asyncio.run(measure(feeds=feeds, items=items, rounds=rounds))
    click.echo(f"medians of {rounds}:")
    for who, turns in found.items():
        click.echo(f"{who:11s} {_line(turns)}")
    for name in PASSES:
        ours, theirs, least = (cpu(found[who], name) for who in (OURS, READER, FLOOR))
        click.echo(f"{name}: ours / reader {ours / theirs:.3f}, ours / floor {ours / least:.2f}")


def main_memory(*, feeds: int, items: int, polls: int) -> None:
    """Measure and print."""
    for number, resident in asyncio.run(soak(feeds=feeds, items=items, polls=polls)):
        click.echo(f"{number} polls: {resident:.1f} MiB")
