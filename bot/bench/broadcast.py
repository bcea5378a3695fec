"""A broadcast to many chats: pace, answers beside it, kills, memory: `portineria bench broadcast`.

The simulator is the judge and keeps its limits; with `scale` it and the bot run that many times faster. A fifth of
the chats has blocked the bot, one in twenty is a group that has become a supergroup.
"""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp
import click

from bot.bench.crash_oracle import Receiver
from bot.bench.inbox_child import DATABASE, SERVER_RATE, Life
from bot.bench.lives import Parent, process
from bot.core.outgoing import Outgoing
from bot.core.priority import Priority
from bot.core.richtext import RichText
from bot.services.outbox import AT_ONCE
from storage import outbox
from storage.database import opened

TOKEN = "4242:broadcast"  # noqa: S105 - any text is a token to the simulator
FIRST_PERSON = 800_000_001
ASKER = 799_999_999
BLOCKED, MIGRATED = 0.20, 0.05
SHORTEST, LONGEST = 0.2, 0.6  # seconds of a life
LAST = 3600.0  # seconds the last life may take
TOGETHER = 20  # preparations at a time
ASK_EVERY = 1.2  # seconds between two questions beside the broadcast; a chat may have one answer a second
THROTTLED = 5  # seconds a 429 for one chat names
UNKNOWN_CHAT = 10**12  # ids from here on nobody has


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Whom the broadcast is for; `moved` are groups that have a new id: old → new."""

    people: tuple[int, ...]
    blocked: frozenset[int]
    moved: dict[int, int]

    @property
    def chats(self) -> tuple[int, ...]:
        """All recipients, by the ids the bot knows."""
        return (*self.people, *self.moved)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run came to; `latencies` are seconds from a question to its answer beside the broadcast."""

    chats: int
    topics: int
    kills: int
    seconds: float
    calls_a_second: float
    limit: float
    refused: int  # 429 that nobody asked for
    lost: int
    twice: int
    unsure: int
    blocked: int
    latencies: tuple[float, ...]
    peak_mib: float

    @property
    def most_unsure(self) -> int:
        """In flight per kill."""
        return self.kills * AT_ONCE

    @property
    def good(self) -> bool:
        """Nothing lost, nothing twice, no more unsure than was in flight."""
        return not self.lost and not self.twice and self.unsure <= self.most_unsure

    def lines(self) -> str:
        """For people."""
        share = self.calls_a_second / self.limit
        head = (
            f"{self.topics} x {self.chats} chats, {self.kills} kills, {self.seconds:.0f} s: lost {self.lost}, "
            f"twice {self.twice}, unsure {self.unsure} (at most {self.most_unsure}), blocked {self.blocked}"
        )
        pace = (
            f"  {self.calls_a_second:.1f} of {self.limit:.0f} calls a second ({share:.1%}), 429 {self.refused}, "
            f"peak {self.peak_mib:.0f} MiB"
        )
        if not self.latencies:
            return f"{head}\n{pace}"
        late = quantiles(self.latencies, n=100)[98] if len(self.latencies) > 1 else self.latencies[0]
        return (
            f"{head}\n{pace}\n  answers beside it: median {median(self.latencies) * 1000:.0f} ms, "
            f"p99 {late * 1000:.0f} ms of {len(self.latencies)}"
        )


