"""Our commands as processes forked from one that has imported everything: each starts in milliseconds and can be killed.

Only the imports are spared; what runs is the command line's entry point. Started cold it is proved elsewhere: by the
demo, by `tests/commands`, by `tests/test_lifecycle.py` and by the benches.
"""

import multiprocessing
import os
import sys
from collections.abc import Mapping
from multiprocessing.context import ForkServerProcess
from pathlib import Path

_IMPORTED = ["bot.app.run", "bot.cli", "bot.commands.run", "bot.simulator.server", "uvloop", __name__]
_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(_IMPORTED)


def start(*arguments: str, output: Path, environment: Mapping[str, str] | None = None) -> ForkServerProcess:
    """`portineria` with `arguments`; what it prints and logs is appended to `output`."""
    process = _context.Process(target=_run, args=(arguments, output, dict(environment or {})), daemon=True)
    process.start()
    return process


def _run(arguments: tuple[str, ...], output: Path, environment: dict[str, str]) -> None:
    from bot.cli import main

    missing = [name for name in _IMPORTED if name not in sys.modules]
    assert not missing, missing  # what is no longer there would not be missed, and all would be slow
    os.environ.update(environment)
    file = os.open(output, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.dup2(file, 1)
    os.dup2(file, 2)
    os.close(file)
    main(arguments)
