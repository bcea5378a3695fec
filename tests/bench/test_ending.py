"""The ending bench in its short form."""

from dataclasses import replace
from pathlib import Path

from bot.bench.ending import CRASH, SIGTERM, Ended, ending


async def test_told_to_end_or_crashed_the_bot_is_gone(tmp_path: Path) -> None:
    """At random moments, while people write."""
    ends = await ending(times=6, seed=1, folder=tmp_path)
    assert {(end.how, end.started) for end in ends} == {(SIGTERM, True), (SIGTERM, False), (CRASH, True)}
    assert all(end.good for end in ends), ends


def test_what_had_started_and_is_killed_by_the_signal_has_not_ended_well() -> None:
    """Its status is then the signal's; before the start it may be."""
    killed = Ended(how=SIGTERM, started=True, after=1.0, took=0.1, status=-15)
    assert not killed.good
    assert replace(killed, started=False).good
    assert replace(killed, status=0).good
    assert not replace(killed, status=0, took=11.0).good
