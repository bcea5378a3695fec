"""Processes made to be killed: a warm parent forks one life after another and ends each by SIGKILL when told to.

Everything slow (imports) is done before the fork; no thread and no loop exists yet then, so a life begins in
a few milliseconds. `Parent` is the side of whoever counts; `serve` is the warm process itself.
"""

import asyncio
import json
import logging
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import structlog

from bot import failpoints

LOOK = 0.002  # seconds between the parent's looks at its child
OTHER_FAULT = 3  # exit status of a life that failed by itself
LINE = 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """How a life ended: `by` is "point", "time", or "itself" with an exit `status`.

    It lasted `seconds` and took `peak_mib` of memory, what it shares with its parent included.
    """

    by: str
    status: int = 0
    seconds: float = 0.0
    peak_mib: float = 0.0


class Parent:
    """The warm process, asked for one life at a time. A life is a JSON object with `seconds` and `failpoint`."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def live(self, life: dict[str, Any]) -> End:
        """One process, from its fork to its end."""
        assert self._process.stdin is not None  # noqa: S101 - pipes were asked for
        assert self._process.stdout is not None  # noqa: S101
        self._process.stdin.write(json.dumps(life).encode() + b"\n")
        await self._process.stdin.drain()
        line = await self._process.stdout.readline()
        if not line:
            raise RuntimeError("the parent of the lives has ended")
        return End(**json.loads(line))


@asynccontextmanager
async def process(module: str, *arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """`python -m module` with pipes, killed at the end."""
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        *arguments,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=LINE,
    )
    try:
        yield child
    finally:
        if child.returncode is None:
            child.kill()
        await child.wait()


def be_quiet() -> None:
    """Only what must not happen is printed; everything else is expected here."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.disable(logging.CRITICAL)  # PTB would print every broken answer


def serve(live: Callable[[dict[str, Any]], Coroutine[Any, Any, None]]) -> None:
    """Read one life a line from stdin, let `live` have it, say how it ended; until stdin ends."""
    be_quiet()
    for line in sys.stdin:
        end = _run(json.loads(line), live)
        sys.stdout.write(json.dumps(asdict(end)) + "\n")
        sys.stdout.flush()


def _run(life: dict[str, Any], live: Callable[[dict[str, Any]], Coroutine[Any, Any, None]]) -> End:
    """Fork a process that lives `life`, wait for its end or bring it about `seconds` later.

    They count from when the file `ready` is there, where one is named: a busy machine begins slowly.
    """
    began = due = time.monotonic()
    ready = Path(life["ready"]) if life.get("ready") else None
    if ready:
        ready.unlink(missing_ok=True)
    child = os.fork()
    if child == 0:
        _be(life, live)
    late = False
    while True:
        ended, status, usage = os.wait4(child, os.WNOHANG)
        if ended:
            break
        if ready and not ready.exists():
            due = time.monotonic()
        if not late and time.monotonic() >= due + life["seconds"]:
            late = True
            os.kill(child, signal.SIGKILL)
        time.sleep(LOOK)
    code = os.waitstatus_to_exitcode(status)
    killed = code == -signal.SIGKILL
    return End(
        by=("time" if late else "point") if killed else "itself",
        status=0 if killed else code,
        seconds=time.monotonic() - began,
        peak_mib=usage.ru_maxrss / 1024,
    )


def _be(life: dict[str, Any], live: Callable[[dict[str, Any]], Coroutine[Any, Any, None]]) -> None:
    """The forked process: never returns."""
    status = 0
    try:
        os.environ[failpoints.VARIABLE] = life.get("failpoint", "")
        failpoints.arm_from_environment()
        asyncio.run(live(life))
    except BaseException as error:  # noqa: BLE001  (the parent's loop must not run twice)
        structlog.get_logger(__name__).critical("life_failed", fault=repr(error), exc_info=True)
        status = OTHER_FAULT
    finally:
        sys.stderr.flush()
        os._exit(status)
