"""Faults on getUpdates, once and for ten minutes: how long the bot is deaf: `portineria bench polling`.

The bot's own poller, dispatcher and alarms in a loop whose clock runs faster, against a real simulator over real HTTP: ten
minutes pass in ten seconds or so. All times printed are those of the fast clock.
"""

import asyncio
import selectors
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp
import click
from telegram import Update
from telegram.ext import ExtBot

from bot import catalogs
from bot.bench import lives
from bot.bench.crash_oracle import Receiver
from bot.bench.lives import process
from bot.inbox import Dispatcher, Poller
from bot.services.alarms import Alarms
from bot.services.clock import system_clock
from bot.services.desk import Desk
from bot.transport import AiohttpRequest
from storage.database import Database

TOKEN = "4242:polling"  # noqa: S105 - any text is a token to the simulator
PERSON, STAFF_GROUP = 200000001, -1001000000003
FOR_EVER = 1_000_000
SETTLE = 3.0  # seconds before a fault begins
PATIENCE = 300.0  # seconds after a fault within which the bot must hear again
WEBHOOK = "409"

FAULTS: dict[str, dict[str, object]] = {
    "401": {"kind": "401"},
    "404": {"kind": "404"},
    WEBHOOK: {},
    "429": {"kind": "429", "seconds": 1},
    "500": {"kind": "500"},
    "HTML": {"kind": "502"},
    "bad JSON": {"kind": "bad_json"},
    "reset": {"kind": "drop_before"},
    "refused": {"kind": "refuse"},
    "hang": {"kind": "hold", "seconds": 3600},
}


class FastLoop(asyncio.SelectorEventLoop):
    """A loop whose seconds are `speed` times shorter; what goes over the network takes its real time."""

    def __init__(self, speed: float) -> None:
        super().__init__(_Impatient(selectors.DefaultSelector(), speed))
        self._speed = speed

    def time(self) -> float:
        """Seconds of the fast clock."""
        return super().time() * self._speed


class _Impatient(selectors.BaseSelector):
    """A selector that waits as long in the fast clock as it is told."""

    def __init__(self, inner: selectors.BaseSelector, speed: float) -> None:
        self._inner = inner
        self._speed = speed

    def select(self, timeout: float | None = None) -> Any:
        """As the inner one, sooner."""
        return self._inner.select(None if timeout is None else timeout / self._speed)

    def register(self, fileobj: Any, events: int, data: Any = None) -> Any:
        """As the inner one."""
        return self._inner.register(fileobj, events, data)

    def unregister(self, fileobj: Any) -> Any:
        """As the inner one."""
        return self._inner.unregister(fileobj)

    def modify(self, fileobj: Any, events: int, data: Any = None) -> Any:
        """As the inner one."""
        return self._inner.modify(fileobj, events, data)

    def get_map(self) -> Any:
        """As the inner one."""
        return self._inner.get_map()

    def close(self) -> None:
        """As the inner one."""
        self._inner.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One fault: seconds from its end to the first message handled, the longest time between two tries, and how often
    staff were told that something was wrong and that it was over. `back` is None where it was never heard again."""

    fault: str
    lasted: float
    back: float | None
    silence: float
    began: int
    over: int

    @property
    def good(self) -> bool:
        """Back within ten seconds, never silent for more than two minutes, told once where it lasted."""
        told = 1 if self.lasted else 0
        return (
            self.back is not None
            and self.back <= 10.0
            and self.silence <= 120.0
            and self.began == self.over == told
        )

    def line(self) -> str:
        """For people."""
        back = "NEVER" if self.back is None else f"{self.back:.1f} s"
        lasted = f"{self.lasted:.0f} s" if self.lasted else "once"
        return f"{self.fault:9s} {lasted:>6s}: back after {back}, longest silence {self.silence:.1f} s, told {self.began}/{self.over}"


class _Tries(AiohttpRequest):
    """The poller's own transport, which also notes when it asked."""

    def __init__(self) -> None:
        super().__init__(connections=2)
        self.at: list[float] = []

    async def ask(self, url: str, *, read_timeout: float | None = None, **fields: object) -> Any:
        """One poll."""
        self.at.append(asyncio.get_running_loop().time())
        return await super().ask(url, read_timeout=read_timeout, **fields)


