"""Polling: from a feed's address to what it says, asked as seldom and as gently as it wishes.

    due? → its host's turn → GET, conditional → 304, or the same body? only the next poll is noted
         → parse in a child → reaches back to known entries? else older pages → the meaning of what is new
         → ONE transaction: what News makes of it, validators, next poll, cards for staff

A slow or hostile feed holds up nobody but itself: two at a time from one host; strangers, which were not read well the last
time, never take all turns, and those among them that were slow or costly only two.
"""

import asyncio
import hashlib
import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol
from urllib.parse import urlsplit

import structlog

from bot.core import feed as feeds
from bot.core import identity
from bot.core.errors import Unavailable
from bot.core.feed import Failed, FeedDocument, NotModified, Page, PollState, Problem, Response
from bot.core.feed_paging import GAP_FROM, joined, older_page
from bot.services.clock import Clock
from bot.services.feed_alarms import FeedAlarms, was_down
from bot.services.news import FeedResult, News, Status
from bot.services.off_loop import off_loop
from storage import feeds as rows
from storage import news as stories
from storage.database import Database, Transaction
from storage.feeds import Feed, Polled

log = structlog.get_logger(__name__)

LOOK = 1.0  # seconds between two looks at whose turn it is
AT_ONCE = 12  # feeds asked and read at the same time; each may hold a whole body in memory
PER_HOST = 2
SLOW_AT_ONCE = 2  # of those that were slow or costly last time
SLOW = frozenset({Problem.TIMEOUT, Problem.TOO_COSTLY, Problem.TOO_BIG})
IN_THREAD = 256 * 1024  # bytes from which hashing is not done in the loop


class Fetches(Protocol):
    """The outside web, as far as feeds need it."""

    async def fetch(self, url: str, *, validators: feeds.Validators, now: datetime) -> Response: ...


class Parses(Protocol):
    """Reads bodies without being hurt by them."""

    async def parse(
        self, body: bytes | bytearray, *, url: str = "", content_type: str = "", known: bool = False
    ) -> FeedDocument | Failed: ...


