"""One stage a test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.flows.stage import Stage, import_cards, open_stage


@pytest.fixture(scope="session")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the starter cards, made once: every stage takes a copy."""
    path = tmp_path_factory.mktemp("cards") / "portineria.db"
    import_cards(path)
    return path


@pytest.fixture
async def stage(tmp_path: Path, cards: Path) -> AsyncIterator[Stage]:
    """Simulator, feed and bot, running."""
    async with open_stage(tmp_path, cards=cards) as running:
        yield running
