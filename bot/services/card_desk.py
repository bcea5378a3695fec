"""Editing cards in the chat: find, change one field, add a new one, mark as verified.

typed text ─▶ the card after it (pure) ─▶ said back ─▶ one transaction: batch + audit ─▶ searchable
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core import card_edit, freshness
from bot.core.answer import Reply
from bot.core.card import Card, Knowledge
from bot.core.card_edit import Rival
from bot.core.errors import UserError
from bot.core.freshness import Freshness
from bot.core.rome import day_in_rome
from bot.services import cards as service
from bot.services.answers import Answers
from bot.services.clock import Clock
from storage import cards
from storage.database import Database

Change = Callable[[Knowledge], Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCard:
    """What a new card is made of."""

    title: str
    category: str
    body: str
    ways: tuple[str, ...]


class CardDesk:
    """Whoever calls has checked that the person may edit cards."""

    def __init__(self, db: Database, answers: Answers, *, clock: Clock) -> None:
        self._db = db
        self._answers = answers
        self._clock = clock

    async def knowledge(self) -> Knowledge:
        """Everything as stored now, whatever the directory in memory still holds."""
        return await cards.load(self._db)

    async def card(self, card_id: str) -> Card | None:
        """One card as stored; None for one that does not exist (any button's data can be forged)."""
        return next((card for card in (await self.knowledge()).cards if card.id == card_id), None)

    async def find(self, words: str) -> list[Card]:
        """Cards by the words of their title, id or keywords; where there are none, those a tenant would get."""
        found = card_edit.matching(await self.knowledge(), words)
        return found or [card for card, _ in (await self.try_out(words)).scored]

    async def old(self) -> list[Card]:
        """The cards that somebody has verified too long ago, those hidden for it first."""
        today = day_in_rome(self._clock())
        worst = (Freshness.HIDDEN, Freshness.DUE)
        found = [(freshness.of(card, today=today), card) for card in (await self.knowledge()).cards]
        return [card for state in worst for one, card in found if one is state]

    async def try_out(self, text: str, *, changed: Card | None = None, without: str | None = None) -> Reply:
        """What anybody would get for `text`; nothing is kept."""
        return await self._answers.try_out(text, now=self._clock(), changed=changed, without=without)

    async def rivals(self, ways: Sequence[str], *, without: str | None = None) -> tuple[Rival, ...]:
        """The cards people would get now for each of `ways`, but for the card `without`."""
        replies = [await self.try_out(way, without=without) for way in ways]
        return card_edit.rivals([reply.scored for reply in replies])

    async def preview(self, card_id: str, field: str, text: str) -> tuple[Card, Card]:
        """The card before and after `text` for `field`. Raises UserError as `card_edit.edited` does."""
        stored = await self.knowledge()
        after = card_edit.edited(stored, card_id, field, text)
        return next(card for card in stored.cards if card.id == card_id), after

    async def save(self, card_id: str, field: str, text: str, *, by: int) -> int | None:
        """Store that; the batch's id, None where nothing changed. Raises UserError as `preview` does."""
        return await self._edit(lambda stored: card_edit.edited(stored, card_id, field, text), by=by)

    async def verify(self, card_id: str, *, by: int, name: str) -> int | None:
        """Somebody has checked the card today; the batch's id. Raises UserError("card_gone")."""
        today = day_in_rome(self._clock())

        def verified(stored: Knowledge) -> Card:
            old = next((card for card in stored.cards if card.id == card_id), None)
            if old is None:
                raise UserError("card_gone")
            return replace(old, verified_on=today, verified_by=name[:60])

        return await self._edit(verified, by=by)

    async def check_new(self, new: NewCard) -> Card:
        """The card as it would be. Raises UserError for what is wrong with it."""
        return _made(await self.knowledge(), new)

    async def add(self, new: NewCard, *, by: int) -> tuple[str, int]:
        """Store a new card; its id and the batch's. Raises UserError as `check_new` does."""
        ids: list[str] = []

        def made(stored: Knowledge) -> Card:
            card = _made(stored, new)
            ids.append(card.id)
            return card

        batch = await self._edit(made, by=by)
        return ids[-1], batch or 0

    async def refresh(self) -> None:
        """Make what was just saved the state the next question meets."""
        await self._answers.refresh()

    @property
    def now(self) -> datetime:
        """The clock's time, for showing a card as people see it."""
        return self._clock()

    async def _edit(self, change: Change, *, by: int) -> int | None:
        return await service.edit(self._db, change, by=f"staff:{by}", actor=by, clock=self._clock)


def _made(stored: Knowledge, new: NewCard) -> Card:
    return card_edit.made(stored, title=new.title, category=new.category, body=new.body, ways=new.ways)
