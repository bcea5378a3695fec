"""Faults that can be switched on, and what the log says of them."""

import asyncio
from typing import Any

import aiohttp
import pytest

from tests.simulator.conftest import PRESS, PUBLIC, TENANT, TOKEN, Sim, until


async def send(sim: Sim, chat: int = PRESS) -> aiohttp.ClientResponse:
    answer = await sim.http.post(f"{sim.base}/bot{TOKEN}/sendMessage", json={"chat_id": chat, "text": "x"})
    await answer.read()
    return answer


async def last_call(sim: Sim) -> dict[str, Any]:
    return dict((await sim.get("log"))[-1])


@pytest.mark.parametrize(("kind", "applied"), [("drop_before", False), ("drop_after", True)])
async def test_a_dropped_connection_says_nothing_but_the_log_knows(sim: Sim, kind: str, applied: bool):
    await sim.post("faults", method="sendMessage", kind=kind)
    with pytest.raises(aiohttp.ClientError):
        await send(sim)
    assert len(await sim.messages(PRESS)) == applied
    call = await last_call(sim)
    assert (call["applied"], call["fault"]) == (applied, kind)
    assert call["message_ids"] == ([1] if applied else [])
    assert (await send(sim)).status == 200


@pytest.mark.parametrize(
    ("kind", "status", "words"),
    [
        ("500", 500, "Internal Server Error"),
        ("401", 401, "Unauthorized"),
        ("404", 404, "Not Found"),
        ("429", 429, "Too Many Requests: retry after 7"),
    ],
)
async def test_an_error_is_answered_without_effect(sim: Sim, kind: str, status: int, words: str):
    await sim.post("faults", method="sendMessage", kind=kind, times=2, seconds=7, **{"for": 60})
    for _ in range(2):
        answer = await send(sim)
        assert answer.status == status
        assert (await answer.json())["description"] == words
    assert await sim.messages(PRESS) == []
    assert (await send(sim)).status == 200


async def test_an_error_may_come_after_the_effect(sim: Sim):
    await sim.post("faults", method="sendMessage", kind="502", applied=True)
    answer = await send(sim)
    assert answer.status == 502
    assert answer.content_type == "text/html"
    assert "<h1>502 Bad Gateway</h1>" in await answer.text()
    assert len(await sim.messages(PRESS)) == 1
    assert (await last_call(sim))["applied"] is True


async def test_malformed_json_follows_the_effect(sim: Sim):
    await sim.post("faults", method="sendMessage", kind="bad_json")
    answer = await send(sim)
    with pytest.raises(ValueError, match=r"\w"):
        await answer.json()
    assert len(await sim.messages(PRESS)) == 1


async def test_a_held_answer_and_a_late_effect_differ(sim: Sim):
    await sim.post("faults", method="sendMessage", kind="hold", seconds=100, chat=PRESS)
    await sim.post("faults", method="sendMessage", kind="delay", seconds=100, chat=PUBLIC)
    held, late = asyncio.create_task(send(sim, PRESS)), asyncio.create_task(send(sim, PUBLIC))
    await until(lambda: sim.messages(PRESS))
    await asyncio.sleep(0.02)
    assert await sim.messages(PUBLIC) == []
    assert not held.done()
    await sim.post("clock", advance=101)
    assert ((await held).status, (await late).status) == (200, 200)
    assert len(await sim.messages(PUBLIC)) == 1


async def test_a_fault_can_be_for_one_chat_and_for_a_time(sim: Sim):
    await sim.post("faults", method="*", kind="500", chat=PRESS, seconds=60)
    assert [(await send(sim, chat)).status for chat in (PRESS, PUBLIC, PRESS)] == [500, 200, 500]
    await sim.post("clock", advance=61)
    assert (await send(sim)).status == 200


async def test_faults_are_listed_cleared_and_checked(sim: Sim):
    await sim.post("faults", method="getUpdates", kind="500", times=5)
    (fault,) = await sim.get("faults")
    assert (fault["method"], fault["left"]) == ("getupdates", 5)
    async with sim.http.delete(f"{sim.base}/sim/faults") as answer:
        assert answer.status == 200
    assert await sim.get("faults") == []
    assert "unknown kind" in await sim.refused("faults", kind="earthquake")
    assert "unknown field" in await sim.refused("faults", kind="500", method="x", tims=2)
    assert "must be a number" in await sim.refused("faults", kind="500", times="two")


async def test_a_refused_connection_really_is_refused(sim: Sim):
    await sim.post("faults", method="*", kind="refuse", seconds=0.3)
    async with aiohttp.ClientSession() as other:
        refused = False
        for _ in range(100):
            try:
                async with other.post(f"{sim.base}/bot{TOKEN}/getMe") as answer:
                    if refused:
                        assert answer.status == 200
                        return
            except aiohttp.ClientConnectorError:
                refused = True
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.02)
    pytest.fail("never refused, or never open again")


async def test_a_malformed_update_stays_until_it_is_confirmed(sim: Sim):
    await sim.say(TENANT, "prima")
    await sim.post("faults", method="getUpdates", kind="bad_update")
    await sim.say(TENANT, "poi")
    first, poison, last = await sim.ok("getUpdates")
    assert poison["callback_query"] == {"id": 17}
    assert [m["update_id"] for m in (first, poison, last)] == list(
        range(first["update_id"], first["update_id"] + 3)
    )
    assert len(await sim.ok("getUpdates", offset=poison["update_id"] + 1)) == 1


async def test_the_log_tells_every_call_in_the_order_they_ended(sim: Sim):
    await sim.ok("sendMessage", chat_id=PRESS, text="<b>x</b>", parse_mode="HTML")
    await sim.error("sendMessage", chat_id=PRESS, text="")
    calls = await sim.get("log", after=1)
    assert [(c["method"], c["applied"], c["outcome"]["ok"]) for c in calls] == [
        ("sendMessage", True, True),
        ("sendMessage", False, False),
    ]
    assert calls[0]["params"]["text"] == "<b>x</b>"
    assert calls[1]["outcome"]["description"] == "Bad Request: message text is empty"
    assert await sim.get("log", after=calls[-1]["seq"]) == []


async def test_a_fault_is_an_event(sim: Sim):
    seq = (await sim.get("state"))["seq"]
    await sim.post("faults", method="sendMessage", kind="500")
    await send(sim)
    async with sim.http.get(f"{sim.base}/sim/events", params={"after": seq}) as stream:
        kinds = []
        async for line in stream.content:
            if line.startswith(b"data: "):
                kinds.append(line)
            if len(kinds) == 2:
                break
    assert b'"type":"fault"' in kinds[0]
    assert b'"type":"call"' in kinds[1]
