"""Who is measured by `portineria bench feeds`: `python -m bot.bench.feeds_child NAME ADDRESS FEEDS FOLDER`.

A line on stdin asks for one pass over all feeds; the answer is a JSON line: CPU seconds of that pass and peak memory in
MiB, those of child processes included, the resident MiB after it, and how many items are known.
"""

import asyncio
import hashlib
import json
import logging
import os
import resource
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import aiohttp
import click

from bot.bench.lives import be_quiet

Pass = Callable[[], Awaitable[int]]  # polls every feed once; how many items are known


@asynccontextmanager
async def ours(urls: list[str], folder: Path) -> AsyncIterator[Pass]:
    """The bot's own polling, as `portineria feeds poll` does it."""
    from bot.catalogs import texts
    from bot.config import FeedConfig
    from bot.core.routing import Routes
    from bot.fetch import Fetcher
    from bot.parser import Parser
    from bot.services.clock import system_clock
    from bot.services.desk import Desk
    from bot.services.feed_alarms import FeedAlarms
    from bot.services.news import News
    from bot.services.polling import Polling
    from storage import news as stories
    from storage.database import opened

    say, parser = texts("it"), Parser()
    async with (
        opened(folder / "portineria.db") as db,
        Fetcher(user_agent="bench", allow_private_networks=True) as fetcher,
    ):
        sources = [FeedConfig(url=url, every=timedelta(minutes=5)) for url in urls]
        news = News(db, sources, Routes(press_channel=-1001, staff_group=-1003), say)
        alarms = FeedAlarms(Desk(group=-1003), say)
        polling = Polling(db, fetcher, parser, news, alarms, clock=system_clock, per_host=10)
        await news.adopt()

        async def poll() -> int:
            results = await polling.poll_all()
            broken = [result for result in results if result.problem]
            if broken:
                raise RuntimeError(f"{broken[0].problem}: {broken[0].detail}")
            return sum((await stories.counts(db)).values())

        try:
            yield poll
        finally:
            await parser.close()


@asynccontextmanager
async def reader(urls: list[str], folder: Path) -> AsyncIterator[Pass]:
    """lemon24/reader with its ten workers."""
    import feedparser_sgmllib

    sys.modules.setdefault(
        "sgmllib", feedparser_sgmllib
    )  # reader's own feedparser asks for it by its old name
    from reader import make_reader

    with make_reader(str(folder / "reader.sqlite")) as library:
        for url in urls:
            library.add_feed(url)

        async def poll() -> int:
            library.update_feeds(scheduled=False, workers=10)
            return library.get_entry_counts().total or 0

        yield poll


@asynccontextmanager
async def floor(urls: list[str], _: Path) -> AsyncIterator[Pass]:
    """The least it can cost: aiohttp, a body hash, feedparser in the same process, nothing stored."""
    import feedparser

    etags: dict[str, str] = {}
    hashes: dict[str, bytes] = {}
    items: dict[str, int] = {}
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=10)) as session:

        async def one(url: str) -> None:
            headers = {"If-None-Match": etags[url]} if url in etags else {}
            async with session.get(url, headers=headers) as answer:
                if answer.status == 304:
                    return
                body = await answer.read()
                etags[url] = answer.headers.get("ETag", "")
            digest = hashlib.sha256(body).digest()
            if hashes.get(url) != digest:
                hashes[url] = digest
                items[url] = len(feedparser.parse(BytesIO(body)).entries)

        async def poll() -> int:
            await asyncio.gather(*map(one, urls))
            return sum(items.values())

        yield poll


WHO = {"portineria": ours, "reader": reader, "floor": floor}


async def main(name: str, address: str, feeds: int, folder: Path) -> None:
    """Poll once for each line on stdin."""
    urls = [f"{address}/feed/{number}" for number in range(feeds)]
    async with WHO[name](urls, folder) as poll:
        _answer({"ready": True})
        while await asyncio.to_thread(sys.stdin.readline):
            before, began = _cpu(), time.monotonic()
            known = await poll()
            _answer(
                {
                    "cpu": _cpu() - before,
                    "seconds": time.monotonic() - began,
                    "peak": _memory("VmHWM"),
                    "resident": _memory("VmRSS"),
                    "items": known,
                }
            )


def _answer(data: dict[str, object]) -> None:
    click.echo(json.dumps(data))
    sys.stdout.flush()


def _children() -> list[int]:
    tasks = Path("/proc/self/task").iterdir()
    return [int(pid) for task in tasks for pid in (task / "children").read_text("ascii").split()]


def _cpu() -> float:
    """CPU seconds of this process and of its children, those that ended included."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    living = sum(
        int(path.read_text("ascii").split()[0]) / 1e9
        for pid in _children()
        for path in Path(f"/proc/{pid}/task").glob("*/schedstat")
    )
    return time.process_time() + ended.ru_utime + ended.ru_stime + living


def _memory(field: str) -> float:
    """MiB of this process and its children; what they share counts for each."""
    return sum(memory_of(str(pid), field) for pid in (os.getpid(), *_children()))


def memory_of(process: str, field: str) -> float:
    """MiB of one process ("self" or its id), by the kernel's field: VmRSS now, VmHWM at its peak."""
    lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    return int(next(line for line in lines if line.startswith(field)).split()[1]) / 1024


if __name__ == "__main__":
    be_quiet()
    logging.disable(logging.CRITICAL)
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), Path(sys.argv[4])))
