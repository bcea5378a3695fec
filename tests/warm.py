"""Our commands as processes forked from one that has imported everything: each starts in milliseconds and can be killed.

Only the imports are spared; what runs is the command line's entry point. That it starts cold is proved by the demo, by
`import_cards`, by `tests/test_lifecycle.py` and by the benches.
"""

import asyncio
import multiprocessing
import os
import sys
from collections.abc import Mapping
from multiprocessing.context import ForkServerProcess
from pathlib import Path

_IMPORTED = [
    *("bot.app.run", "bot.cli", "bot.commands.classify", "bot.commands.feeds", "bot.commands.run"),
    *("bot.simulator.server", "uvloop", __name__),
]
_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(_IMPORTED)


def start(
    *arguments: str,
    output: Path,
    errors: Path | None = None,
    given: Path | None = None,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> ForkServerProcess:
    """`portineria` with `arguments`, begun in `folder`; `given` is what it reads.

    What it prints is appended to `output`, and what it logs to `errors`, or to `output` as well.
    """
    streams = (given or Path(os.devnull), output, errors or output)
    process = _context.Process(
        target=_run, args=(arguments, streams, folder or Path.cwd(), dict(environment or {})), daemon=True
    )
    process.start()
    return process


def _run(
    arguments: tuple[str, ...],
    streams: tuple[Path, Path, Path],
    folder: Path,
    environment: dict[str, str],
) -> None:
    from bot.cli import main

    missing = [name for name in _IMPORTED if name not in sys.modules]
    assert not missing, missing  # what is no longer there would not be missed, and all would be slow
    os.environ.update(environment)
    os.chdir(folder)
    for number, file in enumerate(streams):
        opened = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT if number else os.O_RDONLY, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin = open(0, encoding="utf-8")  # noqa: SIM115 - a forked process begins without
    main(arguments)


async def ended(process: ForkServerProcess, *, within: float = 60.0) -> int:
    """The exit status of a process that will end, or has been told to."""
    await asyncio.to_thread(process.join, within)
    assert process.exitcode is not None, "the process has not ended"
    return process.exitcode
