"""Work that would stop the loop, done beside it."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

IN_LOOP = 20  # entries; a thread costs as much as naming a few of them


async def off_loop(entries: int, work: Callable[[], T]) -> T:
    """Do `work` over so many entries, in a thread where that would stop the loop for long."""
    return work() if entries <= IN_LOOP else await asyncio.to_thread(work)
