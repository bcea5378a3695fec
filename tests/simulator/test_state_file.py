"""The simulator outlives its own end."""

import asyncio
import base64
from pathlib import Path

from tests.simulator.conftest import (
    GROUP,
    JOURNALIST,
    PNG,
    PRESS,
    STAFF,
    TENANT,
    Sim,
    Starter,
    running,
    until,
)

LINK = "https://t.me/+press000000001"


async def busy_life(sim: Sim) -> None:
    """A little of everything that is kept."""
    await sim.post("limits", scale=None)
    await sim.ok("getMe")
    await sim.say(TENANT, "/start")
    await sim.say(STAFF, "ciao", chat=GROUP)
    keys = {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}
    sent = await sim.ok("sendMessage", chat_id=TENANT, text="prima", reply_markup=keys)
    await sim.ok("editMessageText", chat_id=TENANT, message_id=sent["message_id"], text="poi")
    await sim.ok("sendMessage", chat_id=PRESS, text="x")
    await sim.ok("deleteMessage", chat_id=PRESS, message_id=1)
    await sim.ok("createForumTopic", chat_id=GROUP, name="Segnalazioni")
    await sim.ok("createChatInviteLink", chat_id=PRESS, name="Prova", creates_join_request=True)
    await sim.ok("setMyCommands", commands=[{"command": "aiuto", "description": "Aiuto"}])
    await sim.post(f"users/{JOURNALIST}/join", link=LINK)
    await sim.post(f"users/{TENANT}/press", chat=TENANT, message_id=sent["message_id"], data="b")
    await sim.post(f"users/{TENANT}/read", chat=TENANT, upto=1)
    await sim.post(f"users/{STAFF}/react", chat=GROUP, message_id=2, emoji="👍")
    await sim.post("users", name="Nuova Persona", lang="ar", role="tenant")
    await sim.post("faults", method="sendPhoto", kind="500", times=3)
    await sim.post("clock", advance=1000)
    await sim.post(f"users/{TENANT}/say", photo={"name": "a.png", "base64": base64.b64encode(PNG).decode()})


async def everything(sim: Sim) -> dict[str, object]:
    """All one can see, but for the passing of time."""
    state = await sim.get("state")
    state.pop("now")
    return {
        "state": state,
        "messages": {c: await sim.messages(c) for c in (TENANT, PRESS, GROUP, STAFF)},
        "chats": {u: await sim.get(f"users/{u}/chats") for u in (TENANT, STAFF)},
        "log": await sim.get("log"),
        "faults": await sim.get("faults"),
        "commands": await sim.get(f"users/{TENANT}/commands"),
    }


async def test_a_killed_simulator_comes_back_with_all_it_had(start: Starter, tmp_path: Path):
    file = tmp_path / "world.jsonl"
    first = await start("--state", str(file))
    await busy_life(first.sim)
    before = await everything(first.sim)
    waiting = await first.sim.ok("getUpdates")
    before["log"] = await first.sim.get("log")
    before["state"]["seq"] = (await first.sim.get("state"))["seq"]  # type: ignore[index]
    await first.kill()
    second = await start("--state", str(file))
    after = await everything(second.sim)
    assert after == before
    assert await second.sim.ok("getUpdates") == waiting
    assert (await second.sim.ok("sendMessage", chat_id=PRESS, text="y"))["message_id"] == 2


async def test_every_answered_message_survives_kills_in_the_middle(start: Starter, tmp_path: Path):
    file = tmp_path / "world.jsonl"
    answered: list[int] = []
    for _ in range(3):
        life = await start("--state", str(file))
        await life.sim.post("limits", scale=None)

        async def flood(sim: Sim) -> None:
            while True:
                answered.append((await sim.ok("sendMessage", chat_id=PRESS, text="x"))["message_id"])

        sender = asyncio.create_task(flood(life.sim))
        goal = len(answered) + 40

        async def enough(sender: "asyncio.Task[None]" = sender, goal: int = goal) -> bool:
            return len(answered) >= goal or sender.done()

        await until(enough)
        await life.kill()
        await asyncio.wait({sender})
        assert sender.exception() is not None
    last = await start("--state", str(file))
    ids = [m["message_id"] for m in await last.sim.messages(PRESS, limit=1000)]
    assert set(answered) <= set(ids)
    assert ids == list(range(1, ids[-1] + 1))
    applied = [n for c in await last.sim.get("log", limit=5000) if c["applied"] for n in c["message_ids"]]
    assert applied == ids


async def test_a_torn_last_line_costs_only_that_call(tmp_path: Path):
    file = tmp_path / "world.jsonl"
    async with running(file) as sim:
        await sim.post("limits", scale=None)
        for text in "abc":
            await sim.ok("sendMessage", chat_id=PRESS, text=text)
    whole = file.read_bytes()
    await asyncio.to_thread(file.write_bytes, whole[:-20])
    async with running(file) as sim:
        assert [m["text"] for m in await sim.messages(PRESS)] == ["a", "b"]
        assert (await sim.ok("sendMessage", chat_id=PRESS, text="d"))["message_id"] == 3
    async with running(file) as sim:
        assert [m["text"] for m in await sim.messages(PRESS)] == ["a", "b", "d"]


async def test_a_reset_is_kept_too(tmp_path: Path):
    file = tmp_path / "world.jsonl"
    async with running(file) as sim:
        await sim.ok("sendMessage", chat_id=PRESS, text="x")
        await sim.post("reset")
        assert await sim.messages(PRESS) == []
    async with running(file) as sim:
        assert await sim.messages(PRESS) == []
        assert [b["id"] for b in (await sim.get("state"))["bots"]] == [42]
