"""CPU per update: our whole answer path beside the bare echo of stock libraries: `portineria bench updates`.

Ours is the real `portineria run` with the starter cards: durable inbox, search without the meaning model, reply. One
simulator, one client at a time on a core of its own, in turns; CPU as the kernel counts it for the client's process.
"""

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp
import click

from bot.bench import real
from bot.bench.crash_oracle import Receiver
from bot.bench.lives import process

OURS, PTB, AIOGRAM = "portineria", "ptb", "aiogram"
CLIENTS = (OURS, PTB, AIOGRAM)
PEOPLE = 100
FIRST_PERSON = 700_000_001
QUIET = 1.0  # seconds without a call after which all is answered
PATIENCE = 300.0  # seconds
NOT_WORK = frozenset({"getUpdates"})
QUESTIONS = (
    "chi chiamo se si rompe l'ascensore?",
    "il riscaldamento non va da ieri",
    "dove pago l'affitto",
    "piove dal soffitto della camera",
    "a che ora apre l'ufficio",
    "come faccio domanda per una casa popolare",
    "ho ricevuto uno sfratto cosa devo fare",
    "c'è un ambulatorio vicino a casa?",
    "chi pulisce le scale",
    "la luce delle scale è spenta",
    "vorrei ospitare mia madre, si può?",
    "dove si buttano i mobili vecchi",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One client's turn: CPU milliseconds per update, calls it made per update, wall seconds."""

    client: str
    cpu_ms: float
    calls: float
    seconds: float


async def turn(client: str, folder: Path, *, updates: int) -> Sample:
    """A simulator and `client`, warmed up on one round of questions, then measured over `updates` of them."""
    async with process("bot.simulator", "--port", "0") as simulator, aiohttp.ClientSession() as http:
        assert simulator.stdout is not None  # noqa: S101 - a pipe was asked for
        os.sched_setaffinity(simulator.pid, {min(os.sched_getaffinity(0))})
        receiver = Receiver(http, (await simulator.stdout.readline()).decode().strip())
        await receiver.post("/sim/limits", scale=None)
        await receiver.post("/sim/bots", token=real.TOKEN)
        for number in range(PEOPLE):
            await receiver.post(
                "/sim/users", name=f"P{number}", lang="it", role="tenant", id=FIRST_PERSON + number
            )
        async with _running(client, receiver.address, folder) as pid:
            return await _measured(client, receiver, pid, updates)


async def _measured(client: str, receiver: Receiver, pid: int, updates: int) -> Sample:
    clock = asyncio.get_running_loop().time
    await _ask(receiver, PEOPLE)
    await _quiet(receiver, PEOPLE)
    before, cpu, began = await _work(receiver), _cpu_seconds(pid), clock()
    await _ask(receiver, updates)
    await _quiet(receiver, before + updates)
    seconds = clock() - began - QUIET
    used, calls = _cpu_seconds(pid) - cpu, await _work(receiver) - before
    return Sample(client=client, cpu_ms=used * 1000 / updates, calls=calls / updates, seconds=seconds)


async def _ask(receiver: Receiver, number: int) -> None:
    for index in range(number):
        person = FIRST_PERSON + index % PEOPLE
        await receiver.post(f"/sim/users/{person}/say", text=QUESTIONS[index % len(QUESTIONS)])


async def _quiet(receiver: Receiver, at_least: int) -> None:
    """Return when so many calls were made and no more come."""
    deadline = asyncio.get_running_loop().time() + PATIENCE
    last = -1
    while asyncio.get_running_loop().time() < deadline:
        now = await _work(receiver)
        if now >= at_least and now == last:
            return
        last = now
        await asyncio.sleep(QUIET)
    raise RuntimeError(f"only {last} of {at_least} calls came")


async def _work(receiver: Receiver) -> int:
    return sum(call["method"] not in NOT_WORK for call in await receiver.calls())


@asynccontextmanager
async def _running(client: str, address: str, folder: Path) -> AsyncIterator[int]:
    """The client's process on the last core; its pid."""
    started = real.running(address, folder) if client == OURS else _peer(client, address)
    async with started as child:
        os.sched_setaffinity(child.pid, {max(os.sched_getaffinity(0))})
        yield child.pid


@asynccontextmanager
async def _peer(client: str, address: str) -> AsyncIterator[asyncio.subprocess.Process]:
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.bench.updates_peers",
        client,
        address,
        real.TOKEN,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        yield child
    finally:
        child.kill()
        await child.wait()


def _cpu_seconds(pid: int) -> float:
    """User and system time of the process and its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def measure(*, updates: int, rounds: int, cards: Path) -> list[Sample]:
    """`rounds` turns of each client, alternating; `cards` is a database with cards in it."""
    samples = []
    for _ in range(rounds):
        for client in CLIENTS:
            with TemporaryDirectory() as folder:
                shutil.copyfile(cards, Path(folder) / "portineria.db")
                samples.append(await turn(client, Path(folder), updates=updates))
    return samples


def report(samples: list[Sample]) -> dict[str, Any]:
    """Median CPU ms per update of each client, and ours as a ratio to each peer."""
    cpu = {client: median(item.cpu_ms for item in samples if item.client == client) for client in CLIENTS}
    return {
        "cpu_ms": cpu,
        "calls": {client: median(s.calls for s in samples if s.client == client) for client in CLIENTS},
        "ratio": {client: cpu[OURS] / cpu[client] for client in (PTB, AIOGRAM)},
    }


def main(*, updates: int, rounds: int, cards: Path) -> None:
    """Measure and print; `cards` is what `portineria cards import` reads."""
    with TemporaryDirectory() as folder:
        store = Path(folder) / "cards.db"
        subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "bot", "cards", "import", str(cards), "--db", str(store)],
            check=True,
            capture_output=True,
        )
        samples = asyncio.run(measure(updates=updates, rounds=rounds, cards=store))
    for item in samples:
        click.echo(
            f"{item.client:11s} {item.cpu_ms:6.2f} CPU ms an update, {item.calls:.2f} calls an update, {item.seconds:.1f} s"
        )
    found = report(samples)
    for client, ratio in found["ratio"].items():
        click.echo(f"{OURS} / {client}: {ratio:.2f}")