class Polling:
    """Asks the feeds. Overlapping polls of one feed do not happen.

    `jitter()` gives 0…1. `wake` is called when the outbox got something.
    """

    def __init__(
        self,
        db: Database,
        fetcher: Fetches,
        parser: Parses,
        news: News,
        alarms: FeedAlarms,
        *,
        clock: Clock,
        wake: Callable[[], None] = lambda: None,
        jitter: Callable[[], float] = random.random,
        at_once: int = AT_ONCE,
        per_host: int = PER_HOST,
    ) -> None:
        self._db = db
        self._fetcher = fetcher
        self._parser = parser
        self._news = news
        self._alarms = alarms
        self._clock = clock
        self._wake = wake
        self._jitter = jitter
        self._turns = asyncio.Semaphore(at_once)
        self._stranger_turns = asyncio.Semaphore(max(1, at_once // 2))
        self._slow_turns = asyncio.Semaphore(SLOW_AT_ONCE)
        self._host_turns: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(per_host))
        self._busy: set[int] = set()  # being polled, or polled and not yet saved
        self._unsaved: dict[
            int, Polled
        ] = {}  # nothing new came; lost in a crash, they are asked again a bit early

    async def run(self) -> None:
        """Poll what is due, for ever."""
        async with asyncio.TaskGroup() as group:
            while True:
                await self._db.until_well()
                try:
                    await self._save_unchanged()
                    self._start(group, await rows.feeds(self._db, due=self._clock()))
                except Unavailable as error:
                    log.warning("polls_delayed", fault=error.fault)
                except Exception:
                    log.exception("polls_not_begun")
                await asyncio.sleep(LOOK)

    async def poll_all(self) -> list[FeedResult]:
        """Poll every active feed once, due or not."""
        every = await rows.feeds(self._db)
        async with asyncio.TaskGroup() as group:
            tasks = self._start(group, every)
        await self._save_unchanged()
        return [result for task in tasks if (result := task.result())]

    def _start(self, group: asyncio.TaskGroup, due: Sequence[Feed]) -> list[asyncio.Task[FeedResult | None]]:
        free = [feed for feed in due if feed.id not in self._busy]
        self._busy.update(feed.id for feed in free)
        return [group.create_task(self._take_turn(feed)) for feed in free]

    async def _take_turn(self, feed: Feed) -> FeedResult | None:
        """One feed's poll, whose failure must not stop the others'; None where it could not even be noted."""
        try:
            async with self._lane(feed), self._host_turns[_host(feed)], self._turns:
                return await self._poll_guarded(feed)
        except Unavailable as error:
            log.warning("feed_poll_not_saved", feed=feed.id, fault=error.fault)
            return None
        except Exception:
            log.exception("feed_poll_not_saved", feed=feed.id)
            return None
        finally:
            if feed.id not in self._unsaved:
                self._busy.discard(feed.id)

    def _lane(self, feed: Feed) -> AbstractAsyncContextManager[object]:
        if _known(feed):
            return nullcontext()
        return self._slow_turns if feed.poll.problem in SLOW else self._stranger_turns

    async def _poll_guarded(self, feed: Feed) -> FeedResult:
        try:
            return await self._poll(feed, self._clock())
        except Unavailable:
            raise
        except Exception as error:
            log.exception("feed_poll_broke", feed=feed.id)
            broke = Failed(problem=Problem.NOT_A_FEED, detail=f"{type(error).__name__}: {error}")
            return await self._failed(feed, broke, now=self._clock())

    async def _poll(self, feed: Feed, now: datetime) -> FeedResult:
        validators = feeds.conditional(feed.poll, now=now)
        response = await self._fetcher.fetch(_address(feed), validators=validators, now=now)
        match response:
            case Failed():
                return await self._failed(feed, response, now=now)
            case NotModified():
                state = feeds.after_not_modified(feed.poll, now=now)
                return await self._unchanged(feed, state, fresh_for=response.fresh_for, now=now)
            case Page():
                return await self._read(feed, response, now=now)

    async def _read(self, feed: Feed, page: Page, *, now: datetime) -> FeedResult:
        if not page.body.strip():
            return await self._failed(feed, Failed(problem=Problem.EMPTY), now=now)
        body_hash = await _hash(page.body)
        if body_hash == feed.poll.validators.body_hash:
            state = feeds.after_same_body(feed.poll, page, body_hash=body_hash, now=now)
            return await self._unchanged(feed, state, fresh_for=page.fresh_for, now=now)
        document = await self._parser.parse(
            page.body, url=page.url, content_type=page.content_type, known=_known(feed)
        )
        if isinstance(document, Failed):
            return await self._failed(feed, document, now=now)
        return await self._store(feed, page, document, body_hash=body_hash, now=now)

    async def _store(
        self, feed: Feed, page: Page, document: FeedDocument, *, body_hash: str, now: datetime
    ) -> FeedResult:
        """Everything this poll changes, in one transaction."""
        names = await self._named(feed, document)
        first_page = document
        connected = not feed.met or await stories.carries_known(self._db, names.entries, feed_id=feed.id)
        if not connected:
            document, connected = await self._follow_back(feed, page, document, now=now)
            names = await self._named(feed, document)
        vectors = await self._news.understand(feed, names, now=now)
        gap = not connected and len(document.entries) >= GAP_FROM
        async with self._db.write() as tx:
            paged = document is not first_page
            result = await self._news.take(
                tx, feed, document, names, followed_back=paged and connected, vectors=vectors, now=now
            )
            told = bool(result.new or result.updated or result.held)
            state = feeds.after_document(
                feed.poll, page, document, body_hash=body_hash, new=told, gap=gap, now=now
            )
            rows.save_poll(
                tx,
                replace(
                    self._polled(feed, state, now=now, fresh_for=page.fresh_for),
                    met=True,
                    guids_trusted=feed.guids_trusted and names.guids_good,
                    title=document.title,
                ),
            )
            if gap and not feed.poll.gap and not result.held:
                await self._alarms.gap(tx, feed, len(document.entries), now=now)
            await self._tell_moves(tx, feed, state, now=now)
        log.info(
            "feed_read", feed=feed.id, status=result.status, new=len(result.new), updated=len(result.updated)
        )
        self._wake()
        return replace(result, gap=gap, moved_to=state.moved_to)

    async def _named(self, feed: Feed, document: FeedDocument) -> identity.Names:
        return await off_loop(
            len(document.entries),
            partial(identity.name, document.entries, feed=feed.id, guids_trusted=feed.guids_trusted),
        )

    async def _follow_back(
        self, feed: Feed, page: Page, document: FeedDocument, *, now: datetime
    ) -> tuple[FeedDocument, bool]:
        """The document with its older pages, until one holds a known entry: whether one did."""
        number = 2
        while address := older_page(page.url, document, number):
            response = await self._fetcher.fetch(address, validators=feeds.Validators(), now=now)
            if not isinstance(response, Page):
                break
            older = await self._parser.parse(
                response.body, url=response.url, content_type=response.content_type
            )
            longer = joined(document, older) if isinstance(older, FeedDocument) else None
            if isinstance(older, Failed) or longer is None:
                break
            document, number = longer, number + 1
            names = await self._named(feed, older)
            if await stories.carries_known(self._db, names.entries, feed_id=feed.id):
                return document, True
        return document, False

    async def _failed(self, feed: Feed, failed: Failed, *, now: datetime) -> FeedResult:
        state = feeds.after_failure(feed.poll, failed, now=now)
        log.warning(
            "feed_failed", feed=feed.id, problem=failed.problem, detail=failed.detail, times=state.failures
        )
        async with self._db.write() as tx:
            rows.save_poll(tx, self._polled(feed, state, now=now, retry_after=failed.retry_after))
            await self._alarms.failed(tx, feed, state, now=now)
        self._wake()
        return FeedResult(
            id=feed.id, url=feed.url, status=Status.FAILED, problem=failed.problem, detail=failed.detail
        )

    async def _unchanged(
        self, feed: Feed, state: PollState, *, fresh_for: timedelta | None, now: datetime
    ) -> FeedResult:
        """Nothing to tell but that the feed is well again, or moved; else it is saved together with others."""
        polled = self._polled(feed, state, now=now, fresh_for=fresh_for)
        if was_down(feed) or state.moved_to != feed.poll.moved_to:
            async with self._db.write() as tx:
                rows.save_poll(tx, polled)
                await self._tell_moves(tx, feed, state, now=now)
            self._wake()
        else:
            self._unsaved[feed.id] = polled
        return FeedResult(id=feed.id, url=feed.url, status=Status.UNCHANGED, moved_to=state.moved_to)

    async def _save_unchanged(self) -> None:
        """One transaction for all polls that brought nothing. Raises Unavailable; they are kept then."""
        if not self._unsaved:
            return
        saved = dict(self._unsaved)
        async with self._db.write() as tx:
            await rows.save_polls(tx, saved.values())
        for id_ in saved:
            del self._unsaved[id_]
        self._busy -= saved.keys()

    async def _tell_moves(self, tx: Transaction, feed: Feed, state: PollState, *, now: datetime) -> None:
        """Tell staff that the feed is well again, or at another address."""
        await self._alarms.read(tx, feed, now=now)
        new = state.moved_to
        if new and new != feed.poll.moved_to and identity.canonical(new) != identity.canonical(feed.url):
            await self._alarms.moved(tx, feed, new, now=now)

    def _polled(
        self,
        feed: Feed,
        state: PollState,
        *,
        now: datetime,
        fresh_for: timedelta | None = None,
        retry_after: timedelta | None = None,
    ) -> Polled:
        return Polled(
            feed=feed,
            state=state,
            next_poll_at=feeds.next_poll(
                state, now=now, jitter=self._jitter(), fresh_for=fresh_for, retry_after=retry_after
            ),
            met=feed.met,
            guids_trusted=feed.guids_trusted,
            title=feed.title,
        )


def _known(feed: Feed) -> bool:
    """Whether it was read well the last time."""
    return feed.met and not feed.poll.failures


def _address(feed: Feed) -> str:
    """Where the feed is asked this time."""
    if feed.poll.moved_to is None or feeds.at_own_address(feed.poll):
        return feed.url
    return feed.poll.moved_to


def _host(feed: Feed) -> str:
    return urlsplit(_address(feed)).hostname or ""


async def _hash(body: bytes | bytearray) -> str:
    if len(body) < IN_THREAD:
        return hashlib.sha256(body).hexdigest()
    return await asyncio.to_thread(lambda: hashlib.sha256(body).hexdigest())
