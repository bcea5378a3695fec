"""Feeds as values, with when to ask again after each answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum

BACK_OFF_LIMIT = timedelta(hours=6)  # a failing feed is never given up, only asked less often
HINT_LIMIT = timedelta(
    hours=1
)  # what ttl and max-age may ask of us: a day of "fresh" must not cost a day of news
RETRY_AFTER_LIMIT = timedelta(days=1)
QUIET_STRETCH = 4  # a feed with nothing new for days is asked this many times less often, at most
QUIET_LIMIT = timedelta(hours=1)
CANARY_POLLS = 20  # after so many polls without a body, ask without validators: a frozen 304 heals
CANARY_AGE = timedelta(hours=12)
SPREAD = 0.1  # how far jitter may stretch an interval
SHORTEST = timedelta(seconds=1)


class Problem(StrEnum):
    """Why a feed could not be read; each has a catalog text `feed_problem_…`."""

    ADDRESS = "address"  # not an http(s) address we go to
    PRIVATE = "private"  # leads into a private network
    DNS = "dns"
    CONNECTION = "connection"
    CERTIFICATE = "certificate"
    TIMEOUT = "timeout"
    REDIRECTS = "redirects"
    SHIELD = "shield"  # 401, 403: a wall before the feed
    GONE = "gone"  # 404, 410
    BUSY = "busy"  # 429, 503
    STATUS = "status"  # any other status
    TOO_BIG = "too_big"
    ENCODING = "encoding"  # a content encoding we do not read
    EMPTY = "empty"
    PAGE = "page"  # a web page, not a feed
    NOT_A_FEED = "not_a_feed"
    ENTITIES = "entities"  # declares entities: the way feeds are used as bombs
    TOO_COSTLY = "too_costly"  # the reading ran into its time or memory limit
    FILE = "file"  # a local file that cannot be read


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item as the feed has it, in plain text. `published` is aware UTC; empty text means: not given.

    At most 512 characters of title, 4,096 of summary, 2,048 of link and image, 1,024 of guid.
    """

    guid: str = ""
    link: str = ""
    title: str = ""
    summary: str = ""
    published: datetime | None = None
    image: str = ""
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedDocument:
    """A feed's body, read; `entries` in the feed's order, `skip_hours` in UTC, `skip_days` from Monday = 0."""

    title: str = ""
    link: str = ""
    generator: str = ""
    entries: tuple[Entry, ...] = ()
    ttl: timedelta | None = None
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What makes the next GET conditional, with the SHA-256 of the last body read."""

    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A body arrived. `moved_to` is the new address after permanent redirects only."""

    url: str
    body: bytes | bytearray
    etag: str | None = None
    last_modified: str | None = None
    content_type: str = ""
    fresh_for: timedelta | None = None
    moved_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """304: the server says nothing changed."""

    fresh_for: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """No body worth reading; `detail` is for the log."""

    problem: Problem
    detail: str = ""
    retry_after: timedelta | None = None


Response = Page | NotModified | Failed


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What a feed asks of whoever reads it; `skip_hours` in UTC, `skip_days` from Monday = 0."""

    ttl: timedelta | None = None
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class PollState:
    """What is remembered about asking one feed. `polls_since_body` counts answers without one.

    `moved_to` is asked instead of the feed's own address; `gap`: the last new entries did not reach back to known ones.
    """

    every: timedelta
    validators: Validators = Validators()
    polls_since_body: int = 0
    last_body_at: datetime | None = None
    last_ok_at: datetime | None = None
    last_new_at: datetime | None = None
    failures: int = 0
    failing_since: datetime | None = None
    problem: Problem | None = None
    detail: str = ""
    hints: Hints = Hints()
    moved_to: str | None = None
    gap: bool = False


def conditional(state: PollState, *, now: datetime) -> Validators:
    """The validators to send, empty where it is time to look at the whole body (a frozen 304 heals so)."""
    stale = state.last_body_at is None or now - state.last_body_at >= CANARY_AGE
    if stale or state.polls_since_body >= CANARY_POLLS:
        return Validators()
    return state.validators


def at_own_address(state: PollState) -> bool:
    """Whether the feed's own address is asked next; of a feed that moved and fails, both in turns."""
    return state.moved_to is None or state.failures % 2 == 1


