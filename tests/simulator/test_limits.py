"""Flood limits: held for a while, then refused, never easier than Telegram."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.limits import FREE, LONGEST_HOLD, Limits, Mode
from tests.simulator.conftest import PRESS, TOKEN, Sim, until


def spend(
    limits: Limits, now: float, room: str = "r", *, group: bool = False, count: int = 1, edit: bool = False
):
    return limits.spend(1, room, is_group=group, is_edit=edit, count=count, now=now)


def test_a_short_burst_to_one_chat_is_free_and_the_rest_one_a_second():
    limits = Limits()
    assert [spend(limits, 0.0).hold for _ in range(8)] == [0.0] * 5 + [1.0, 2.0, 3.0]


def test_what_would_be_held_longer_than_eight_seconds_is_refused_and_costs_nothing():
    limits = Limits()
    verdicts = [spend(limits, 0.0) for _ in range(20)]
    assert [v.hold for v in verdicts[5:13]] == [float(n) for n in range(1, 9)]
    assert {v.retry_after for v in verdicts[13:]} == {9}
    assert spend(limits, 9.0).hold == 0.0


def test_in_429_mode_nothing_is_held():
    limits = Limits()
    limits.set(1.0, Mode.REFUSE)
    verdicts = [spend(limits, 0.0) for _ in range(7)]
    assert [v.hold for v in verdicts] == [0.0] * 7
    assert [v.retry_after for v in verdicts] == [0] * 5 + [1, 1]


def test_groups_and_channels_take_twenty_a_minute():
    limits = Limits()
    limits.set(1.0, Mode.REFUSE)
    passed = [now for now in range(60) if not spend(limits, float(now), group=True).retry_after]
    assert 20 <= len(passed) <= 40
    later = [now for now in range(60, 120) if not spend(limits, float(now), group=True).retry_after]
    assert len(later) == 20


def test_thirty_a_second_go_to_all_chats_together():
    limits = Limits()
    limits.set(1.0, Mode.REFUSE)
    passed = sum(not spend(limits, 0.0, f"p{n}").retry_after for n in range(100))
    assert passed == 30
    assert sum(not spend(limits, 1.0, f"q{n}").retry_after for n in range(100)) == 30


def test_an_album_counts_each_of_its_items():
    limits = Limits()
    limits.set(1.0, Mode.REFUSE)
    assert not spend(limits, 0.0, "g", group=True, count=5).retry_after
    assert spend(limits, 0.0, "g", group=True, count=1).retry_after


def test_limits_scale_and_switch_off():
    limits = Limits()
    limits.set(100.0, Mode.REFUSE)
    assert sum(not spend(limits, 0.0, f"p{n}").retry_after for n in range(5000)) == 3000
    limits.set(None, Mode.REFUSE)
    assert all(spend(limits, 0.0) is FREE for _ in range(100))


@given(st.lists(st.tuples(st.floats(0, 5), st.integers(0, 3)), max_size=80))
def test_no_chat_ever_gets_more_than_its_burst_and_rate(calls: list[tuple[float, int]]):
    limits = Limits()
    now = 0.0
    delivered: dict[int, list[float]] = {}
    for pause, chat in calls:
        now += pause
        verdict = spend(limits, now, str(chat))
        assert verdict.hold <= LONGEST_HOLD
        if not verdict.retry_after:
            delivered.setdefault(chat, []).append(now + verdict.hold)
    for times in delivered.values():
        for index, start in enumerate(times):
            window = [t for t in times[index:] if t < start + 10]
            assert len(window) <= 5 + 10 + 1


async def test_a_held_message_is_delivered_when_the_clock_gets_there(sim: Sim):
    await sim.post("limits", scale=1.0, mode="hold")
    for _ in range(5):
        await sim.ok("sendMessage", chat_id=PRESS, text="x")
    held = asyncio.create_task(sim.ok("sendMessage", chat_id=PRESS, text="trattenuto"))
    await asyncio.sleep(0.05)
    assert len(await sim.messages(PRESS)) == 5
    await sim.post("clock", advance=2)
    assert (await held)["text"] == "trattenuto"


async def test_a_held_message_is_delivered_though_the_client_has_gone(sim: Sim):
    await sim.post("limits", scale=1.0, mode="hold")
    for _ in range(5):
        await sim.ok("sendMessage", chat_id=PRESS, text="x")
    gone = asyncio.create_task(sim.ok("sendMessage", chat_id=PRESS, text="trattenuto"))
    await asyncio.sleep(0.05)
    gone.cancel()
    await asyncio.wait({gone})
    await sim.post("clock", advance=2)

    async def delivered() -> bool:
        return len(await sim.messages(PRESS)) == 6

    await until(delivered)


async def test_a_429_says_how_long_in_body_and_header(sim: Sim):
    await sim.post("limits", scale=1.0, mode="429")
    for _ in range(5):
        await sim.ok("sendMessage", chat_id=PRESS, text="x")
    async with sim.http.post(
        f"{sim.base}/bot{TOKEN}/sendMessage", json={"chat_id": PRESS, "text": "x"}
    ) as answer:
        body = await answer.json()
        assert (answer.status, answer.headers["Retry-After"]) == (429, "1")
    assert body == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }


async def test_limits_are_on_from_the_start(sim: Sim):
    await sim.post("reset")
    await sim.post("limits", scale=1.0)
    state = await sim.get("state")
    assert (state["limits_scale"], state["limits_mode"]) == (1.0, "hold")
    assert "must be a number above 0" in await sim.refused("limits", scale=0)
    assert "unknown mode" in await sim.refused("limits", mode="gentle")
