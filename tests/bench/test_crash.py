"""The crash bench in its short form: the sender loses, doubles and spoils nothing, and the wrong ways are caught."""

from pathlib import Path

import pytest

from bot.bench.crash import PRODUCT, crash
from bot.bench.crash_controls import CONTROLS
from bot.failpoints import Point

ROOT = Path(__file__).resolve().parents[2]


async def test_sixty_kills_lose_double_and_spoil_nothing(tmp_path: Path) -> None:
    """kill -9 at named points and random moments, with lost answers, broken connections and posts of others."""
    run = await crash(PRODUCT, kills=60, seed=1, folder=tmp_path)
    found = run.findings
    assert (found.lost, found.duplicated, found.altered, found.wrong_ids) == (0, 0, 0, 0), run.lines()
    assert found.out_of_order == 0, run.lines()
    assert found.messages > 60, run.lines()
    assert run.hits.total() == 60


@pytest.mark.parametrize("strategy", sorted(CONTROLS))
async def test_a_wrong_way_of_sending_is_caught(tmp_path: Path, strategy: str) -> None:
    """A harness that passes it would be broken."""
    run = await crash(strategy, kills=15, seed=1, folder=tmp_path)
    assert run.expected, run.lines()


def test_every_failpoint_stands_in_the_code_once() -> None:
    """And nowhere only in the list."""
    product = [path for path in (ROOT / "bot").rglob("*.py") if "bench" not in path.parts]
    code = "".join(path.read_text("utf-8") for path in product)
    assert [point.name for point in Point if code.count(f"fp(Point.{point.name})") != 1] == []
