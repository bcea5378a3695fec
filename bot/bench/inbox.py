"""kill -9 while people write: what is lost, answered twice, out of order: `portineria bench inbox`.

The simulator lives on in its own process and is the judge. People write at a steady rate, each message with a
number of its own, and the bot echoes it. Stock polling under the same kills must lose, or the harness is broken.
"""

import asyncio
import random
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from itertools import count, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import aiohttp
import click

from bot.bench.crash_oracle import Receiver
from bot.bench.inbox_child import Life
from bot.bench.lives import Parent, process

TOKEN = "4242:inbox"  # noqa: S105 - any text is a token to the simulator
PRODUCT, STOCK = "product", "stock"
PEOPLE = 40
FIRST_PERSON = 700_000_001
SHORTEST, LONGEST = 1.0, 2.5  # seconds of a life, from when it listens
FINISH = 600.0  # seconds the last life may take


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run came to."""

    strategy: str
    kills: int
    rate: float
    seconds: float
    messages: int
    lost: int
    twice: int
    out_of_order: int

    def line(self) -> str:
        """For people."""
        return (
            f"{self.strategy}: {self.kills} kills at {self.rate:.0f} messages a second ({self.messages / self.seconds:.0f} "
            f"reached), {self.seconds:.0f} s: messages {self.messages}, lost {self.lost}, answered twice {self.twice}, "
            f"out of order {self.out_of_order}"
        )

    @property
    def expected(self) -> bool:
        """The product loses nothing, keeps the order and hardly repeats; stock polling loses."""
        if self.strategy == STOCK:
            return self.lost > 0
        return not self.lost and not self.out_of_order and self.twice <= max(1, self.kills // 100)


async def inbox(strategy: str, *, kills: int, rate: float, seed: int, folder: Path) -> Run:
    """Kill `strategy` that often in a fresh world while people write, let it finish, and judge."""
    chance = random.Random(f"{seed}:{strategy}")  # noqa: S311 - it must be repeatable
    async with process("bot.simulator", "--port", "0") as simulator, aiohttp.ClientSession() as http:
        assert simulator.stdout is not None  # noqa: S101 - a pipe was asked for
        receiver = Receiver(http, (await simulator.stdout.readline()).decode().strip())
        await receiver.post("/sim/limits", scale=None)
        await receiver.post("/sim/bots", token=TOKEN)
        for number in range(PEOPLE):
            await receiver.post(
                "/sim/users", name=f"P{number}", lang="it", role="tenant", id=FIRST_PERSON + number
            )
        life = asdict(
            Life(
                folder=str(folder),
                base_url=receiver.address,
                token=TOKEN,
                strategy=strategy,
                seconds=FINISH,
                ready=str(folder / "ready"),
            )
        )
        async with process("bot.bench.inbox_child") as child:
            parent = Parent(child)
            began = time.perf_counter()
            async with _writing(receiver, rate) as written:
                for _ in range(kills):
                    end = await parent.live(life | {"seconds": chance.uniform(SHORTEST, LONGEST)})
                    if end.by == "itself":
                        raise RuntimeError(f"a life ended by itself with status {end.status}")
            seconds = time.perf_counter() - began
            end = await parent.live(life | {"finish": True})
            if (end.by, end.status) != ("itself", 0):
                raise RuntimeError(f"the last life did not finish: {end}")
        lost, twice, out_of_order = await _judge(receiver, written)
    return Run(
        strategy=strategy,
        kills=kills,
        rate=rate,
        seconds=seconds,
        messages=sum(map(len, written.values())),
        lost=lost,
        twice=twice,
        out_of_order=out_of_order,
    )


@asynccontextmanager
async def _writing(receiver: Receiver, rate: float) -> AsyncIterator[dict[int, list[str]]]:
    """People write, `rate` messages a second in all; who wrote what, in order."""
    written: dict[int, list[str]] = defaultdict(list)
    writers = [
        asyncio.create_task(_write(receiver, FIRST_PERSON + number, number, rate / PEOPLE, written))
        for number in range(PEOPLE)
    ]
    try:
        yield written
    finally:
        for writer in writers:
            writer.cancel()
        await asyncio.wait(writers)
        for writer in writers:
            if not writer.cancelled() and writer.exception() is not None:
                await writer


async def _write(
    receiver: Receiver, person: int, number: int, rate: float, written: dict[int, list[str]]
) -> None:
    """One person, in order; the next message waits for nobody else's."""
    loop = asyncio.get_running_loop()
    began = loop.time() + number / PEOPLE / rate
    for turn in count():
        await asyncio.sleep(began + turn / rate - loop.time())
        text = f"messaggio {turn * PEOPLE + number}"
        await receiver.post(f"/sim/users/{person}/say", text=text)
        written[person].append(text)


async def _judge(receiver: Receiver, written: dict[int, list[str]]) -> tuple[int, int, int]:
    lost = twice = out_of_order = 0
    for person, texts in written.items():
        answers = [
            message["text"]
            for message in await receiver.messages(person)
            if message.get("from", {}).get("is_bot") and "text" in message
        ]
        counts = Counter(answers)
        lost += sum(counts[text] == 0 for text in texts)
        twice += sum(counts[text] - 1 for text in texts if counts[text] > 1)
        place = {text: index for index, text in enumerate(texts)}
        firsts = [place[text] for text in dict.fromkeys(answers) if text in place]
        out_of_order += sum(later < earlier for earlier, later in pairwise(firsts))
    return lost, twice, out_of_order


async def _all(kills: int, controls: int, rates: tuple[float, ...], seed: int) -> bool:
    good = True
    runs = [(PRODUCT, kills, rate) for rate in rates]
    # Stock polling loses what waits in its memory; with few messages there is hardly anything.
    runs.append((STOCK, controls, max(rates)))
    for strategy, times, rate in runs:
        if not times:
            continue
        with TemporaryDirectory() as folder:
            run = await inbox(strategy, kills=times, rate=rate, seed=seed, folder=Path(folder))
        click.echo(run.line())
        if not run.expected:
            good = False
            click.echo(f"  NOT AS EXPECTED: {strategy}")
    return good


def main(*, kills: int, controls: int, rates: tuple[float, ...], seed: int) -> bool:
    """Run and print; whether the bot lost nothing and stock polling did."""
    return asyncio.run(_all(kills, controls, rates, seed))
