"""The inbox bench in its short form: nobody goes unanswered, nobody is answered twice, and stock polling is caught."""

from pathlib import Path

from bot.bench.inbox import PRODUCT, STOCK, inbox


async def test_eight_kills_while_people_write_lose_nothing(tmp_path: Path) -> None:
    """kill -9 at random moments."""
    run = await inbox(PRODUCT, kills=8, rate=200, seed=1, folder=tmp_path)
    assert (run.lost, run.out_of_order) == (0, 0), run.line()
    assert run.twice <= 1, run.line()
    assert run.messages > 300, run.line()


async def test_stock_polling_is_caught_losing(tmp_path: Path) -> None:
    """A harness that passes it would be broken."""
    run = await inbox(STOCK, kills=5, rate=400, seed=1, folder=tmp_path)
    assert run.lost > 0, run.line()
