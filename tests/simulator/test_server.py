"""The page, the events and the manners of the HTTP server."""

import base64
import json
from typing import Any

from bot.simulator.bench import bench
from tests.simulator.conftest import PRESS, TENANT, Sim


async def test_the_page_may_load_nothing_from_elsewhere(sim: Sim):
    async with sim.http.get(f"{sim.base}/") as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert answer.content_type == "text/html"
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


async def test_nothing_outside_the_page_folder_is_served(sim: Sim):
    for path in ("/page/../server.py", "/page/%2e%2e%2fserver.py", "/page/none.js", "/page/"):
        async with sim.http.get(f"{sim.base}{path}") as answer:
            assert answer.status in {403, 404}, path


async def test_another_sites_page_may_not_drive_the_simulator(sim: Sim):
    headers = {"Origin": "https://altrove.example"}
    async with sim.http.post(f"{sim.base}/sim/reset", json={}, headers=headers) as answer:
        assert answer.status == 403
    async with sim.http.post(f"{sim.base}/sim/reset", json={}, headers={"Origin": sim.base}) as answer:
        assert answer.status == 200


async def test_a_file_made_by_a_bot_is_downloaded_never_run(sim: Sim):
    file = {"name": "x.html", "mime": "text/html", "base64": base64.b64encode(b"<script>1</script>").decode()}
    said = await sim.post(f"users/{TENANT}/say", document=file)
    async with sim.http.get(f"{sim.base}/sim/files/{said['document']['file_id']}") as answer:
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def events(sim: Sim, after: int, count: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    async with sim.http.get(f"{sim.base}/sim/events", params={"after": after}) as stream:
        assert stream.content_type == "text/event-stream"
        async for line in stream.content:
            if line.startswith(b"data: "):
                found.append(json.loads(line[6:]))
            if len(found) == count:
                return found
    return found


async def test_events_replay_from_where_one_left_off(sim: Sim):
    seq = (await sim.get("state"))["seq"]
    sent = await sim.ok("sendMessage", chat_id=PRESS, text="x")
    message, call = await events(sim, seq, 2)
    assert (message["type"], message["chat"], message["message"]["text"]) == ("message", PRESS, "x")
    assert (call["type"], call["call"]["method"], call["call"]["message_ids"]) == (
        "call",
        "sendMessage",
        [sent["message_id"]],
    )
    assert [message["seq"], call["seq"]] == [seq + 1, seq + 2]
    await sim.ok("editMessageText", chat_id=PRESS, message_id=1, text="y")
    assert [e["type"] for e in await events(sim, seq + 2, 2)] == ["edit", "call"]


async def test_events_no_longer_kept_are_announced_as_a_reset(sim: Sim):
    (event,) = await events(sim, 10**9, 1)
    assert event["type"] == "reset"


async def test_an_unknown_path_of_the_own_api_is_told_in_json(sim: Sim):
    assert "there is no POST /sim/nothing" in await sim.refused("nothing")
    async with sim.http.post(f"{sim.base}/sim/users", data=b"{") as answer:
        assert (await answer.json())["error"] == "the body is not JSON"


async def test_messages_are_paged_both_ways(sim: Sim):
    for number in range(5):
        await sim.ok("sendMessage", chat_id=PRESS, text=str(number))

    async def texts(**query: int) -> str:
        return "".join(m["text"] for m in await sim.messages(PRESS, **query))

    assert await texts(limit=2) == "34"
    assert await texts(after=1, limit=2) == "12"
    assert await texts(before=4, limit=2) == "12"


async def test_people_are_added_and_the_world_is_reset(sim: Sim):
    added = await sim.post("users", name="Amal Said", lang="ar", role="tenant")
    assert added["lang"] == "ar"
    assert "unknown role" in await sim.refused("users", name="x", role="king")
    state = await sim.post("reset")
    assert added["id"] not in [u["id"] for u in state["users"]]
    assert [b["id"] for b in state["bots"]] == [42]


async def test_the_bench_counts_real_calls():
    result = await bench(calls=60, at_once=4)
    assert result.calls == 60
    assert result.per_second > 0
