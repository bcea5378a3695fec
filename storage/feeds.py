"""Rows of feeds: which there are, and all that is remembered about asking them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.core.feed import Hints, PollState, Problem, Validators
from storage.connection import Row
from storage.database import Reader, Transaction
from storage.times import from_ms, maybe_instant, maybe_ms, to_ms

ADOPT = """
    INSERT INTO feed (url, origin, housing_categories, every, announce_last)
    VALUES (:url, :origin, :housing_categories, :every, :announce_last)
    ON CONFLICT (url) DO UPDATE SET
        origin = excluded.origin, housing_categories = excluded.housing_categories, every = excluded.every,
        announce_last = excluded.announce_last,
        met = CASE WHEN active = 1 THEN met ELSE 0 END,
        next_poll_at = CASE WHEN active = 1 THEN min(next_poll_at, coalesce(last_ok_at, 0) + excluded.every) ELSE 0 END,
        active = 1
    RETURNING id
"""

RETIRE_OTHERS = """
    UPDATE feed
    SET active = 0
    WHERE origin = 'config' AND active = 1 AND url NOT IN (SELECT value FROM json_each(:urls))
"""

RETIRE = """
    UPDATE feed
    SET active = 0
    WHERE id = :id AND active = 1
    RETURNING url
"""

FEEDS = """
    SELECT id, url, origin, title, housing_categories, every, announce_last, met, guids_trusted, etag, last_modified,
           body_hash, polls_since_body, last_body_at, last_ok_at, last_new_at, next_poll_at, failures, failing_since,
           problem, detail, ttl, skip_hours, skip_days, moved_to, gap
    FROM feed
    WHERE active = 1 AND next_poll_at <= :now
    ORDER BY next_poll_at, id
"""

FEED = """
    SELECT id, url, origin, title, housing_categories, every, announce_last, met, guids_trusted, etag, last_modified,
           body_hash, polls_since_body, last_body_at, last_ok_at, last_new_at, next_poll_at, failures, failing_since,
           problem, detail, ttl, skip_hours, skip_days, moved_to, gap
    FROM feed
    WHERE id = :id
"""

SAVE_POLL = """
    UPDATE feed
    SET title = :title, met = :met, guids_trusted = :guids_trusted, etag = :etag, last_modified = :last_modified,
        body_hash = :body_hash, polls_since_body = :polls_since_body, last_body_at = :last_body_at,
        last_ok_at = :last_ok_at, last_new_at = :last_new_at, next_poll_at = :next_poll_at, failures = :failures,
        failing_since = :failing_since, problem = :problem, detail = :detail, ttl = :ttl, skip_hours = :skip_hours,
        skip_days = :skip_days, moved_to = :moved_to, gap = :gap
    WHERE id = :id
"""


# After the clock was set back: a poll planned by the wrong time would leave the feed unread until then.
AFTER_SETTING_BACK = """
    UPDATE feed
    SET next_poll_at = :now
    WHERE next_poll_at > :beyond
"""


class Source(Protocol):
    """A feed as configured."""

    @property
    def url(self) -> str: ...
    @property
    def housing_categories(self) -> Sequence[str]: ...
    @property
    def every(self) -> timedelta: ...
    @property
    def announce_last(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One feed with all that is remembered about asking it."""

    id: int
    url: str
    origin: str
    title: str
    housing_categories: tuple[str, ...]
    announce_last: int
    met: bool
    guids_trusted: bool
    next_poll_at: datetime
    poll: PollState


async def adopt(tx: Transaction, sources: Sequence[Source]) -> None:
    """Bring the configured feeds to what the configuration says; configured ones it no longer names are retired."""
    for source in sources:
        await add_feed(tx, source, origin="config")
    await tx.execute(RETIRE_OTHERS, {"urls": json.dumps([source.url for source in sources])})


async def add_feed(tx: Transaction, source: Source, *, origin: str) -> int:
    """The feed's id; one that was retired is met anew, so that its backlog is not announced."""
    row = await tx.fetch_one(
        ADOPT,
        {
            "url": source.url,
            "origin": origin,
            "housing_categories": _json(source.housing_categories),
            "every": source.every // timedelta(milliseconds=1),
            "announce_last": source.announce_last,
        },
    )
    assert row is not None  # noqa: S101  (an upsert always returns its row)
    return int(row["id"])


