"""feedparser in child processes that can be killed: a hostile body costs one child its time, not the bot its loop."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.core.feed import Entry, Failed, FeedDocument, Problem

CPU_LIMIT = 5  # seconds for one body
WALL_LIMIT = 10.0  # seconds for one body
MEMORY_LIMIT = 512 * 1024 * 1024  # address space of a child
RSS_LIMIT = 96 * 1024 * 1024  # a child that has swollen beyond this is replaced
JOBS_PER_CHILD = 1000  # feedparser fragments memory; a fresh child gives it back
ANSWER_LIMIT = 16 * 1024 * 1024
CHILDREN = 2  # one may be stuck with a hostile body while the other goes on

ROOT = str(Path(__file__).resolve().parent.parent)  # where the package lies, for the child


class Parser:
    """Reads feed bodies, at most two at a time. Children start when first needed; give them back with `close`.

    One child is kept for the bodies of known feeds, so that strangers that burn all their time hold up no others.
    """

    def __init__(
        self,
        *,
        cpu: int = CPU_LIMIT,
        wall: float = WALL_LIMIT,
        memory: int = MEMORY_LIMIT,
        children: int = CHILDREN,
    ) -> None:
        self._cpu = cpu
        self._wall = wall
        self._memory = memory
        self._idle: list[_Child] = []
        self._turns = asyncio.Semaphore(children)
        self._strangers = asyncio.Semaphore(max(1, children - 1))

    async def parse(
        self, body: bytes | bytearray, *, url: str = "", content_type: str = "", known: bool = False
    ) -> FeedDocument | Failed:
        """What the feed says, or why it cannot be read. Takes at most `wall` seconds once it is its turn.

        `known`: the feed was read well the last time.
        """
        job = {"length": len(body), "url": url, "content_type": content_type, "cpu": self._cpu}
        async with nullcontext() if known else self._strangers, self._child() as child:
            try:
                async with asyncio.timeout(self._wall):
                    answer = await child.ask(job, body)
            except TimeoutError:
                return Failed(problem=Problem.TOO_COSTLY, detail=f"more than {self._wall:g} s")
            except (_Died, OSError, ValueError) as error:
                return Failed(problem=Problem.TOO_COSTLY, detail=str(error) or type(error).__name__)
        return _result(answer)

    async def close(self) -> None:
        """End the children."""
        idle, self._idle = self._idle, []
        for child in idle:
            await child.kill()

    @asynccontextmanager
    async def _child(self) -> AsyncIterator["_Child"]:
        """A child for one job; it comes back only when the job ended well and it is still slim."""
        async with self._turns:
            child = self._idle.pop() if self._idle else await _Child.start(self._memory)
            try:
                yield child
            finally:
                if child.reusable:
                    self._idle.append(child)
                else:
                    await child.kill()


class _Died(Exception):
    """The child ended without an answer."""


class _Child:
    """One process and its pipes."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._jobs = 0
        self.reusable = True

    @classmethod
    async def start(cls, memory: int) -> "_Child":
        """A fresh child. It gets no environment of ours (no token), only where to find the code."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-X", "utf8", "-m", "bot.parser_child", str(memory)),
            env={"PYTHONPATH": ROOT, "PATH": os.defpath, "MALLOC_ARENA_MAX": "1"},
            cwd="/",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
            limit=ANSWER_LIMIT,
        )
        return cls(process)

    async def ask(self, job: dict[str, Any], body: bytes | bytearray) -> dict[str, Any]:
        """The answer to one job. Whoever is interrupted here must not use the child again."""
        self.reusable = False
        assert self._process.stdin is not None and self._process.stdout is not None  # noqa: S101, PT018  (both are PIPE)
        self._process.stdin.write(json.dumps(job).encode() + b"\n")
        self._process.stdin.write(body)
        await self._process.stdin.drain()
        line = await self._process.stdout.readline()
        if not line.endswith(b"\n"):
            status = await self._process.wait()
            message = f"the reading process ended with status {status}"
            raise _Died(message)
        answer: dict[str, Any] = json.loads(line)
        self._jobs += 1
        self.reusable = self._jobs < JOBS_PER_CHILD and answer["rss"] < RSS_LIMIT
        return answer

    async def kill(self) -> None:
        """End the process at once and wait until it is gone."""
        self.reusable = False
        if self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.kill()
        if self._process.stdin is not None:
            self._process.stdin.close()
        await self._process.wait()
        # The transport closes its pipes in a later turn of the loop; without it they would be warned about.
        self._process._transport.close()  # type: ignore[attr-defined]


def _result(answer: dict[str, Any]) -> FeedDocument | Failed:
    if "problem" in answer:
        return Failed(problem=Problem(answer["problem"]), detail=answer["detail"])
    data = answer["document"]
    return FeedDocument(
        title=data["title"],
        link=data["link"],
        generator=data["generator"],
        entries=tuple(_entry(item) for item in data["entries"]),
        ttl=None if data["ttl"] is None else timedelta(seconds=data["ttl"]),
        skip_hours=frozenset(data["skip_hours"]),
        skip_days=frozenset(data["skip_days"]),
        problems=tuple(data["problems"]),
    )


def _entry(data: dict[str, Any]) -> Entry:
    published = data.pop("published")
    categories = tuple(data.pop("categories"))
    return Entry(
        **data, categories=categories, published=datetime.fromisoformat(published) if published else None
    )
