"""Notices that the computer's clock was set back, and lets nothing wait for a moment that was named before.

Set forward, what is due is due at once by itself. Set back by a day (a dead battery, then the network's time),
a retry in three seconds would be a retry tomorrow, and APScheduler would tick again tomorrow.
"""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import structlog

from bot.core.errors import Unavailable
from bot.services.clock import Clock
from storage import feeds, sending
from storage.database import Database

log = structlog.get_logger(__name__)

LOOK = 1.0  # seconds
SET_BACK = 2.0  # seconds the clock must have lost against the monotonic one
RESTART_SLACK = timedelta(hours=25)  # nothing is put off for longer by a clock that is right


class ClockWatch:
    """`rearm` makes the ticks tick again. Run it as a task of its own, since ticks go by the clock."""

    def __init__(
        self,
        db: Database,
        *,
        clock: Clock,
        wake: Callable[[], None],
        rearm: Callable[[], None],
        look: float = LOOK,
    ) -> None:
        self._db = db
        self._clock = clock
        self._wake = wake
        self._rearm = rearm
        self._look = look

    async def run(self) -> None:
        """Mend what the last process may have left, then watch for ever."""
        offset = self._offset()
        slack = RESTART_SLACK
        mended = await self._mended(slack)
        while True:
            await asyncio.sleep(self._look)
            lost = offset - self._offset()
            offset -= lost
            if lost > SET_BACK:
                log.warning("clock_set_back", seconds=round(lost))
                self._rearm()
                mended, slack = False, timedelta(0)
            mended = mended or await self._mended(slack)

    def _offset(self) -> float:
        """The clock against the monotonic one, in seconds."""
        return self._clock().timestamp() - asyncio.get_running_loop().time()

    async def _mended(self, slack: timedelta) -> bool:
        now = self._clock()
        try:
            async with self._db.write() as tx:
                rows = await sending.after_setting_back(tx, now=now, slack=slack)
                rows += await feeds.after_setting_back(tx, now=now, slack=slack)
        except Unavailable:
            return False
        if rows:
            log.info("mended_after_setting_back", rows=rows)
        self._wake()
        return True
