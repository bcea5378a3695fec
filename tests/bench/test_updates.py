"""The updates bench in its short form: every client answers, and its CPU is counted."""

from pathlib import Path

import pytest

from bot.bench.updates import AIOGRAM, CLIENTS, OURS, PTB, Sample, report, turn
from tests.flows.stage import import_cards


@pytest.mark.parametrize("client", CLIENTS)
async def test_each_client_answers_every_update(tmp_path: Path, client: str) -> None:
    """One call an update at least; ours sends contacts as well."""
    if client == OURS:
        import_cards(tmp_path / "portineria.db")
    sample = await turn(client, tmp_path, updates=100)
    assert sample.calls >= 1
    assert sample.cpu_ms > 0


def test_the_ratio_is_of_medians() -> None:
    """One slow turn says nothing."""
    samples = [
        Sample(client=client, cpu_ms=cpu, calls=1, seconds=1)
        for client, costs in ((OURS, (2, 9, 2)), (PTB, (4, 4, 1)), (AIOGRAM, (1, 1, 1)))
        for cpu in costs
    ]
    assert report(samples)["ratio"] == {PTB: 0.5, AIOGRAM: 2.0}
