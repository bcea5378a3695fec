"""Nothing is kept longer than needed: once a night, and by `portineria purge`."""

from datetime import date, timedelta

import structlog

from bot.core.rome import ROME, day_in_rome
from bot.services.clock import Clock
from storage import retention
from storage.database import Database
from storage.retention import Limits

log = structlog.get_logger(__name__)

# How long each is kept.
HANDOFFS = timedelta(days=30)
QUESTIONS = timedelta(days=180)
DELIVERIES = timedelta(days=90)
TENANTS = timedelta(days=730)
AUDIT = timedelta(days=730)
NIGHT = 3  # the hour in Rome from which a day's round may be made


class Retention:
    """One round a day, made at the first tick after three in the morning."""

    def __init__(self, db: Database, *, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self._done_for: date | None = None

    async def purge_when_due(self) -> None:
        """Make today's round where it has not been made; a second one on a day does no harm."""
        local = self._clock().astimezone(ROME)
        if local.hour >= NIGHT and self._done_for != local.date():
            await self.purge()
            self._done_for = local.date()

    async def purge(self) -> dict[str, int]:
        """Throw away what is too old; how many rows of what."""
        now = self._clock()
        today = day_in_rome(now)
        limits = Limits(
            handoffs=now - HANDOFFS,
            questions=today - QUESTIONS,
            deliveries=now - DELIVERIES,
            tenants=today - TENANTS,
            audit=now - AUDIT,
        )
        async with self._db.write() as tx:
            report = await retention.apply(tx, limits)
        await self.wipe()
        log.info("purged", **report)
        return report

    async def wipe(self) -> None:
        """Make what was deleted unreadable: what a tenant wrote passed through the file, if only until it was answered."""
        await retention.wipe(self._db)