async def after_setting_back(tx: Transaction, *, now: datetime, slack: timedelta) -> int:
    """The clock was ahead and is right now: ask soon what is planned beyond `slack`; returns how many that moves."""
    return await tx.execute(AFTER_SETTING_BACK, {"now": to_ms(now), "beyond": to_ms(now + slack)})


async def retire(tx: Transaction, feed_id: int) -> str | None:
    """Stop asking a feed; its address, or None where there was no such feed."""
    row = await tx.fetch_one(RETIRE, {"id": feed_id})
    return row["url"] if row else None


async def feeds(reader: Reader, *, due: datetime | None = None) -> list[Feed]:
    """The active feeds, or those of them due at `due`, the longest overdue first."""
    rows = await reader.fetch(FEEDS, {"now": to_ms(due) if due else 2**62})
    return [_feed(row) for row in rows]


async def feed(reader: Reader, feed_id: int) -> Feed | None:
    """One feed, active or not."""
    row = await reader.fetch_one(FEED, {"id": feed_id})
    return _feed(row) if row else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """A feed after a poll: what the next one has to know."""

    feed: Feed
    state: PollState
    next_poll_at: datetime
    met: bool
    guids_trusted: bool
    title: str


def save_poll(tx: Transaction, polled: Polled) -> None:
    """Remember one poll, with whatever else the transaction writes."""
    tx.queue(SAVE_POLL, _polled_row(polled))


async def save_polls(tx: Transaction, polled: Iterable[Polled]) -> None:
    """Remember several polls."""
    await tx.execute_many(SAVE_POLL, [_polled_row(one) for one in polled])


def _polled_row(polled: Polled) -> dict[str, object]:
    state = polled.state
    return {
        "id": polled.feed.id,
        "title": polled.title or polled.feed.title,
        "met": polled.met,
        "guids_trusted": polled.guids_trusted,
        "etag": state.validators.etag,
        "last_modified": state.validators.last_modified,
        "body_hash": state.validators.body_hash,
        "polls_since_body": state.polls_since_body,
        "last_body_at": maybe_ms(state.last_body_at),
        "last_ok_at": maybe_ms(state.last_ok_at),
        "last_new_at": maybe_ms(state.last_new_at),
        "next_poll_at": to_ms(polled.next_poll_at),
        "failures": state.failures,
        "failing_since": maybe_ms(state.failing_since),
        "problem": state.problem,
        "detail": state.detail,
        "ttl": None if state.hints.ttl is None else state.hints.ttl // timedelta(milliseconds=1),
        "skip_hours": json.dumps(sorted(state.hints.skip_hours)),
        "skip_days": json.dumps(sorted(state.hints.skip_days)),
        "moved_to": state.moved_to,
        "gap": state.gap,
    }


def _feed(row: Row) -> Feed:
    return Feed(
        id=row["id"],
        url=row["url"],
        origin=row["origin"],
        title=row["title"],
        housing_categories=tuple(json.loads(row["housing_categories"])),
        announce_last=row["announce_last"],
        met=bool(row["met"]),
        guids_trusted=bool(row["guids_trusted"]),
        next_poll_at=from_ms(row["next_poll_at"]),
        poll=PollState(
            every=timedelta(milliseconds=row["every"]),
            validators=Validators(
                etag=row["etag"], last_modified=row["last_modified"], body_hash=row["body_hash"]
            ),
            polls_since_body=row["polls_since_body"],
            last_body_at=maybe_instant(row["last_body_at"]),
            last_ok_at=maybe_instant(row["last_ok_at"]),
            last_new_at=maybe_instant(row["last_new_at"]),
            failures=row["failures"],
            failing_since=maybe_instant(row["failing_since"]),
            problem=Problem(row["problem"]) if row["problem"] else None,
            detail=row["detail"],
            hints=Hints(
                ttl=None if row["ttl"] is None else timedelta(milliseconds=row["ttl"]),
                skip_hours=frozenset(json.loads(row["skip_hours"])),
                skip_days=frozenset(json.loads(row["skip_days"])),
            ),
            moved_to=row["moved_to"],
            gap=bool(row["gap"]),
        ),
    )


def _json(values: Iterable[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)
