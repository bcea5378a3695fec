"""Stories that were withdrawn: noticed at the source or said by staff, and marked only when a person confirms.

feed lost it ─▶ its address says 404 or 410? ─▶ card for staff ─┬▶ RITIRATO in every channel
                                       /ritira ─▶ sure? ────────┘
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.core import news_cards
from bot.core.feed import Failed, Problem, Response, Validators
from bot.core.news_cards import Withdrawal
from bot.core.news_post import Story, title_of
from bot.core.outgoing import Button, Outgoing
from bot.core.richtext import RichText, cut
from bot.core.same_text import fold
from bot.core.texts import Texts
from bot.services.clock import Clock
from bot.services.news_cards import NewsCards
from bot.services.press import Press
from storage import audit, news, news_posts
from storage.database import Database, Transaction

log = structlog.get_logger(__name__)

AGAIN = timedelta(hours=6)  # between two looks at one address that still answers
FOR = timedelta(days=3)  # how long a story that its feed lost is looked at
AT_ONCE = 3  # addresses looked at in one go
CHOICE = 8  # stories offered to choose from
LABEL = 60  # UTF-16 units of a title on a button


class Fetches(Protocol):
    """The outside web."""

    async def fetch(self, url: str, *, validators: Validators, now: datetime) -> Response: ...


class Withdrawals:
    """`wake` is called when the outbox got something."""

    def __init__(
        self,
        db: Database,
        fetcher: Fetches,
        press: Press,
        cards: NewsCards,
        texts: Texts,
        *,
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        self._db = db
        self._fetcher = fetcher
        self._press = press
        self._cards = cards
        self._texts = texts
        self._clock = clock
        self._wake = wake

    async def look(self) -> None:
        """Ask the addresses of stories that vanished from their feed; staff hear of those that are gone."""
        now = self._clock()
        for story_id in await news_posts.to_look_at(self._db, now=now, again=AGAIN, for_=FOR, limit=AT_ONCE):
            story = await news.story_of(self._db, story_id)
            if story is not None:
                await self._look_at(story, now)

    async def _look_at(self, story: Story, now: datetime) -> None:
        gone = bool(story.link) and await self._is_gone(story.link, now)
        log.info("vanished_story_looked_at", story=story.id, gone=gone)
        async with self._db.write() as tx:
            if await news_posts.looked_at(tx, story.id, told=gone, now=now) and gone:
                await self._cards.ask_whether_withdrawn(tx, story, now=now)
        self._wake()

    async def _is_gone(self, address: str, now: datetime) -> bool:
        """Only 404 and 410 mean that; a server in trouble says nothing about its pages."""
        response = await self._fetcher.fetch(address, validators=Validators(), now=now)
        return isinstance(response, Failed) and response.problem is Problem.GONE

    async def choice(self, words: str) -> Outgoing:
        """The last posted stories with these words in the title, one a button."""
        found = await news.stories_of(
            self._db, await news_posts.lately_posted(self._db, fold(words), limit=CHOICE)
        )
        if not found:
            return Outgoing(text=self._texts("news_withdraw_none"))
        buttons = tuple((Button(text=_label(story), data=f"newswd:ask:{story.id}"),) for story in found)
        return Outgoing(text=self._texts("news_withdraw_which"), buttons=buttons)

    async def question(self, story_id: int) -> Outgoing | None:
        """The last question before a story is withdrawn; None where it is no posted one any more."""
        story = await news.story_of(self._db, story_id)
        posted = await news.state_of(self._db, story_id) is news.State.POSTED
        if story is None or story.withdrawn or not posted:
            return None
        return news_cards.missing_card(story, self._texts, vanished=False)

    async def settle(self, story_id: int, decision: Withdrawal, *, by: int, who: str) -> Outgoing | None:
        """Withdraw a story, leave it as it is or take a withdrawal back: what the card says then.

        None where somebody was faster, or where there is nothing to decide.
        """
        now = self._clock()
        async with self._db.write() as tx:
            if not await self._carry_out(tx, story_id, decision, by=by, now=now):
                return None
            story = await news.story_of(tx, story_id)
            assert story is not None  # noqa: S101  (it was changed in this transaction)
            match decision:
                case Withdrawal.DONE:
                    await self._press.withdraw(tx, story, now=now)
                case Withdrawal.UNDONE:
                    await self._press.restore(tx, story, now=now)
            card = news_cards.settled_missing_card(story, self._texts, decision=decision, who=who, at=now)
            await self._cards.settle_missing(tx, story, card, now=now)
            action = f"news_withdrawal_{decision}"
            await audit.note(tx, actor=by, action=action, about=f"story:{story_id}", now=now)
        self._wake()
        return card

    async def _carry_out(
        self, tx: Transaction, story_id: int, decision: Withdrawal, *, by: int, now: datetime
    ) -> bool:
        match decision:
            case Withdrawal.DONE:
                return await news_posts.withdraw(tx, story_id, by=by, now=now)
            case Withdrawal.UNDONE:
                return await news_posts.restore(tx, story_id)
            case Withdrawal.LEFT:
                story = await news.story_of(tx, story_id)
                return story is not None and story.withdrawn is None


def _label(story: Story) -> str:
    return cut(RichText(title_of(story)), limit=LABEL).text
