"""`python -m bot.simulator`: the simulator alone; prints its address when it listens."""

import argparse
import asyncio
import contextlib
import signal
import sys
from pathlib import Path

import uvloop

from bot.simulator.server import serve


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.simulator")
    parser.add_argument("--port", type=int, default=8081, help="0 takes a free one")
    parser.add_argument("--state", type=Path, default=None, help="keep everything in this file")
    options = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        uvloop.run(_run(options.port, options.state))


async def _run(port: int, state: Path | None) -> None:
    task = asyncio.ensure_future(serve(port=port, state_file=state, ready=_say_where))
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await task


def _say_where(port: int) -> None:
    sys.stdout.write(f"http://127.0.0.1:{port}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
