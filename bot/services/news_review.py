"""What staff decide about news: doubtful stories, feeds held back, categories of which everything goes out.

card ─▶ publish or reject, once ─▶ the card says so ─▶ posts; a rule where its whole category goes out from now on
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from bot.core.news_cards import Decision, category_key
from bot.core.news_post import Story
from bot.services.news import STATE_OF
from bot.services.news_cards import NewsCards
from bot.services.press import Press
from storage import audit, news, news_rules
from storage import feeds as feed_rows
from storage.database import Database, Transaction
from storage.news import State
from storage.news_rules import Rule


class NewsReview:
    """`learn` makes News take up the rules; `wake` is called when the outbox got something."""

    def __init__(
        self,
        db: Database,
        press: Press,
        cards: NewsCards,
        learn: Callable[[], Awaitable[None]],
        *,
        wake: Callable[[], None],
    ) -> None:
        self._db = db
        self._press = press
        self._cards = cards
        self._learn = learn
        self._wake = wake

    async def decide(
        self,
        story_id: int,
        *,
        publish: bool,
        by: int,
        now: datetime,
        who: str = "",
        category: int | None = None,
    ) -> bool:
        """Settle a story under review; False where it was settled before, so two fast fingers publish once.

        `by` is the staff member's user id, `who` the name the card shows. With `category` (the key of one
        of the story's own) what its feed files there goes out from now on without being asked about.
        """
        async with self._db.write() as tx:
            after = State.POSTED if publish else State.REJECTED
            done = await news.set_state(tx, story_id, before=State.REVIEW, after=after, by=by, now=now)
            if done:
                story = await news.story_of(tx, story_id)
                assert story is not None  # noqa: S101  (it was changed in this transaction)
                name = await self._make_rule(tx, story, category, by=by, now=now)
                due = self._press.waits_until(story, now=now) if publish else None
                decision = Decision(publish=publish, who=who or str(by), at=now, category=name, due=due)
                await self._cards.settle(tx, story, decision)
                if publish:
                    await self._press.post(tx, story, now=now)
                action = "news_publish" if publish else "news_reject"
                await audit.note(tx, actor=by, action=action, about=f"story:{story_id}", now=now)
        if category is not None:
            await self._learn()
        self._wake()
        return done

    async def _make_rule(
        self, tx: Transaction, story: Story, category: int | None, *, by: int, now: datetime
    ) -> str:
        """The name of the category of which everything goes out from now on; "" where there is none."""
        name = next((name for name in story.categories if category_key(name) == category), "")
        if not name:
            return ""
        if await news_rules.add(tx, feed_id=story.feed, name=name, by=by, now=now):
            await audit.note(tx, actor=by, action="news_rule", about=f"feed:{story.feed}:{name}", now=now)
        return name

    async def rules(self) -> Sequence[Rule]:
        """Staff's rules about categories."""
        return await news_rules.rules(self._db)

    async def drop_rule(self, rule_id: int, *, by: int, now: datetime) -> bool:
        """Take a rule away; False where it was gone."""
        async with self._db.write() as tx:
            name = await news_rules.drop(tx, rule_id)
            if name is not None:
                await audit.note(tx, actor=by, action="news_rule_drop", about=f"category:{name}", now=now)
        await self._learn()
        return name is not None

    async def settle_held(self, feed_id: int, *, publish: bool, by: int, now: datetime, who: str = "") -> int:
        """Let go what was held back from a feed suddenly all new, or keep it back for good; how many stories that was."""
        async with self._db.write() as tx:
            stories = await news.stories_of_feed(tx, feed_id, State.HELD)
            feed = await feed_rows.feed(tx, feed_id) if stories else None
            if feed is not None:
                await self._cards.settle_held(tx, feed, stories, publish=publish, who=who or str(by), now=now)
            for story in stories:
                verdict = await news.verdict_of(tx, story.id) if publish else None
                after = STATE_OF[verdict] if verdict else State.REJECTED
                await news.set_state(tx, story.id, before=State.HELD, after=after, by=by, now=now)
            if publish:
                housing = [story for story in stories if await news.state_of(tx, story.id) is State.POSTED]
                doubtful = [story for story in stories if await news.state_of(tx, story.id) is State.REVIEW]
                await self._press.announce(tx, housing, feed_id=feed_id, now=now)
                for story in doubtful:
                    await self._cards.ask(tx, story, now=now)
        self._wake()
        return len(stories)