async def broadcast(
    *, chats: int, topics: int, kills: int, scale: float, seed: int, folder: Path, throttle: bool = False
) -> Run:
    """Queue `topics` messages for each of `chats`, send them, killed `kills` times on the way, and judge."""
    chance = random.Random(seed)  # noqa: S311 - it must be repeatable
    async with process("bot.simulator", "--port", "0") as simulator, aiohttp.ClientSession() as http:
        assert simulator.stdout is not None  # noqa: S101 - a pipe was asked for
        receiver = Receiver(http, (await simulator.stdout.readline()).decode().strip())
        world = await _prepare(receiver, chats, chance)
        await _queue(folder, world, topics)
        await receiver.post("/sim/limits", scale=scale, mode="429")
        if throttle:
            await receiver.post(
                "/sim/faults",
                method="sendMessage",
                kind="429",
                times=1,
                seconds=THROTTLED,
                chat=world.people[0],
            )
        rate = SERVER_RATE * scale
        life = asdict(
            Life(
                folder=str(folder),
                base_url=receiver.address,
                token=TOKEN,
                strategy="product",
                seconds=LAST,
                rate=rate,
            )
        )
        async with process("bot.bench.inbox_child") as child:
            parent = Parent(child)
            began = asyncio.get_running_loop().time()
            async with _asking(receiver) as latencies:
                for _ in range(kills):
                    await parent.live(life | {"seconds": chance.uniform(SHORTEST, LONGEST)})
                end = await parent.live(life | {"finish": True})
            seconds = asyncio.get_running_loop().time() - began
            if (end.by, end.status) != ("itself", 0):
                raise RuntimeError(f"the last life did not finish: {end}")
        lost, twice, unsure = await _judge(receiver, folder, world, topics)
        calls = [call for call in await receiver.calls() if call["method"] == "sendMessage"]
    return Run(
        chats=chats,
        topics=topics,
        kills=kills,
        seconds=seconds,
        calls_a_second=_steady(calls),
        limit=rate,
        refused=sum(call["outcome"].get("error_code") == 429 and not call["fault"] for call in calls),
        lost=lost,
        twice=twice,
        unsure=unsure,
        blocked=len(world.blocked),
        latencies=tuple(latencies),
        peak_mib=end.peak_mib,
    )


async def _prepare(receiver: Receiver, chats: int, chance: random.Random) -> World:
    await receiver.post("/sim/limits", scale=None)
    await receiver.post("/sim/bots", token=TOKEN)
    await receiver.post("/sim/users", name="Chi chiede", lang="it", role="tenant", id=ASKER)
    groups = int(chats * MIGRATED)
    people = tuple(range(FIRST_PERSON, FIRST_PERSON + chats - groups))
    blocked = frozenset(chance.sample(people, int(chats * BLOCKED)))
    await _side_by_side(_person(receiver, number, blocked=number in blocked) for number in people)
    moved = [await _moved_group(receiver, number) for number in range(groups)]
    await _take_as_read(receiver)
    return World(people=people, blocked=blocked, moved=dict(moved))


async def _take_as_read(receiver: Receiver) -> None:
    """Nobody is to answer what people wrote to begin with."""
    last = (await receiver.get(f"/bot{TOKEN}/getUpdates?offset=-1"))["result"][-1]["update_id"]
    await receiver.get(f"/bot{TOKEN}/getUpdates?offset={last + 1}&timeout=0")


async def _person(receiver: Receiver, number: int, *, blocked: bool) -> None:
    await receiver.post("/sim/users", name=f"P{number}", lang="it", role="tenant", id=number)
    await receiver.post(f"/sim/users/{number}/say", text="/start")
    if blocked:
        await receiver.post(f"/sim/users/{number}/block", blocked=True)


async def _moved_group(receiver: Receiver, number: int) -> tuple[int, int]:
    old = (await receiver.post("/sim/chats", title=f"Scala {number}"))["chat"]
    return old, (await receiver.post(f"/sim/chats/{old}/migrate"))["chat"]


async def _side_by_side(work: Iterable[Any]) -> None:
    waiting = list(work)
    while waiting:
        await asyncio.gather(*waiting[:TOGETHER])
        del waiting[:TOGETHER]


async def _queue(folder: Path, world: World, topics: int) -> None:
    """Rows as an announcement makes them."""
    now = datetime.now(UTC) - timedelta(seconds=1)
    async with opened(folder / DATABASE) as db:
        for topic in range(topics):
            async with db.write() as tx:
                for chat_id in world.chats:
                    await outbox.add(
                        tx,
                        chat_id=chat_id,
                        item=Outgoing(text=RichText(f"avviso {topic}")),
                        once_key=f"announcement:{topic}:{chat_id}",
                        topic=f"announcement:{topic}",
                        priority=Priority.BULK,
                        due_at=now,
                        now=now,
                    )


