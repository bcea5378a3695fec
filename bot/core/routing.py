"""Which story goes to which channel, and when: delays, quiet hours in Rome, urgency, digests."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from bot.core.news_post import Story
from bot.core.rome import ROME, day_in_rome
from bot.core.same_text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """Hours in Rome in which nothing but urgent news is posted; they may go past midnight."""

    start: time
    end: time

    def ends(self, moment: datetime) -> datetime | None:
        """When the quiet hours that `moment` lies in are over; None outside them."""
        today = day_in_rome(moment)
        for day in (today - timedelta(days=1), today):
            last_day = day if self.end > self.start else day + timedelta(days=1)
            end = in_rome(last_day, self.end)
            if in_rome(day, self.start) <= moment < end:
                return end
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Urgency:
    """What breaks the quiet hours: words of a story's title or summary, or a category its feed files it under."""

    words: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()

    def holds(self, story: Story) -> bool:
        """Whether the story is urgent."""
        text = f" {fold(f'{story.title} {story.summary}')} "
        filed = {fold(name) for name in story.categories}
        said = any(f" {fold(words)} " in text for words in self.words if fold(words))
        return said or any(fold(name) in filed for name in self.categories)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rota:
    """A digest that a channel gets every day, or every week on `day` (Monday is 0), at an hour of Rome."""

    chat_id: int
    at: time
    day: int | None = None

    def next_after(self, moment: datetime) -> datetime:
        """The first time after `moment`."""
        today = day_in_rome(moment)
        days = (today + timedelta(days=ahead) for ahead in range(9))
        times = (in_rome(day, self.at) for day in days if self.day in {None, day.weekday()})
        return next(at for at in times if at > moment)


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One channel. With `topics` or `quarters` only stories that have one of each kind named.

    `after`: how much later than the journalists. Without `posts` it gets digests only.
    """

    chat_id: int
    after: timedelta = timedelta()
    topics: tuple[str, ...] = ()
    quarters: tuple[str, ...] = ()
    posts: bool = True

    def wants(self, story: Story) -> bool:
        """Whether the story belongs here."""
        return _among(self.topics, story.topics) and _among(self.quarters, story.quarters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Routes:
    """Which chats get what, and when.

    `public_after`: how much later than journalists the public channel gets a story. `singles`: how many posts may come
    to a channel at one time; the rest go into one digest. `review_topic`: the staff group's topic for cards on news.
    """

    press_channel: int
    public_channel: int | None = None
    staff_group: int | None = None
    public_after: timedelta = timedelta()
    more: tuple[Channel, ...] = ()
    digests: tuple[Rota, ...] = ()
    quiet: Quiet | None = None
    urgency: Urgency = field(default_factory=Urgency)
    singles: int = 20
    pictures: bool = True
    review_topic: int | None = None

    def channels(self) -> tuple[Channel, ...]:
        """Every channel, the journalists' first."""
        public = self.public_channel
        known = [Channel(chat_id=self.press_channel)]
        if public is not None:
            known.append(Channel(chat_id=public, after=self.public_after))
        return (*known, *self.more)

    def rotas(self, chat_id: int) -> Iterable[Rota]:
        """The digests of one channel."""
        return (rota for rota in self.digests if rota.chat_id == chat_id)

    def is_urgent(self, story: Story) -> bool:
        """Whether the story does not wait for the morning."""
        return self.urgency.holds(story)

    def due(self, story: Story, moment: datetime) -> datetime:
        """`moment`, or the end of the quiet hours it lies in where the story can wait."""
        ends = self.quiet.ends(moment) if self.quiet and not self.is_urgent(story) else None
        return ends or moment


def in_rome(day: date, clock: time) -> datetime:
    """That time of that day in Rome, as UTC; of a time that occurs twice the first, after a gap the hour shifted by it."""
    return datetime.combine(day, clock, ROME).astimezone(UTC)


def _among(wanted: tuple[str, ...], given: tuple[str, ...]) -> bool:
    return not wanted or any(name in wanted for name in given)
