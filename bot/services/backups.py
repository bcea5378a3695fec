"""A copy of everything once a day, the oldest thrown away."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from bot.services.clock import Clock
from storage import backups
from storage.database import Database

log = structlog.get_logger(__name__)

NAME = "portineria-%Y%m%dT%H%M%SZ.db"


class Backups:
    """Copies beside the database, in its folder `backups`."""

    def __init__(self, db: Database, *, every: timedelta, kept: int, clock: Clock) -> None:
        self._db = db
        self._every = every
        self._kept = kept
        self._clock = clock
        self._folder = db.path.parent / backups.FOLDER

    async def make_when_due(self) -> Path | None:
        """A new copy where the newest is older than `every`; its path, None where none was due."""
        now = self._clock()
        newest = await asyncio.to_thread(self._newest)
        if newest is not None and now - newest < self._every:
            return None
        target = self._folder / now.strftime(NAME)
        digest = await self._db.backup(target)
        await asyncio.to_thread(self._throw_away_old)
        log.info("backup_made", file=target.name, sha256=digest)
        return target

    def _newest(self) -> datetime | None:
        times = [self._time_of(path) for path in self._folder.glob("portineria-*.db")]
        return max((moment for moment in times if moment is not None), default=None)

    def _time_of(self, path: Path) -> datetime | None:
        try:
            return datetime.strptime(path.name, NAME).replace(tzinfo=self._clock().tzinfo)
        except ValueError:
            return None

    def _throw_away_old(self) -> None:
        for path in sorted(self._folder.glob("portineria-*.db"))[: -self._kept]:
            path.unlink()
            path.with_name(path.name + ".sha256").unlink(missing_ok=True)
