"""Telegram's flood limits as token buckets on the virtual clock.

About 30 messages a second in all, one a second to a chat with short bursts, 20 a minute to a group or
channel. Source: core.telegram.org/bots/faq; the hold of up to 8 s is what the Bot API server itself does
before it answers 429. The real figures are unpublished and change.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

LONGEST_HOLD = 8.0


class Mode(StrEnum):
    HOLD = "hold"
    REFUSE = "429"


@dataclass(frozen=True, slots=True)
class Rule:
    """`burst` tokens at most, refilled at `rate` a second."""

    name: str
    rate: float
    burst: float


OVERALL = Rule("overall", 30.0, 30.0)
ONE_CHAT = Rule("chat", 1.0, 5.0)
ONE_GROUP = Rule("group", 20 / 60, 20.0)
GROUP_EDITS = Rule("edits", 20 / 60, 20.0)


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """Wait `hold` seconds, then go on; or refuse with `retry_after` whole seconds."""

    hold: float = 0.0
    retry_after: int = 0


FREE = Verdict()


class Limits:
    def __init__(self) -> None:
        self.scale: float | None = 1.0
        self.mode = Mode.HOLD
        self._buckets: dict[tuple[str, int, str], _Bucket] = {}

    def set(self, scale: float | None, mode: Mode) -> None:
        self.scale = scale
        self.mode = mode
        self._buckets.clear()

    def spend(self, bot: int, room: str, *, is_group: bool, is_edit: bool, count: int, now: float) -> Verdict:
        """Take `count` tokens of each bucket the call draws on, or none where it is refused."""
        if self.scale is None:
            return FREE
        rules = _rules(room, is_group=is_group, is_edit=is_edit)
        buckets = [(rule, self._bucket(rule, bot, key, now)) for rule, key in rules]
        wait = max(self._wait(rule, bucket, count) for rule, bucket in buckets)
        if wait > (LONGEST_HOLD if self.mode is Mode.HOLD else 0.0):
            return Verdict(retry_after=max(1, math.ceil(wait)))
        for _, bucket in buckets:
            bucket.tokens -= count
        return Verdict(hold=wait) if wait else FREE

    def _bucket(self, rule: Rule, bot: int, key: str, now: float) -> _Bucket:
        scale = self.scale or 1.0
        burst = rule.burst * max(scale, 1.0)
        bucket = self._buckets.setdefault((rule.name, bot, key), _Bucket(burst, now))
        bucket.tokens = min(burst, bucket.tokens + max(0.0, now - bucket.at) * rule.rate * scale)
        bucket.at = now
        return bucket

    def _wait(self, rule: Rule, bucket: _Bucket, count: int) -> float:
        # A call larger than the bucket itself (an album) may go when the bucket is full.
        short = min(count, rule.burst) - bucket.tokens
        return short / (rule.rate * (self.scale or 1.0)) if short > 1e-9 else 0.0


def _rules(room: str, *, is_group: bool, is_edit: bool) -> Iterable[tuple[Rule, str]]:
    yield OVERALL, ""
    if is_edit:
        if is_group:
            yield GROUP_EDITS, room
        return
    yield ONE_CHAT, room
    if is_group:
        yield ONE_GROUP, room
