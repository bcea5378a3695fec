"""One stage a test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.flows.stage import Stage, open_stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Simulator, feed and bot, running."""
    async with open_stage(tmp_path) as running:
        yield running
