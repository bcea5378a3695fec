"""Ending in order: what is under way may finish, nothing new begins."""

import asyncio
from collections.abc import Sized
from contextlib import suppress

GRACE = 5.0  # seconds; well within the time the whole process has to end


async def until_idle(busy: Sized, *, within: float = GRACE) -> None:
    """Wait until nothing is `busy` any more, but no longer than `within` seconds."""
    with suppress(TimeoutError):
        async with asyncio.timeout(within):
            while len(busy):  # noqa: ASYNC110  (a set has no event, and this runs once, at the end)
                await asyncio.sleep(0.02)
