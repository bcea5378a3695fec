"""The simulator's clock: real time plus what tests have advanced it by."""

import asyncio
import time


class Clock:
    """Seconds since 1970, UTC. Sleepers wake when the clock is advanced past their time."""

    def __init__(self) -> None:
        self.advanced = 0.0
        self._moved = asyncio.Event()

    def time(self) -> float:
        return time.time() + self.advanced

    def now(self) -> int:
        return int(time.time() + self.advanced)

    def advance(self, seconds: float) -> None:
        self.advanced += seconds
        self._moved.set()
        self._moved = asyncio.Event()

    async def sleep_until(self, when: float) -> None:
        while (left := when - self.time()) > 0:
            try:
                async with asyncio.timeout(left):
                    await self._moved.wait()
            except TimeoutError:
                continue
