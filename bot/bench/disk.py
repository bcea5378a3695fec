"""A disk that is full, refuses or is held by somebody else, and a hundred backups: `portineria bench disk`.

The real bot; where the disk is to be full, on a small file system of its own (a tmpfs in a namespace, so Linux, and
the right to make one). While the fault lasts people write; afterwards each of them must have been answered, and staff told once.
"""

import asyncio
import resource
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp
import click

from bot.bench import real
from bot.bench.crash_oracle import Receiver
from bot.bench.lives import process
from storage import backups
from storage.database import opened

STAFF_GROUP = -1001000000003
FIRST_PERSON = 700_000_001
PEOPLE = 20
SIZE = "4m"
PATIENCE = 90.0  # seconds for anything to come about
BALLAST = 64 * 1024
MOUNT = 'mount -t tmpfs -o size="$0" none "$1" && shift && exec "$@"'
KEPT = "CREATE TABLE kept (id INTEGER PRIMARY KEY, text TEXT NOT NULL)"

End = Callable[[], Awaitable[None]]


class Fault(StrEnum):
    """What the disk does."""

    FULL = "full"
    REFUSED = "refused"  # every write to a file fails
    LOCKED = "locked"  # another program writes and does not end


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One fault: seconds until staff were told and, from its end, until everybody was answered; and who was not."""

    fault: Fault
    lasted: float
    told_after: float
    resumed_after: float
    lost: int
    twice: int
    alarms: int

    @property
    def good(self) -> bool:
        """Nobody lost, nobody answered twice, staff told once."""
        return (self.lost, self.twice, self.alarms) == (0, 0, 1)

    def line(self) -> str:
        """For people."""
        return (
            f"{self.fault}: {self.lasted:.0f} s, staff told after {self.told_after:.1f} s, everybody answered "
            f"{self.resumed_after:.1f} s after its end; lost {self.lost}, twice {self.twice}, alarms {self.alarms}"
        )


async def trial(fault: Fault, *, lasts: float, folder: Path) -> Result:
    """Let `fault` happen to the running bot for `lasts` seconds."""
    mount = folder / "disk"
    mount.mkdir()
    async with process("bot.simulator", "--port", "0") as simulator, aiohttp.ClientSession() as http:
        assert simulator.stdout is not None  # noqa: S101 - a pipe was asked for
        receiver = Receiver(http, (await simulator.stdout.readline()).decode().strip())
        await receiver.post("/sim/limits", scale=None)
        await receiver.post("/sim/bots", token=real.TOKEN)
        for number in range(PEOPLE + 1):
            await receiver.post("/sim/users", name="P", lang="it", role="tenant", id=FIRST_PERSON + number)
        # Only a full disk needs a file system of its own. SQLite would not open it through /proc: it follows that
        # link to a path of this process.
        own = ("unshare", "--map-root-user", "--mount", "sh", "-c", MOUNT, SIZE, str(mount))
        async with real.running(
            receiver.address, folder, database="disk/portineria.db", prefix=own if fault is Fault.FULL else ()
        ) as child:
            seen_as = Path(f"/proc/{child.pid}/root{mount}") if fault is Fault.FULL else mount
            return await _trial(fault, lasts, receiver, seen_as, child.pid)


async def _trial(fault: Fault, lasts: float, receiver: Receiver, mount: Path, pid: int) -> Result:
    clock = asyncio.get_running_loop().time
    usual = await _usual(receiver)
    async with _fault(fault, mount, pid) as end:
        began = clock()
        for number in range(PEOPLE):
            await receiver.post(f"/sim/users/{FIRST_PERSON + number}/say", text="chi chiamo?")
        await _until(lambda: _alarms(receiver))
        told = clock() - began
        await asyncio.sleep(max(0.0, lasts - told))
        await end()
        ended = clock()
    with suppress(TimeoutError):
        await _until(lambda: _all_answered(receiver))
    resumed = clock() - ended
    await asyncio.sleep(2.0)  # whatever comes twice comes now
    answers = [len(await _from_bot(receiver, FIRST_PERSON + number)) for number in range(PEOPLE)]
    return Result(
        fault=fault,
        lasted=lasts,
        told_after=told,
        resumed_after=resumed,
        lost=sum(number < usual for number in answers),
        twice=sum(number > usual for number in answers),
        alarms=await _alarms(receiver),
    )


async def _usual(receiver: Receiver) -> int:
    """How many messages somebody's first question gets when all is well."""
    person = FIRST_PERSON + PEOPLE
    await receiver.post(f"/sim/users/{person}/say", text="chi chiamo?")
    await _until(lambda: _from_bot(receiver, person))
    await asyncio.sleep(1.0)
    return len(await _from_bot(receiver, person))


