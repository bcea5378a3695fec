"""The cards about news that staff get: asked once for each topic, changed where they stand."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.core import news_cards
from bot.core.news_cards import Decision
from bot.core.news_post import Story
from bot.core.outgoing import Outgoing
from bot.core.priority import Priority
from bot.core.routing import Routes
from bot.core.texts import Texts
from bot.services.desk import Desk
from storage import news, outbox
from storage.database import Transaction
from storage.feeds import Feed
from storage.news import State
from storage.times import to_ms


class NewsCards:
    """Queues them within the caller's transaction."""

    def __init__(self, routes: Routes, texts: Texts) -> None:
        self._routes = routes
        self._texts = texts
        self._quarter_names: Mapping[str, str] = {}
        self._desk = Desk(group=routes.staff_group)

    def know_quarters(self, names: Mapping[str, str]) -> None:
        """Call the quarters so from now on."""
        self._quarter_names = names

    async def correct(self, tx: Transaction, story: Story, *, now: datetime) -> None:
        """Bring the review card of a story to its new text."""
        card = news_cards.review_card(story, self._texts, quarter_names=self._quarter_names)
        await self.change(tx, card, topic=_card_topic(story.id), step=f"v{story.versions}", now=now)

    async def settle(self, tx: Transaction, story: Story, decision: Decision) -> None:
        """Say on the review card what was decided, by whom and when, and take its buttons away."""
        card = news_cards.settled_card(
            story, self._texts, quarter_names=self._quarter_names, decision=decision
        )
        await self.change(tx, card, topic=_card_topic(story.id), step="settled", now=decision.at)

    async def ask(self, tx: Transaction, story: Story, *, now: datetime) -> None:
        """Ask staff about a doubtful story."""
        card = news_cards.review_card(story, self._texts, quarter_names=self._quarter_names)
        await self.put(tx, card, topic=_card_topic(story.id), now=now)

    async def ask_about_held(self, tx: Transaction, feed: Feed, *, now: datetime) -> None:
        """Ask staff whether to believe a feed that is suddenly all new."""
        stories = await news.stories_of_feed(tx, feed.id, State.HELD)
        card = news_cards.held_card(feed.id, feed.title or feed.url, stories, self._texts)
        await self.put(tx, card, topic=_held_topic(feed.id, stories), now=now)

    async def settle_held(
        self, tx: Transaction, feed: Feed, stories: Sequence[Story], *, publish: bool, who: str, now: datetime
    ) -> None:
        """Say on the cards about these held stories what was decided and by whom."""
        name = feed.title or feed.url
        asked = set(await outbox.topics_like(tx, f"feed_held:{feed.id}:"))
        settled = news_cards.settled_held_card(name, stories, self._texts, publish=publish, who=who, at=now)
        for topic in {_held_topic(feed.id, [story]) for story in stories} & asked:
            await self.change(tx, settled, topic=topic, step=f"settled{to_ms(now)}", now=now)

    async def ask_whether_withdrawn(self, tx: Transaction, story: Story, *, now: datetime) -> None:
        """Ask staff about a story that vanished at its source."""
        card = news_cards.missing_card(story, self._texts, vanished=True)
        await self.put(tx, card, topic=f"missing:{story.id}:{to_ms(now)}", now=now)

    async def settle_missing(self, tx: Transaction, story: Story, card: Outgoing, *, now: datetime) -> None:
        """Bring those cards to what was decided."""
        for topic in await outbox.topics_like(tx, f"missing:{story.id}:"):
            await self.change(tx, card, topic=topic, step=f"settled{to_ms(now)}", now=now)

    async def change(self, tx: Transaction, card: Outgoing, *, topic: str, step: str, now: datetime) -> None:
        """Bring the cards of this topic to what they say now."""
        await self._desk.correct(tx, card, topic=topic, once_key=f"{topic}:{step}", now=now)

    async def put(self, tx: Transaction, card: Outgoing, *, topic: str, now: datetime) -> None:
        """Put a card before staff, once for each `topic`."""
        thread, alert = self._routes.review_topic, Priority.ALERT
        await self._desk.tell(
            tx, card, topic=topic, once_key=topic, now=now, priority=alert, thread_id=thread
        )


def _card_topic(story_id: int) -> str:
    return f"review:{story_id}"


def _held_topic(feed_id: int, stories: Sequence[Story]) -> str:
    return f"feed_held:{feed_id}:{stories[-1].id}"
