"""The polling bench in its short form: after any fault the bot hears again, and staff were told once."""

import pytest

from bot.bench.polling import FAULTS, run

TOLD = 1


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_after_a_fault_of_a_minute_the_bot_hears_again(fault: str) -> None:
    """Real HTTP, a clock thirty times as fast."""
    result = run(fault, lasts=60.0, speed=30.0)
    assert result.back is not None, result.line()
    assert (result.began, result.over) == (TOLD, TOLD), result.line()


def test_a_single_fault_is_nobody_elses_business() -> None:
    """It is waited out without a word."""
    result = run("401", lasts=0.0, speed=30.0)
    assert result.back is not None, result.line()
    assert (result.began, result.over) == (0, 0), result.line()
