"""The disk bench in its short form: whoever writes meanwhile is answered once, and staff are told once."""

import shutil
import subprocess
from pathlib import Path

import pytest

from bot.bench.disk import Fault, backups_under_load, trial

unshare = shutil.which("unshare")
may_mount = (
    unshare is not None
    and subprocess.run(
        [unshare, "--map-root-user", "--mount", "true"], check=False, capture_output=True
    ).returncode
    == 0
)


no_mount = pytest.mark.skipif(not may_mount, reason="a file system of its own needs the right to mount one")


@pytest.mark.parametrize("fault", [pytest.param(Fault.FULL, marks=no_mount), Fault.LOCKED])
async def test_a_disk_that_takes_nothing_loses_nobody(tmp_path: Path, fault: Fault) -> None:
    """A real full file system, a real foreign lock."""
    result = await trial(fault, lasts=3.0, folder=tmp_path)
    assert result.good, result.line()


async def test_backups_made_under_load_are_good(tmp_path: Path) -> None:
    """Each with its SHA-256."""
    assert await backups_under_load(5, folder=tmp_path) == 5
