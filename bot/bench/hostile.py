"""Our polling among hostile feeds: `portineria bench hostile`.

Some sixty hostile bodies and as many hostile servers and addresses beside ten good feeds, all polled at once by the bot's own polling in
a process of its own. Counted: the longest stall of its loop, its memory, how late the good feeds were asked, and how often
an inner service was reached.
"""

import asyncio
import json
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import click

from bot.bench.hostile_site import OUTSIDE
from bot.bench.lives import process

GOOD = 10
DUE = (
    5.0 * 1.1 + 1.0
)  # seconds between two polls of a good feed: its interval, stretched by jitter, and one look
STALL_LIMIT = 250.0  # milliseconds
MEMORY_LIMIT = 150.0  # MiB
LATE_LIMIT = 5.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """`stall` and `work` in milliseconds, `late` in seconds, `peak` in MiB; `ends` how each bad feed ended, by its name."""

    stall: float
    work: float
    peak: float
    late: float
    polls: int
    inside: int
    ends: dict[str, str]

    @property
    def good(self) -> bool:
        """Whether nothing was stalled by our own work, swollen, late or reached."""
        held = self.work <= STALL_LIMIT and self.peak <= MEMORY_LIMIT and self.late <= LATE_LIMIT
        return held and self.inside == 0

    def lines(self) -> str:
        """For people."""
        ended = ", ".join(f"{name} {count}" for name, count in Counter(self.ends.values()).most_common())
        return (
            f"{len(self.ends)} hostile feeds: {ended}\n"
            f"longest stall of the loop: {self.stall:.0f} ms, of own work {self.work:.0f} ms\n"
            f"peak memory of the parent: {self.peak:.0f} MiB\n"
            f"good feeds: {self.polls} polls, at most {self.late:.1f} s late\n"
            f"inner service reached: {self.inside} times"
        )


async def run(*, seconds: int, only: str = "") -> Run:
    """Poll among hostile feeds, those with `only` in their name, for so many seconds at least."""
    async with process("bot.bench.hostile_site") as site:
        assert site.stdout is not None  # noqa: S101 - a pipe was asked for
        web: dict[str, Any] = json.loads(await site.stdout.readline())
        with TemporaryDirectory() as folder:
            bad = {
                kind: [number for number, name in enumerate(web[kind]) if only in name]
                for kind in ("body", "server")
            }
            job = {"port": web["port"], "good": GOOD, "bad": bad, "seconds": seconds}
            async with process("bot.bench.hostile_child", json.dumps(job), folder) as child:
                assert child.stdout is not None  # noqa: S101
                said: dict[str, Any] = json.loads(await child.stdout.readline())
        async with (
            aiohttp.ClientSession() as http,
            http.get(f"http://{OUTSIDE}:{web['port']}/seen") as answer,
        ):
            seen: dict[str, list[float]] = json.loads(await answer.read())
    good = [times for name, times in seen.items() if name != "inside"]
    return Run(
        stall=said["stall"],
        work=said["work"],
        peak=said["peak"],
        late=max([0.0, *(late - early - DUE for times in good for early, late in pairwise(times))]),
        polls=sum(map(len, good)),
        inside=len(seen["inside"]),
        ends={_name(url, web): end for url, end in said["ends"].items() if "/good/" not in url},
    )


def _name(url: str, web: dict[str, Any]) -> str:
    parts = urlsplit(url)
    kind, _, number = parts.path.strip("/").partition("/")
    if not number:
        return parts.hostname or url
    names: list[str] = web[kind]
    return names[int(number)]


def main(*, seconds: int, only: str, each: bool) -> bool:
    """Measure and print; whether all limits held."""
    found = asyncio.run(run(seconds=seconds, only=only))
    if each:
        for name, end in found.ends.items():
            click.echo(f"{name}: {end}")
    click.echo(found.lines())
    return found.good
