"""SIGTERM or a crash at many moments: is the process gone within ten seconds? `portineria bench ending`.

The real bot, busy with people who write. The crash is a table that vanishes under it.
"""

import asyncio
import random
import signal
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import aiohttp
import click

from bot.bench import real
from bot.bench.crash_oracle import Receiver
from bot.bench.lives import process

PERSON = 200000001
SIGTERM, CRASH = "SIGTERM", "crash"
LATEST = (
    3.0  # seconds after its birth, or after it said that it has started, until which a process is told to end
)
WITHIN = 10.0  # seconds
HANGS = 30.0  # seconds after which it is killed and counted
WRITES_EVERY = 0.02  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """One process: how it was ended, after how many seconds of life, and how long it took.

    `started`: it had said that it has started, and its life is counted from there.
    """

    how: str
    started: bool
    after: float
    took: float
    status: int | None

    @property
    def good(self) -> bool:
        """Gone in time; a crash says so by its status, and what had started ends by itself, not by the signal."""
        if self.took > WITHIN:
            return False
        return self.status not in (0, None) if self.how == CRASH else self.status == 0 or not self.started


async def ending(*, times: int, seed: int, folder: Path) -> list[Ended]:
    """End `times` processes, every other one by a crash; of the others every second has started for sure.

    A signal that comes earlier may meet a process that does not listen yet, and on a busy machine all would.
    """
    chance = random.Random(seed)  # noqa: S311 - it must be repeatable
    async with process("bot.simulator", "--port", "0") as simulator, aiohttp.ClientSession() as http:
        assert simulator.stdout is not None  # noqa: S101 - a pipe was asked for
        receiver = Receiver(http, (await simulator.stdout.readline()).decode().strip())
        await receiver.post("/sim/limits", scale=None)
        await receiver.post("/sim/bots", token=real.TOKEN)
        async with _writing(receiver):
            return [
                await _one(
                    receiver,
                    folder / str(number),
                    chance,
                    how=SIGTERM if number % 2 else CRASH,
                    started=number % 4 != 3,  # a crash needs a database to take away
                )
                for number in range(times)
            ]


@asynccontextmanager
async def _writing(receiver: Receiver) -> AsyncIterator[None]:
    async def write() -> None:
        while True:
            await receiver.post(f"/sim/users/{PERSON}/say", text="chi chiamo?")
            await asyncio.sleep(WRITES_EVERY)

    task = asyncio.create_task(write())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait([task])


async def _one(receiver: Receiver, folder: Path, chance: random.Random, *, how: str, started: bool) -> Ended:
    folder.mkdir()  # noqa: ASYNC240 - nothing else is going on
    after = chance.uniform(0.0, LATEST)
    async with real.running(receiver.address, folder, wait=started) as child:
        await asyncio.sleep(after)
        clock = asyncio.get_running_loop().time
        began = clock()
        if how == SIGTERM:
            with suppress(ProcessLookupError):
                child.send_signal(signal.SIGTERM)
        else:
            await asyncio.to_thread(_take_away, folder / "portineria.db")
        with suppress(TimeoutError):
            async with asyncio.timeout(HANGS):
                await child.wait()
        took = clock() - began
        return Ended(how=how, started=started, after=after, took=took, status=child.returncode)


def _take_away(database: Path) -> None:
    with closing(sqlite3.connect(database, timeout=5.0, isolation_level=None)) as connection:
        connection.execute("DROP TABLE inbox")


def main(*, times: int, seed: int) -> bool:
    """Run and print; whether every process was gone in time."""
    with TemporaryDirectory() as folder:
        ends = asyncio.run(ending(times=times, seed=seed, folder=Path(folder)))
    for how in (SIGTERM, CRASH):
        mine = [end for end in ends if end.how == how]
        if mine:
            click.echo(
                f"{how}: {sum(end.good for end in mine)} of {len(mine)} gone within {WITHIN:.0f} s, "
                f"the slowest after {max(end.took for end in mine):.1f} s"
            )
    return all(end.good for end in ends)
