"""What staff hear about feeds: one card an incident, brought up to date while it lasts, and one when it is over.

fails for the third time ─▶ card with the cause ─▶ another cause? the card says so ─▶ read again ─▶ card: since when
moved for good ─▶ card        news that do not reach back to known ones ─▶ card
"""

from datetime import datetime

from babel.dates import format_datetime, format_timedelta

from bot.core.feed import PollState, Problem
from bot.core.outgoing import Outgoing
from bot.core.richtext import RichText
from bot.core.rome import ROME
from bot.core.texts import Texts
from bot.services.desk import Desk
from storage.database import Transaction
from storage.feeds import Feed
from storage.times import to_ms

ALARM_AFTER = 3  # failures in a row before staff are told


class FeedAlarms:
    """Queues cards for staff within the caller's transaction; each is queued once, however often it is asked for."""

    def __init__(self, desk: Desk, texts: Texts) -> None:
        self._desk = desk
        self._texts = texts

    async def failed(self, tx: Transaction, feed: Feed, state: PollState, *, now: datetime) -> None:
        """The feed could not be read; `state` is as after that."""
        if state.failures < ALARM_AFTER or state.problem is None or state.failing_since is None:
            return
        topic = _topic(feed, state.failing_since)
        card = self._down(feed, state.problem, state.failing_since)
        if state.failures == ALARM_AFTER:
            await self._desk.tell(tx, card, topic=topic, once_key=topic, now=now)
        elif state.problem is not feed.poll.problem:
            key = f"{topic}:{state.problem}:{state.failures}"
            await self._desk.correct(tx, card, topic=topic, once_key=key, now=now)

    async def read(self, tx: Transaction, feed: Feed, *, now: datetime) -> None:
        """The feed was read; `feed` is as before that."""
        since = feed.poll.failing_since
        if not was_down(feed) or since is None:
            return
        lasted = format_timedelta(now - since, threshold=2, locale=self._texts.lang)
        text = self._texts("news_feed_back", feed=_name(feed), at=self._moment(now), lasted=lasted)
        topic = f"{_topic(feed, since)}:over"
        await self._desk.tell(tx, Outgoing(text=text), topic=topic, once_key=topic, now=now)

    async def moved(self, tx: Transaction, feed: Feed, address: str, *, now: datetime) -> None:
        """The feed is at another address for good, and is asked there from now on."""
        topic = f"feed_moved:{feed.id}:{address}"
        text = self._texts("news_feed_moved", feed=_name(feed), old=feed.url, new=address)
        await self._desk.tell(tx, Outgoing(text=text), topic=topic, once_key=topic, now=now)

    async def gap(self, tx: Transaction, feed: Feed, number: int, *, now: datetime) -> None:
        """All `number` items of the feed are new: others may have come and gone between two polls."""
        topic = f"feed_gap:{feed.id}:{to_ms(now)}"
        last = feed.poll.last_ok_at
        since = self._moment(last) if last else ""
        text = self._texts("news_feed_gap", feed=_name(feed), n=number, since=since)
        await self._desk.tell(tx, Outgoing(text=text), topic=topic, once_key=topic, now=now)

    def _down(self, feed: Feed, problem: Problem, since: datetime) -> Outgoing:
        cause: RichText = self._texts(f"feed_problem_{problem}")
        return Outgoing(
            text=self._texts("news_feed_down", feed=_name(feed), problem=cause, since=self._moment(since))
        )

    def _moment(self, moment: datetime) -> str:
        return str(format_datetime(moment.astimezone(ROME), "EEEE d MMMM, HH:mm", locale=self._texts.lang))


def was_down(feed: Feed) -> bool:
    """Whether staff were told that the feed cannot be read."""
    return feed.poll.failures >= ALARM_AFTER


def _topic(feed: Feed, since: datetime) -> str:
    return f"feed_down:{feed.id}:{to_ms(since)}"


def _name(feed: Feed) -> str:
    return feed.title or feed.url