async def _all_answered(receiver: Receiver) -> bool:
    return all([await _from_bot(receiver, FIRST_PERSON + number) for number in range(PEOPLE)])


async def _from_bot(receiver: Receiver, chat: int) -> list[dict[str, Any]]:
    return [item for item in await receiver.messages(chat) if item.get("from", {}).get("is_bot")]


async def _alarms(receiver: Receiver) -> int:
    """Cards that say that something cannot be saved; the one that it can again begins otherwise."""
    texts = [item.get("text", "") for item in await _from_bot(receiver, STAFF_GROUP)]
    return sum(text.startswith(("Il disco", "L’archivio")) for text in texts)


async def _until(condition: Callable[[], Awaitable[object]]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not await condition():  # noqa: ASYNC110  (it happens in another process)
            await asyncio.sleep(0.05)


@asynccontextmanager
async def _fault(fault: Fault, mount: Path, pid: int) -> AsyncIterator[End]:
    match fault:
        case Fault.FULL:
            ballast = mount / "ballast"
            await asyncio.to_thread(_fill, ballast)

            async def end() -> None:
                await asyncio.to_thread(ballast.unlink)

        case Fault.REFUSED:
            _, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, hard))

            async def end() -> None:
                resource.prlimit(pid, resource.RLIMIT_FSIZE, (hard, hard))

        case Fault.LOCKED:
            connection = sqlite3.connect(mount / "portineria.db", isolation_level=None)
            connection.execute("BEGIN IMMEDIATE")

            async def end() -> None:
                connection.close()

    yield end


def _fill(ballast: Path) -> None:
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(BALLAST))


async def backups_under_load(times: int, *, folder: Path) -> int:
    """Make that many backups while rows are written all the time; how many are good and match their SHA-256."""
    async with opened(folder / "portineria.db") as db:
        async with db.write() as tx:
            await tx.execute(KEPT)

        async def write() -> None:
            while True:
                async with db.write() as tx:
                    await tx.execute("INSERT INTO kept (text) VALUES (:text)", {"text": "x" * 500})

        task = asyncio.create_task(write())
        try:
            targets = [folder / "backups" / f"{number}.db" for number in range(times)]
            digests = [await db.backup(target) for target in targets]
        finally:
            task.cancel()
            await asyncio.wait([task])
    return await asyncio.to_thread(
        lambda: sum(
            backups.is_good(target) and backups.sha256(target) == digest
            for target, digest in zip(targets, digests, strict=True)
        )
    )


def main(*, lasts: float, locked: float, copies: int) -> bool:
    """Run and print; whether nobody was lost and every backup is good."""
    good = True
    for fault, seconds in ((Fault.FULL, lasts), (Fault.REFUSED, lasts), (Fault.LOCKED, locked)):
        with TemporaryDirectory() as folder:
            result = asyncio.run(trial(fault, lasts=seconds, folder=Path(folder)))
        click.echo(result.line())
        good = good and result.good
    with TemporaryDirectory() as folder:
        right = asyncio.run(backups_under_load(copies, folder=Path(folder)))
    click.echo(f"backups under load: {right} of {copies} good, each with its SHA-256")
    return good and right == copies
