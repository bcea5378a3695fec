"""Work that comes while a trip to a connection's thread is under way travels together on the next one.

Each trip costs more than most statements, and each commit waits for the disk: with many chats at once, one of either
serves them all.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

Work = TypeVar("Work")
Result = TypeVar("Result")


class Together(Generic[Work, Result]):
    """`travel` does a list of works in order and gives each one's result, or the exception it ended with."""

    def __init__(self, travel: Callable[[list[Work]], Awaitable[Sequence[Result | Exception]]]) -> None:
        self._travel = travel
        self._waiting: list[tuple[Work, asyncio.Future[Result]]] = []
        self._trips: asyncio.Task[None] | None = None

    def do(self, work: Work) -> asyncio.Future[Result]:
        """Do it on the next trip. The future raises what the work, or the whole trip, ended with."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.append((work, future))
        if self._trips is None:
            self._trips = asyncio.create_task(self._go())
        return future

    async def _go(self) -> None:
        try:
            while self._waiting:
                trip, self._waiting = self._waiting, []
                await self._once(trip)
        finally:
            self._trips = None

    async def _once(self, trip: list[tuple[Work, asyncio.Future[Result]]]) -> None:
        results: Sequence[Result | Exception]
        try:
            results = await self._travel([work for work, _ in trip])
        except Exception as error:  # noqa: BLE001  (each who waits raises it)
            results = [error] * len(trip)
        except asyncio.CancelledError:
            for _, future in trip + self._waiting:
                future.cancel()
            raise
        for (_, future), result in zip(trip, results, strict=True):
            if future.done():  # whoever waited was cancelled
                continue
            if isinstance(result, Exception):
                future.set_exception(result)
            else:
                future.set_result(result)
