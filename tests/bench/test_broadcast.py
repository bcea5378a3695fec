"""The broadcast bench in its short form: nobody is left out, whoever has blocked the bot or moved stops nobody."""

from pathlib import Path

from bot.bench.broadcast import broadcast


async def test_kills_lose_nobody_and_leave_few_unsure(tmp_path: Path) -> None:
    """Two broadcasts at once, a fifth blocked, one in twenty moved."""
    run = await broadcast(chats=200, topics=2, kills=6, scale=10, seed=1, folder=tmp_path)
    assert (run.lost, run.twice) == (0, 0), run.lines()
    assert run.unsure <= run.most_unsure, run.lines()


async def test_limits_are_kept_and_a_throttled_chat_is_served_last(tmp_path: Path) -> None:
    """No 429 that we caused; the one chat that got one has its message in the end."""
    run = await broadcast(chats=100, topics=1, kills=0, scale=3, seed=1, folder=tmp_path, throttle=True)
    assert (run.lost, run.twice, run.unsure, run.refused) == (0, 0, 0, 0), run.lines()
    assert run.blocked == 20
