"""Alarms: staff hear once that something is wrong, and once that it is over."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.core.errors import Unavailable
from bot.core.outgoing import Outgoing
from bot.core.richtext import RichText
from bot.core.texts import Texts
from bot.services.clock import Clock
from bot.services.desk import Desk
from storage import incidents
from storage.database import Database, Transaction

log = structlog.get_logger(__name__)

UPDATE_LASTS = timedelta(hours=1)


class Step(Protocol):
    """Begin or end an incident; the incident's id where that changed something."""

    def __call__(self, tx: Transaction, name: str, *, now: datetime) -> Awaitable[int | None]:
        """Do it within `tx`."""


class Alarms:
    """`texts` needs a pair of keys `alarm_NAME` and `alarm_NAME_over` for every name used."""

    def __init__(
        self, db: Database, desk: Desk, texts: Texts, *, clock: Clock, wake: Callable[[], None]
    ) -> None:
        self._db = db
        self._desk = desk
        self._texts = texts
        self._clock = clock
        self._wake = wake
        self._known_well: set[str] = set()  # spares a transaction at every good poll

    async def begin(self, name: str, **args: object) -> None:
        """Something is wrong; nothing happens where staff know already.

        Where the database takes nothing it is only logged: whoever sees the fault again says so again.
        """
        try:
            if await self._change(incidents.begin, name, self._texts(f"alarm_{name}", **args), "begin"):
                log.error("incident_began", incident=name)
        except Unavailable as error:
            log.warning("incident_not_told", incident=name, fault=error.fault)

    async def update_failed(self, fault: str) -> None:
        """An update was set aside."""
        await self.begin("update", fault=fault)

    async def end_old(self) -> None:
        """A set-aside update is over after an hour, so that the next one is told again."""
        if await incidents.began_before(self._db, "update", self._clock() - UPDATE_LASTS):
            await self.end("update")

    async def end(self, name: str, **args: object) -> None:
        """It is well again; nothing happens where nothing was wrong."""
        if name in self._known_well:
            return
        try:
            if await self._change(incidents.end, name, self._texts(f"alarm_{name}_over", **args), "end"):
                log.info("incident_over", incident=name)
        except Unavailable:
            return
        self._known_well.add(name)

    async def _change(self, step: Step, name: str, text: RichText, part: str) -> bool:
        now = self._clock()
        self._known_well.discard(name)
        async with self._db.write() as tx:
            incident = await step(tx, name, now=now)
            if incident is None:
                return False
            topic = f"incident:{incident}"
            await self._desk.tell(tx, Outgoing(text=text), topic=topic, once_key=f"{topic}:{part}", now=now)
        self._wake()
        return True
