"""kill -9 on the sender until it loses, doubles or spoils a post: `portineria bench crash`.

The simulator lives on in its own process and is the judge. The bot's sender path (database, gateway, sender,
settling) is a real process, killed at named failpoints and at random moments, while replies get lost,
connections drop, proxies fail and other people post. Each control is a wrong way of sending that must fail.
"""

import asyncio
import random
import time
from collections import Counter
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import aiohttp
import click

from bot.bench.crash_child import Life
from bot.bench.crash_controls import CONTROLS
from bot.bench.crash_oracle import Findings, Receiver, control_beliefs, judge, product_beliefs, total
from bot.bench.lives import End, Parent, process
from bot.failpoints import Point

CHANNEL, STAFF = -1001000000001, -1001000000003
TOKEN = "4242:crash"  # noqa: S105 - any text is a token to the simulator
PRODUCT = "product"
AT_A_POINT = 0.75  # share of the kills at a named point; the others come at a random moment
LONGEST = 3.0  # seconds a life may take to reach its point
START = 0.4  # seconds after which what is dealt with at the start has been
FINISH = 120.0  # seconds the last life may take
RARE = 3  # the next point is drawn among this many of the least hit

# Per life: chance, and what then goes wrong once. `applied`: the post stands although the answer says otherwise.
FAULTS: tuple[tuple[float, dict[str, object]], ...] = (
    (0.10, {"method": "sendMessage", "kind": "drop_after"}),
    (0.06, {"method": "sendMessage", "kind": "drop_before"}),
    (0.04, {"method": "sendMessage", "kind": "502"}),
    (0.04, {"method": "sendMessage", "kind": "502", "applied": True}),
    (0.03, {"method": "sendMessage", "kind": "500", "applied": True}),
    (0.03, {"method": "sendMessage", "kind": "bad_json"}),
    (0.03, {"method": "sendMessage", "kind": "delay", "seconds": 0.05}),
    (0.02, {"method": "sendMessage", "kind": "429", "times": 1, "seconds": 1}),
    (0.04, {"method": "stopMessageLiveLocation", "kind": "502"}),
    (0.04, {"method": "stopMessageLiveLocation", "kind": "drop_before"}),
    (0.02, {"method": "stopMessageLiveLocation", "kind": "429", "times": 1, "seconds": 1}),
    (0.04, {"method": "getChatMember", "kind": "502"}),
)
SETTLING_POINTS = frozenset(
    {
        Point.DOUBT,
        Point.RIGHTS_DONE,
        Point.LOOK_DONE,
        Point.LOOKED,
        Point.SETTLE_OPEN,
        Point.SETTLE_DONE,
    }
)
STOCK_POINTS = frozenset({Point.STOCK_OPEN, Point.STOCK_DONE})
# A life that is to die while it settles something gets something to settle.
DOUBTS: tuple[dict[str, object], ...] = (
    {"method": "sendMessage", "kind": "drop_after", "chat": CHANNEL},
    {"method": "sendMessage", "kind": "drop_before", "chat": CHANNEL},
)
OTHERS_POST = 0.4  # chance, before a life and during it


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run of kills came to."""

    strategy: str
    kills: int
    seconds: float
    hits: Counter[str]
    findings: Findings

    def lines(self) -> str:
        """For people."""
        found = ", ".join(
            f"{name.replace('_', ' ')} {number}"
            for name, number in asdict(self.findings).items()
            if name != "asked"
        )
        for reason, number in self.findings.asked.items():
            found += f"\n  unsure because {reason}: {number}"
        speed = f"{self.kills} kills in {self.seconds:.0f} s, {self.kills / self.seconds:.1f} kills a second"
        return f"{self.strategy}: {speed}\n  {found}\n{total(self.hits)}"

    @property
    def expected(self) -> bool:
        """The product is clean; a control shows its own fault."""
        match self.strategy:
            case "send-then-mark":
                return self.findings.duplicated > 0
            case "mark-then-send":
                return self.findings.lost > 0
            case "three-at-once":
                return not self.findings.clean
            case _:
                return self.findings.clean


class Killer:
    """Draws the lives of one run, and brings them about."""

    def __init__(self, receiver: Receiver, parent: Parent, life: Life, *, seed: int) -> None:
        self._receiver = receiver
        self._parent = parent
        self._life = life
        self._random = random.Random(f"{seed}:{life.strategy}")  # noqa: S311 - it must be repeatable
        self._points = _points_of(life.strategy)
        self.hits: Counter[str] = Counter(dict.fromkeys([*self._points, "random"], 0))
        self._posted = 0

    @property
    def kills(self) -> int:
        """So far."""
        return self.hits.total()

    async def one(self) -> None:
        """One life with its faults; it counts where it ended by a kill."""
        life, point = self._draw()
        await self._receiver.no_faults()
        if point in SETTLING_POINTS:
            await self._receiver.post("/sim/faults", **self._random.choice(DOUBTS))
        for chance, fault in FAULTS:
            if self._random.random() < chance:
                await self._receiver.post("/sim/faults", **fault)
        posting = self._random.random() < OTHERS_POST
        if self._random.random() < OTHERS_POST:
            await self._other()
        if posting:
            pause = self._random.uniform(0.02, 0.4)
            end, _ = await asyncio.gather(self.live(life), self._other(after=pause))
        else:
            end = await self.live(life)
        if end.by == "itself":
            raise RuntimeError(f"a life ended by itself with status {end.status}")
        self.hits[point if point and end.by == "point" else "random"] += 1

    def _draw(self) -> tuple[Life, Point | None]:
        if self._random.random() >= AT_A_POINT:
            return replace(self._life, seconds=self._random.uniform(0.05, 0.7)), None
        rare = sorted(self._points, key=lambda name: self.hits[name])[:RARE]
        point = self._random.choice(rare)
        times = 1 if point in STOCK_POINTS | SETTLING_POINTS else self._random.randint(1, 3)
        longest = START if point in STOCK_POINTS else LONGEST
        return replace(self._life, seconds=longest, failpoint=f"{point}:{times}"), point

    async def _other(self, *, after: float = 0.0) -> None:
        await asyncio.sleep(after)
        self._posted += 1
        await self._receiver.other_post(CHANNEL, f"di un altro {self._posted}")

    async def live(self, life: Life) -> End:
        """One process, from its fork to its end."""
        return await self._parent.live(asdict(life))


def _points_of(strategy: str) -> list[Point]:
    match strategy:
        case "send-then-mark":
            return [Point.CALL_DONE]
        case "mark-then-send":
            return [Point.CLAIM_DONE]
        case "three-at-once":
            return [Point.CLAIM_DONE, Point.CALL_DONE]
        case _:
            return list(Point)


async def crash(strategy: str, *, kills: int, seed: int, folder: Path) -> Run:
    """Kill `strategy` that often in a fresh world, let it finish, and judge."""
    async with process("bot.simulator", "--port", "0") as simulator, aiohttp.ClientSession() as http:
        assert simulator.stdout is not None  # noqa: S101
        receiver = Receiver(http, (await simulator.stdout.readline()).decode().strip())
        await receiver.post("/sim/limits", scale=None)
        await receiver.post("/sim/bots", token=TOKEN)
        life = Life(
            folder=str(folder),
            base_url=receiver.address,
            token=TOKEN,
            channel=CHANNEL,
            staff=STAFF,
            strategy=strategy,
            began=time.time(),
            seconds=FINISH,
        )
        async with process("bot.bench.crash_child") as parent:
            killer = Killer(receiver, Parent(parent), life, seed=seed)
            # The first post of a channel has nothing before it to be looked for above: one life without faults.
            await killer.live(replace(life, seconds=1.5))
            began = time.perf_counter()
            while killer.kills < kills:
                await killer.one()
            seconds = time.perf_counter() - began
            await receiver.no_faults()
            end = await killer.live(replace(life, finish=True))
            if (end.by, end.status) != ("itself", 0):
                raise RuntimeError(f"the last life did not finish: {end}")
        beliefs = await product_beliefs(folder) if strategy == PRODUCT else control_beliefs(folder)
        findings = await judge(receiver, beliefs, channel=CHANNEL, staff=STAFF)
    return Run(strategy=strategy, kills=kills, seconds=seconds, hits=killer.hits, findings=findings)


async def _all(kills: int, controls: int, seed: int) -> bool:
    good = True
    for strategy, times in [(PRODUCT, kills), *((name, controls) for name in CONTROLS)]:
        if not times:
            continue
        with TemporaryDirectory() as folder:
            run = await crash(strategy, kills=times, seed=seed, folder=Path(folder))
        click.echo(run.lines())
        if not run.expected:
            good = False
            click.echo(f"  NOT AS EXPECTED: {strategy}")
    return good


def main(*, kills: int, controls: int, seed: int) -> bool:
    """Run and print; whether the product was clean and each control showed its fault."""
    return asyncio.run(_all(kills, controls, seed))
