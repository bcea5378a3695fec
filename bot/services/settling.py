"""Settles a doubtful channel post by looking for it, without touching anything.

    doubt ─▶ rights ─▶ wait ─▶ look at each id above the high water ─▶ (not there? look once more) ─▶ rights ─▶ verdict

The sender carries the verdict out, and sends nothing newer to the channel meanwhile.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

import structlog

from bot.core import settling
from bot.core.delivery import Delivery
from bot.core.settling import Blind, Safety, Seen, There, Undecided, Verdict, Window
from bot.failpoints import Point, fp
from storage import sending
from storage.database import Database

log = structlog.get_logger(__name__)

UNSAFE = Undecided("the bot's rights in the channel do not allow looking")
SILENT = Undecided("Telegram does not say what stands there")
ADRIFT = Undecided("what stood there when the bot started is not known")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Seconds. The server may hold a message for 8 s and post it then, so `wait` must be well above that."""

    wait: float = 12.0
    again: float = 2.0  # before what was not found is looked for once more
    between: float = 0.05  # between two looks
    blind: float = 5.0  # before asking again where Telegram did not answer
    patience: float = 300.0  # how long no answer is taken for an answer
    bearings: float = 20.0  # how long a start may look around; no post waits longer for it


class Eyes(Protocol):
    """What settling needs of the gateway; neither call changes anything."""

    async def look(self, chat_id: int, message_id: int) -> Seen | Blind:
        """What stands at one id."""

    async def safe_to_look(self, chat_id: int) -> Safety:
        """Whether the bot's rights there let it tell its own posts from others'."""


OnRights = Callable[[bool], Awaitable[None]]  # whether looking is possible in every channel


