"""What runs when, one line a job. Ticks only: due times live in our tables, so a missed tick loses nothing."""

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import structlog
from telegram.ext import JobQueue

from bot.core.errors import Unavailable

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """`work` every `seconds`; one at a time, late ones caught up with once."""

    name: str
    seconds: float
    work: Callable[[], Awaitable[object]]
    always: bool = False  # also while the database takes nothing


def schedule(queue: JobQueue[Any], ticks: list[Tick], *, paused: Callable[[], bool]) -> None:
    """Put the ticks into the queue; while `paused()` they do nothing.

    APScheduler would drop a tick more than a second late: not these (TRAPS 6).
    """
    for tick in ticks:
        queue.run_repeating(
            _guarded(tick, paused),
            tick.seconds,
            first=0.1,
            name=tick.name,
            job_kwargs={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )


def _guarded(tick: Tick, paused: Callable[[], bool]) -> Callable[[object], Coroutine[Any, Any, None]]:
    async def run(_context: object) -> None:
        if paused() and not tick.always:
            return
        try:
            await tick.work()
        except Unavailable as error:
            log.warning("tick_delayed", tick=tick.name, fault=error.fault)
        except Exception:
            log.exception("tick_failed", tick=tick.name)

    return run


def rearm(queue: JobQueue[Any]) -> None:
    """Let every job run now. APScheduler plans by the clock: set back by a day, it would next tick tomorrow."""
    for job in queue.jobs():
        job.job.modify(next_run_time=datetime.now(UTC))