def after_same_body(state: PollState, page: Page, *, body_hash: str, now: datetime) -> PollState:
    """The state after a body that is known already."""
    return replace(
        _well(state, now=now),
        validators=Validators(etag=page.etag, last_modified=page.last_modified, body_hash=body_hash),
        polls_since_body=0,
        last_body_at=now,
        last_new_at=state.last_new_at or now,
        moved_to=page.moved_to or (None if at_own_address(state) else state.moved_to),
    )


def after_document(
    state: PollState,
    page: Page,
    document: FeedDocument,
    *,
    body_hash: str,
    new: bool,
    gap: bool,
    now: datetime,
) -> PollState:
    """The state once a document was read; `new`: it told something."""
    hints = Hints(ttl=document.ttl, skip_hours=document.skip_hours, skip_days=document.skip_days)
    read = after_same_body(state, page, body_hash=body_hash, now=now)
    return replace(read, last_new_at=now if new else read.last_new_at, hints=hints, gap=gap)


def after_not_modified(state: PollState, *, now: datetime) -> PollState:
    """The state after a 304."""
    return replace(
        _well(state, now=now),
        polls_since_body=state.polls_since_body + 1,
        moved_to=None if at_own_address(state) else state.moved_to,
    )


def after_failure(state: PollState, failed: Failed, *, now: datetime) -> PollState:
    """The state after an answer that could not be used; validators stay, nothing was missed."""
    return replace(
        state,
        failures=state.failures + 1,
        failing_since=state.failing_since or now,
        problem=failed.problem,
        detail=failed.detail[:500],
    )


def next_poll(
    state: PollState,
    *,
    now: datetime,
    jitter: float,
    fresh_for: timedelta | None = None,
    retry_after: timedelta | None = None,
) -> datetime:
    """When to ask again, by `state` as it is after the poll; `jitter` lies in 0…1 and only ever delays.

    A failing feed: the interval doubles up to six hours, or as long as Retry-After says. A feed without news for days:
    up to four times the interval. ttl and max-age are followed up to an hour, skipHours and skipDays for a day.
    """
    if state.failures:
        wait = _back_off(state)
    else:
        asked = max((hint for hint in (fresh_for, state.hints.ttl) if hint), default=timedelta())
        wait = max(_quiet_interval(state, now=now), min(asked, HINT_LIMIT))
    wait = max(wait * (1 + SPREAD * jitter), min(retry_after or timedelta(), RETRY_AFTER_LIMIT), SHORTEST)
    return _past_skipped(now + wait, state.hints)


def _well(state: PollState, *, now: datetime) -> PollState:
    return replace(state, last_ok_at=now, failures=0, failing_since=None, problem=None, detail="")


def _back_off(state: PollState) -> timedelta:
    doubled: timedelta = state.every * 2 ** min(state.failures - 1, 12)
    return max(state.every, min(doubled, BACK_OFF_LIMIT))


def _quiet_interval(state: PollState, *, now: datetime) -> timedelta:
    idle_days = (now - (state.last_new_at or now)).total_seconds() / 86_400
    stretched = state.every * min(max(1.0, idle_days), QUIET_STRETCH)
    return max(state.every, min(stretched, QUIET_LIMIT))


def _past_skipped(moment: datetime, hints: Hints) -> datetime:
    """`moment`, or the first full hour after it that the feed does not ask us to skip; at most a day later."""
    for _ in range(24):
        at = moment.astimezone(UTC)
        if at.hour not in hints.skip_hours and at.weekday() not in hints.skip_days:
            return moment
        moment = at.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return moment


def fresh_for(headers: Mapping[str, str], *, now: datetime) -> timedelta | None:
    """How long Cache-Control or Expires call the answer fresh; None where they say nothing, or "do not store"."""
    control = headers.get("Cache-Control", "").lower()
    if "no-cache" in control or "no-store" in control:
        return None
    age = re.search(r"\bmax-age\s*=\s*\"?(\d{1,9})", control)
    if age:
        return timedelta(seconds=int(age[1]))
    expires = _http_date(headers.get("Expires", ""))
    return max(expires - now, timedelta()) if expires else None


def retry_after(headers: Mapping[str, str], *, now: datetime) -> timedelta | None:
    """What Retry-After asks for, in seconds or as a date."""
    value = headers.get("Retry-After", "").strip()
    if re.fullmatch(r"\d{1,9}", value):
        return timedelta(seconds=int(value))
    moment = _http_date(value)
    return max(moment - now, timedelta()) if moment else None


def _http_date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