@asynccontextmanager
async def _asking(receiver: Receiver) -> AsyncIterator[list[float]]:
    """Somebody asks now and then; the seconds each answer took, by the receiver's clock."""
    latencies: list[float] = []
    loop = asyncio.get_running_loop()

    async def ask() -> None:
        while True:
            await asyncio.sleep(ASK_EVERY)
            asked = await receiver.post(f"/sim/users/{ASKER}/say", text="e adesso?")
            began = loop.time()
            place = f"/sim/chats/{ASKER}/messages?after={asked['message_id']}&limit=1"
            while not await receiver.get(place):  # noqa: ASYNC110  (it happens in another process)
                await asyncio.sleep(0.002)
            latencies.append(loop.time() - began)

    task = asyncio.create_task(ask())
    try:
        yield latencies
    finally:
        task.cancel()
        await asyncio.wait([task])


async def _judge(receiver: Receiver, folder: Path, world: World, topics: int) -> tuple[int, int, int]:
    """Lost, twice, unsure: what the receiver has against what the rows say."""
    async with opened(folder / DATABASE, reading=True) as db:
        fates = {fate.once_key: fate.state for fate in await outbox.fates(db)}
    calls = [call for call in await receiver.calls() if call["method"] == "sendMessage" and call["applied"]]
    got = Counter((int(call["params"]["chat_id"]), call["params"]["text"]) for call in calls)
    lost = twice = 0
    for topic in range(topics):
        for chat_id in world.chats:
            times = got[world.moved.get(chat_id, chat_id), f"avviso {topic}"]
            state = fates[f"announcement:{topic}:{chat_id}"]
            excused = state == "unsure" or (chat_id in world.blocked and state in ("gone", "missing"))
            lost += times == 0 and not excused
            twice += times > 1
    return lost, twice, sum(state == "unsure" for state in fates.values())


def _steady(calls: list[dict[str, Any]]) -> float:
    """Calls a second over the middle of the run: without its beginning, its end and the burst at first."""
    times = sorted(call["at"] for call in calls)
    middle = times[len(times) // 5 : -max(1, len(times) // 10)]
    return (len(middle) - 1) / (middle[-1] - middle[0]) if len(middle) > 1 else 0.0


async def memory(recipients: int, *, seconds: float, folder: Path) -> float:
    """Peak MiB of the bot while it works through rows for `recipients` chats (which nobody has) for some seconds."""
    async with process("bot.simulator", "--port", "0") as simulator, aiohttp.ClientSession() as http:
        assert simulator.stdout is not None  # noqa: S101 - a pipe was asked for
        receiver = Receiver(http, (await simulator.stdout.readline()).decode().strip())
        await receiver.post("/sim/limits", scale=None)
        people = tuple(range(UNKNOWN_CHAT, UNKNOWN_CHAT + recipients))
        await _queue(folder, World(people=people, blocked=frozenset(), moved={}), 1)
        life = Life(
            folder=str(folder),
            base_url=receiver.address,
            token=TOKEN,
            strategy="product",
            seconds=seconds,
            rate=SERVER_RATE,
        )
        async with process("bot.bench.inbox_child") as child:
            return (await Parent(child).live(asdict(life))).peak_mib


def main_memory(sizes: tuple[int, ...], *, seconds: float) -> None:
    """Measure and print."""
    for size in sizes:
        with TemporaryDirectory() as folder:
            peak = asyncio.run(memory(size, seconds=seconds, folder=Path(folder)))
        click.echo(f"{size} recipients: peak {peak:.0f} MiB")


def main(*, chats: int, topics: int, kills: int, scale: float, seed: int) -> bool:
    """Run and print; whether nothing was lost or sent twice."""
    with TemporaryDirectory() as folder:
        run = asyncio.run(
            broadcast(chats=chats, topics=topics, kills=kills, scale=scale, seed=seed, folder=Path(folder))
        )
    click.echo(run.lines())
    return run.good
