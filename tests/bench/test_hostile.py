"""The bench of hostile feeds reaches what it says and counts it; its limits are for a quiet machine, not for here."""

from dataclasses import replace

from bot.bench import hostile


async def test_the_inside_is_never_reached_and_each_feed_has_its_end() -> None:
    found = await hostile.run(seconds=1, only="JSON")
    assert found.inside == 0
    assert found.polls >= hostile.GOOD
    assert {found.ends[name] for name in ("nested JSON", "JSON with a huge number")} == {"not_a_feed"}
    assert found.ends["JSON with strange items"] == "read"
    assert found.ends["2130706433"] == found.ends["both.example"] == "private"
    assert len(found.ends) == 15
    assert not replace(found, inside=1).good
    assert "inner service reached: 0 times" in found.lines()