class Settling:
    """`channels` are those whose rights and high water are looked at when the bot starts."""

    def __init__(
        self, db: Database, eyes: Eyes, *, channels: Iterable[int] = (), timing: Timing | None = None
    ) -> None:
        self._db = db
        self._eyes = eyes
        self._timing = timing or Timing()
        self.channels = frozenset(channels)
        self.on_rights: OnRights = _nobody_to_tell
        self._unsafe: set[int] = set()
        self._adrift: set[int] = set()  # channels where posts of ours may stand that no row knows
        self._turn = asyncio.Lock()
        self._started = asyncio.get_running_loop().time()

    async def check_rights(self, chat_id: int) -> Safety:
        """Look at the rights, at the start and when they have changed, so that staff hear before it matters.

        What is settled does not rest on this: each settling asks anew, before and after it looks.
        """
        safety = await self._eyes.safe_to_look(chat_id)
        if chat_id not in self.channels or safety is Safety.UNKNOWN:
            return safety
        (self._unsafe.discard if safety is Safety.SAFE else self._unsafe.add)(chat_id)
        await self.on_rights(not self._unsafe)
        return safety

    async def take_bearings(self, chat_id: int) -> None:
        """Move the channel's high water past all that stands there, where nothing is in doubt.

        After a restored backup the rows know less than the channel: a post of theirs must not be taken for one
        that comes to be in doubt later. Until it is done, or `posted` was called, such a doubt is for a person.
        """
        self._adrift.add(chat_id)
        with suppress(TimeoutError):
            async with asyncio.timeout(self._timing.bearings):
                while not await self._bearings_done(chat_id):  # noqa: ASYNC110  (each turn asks Telegram)
                    await asyncio.sleep(self._timing.blind)

    def posted(self, chat_id: int) -> None:
        """The channel has a post of ours whose id is known: whatever stood before it is past."""
        self._adrift.discard(chat_id)

    async def _bearings_done(self, chat_id: int) -> bool:
        """Taken, or not to be had; False where Telegram did not say and may do so soon."""
        safety = await self.check_rights(chat_id)
        if safety is not Safety.SAFE:
            return safety is Safety.UNSAFE
        above = await sending.high_water(self._db, chat_id)
        window = Window(above=above)
        seen = await self._look_around(chat_id, window)
        if isinstance(seen, Blind):
            return seen.again is None
        last = settling.highest(window, seen)
        if above is not None and last > above:
            async with self._db.write() as tx:
                await sending.raise_mark(tx, chat_id, last)
        self._adrift.discard(chat_id)
        return True

    async def settle(self, delivery: Delivery) -> Verdict:
        """What became of the post. Takes `wait`, `again` and the looks; longer only while Telegram is silent."""
        fp(Point.DOUBT)
        window = await sending.window(self._db, delivery)
        no_use = ADRIFT if delivery.chat_id in self._adrift else settling.hopeless(window)
        if no_use:
            return no_use
        clock = asyncio.get_running_loop().time
        until = clock() + self._timing.wait + self._timing.patience
        waited = False
        while True:
            verdict = await self._try(delivery, window, waited=waited)
            if not isinstance(verdict, Blind):
                log.info("doubt_settled", row=delivery.id, verdict=type(verdict).__name__)
                return verdict
            waited = True
            if verdict.again is None or clock() + verdict.again > until:
                log.warning("cannot_look", row=delivery.id, detail=verdict.detail)
                return SILENT
            await asyncio.sleep(max(verdict.again, self._timing.blind))

    async def arrived(self, chat_id: int, *, above: int, within: int = settling.REACH) -> Sequence[int]:
        """Which messages of an answer begun by the last process stand in a private chat, `within` so many ids.

        Empty where nobody can tell. One chat at a time, so that many looks are not a flood.
        """
        async with self._turn:
            await asyncio.sleep(self._started + self._timing.wait - asyncio.get_running_loop().time())
            known = await sending.ids_above(self._db, chat_id, above)
            seen: dict[int, Seen] = {}
            while number := settling.next_private_look(above, seen, known=known, within=within):
                found = await self._eyes.look(chat_id, number)
                if isinstance(found, Blind):
                    log.warning("cannot_look_for_answer", detail=found.detail)
                    return ()
                seen[number] = found
                await asyncio.sleep(self._timing.between)
            return [number for number, what in seen.items() if what is Seen.OWN]

    async def _try(self, delivery: Delivery, window: Window, *, waited: bool) -> Verdict | Blind:
        """One whole attempt; Blind where Telegram did not answer throughout."""
        refusal = await self._refusal(delivery.chat_id)
        if refusal:
            return refusal
        if not waited:
            await asyncio.sleep(self._timing.wait)
        verdict = await self._verdict(delivery.chat_id, window)
        if not isinstance(verdict, There | Blind):
            # Telegram was seen to miss a message that stands, and others go on posting while we look.
            await asyncio.sleep(self._timing.again)
            verdict = await self._verdict(delivery.chat_id, window)
        if isinstance(verdict, Blind | Undecided):
            return verdict
        # Had the rights changed meanwhile, "own" and "other" would not have meant what they say.
        return await self._refusal(delivery.chat_id) or verdict

    async def _refusal(self, chat_id: int) -> Undecided | Blind | None:
        safety = await self._eyes.safe_to_look(chat_id)
        fp(Point.RIGHTS_DONE)
        match safety:
            case Safety.SAFE:
                return None
            case Safety.UNSAFE:
                return UNSAFE
            case Safety.UNKNOWN:
                return Blind("rights unknown", again=self._timing.blind)

    async def _verdict(self, chat_id: int, window: Window) -> Verdict | Blind:
        seen = await self._look_around(chat_id, window)
        return seen if isinstance(seen, Blind) else settling.decide(window, seen)

    async def _look_around(self, chat_id: int, window: Window) -> dict[int, Seen] | Blind:
        seen: dict[int, Seen] = {}
        while (number := settling.next_look(window, seen)) is not None:
            found = await self._eyes.look(chat_id, number)
            fp(Point.LOOK_DONE)
            if isinstance(found, Blind):
                return found
            seen[number] = found
            await asyncio.sleep(self._timing.between)
        fp(Point.LOOKED)
        return seen


async def _nobody_to_tell(safe: bool) -> None:
    if not safe:
        log.warning("cannot_look_in_channel", fault="the bot may edit others' posts, or may not post")
