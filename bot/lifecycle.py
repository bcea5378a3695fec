"""How the process ends: in order on a signal, and for sure ten seconds later."""

import asyncio
import os
import signal
import sys
import threading
from contextlib import suppress

END_WITHIN = 9.0  # seconds from the signal, or the crash, until the process is gone even if something hangs


class Stop(Exception):
    """Ends a task group in order."""


def stop_on_signals() -> asyncio.Event:
    """An event that SIGTERM and SIGINT set; from then on the process has END_WITHIN seconds."""
    stop = asyncio.Event()

    def end() -> None:
        stop.set()
        end_for_sure(status=0)

    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, end)
    return stop


def end_for_sure(*, status: int) -> None:
    """End the process with `status` after END_WITHIN seconds, even where a thread or a call hangs."""

    def end() -> None:
        sys.stderr.write("portineria: still running after the time to end; ending now\n")
        sys.stderr.flush()
        os._exit(status)

    timer = threading.Timer(END_WITHIN, end)
    timer.daemon = True
    timer.start()


async def raise_when(stop: asyncio.Event) -> None:
    """Raise Stop once the event is set."""
    await stop.wait()
    raise Stop


async def pause(stop: asyncio.Event, seconds: float) -> None:
    """Sleep, but not past the event."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()
