"""The real `portineria run` as a process, for measurements: `async with running(...) as child`."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

CONFIG = """
[telegram]
base_url = "{address}/bot"
press_channel = -1001000000001
staff_group = -1001000000003
[storage]
path = "{database}"
[pace]
overall_per_second = 100000
bulk_per_second = 100000
chat_per_second = 100000
group_per_minute = 100000
[log]
level = "INFO"
[search]
meaning = false
"""
TOKEN = "4242:real"  # noqa: S105 - any text is a token to the simulator
LOG = "bot.log"
PATIENCE = 60.0  # seconds until it says that it has started


@asynccontextmanager
async def running(
    address: str,
    folder: Path,
    *,
    database: str = "portineria.db",
    prefix: Sequence[str] = (),
    wait: bool = True,
) -> AsyncIterator[asyncio.subprocess.Process]:
    """The bot with its data in `folder`, killed at the end; `wait`: until it says that it has started.

    `database` is relative to `folder`, `prefix` a command that runs it (unshare, say).
    """
    (folder / "config.toml").write_text(CONFIG.format(address=address, database=database), "utf-8")
    with (folder / LOG).open("ab") as log:
        begin = log.tell()
        child = await asyncio.create_subprocess_exec(
            *prefix,
            sys.executable,
            "-m",
            "bot",
            "run",
            "--config",
            str(folder / "config.toml"),
            env=os.environ | {"PORTINERIA_TOKEN": TOKEN},
            stdout=log,
            stderr=log,
        )
    try:
        if wait:
            await _started(child, folder / LOG, begin)
        yield child
    finally:
        if child.returncode is None:
            child.kill()
        await child.wait()


async def _started(child: asyncio.subprocess.Process, log: Path, begin: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while b" started bot=" not in log.read_bytes()[begin:]:  # noqa: ASYNC240 - a short file
            if child.returncode is not None:
                raise RuntimeError(f"the bot ended with status {child.returncode}, see {log.name}")
            await asyncio.sleep(0.02)
