"""What the bot remembers for a tenant, and how they make it forget."""

from collections.abc import Awaitable, Callable

from bot.core.card import Knowledge, Quarter
from bot.core.rome import day_in_rome
from bot.services.clock import Clock
from storage import tenants
from storage.database import Database
from storage.tenants import Tenant


class Tenants:
    """Preferences of private chats: language, quarter, notices."""

    def __init__(self, db: Database, knowledge: Callable[[], Awaitable[Knowledge]], *, clock: Clock) -> None:
        """`knowledge` gives what the bot answers from; its quarters are the ones to choose from."""
        self._db = db
        self._knowledge = knowledge
        self._clock = clock

    async def visit(self, chat_id: int, *, lang: str) -> Tenant:
        """The chat's preferences; a new chat starts with `lang`."""
        day = day_in_rome(self._clock())
        known = await tenants.get(self._db, chat_id)
        if known is not None and known.last_day == day:
            return known
        async with self._db.write() as tx:
            await tenants.see(tx, chat_id, lang=lang, day=day)
            found = await tenants.get(tx, chat_id)
        return found or Tenant(chat_id=chat_id, lang=lang, quarter=None, subscriptions=(), last_day=day)

    async def language(self, chat_id: int) -> str | None:
        """The chat's language; None where it is not known."""
        known = await tenants.get(self._db, chat_id)
        return known.lang if known else None

    async def quarters(self) -> tuple[Quarter, ...]:
        """All quarters, those offered first in front."""
        known = (await self._knowledge()).quarters
        return tuple(sorted(known, key=lambda quarter: (not quarter.listed, quarter.name)))

    async def quarter(self, quarter_id: str) -> Quarter | None:
        """One quarter by its slug; None for one that does not exist (any button's data can be forged)."""
        return next((item for item in await self.quarters() if item.id == quarter_id), None)

    async def choose(self, chat_id: int, quarter: Quarter) -> None:
        """This is the tenant's quarter."""
        async with self._db.write() as tx:
            await tenants.set_quarter(tx, chat_id, quarter.id)

    async def follow(self, chat_id: int, quarter: Quarter) -> None:
        """Send the notices of this quarter."""
        async with self._db.write() as tx:
            await tenants.subscribe(tx, chat_id, quarter.id)

    async def unfollow(self, chat_id: int, quarter: Quarter) -> None:
        """No more notices of this quarter."""
        async with self._db.write() as tx:
            await tenants.unsubscribe(tx, chat_id, quarter.id)

    async def forget(self, chat_id: int) -> None:
        """Erase everything about the chat."""
        async with self._db.write() as tx:
            await tenants.forget(tx, chat_id)
