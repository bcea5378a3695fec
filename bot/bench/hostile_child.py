"""The bot's own polling among hostile feeds, measured: `python -m bot.bench.hostile_child JOB FOLDER`, the job as JSON.

All names lead to 127.0.0.2, which counts as the public web here; 127.0.0.1 is private as ever. Prints one JSON object at
the end: the longest stall of the loop (milliseconds, and how many of them were this process's own work), peak MiB of this
process, and how each feed ended.
"""

import asyncio
import json
import logging
import sys
import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import click

from bot.bench.feeds_child import memory_of
from bot.bench.hostile_site import INSIDE, OUTSIDE
from bot.bench.lives import be_quiet
from bot.catalogs import texts
from bot.config import FeedConfig
from bot.core.routing import Routes
from bot.fetch import Fetcher, Reach, Resolve, _ask_system
from bot.parser import Parser
from bot.services.clock import system_clock
from bot.services.desk import Desk
from bot.services.feed_alarms import FeedAlarms
from bot.services.news import News
from bot.services.polling import Polling
from storage import feeds as rows
from storage.database import Database, opened

GOOD_EVERY = timedelta(seconds=5)
BAD_EVERY = timedelta(seconds=20)
TICK = 0.01  # seconds


class Watch:
    """Looks every hundredth of a second whether the loop still turns."""

    def __init__(self) -> None:
        self.stall = 0.0  # seconds
        self.work = 0.0  # CPU seconds of this thread in the worst of them

    async def run(self) -> None:
        """For ever."""
        while True:
            began, cpu = time.monotonic(), time.thread_time()
            await asyncio.sleep(TICK)
            self.stall = max(self.stall, time.monotonic() - began - TICK)
            self.work = max(self.work, time.thread_time() - cpu)


def good_feeds(port: int, number: int) -> list[str]:
    """Their addresses, each on a host of its own."""
    return [f"http://good-{n}.example:{port}/good/{n}" for n in range(number)]


def bad_feeds(port: int, numbers: dict[str, list[int]]) -> list[str]:
    """Those with these numbers, each on a host of its own, and the inside by its own names."""
    bad = [f"http://{kind}-{n}.example:{port}/{kind}/{n}" for kind, wanted in numbers.items() for n in wanted]
    inner = ("127.0.0.1", "2130706433", "0177.1", "0x7f.1", "[::ffff:127.0.0.1]", "127.0.0.1.", "localhost")
    names = ("inside.example", "both.example", "rebind.example")
    return bad + [f"http://{host}:{port}/" for host in (*inner, *names)]


def resolver() -> Resolve:
    """Names to addresses; "rebind.example" changes its mind after the first time."""
    rebound = False

    async def resolve(host: str, port: int) -> Sequence[str]:
        nonlocal rebound
        if not host.endswith(".example"):
            return await _ask_system(host, port)
        if host == "both.example":
            return [OUTSIDE, INSIDE]
        inside = host == "inside.example" or (host == "rebind.example" and rebound)
        rebound = rebound or host == "rebind.example"
        return [INSIDE if inside else OUTSIDE]

    return resolve


async def _all_asked(db: Database, seconds: float) -> None:
    """Return when every feed was asked and so many seconds are over."""
    await asyncio.sleep(seconds)
    while any(not feed.met and not feed.poll.failures for feed in await rows.feeds(db)):  # noqa: ASYNC110 - no event tells
        await asyncio.sleep(0.5)


async def main(nice: list[str], bad: list[str], seconds: float, folder: Path) -> None:
    """Poll for `seconds` at least, and until each feed was asked."""
    reach = Reach(allows=lambda address: address == OUTSIDE, ports=None)
    parser, watch = Parser(), Watch()
    async with (
        opened(folder / "portineria.db") as db,
        Fetcher(user_agent="bench", reach=reach, resolve=resolver()) as fetcher,
    ):
        sources = [FeedConfig(url=url, every=GOOD_EVERY) for url in nice]
        news = News(db, sources, Routes(press_channel=-1001, staff_group=-1003), texts("it"))
        alarms = FeedAlarms(Desk(group=-1003), texts("it"))
        polling = Polling(db, fetcher, parser, news, alarms, clock=system_clock)
        await news.adopt()
        await polling.poll_all()
        await news.adopt([*sources, *(FeedConfig(url=url, every=BAD_EVERY) for url in bad)])
        running = [asyncio.create_task(watch.run()), asyncio.create_task(polling.run())]
        await _all_asked(db, seconds)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        ends = {feed.url: feed.poll.problem or "read" for feed in await rows.feeds(db)}
    await parser.close()
    said = {
        "stall": watch.stall * 1000,
        "work": watch.work * 1000,
        "peak": memory_of("self", "VmHWM"),
        "ends": ends,
    }
    click.echo(json.dumps(said))


if __name__ == "__main__":
    be_quiet()
    logging.disable(logging.CRITICAL)
    job = json.loads(sys.argv[1])
    nice, bad = good_feeds(job["port"], job["good"]), bad_feeds(job["port"], job["bad"])
    asyncio.run(main(nice, bad, job["seconds"], Path(sys.argv[2])))