async def trial(fault: str, *, lasts: float, folder: Path) -> Result:
    """Let `fault` happen, once where `lasts` is 0, and see when the bot hears again."""
    # While connections are refused, the one that drives the simulator must stay open, whatever the fast clock says.
    open_throughout = aiohttp.TCPConnector(keepalive_timeout=FOR_EVER)
    async with (
        process("bot.simulator", "--port", "0") as simulator,
        aiohttp.ClientSession(connector=open_throughout) as http,
    ):
        assert simulator.stdout is not None  # noqa: S101 - a pipe was asked for
        receiver = Receiver(http, (await simulator.stdout.readline()).decode().strip())
        bot = ExtBot[None](
            TOKEN,
            base_url=f"{receiver.address}/bot",
            request=AiohttpRequest(),
            get_updates_request=AiohttpRequest(connections=1),
        )
        await bot.initialize()
        tries = _Tries()
        await tries.initialize()
        db = await Database.open(folder / "portineria.db")
        try:
            return await _trial(fault, lasts, receiver, bot, tries, db)
        finally:
            await db.close()
            await tries.shutdown()
            await bot.shutdown()


async def _trial(
    fault: str, lasts: float, receiver: Receiver, bot: ExtBot[None], tries: _Tries, db: Database
) -> Result:
    heard = asyncio.Event()
    alarms = Alarms(db, Desk(group=STAFF_GROUP), catalogs.texts("it"), clock=system_clock, wake=lambda: None)

    async def handle(_update: Update) -> None:
        heard.set()

    async def trouble(name: str) -> None:
        await alarms.begin("polling", fault=name)

    async def good() -> None:
        await alarms.end("polling")

    dispatcher = Dispatcher(
        bot, db, handle, clock=system_clock, on_trouble=_nothing, on_flood=_nothing, arrived=_nothing_there
    )
    poller = Poller(
        bot, tries, db, clock=system_clock, on_stored=dispatcher.stored, on_good=good, on_trouble=trouble
    )
    tasks = [asyncio.create_task(dispatcher.run()), asyncio.create_task(poller.run())]
    clock = asyncio.get_running_loop().time
    try:
        await asyncio.sleep(SETTLE)
        began = clock()
        end = await _begin(fault, lasts, receiver)
        await asyncio.sleep(lasts or SETTLE)
        await end()
        ended = clock()
        await receiver.post(f"/sim/users/{PERSON}/say", text="ci siete?")
        back: float | None = None
        try:
            async with asyncio.timeout(PATIENCE):
                await heard.wait()
            back = clock() - ended
        except TimeoutError:
            pass
        await asyncio.sleep(SETTLE)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
    told = [
        row["once_key"] for row in await db.fetch("SELECT once_key FROM outbox WHERE topic LIKE 'incident:%'")
    ]
    return Result(
        fault=fault,
        lasted=lasts,
        back=back,
        silence=_longest([at for at in tries.at if at >= began - SETTLE]),
        began=sum(":begin:" in key for key in told),
        over=sum(":end:" in key for key in told),
    )


async def _begin(fault: str, lasts: float, receiver: Receiver) -> Callable[[], Awaitable[object]]:
    """Bring the fault about; what ends it."""
    api = f"/bot{TOKEN}"
    if fault == WEBHOOK:
        await receiver.get(f"{api}/setWebhook?url={receiver.address}/nowhere")
        return lambda: receiver.get(f"{api}/deleteWebhook")
    body = FAULTS[fault] | {"method": "*" if fault == "refused" else "getUpdates"}
    if fault == "refused":
        body["seconds"] = FOR_EVER if lasts else 1
    else:
        body["times"] = FOR_EVER if lasts else 1
    await receiver.post("/sim/faults", **body)
    return receiver.no_faults


def _longest(times: list[float]) -> float:
    return max((later - earlier for earlier, later in pairwise(times)), default=0.0)


async def _nothing(*_: object) -> None:
    """Nobody is told here."""


async def _nothing_there(chat_id: int, *, above: int, within: int) -> list[int]:
    return []


def run(fault: str, *, lasts: float, speed: float) -> Result:
    """One trial in a fast loop of its own."""
    with TemporaryDirectory() as folder, asyncio.Runner(loop_factory=lambda: FastLoop(speed)) as runner:
        return runner.run(trial(fault, lasts=lasts, folder=Path(folder)))


def main(*, speed: float, long: float) -> bool:
    """Run and print; whether the bot always heard again, within the limits of the issue, and staff were told once."""
    lives.be_quiet()
    results = [run(fault, lasts=lasts, speed=speed) for fault in FAULTS for lasts in (0.0, long)]
    for result in results:
        click.echo(result.line())
    return all(result.good for result in results)
