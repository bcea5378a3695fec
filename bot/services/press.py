"""Who is told what: posts for the channels, cards for staff, as rows in the outbox."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.core import news_post
from bot.core.feed import Problem
from bot.core.news_post import Story
from bot.core.outgoing import Outgoing
from bot.core.priority import Priority
from bot.core.texts import Texts
from storage import incidents, news, outbox
from storage.database import Transaction
from storage.feeds import Feed
from storage.news import State

SINGLES = 20  # posts a poll may give one channel; the rest go into one digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Routes:
    """Which chats get what. `public_after`: how much later than journalists the public channel gets a story."""

    press_channel: int
    public_channel: int | None = None
    staff_group: int | None = None
    public_after: timedelta = timedelta()


class Press:
    """Queues what stories give rise to, within the caller's transaction.

    Each `once_key` names story and chat, so nothing is queued twice for a chat.
    """

    def __init__(self, routes: Routes, texts: Texts, *, quarter_names: Mapping[str, str]) -> None:
        self._routes = routes
        self._texts = texts
        self._quarter_names = quarter_names

    async def correct_posts(self, tx: Transaction, before: Story, after: Story, *, now: datetime) -> None:
        """Bring the posts of a story to its new text, sent or waiting; nothing where what changed is not shown."""
        shown = replace(before, corrected=after.corrected)
        item = self._compose(after)
        if item == self._compose(shown):
            return
        for chat_id in self._channels():
            await outbox.add_edit(
                tx,
                chat_id=chat_id,
                topic=_topic(after.id),
                item=item,
                once_key=f"story:{after.id}:v{after.versions}@{chat_id}",
                now=now,
            )

    async def correct_card(self, tx: Transaction, story: Story, *, now: datetime) -> None:
        """Bring the review card of a story to its new text."""
        card = news_post.review_card(story, self._texts, quarter_names=self._quarter_names)
        await self._edit_card(tx, story, card, step=f"v{story.versions}", now=now)

    async def settle_card(
        self, tx: Transaction, story: Story, *, publish: bool, who: str, now: datetime
    ) -> None:
        """Say on the review card what was decided and by whom, and take its buttons away."""
        card = news_post.settled_card(
            story, self._texts, quarter_names=self._quarter_names, publish=publish, who=who
        )
        await self._edit_card(tx, story, card, step="settled", now=now)

    async def _edit_card(
        self, tx: Transaction, story: Story, card: Outgoing, *, step: str, now: datetime
    ) -> None:
        if self._routes.staff_group is not None:
            await outbox.add_edit(
                tx,
                chat_id=self._routes.staff_group,
                topic=_card_topic(story.id),
                item=card,
                once_key=f"review:{story.id}:{step}@{self._routes.staff_group}",
                now=now,
            )

    async def announce(
        self,
        tx: Transaction,
        housing: Sequence[Story],
        doubtful: Sequence[Story],
        *,
        feed_id: int,
        now: datetime,
    ) -> None:
        """Queue the posts, the newest singly, and the cards for what a person has to look at."""
        rest, singles = housing[:-SINGLES], housing[-SINGLES:]
        if rest:
            await self._post_digest(tx, rest, feed_id=feed_id, now=now)
        for story in singles:
            await self.post(tx, story, now=now)
        for story in doubtful:
            await self.ask(tx, story, now=now)

    async def post(self, tx: Transaction, story: Story, *, now: datetime) -> None:
        """Queue a story for the channels, once each."""
        item = self._compose(story)
        for chat_id in self._channels():
            await outbox.add(
                tx,
                chat_id=chat_id,
                item=item,
                once_key=f"story:{story.id}@{chat_id}",
                topic=_topic(story.id),
                priority=Priority.NEWS,
                due_at=self._due(chat_id, now),
                now=now,
            )

    async def _post_digest(
        self, tx: Transaction, stories: Sequence[Story], *, feed_id: int, now: datetime
    ) -> None:
        item = news_post.digest(list(reversed(stories)), self._texts)
        key = f"digest:{feed_id}:{stories[-1].id}"
        for chat_id in self._channels():
            await outbox.add(
                tx,
                chat_id=chat_id,
                item=item,
                once_key=f"{key}@{chat_id}",
                topic=key,
                priority=Priority.NEWS,
                due_at=self._due(chat_id, now),
                now=now,
            )

    async def ask(self, tx: Transaction, story: Story, *, now: datetime) -> None:
        """Ask staff about a doubtful story."""
        card = news_post.review_card(story, self._texts, quarter_names=self._quarter_names)
        await self._tell_staff(tx, card, topic=_card_topic(story.id), now=now)

    async def ask_about_held(self, tx: Transaction, feed: Feed, *, now: datetime) -> None:
        """Ask staff whether to believe a feed that is suddenly all new."""
        stories = await news.stories_of_feed(tx, feed.id, State.HELD)
        card = news_post.held_card(feed.id, feed.title or feed.url, stories, self._texts)
        await self._tell_staff(tx, card, topic=f"held:{feed.id}:{stories[-1].id}", now=now)

    async def _tell_staff(self, tx: Transaction, item: Outgoing, *, topic: str, now: datetime) -> None:
        """One card in the staff group; without a group the story's state alone keeps count."""
        if self._routes.staff_group is not None:
            await outbox.add(
                tx,
                chat_id=self._routes.staff_group,
                item=item,
                once_key=f"{topic}@{self._routes.staff_group}",
                topic=topic,
                priority=Priority.ALERT,
                due_at=now,
                now=now,
                repeatable=True,
            )

    async def feed_down(self, tx: Transaction, feed: Feed, problem: Problem, *, now: datetime) -> None:
        """Tell staff, once an incident, that a feed cannot be read, and why."""
        incident = await incidents.begin(tx, f"feed:{feed.id}", now=now)
        if incident is not None:
            cause = self._texts(f"feed_problem_{problem}")
            card = self._texts("news_feed_down", feed=feed.title or feed.url, problem=cause)
            await self._tell_staff(tx, Outgoing(text=card), topic=f"incident:{incident}:begin", now=now)

    async def feed_back(self, tx: Transaction, feed: Feed, *, now: datetime) -> None:
        """Tell staff, once, that a feed they were told about can be read again."""
        incident = await incidents.end(tx, f"feed:{feed.id}", now=now)
        if incident is not None:
            card = self._texts("news_feed_back", feed=feed.title or feed.url)
            await self._tell_staff(tx, Outgoing(text=card), topic=f"incident:{incident}:end", now=now)

    def _compose(self, story: Story) -> Outgoing:
        return news_post.compose(story, self._texts, quarter_names=self._quarter_names)

    def _channels(self) -> tuple[int, ...]:
        public = self._routes.public_channel
        return (self._routes.press_channel,) if public is None else (self._routes.press_channel, public)

    def _due(self, chat_id: int, now: datetime) -> datetime:
        return now + self._routes.public_after if chat_id == self._routes.public_channel else now


def _topic(story_id: int) -> str:
    return f"story:{story_id}"


def _card_topic(story_id: int) -> str:
    return f"review:{story_id}"
