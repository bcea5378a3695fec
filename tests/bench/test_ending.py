"""The ending bench in its short form."""

from pathlib import Path

from bot.bench.ending import CRASH, SIGTERM, ending


async def test_told_to_end_or_crashed_the_bot_is_gone(tmp_path: Path) -> None:
    """At random moments, while people write."""
    ends = await ending(times=6, seed=1, folder=tmp_path)
    assert {end.how for end in ends} == {SIGTERM, CRASH}
    assert all(end.good for end in ends), ends
