"""What runs when, one line a job. Ticks only: due times live in our tables, so a missed tick loses nothing."""

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

import structlog
from telegram.ext import JobQueue

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """`work` every `seconds`; one at a time, late ones caught up with once."""

    name: str
    seconds: float
    work: Callable[[], Awaitable[object]]


def schedule(queue: JobQueue[Any], ticks: list[Tick]) -> None:
    """Put the ticks into the queue. APScheduler would drop a tick more than a second late: not these (TRAPS 6)."""
    for tick in ticks:
        queue.run_repeating(
            _guarded(tick),
            tick.seconds,
            first=0.1,
            name=tick.name,
            job_kwargs={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )


def _guarded(tick: Tick) -> Callable[[object], Coroutine[Any, Any, None]]:
    async def run(_context: object) -> None:
        try:
            await tick.work()
        except Exception:
            log.exception("tick_failed", tick=tick.name)

    return run
