"""getUpdates and webhooks: what is kept, for how long, and who may ask."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from tests.simulator.conftest import BOT, GROUP, STAFF, TENANT, Sim, until

OTHER = (
    "409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)


async def texts(sim: Sim, **params: Any) -> list[str]:
    return [u["message"]["text"] for u in await sim.ok("getUpdates", **params)]


async def test_updates_stay_until_a_higher_offset_confirms_them(sim: Sim):
    for text in "abc":
        await sim.say(TENANT, text)
    first = (await sim.ok("getUpdates"))[0]["update_id"]
    assert await texts(sim) == ["a", "b", "c"]
    assert await texts(sim, offset=first + 1) == ["b", "c"]
    assert await texts(sim, offset=first + 2, limit=1) == ["c"]
    assert await texts(sim, offset=first + 3) == []


async def test_a_negative_offset_keeps_only_the_newest(sim: Sim):
    for text in "abc":
        await sim.say(TENANT, text)
    assert await texts(sim, offset=-1) == ["c"]
    assert await texts(sim) == ["c"]


async def test_an_offset_far_ahead_confirms_nothing(sim: Sim):
    await sim.say(TENANT, "a")
    last = (await sim.ok("getUpdates"))[-1]["update_id"]
    assert await texts(sim, offset=last + 500) == ["a"]


async def test_the_same_offset_at_once_again_gets_one_update(sim: Sim):
    for text in "abc":
        await sim.say(TENANT, text)
    first = (await sim.ok("getUpdates"))[0]["update_id"]
    assert await texts(sim, offset=first) == ["a", "b", "c"]
    assert await texts(sim, offset=first) == ["a"]


async def test_updates_are_forgotten_after_a_day(sim: Sim):
    await sim.say(TENANT, "vecchio")
    await sim.post("clock", advance=86_401)
    await sim.say(TENANT, "nuovo")
    assert await texts(sim) == ["nuovo"]


async def test_long_polling_answers_as_soon_as_something_comes(sim: Sim):
    poll = asyncio.create_task(sim.ok("getUpdates", timeout=30))
    await sim.polled()
    await sim.say(TENANT, "ciao")
    (update,) = await poll
    assert update["message"]["text"] == "ciao"


async def test_a_second_poller_ends_the_first(sim: Sim):
    first = asyncio.create_task(sim.error("getUpdates", timeout=30))
    await sim.polled()
    second = asyncio.create_task(sim.ok("getUpdates", timeout=30))
    assert await first == OTHER
    await sim.say(TENANT, "ciao")
    assert len(await second) == 1


async def test_a_poll_that_can_be_answered_at_once_ends_nobody(sim: Sim):
    first = asyncio.create_task(sim.ok("getUpdates", timeout=30))
    await sim.polled()
    assert await sim.ok("getUpdates") == []
    await sim.say(TENANT, "ciao")
    assert len(await first) == 1


async def test_allowed_updates_are_remembered_and_apply_when_an_update_is_made(sim: Sim):
    await sim.ok("getUpdates", allowed_updates=["callback_query"])
    await sim.say(TENANT, "non richiesto")
    assert await sim.ok("getUpdates") == []
    await sim.ok("getUpdates", allowed_updates=[])
    await sim.say(TENANT, "richiesto")
    assert await texts(sim) == ["richiesto"]


async def test_update_ids_run_on_without_gaps(sim: Sim):
    for text in "abcd":
        await sim.say(TENANT, text)
    ids = [u["update_id"] for u in await sim.ok("getUpdates")]
    assert ids == list(range(ids[0], ids[0] + 4))


async def test_without_admin_rights_a_bot_sees_only_what_is_meant_for_it(sim: Sim):
    await sim.post(f"chats/{GROUP}/rights", user=BOT, rights=None)
    await sim.updates()
    sent = await sim.ok("sendMessage", chat_id=GROUP, text="chiedete pure")
    await sim.say(STAFF, "due chiacchiere", chat=GROUP)
    await sim.say(STAFF, "/aiuto", chat=GROUP)
    await sim.say(STAFF, "rispondo", chat=GROUP, reply_to=sent["message_id"])
    assert await texts(sim) == ["/aiuto", "rispondo"]


class Receiver:
    """A webhook that answers as told and remembers what came."""

    def __init__(self) -> None:
        self.got: list[tuple[str, str | None]] = []
        self.answers: list[web.Response] = []
        self.url = ""

    async def handle(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.got.append((body["message"]["text"], request.headers.get("X-Telegram-Bot-Api-Secret-Token")))
        return self.answers.pop(0) if self.answers else web.Response()

    async def until(self, count: int) -> list[str]:
        async def enough() -> bool:
            return len(self.got) >= count

        await until(enough)
        return [text for text, _ in self.got]


@contextlib.asynccontextmanager
async def receiving() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    try:
        yield receiver
    finally:
        await runner.cleanup()


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as one:
        yield one


async def test_a_webhook_gets_updates_in_order_with_its_secret(sim: Sim, receiver: Receiver):
    await sim.say(TENANT, "prima")
    await sim.ok("setWebhook", url=receiver.url, secret_token="segreto_1")
    await sim.say(TENANT, "poi")
    assert await receiver.until(2) == ["prima", "poi"]
    assert {secret for _, secret in receiver.got} == {"segreto_1"}

    async def delivered() -> bool:
        return not (await sim.ok("getWebhookInfo"))["pending_update_count"]

    await until(delivered)


async def test_polling_and_webhook_exclude_each_other(sim: Sim, receiver: Receiver):
    poll = asyncio.create_task(sim.error("getUpdates", timeout=30))
    await sim.polled()
    await sim.ok("setWebhook", url=receiver.url)
    assert await poll == "409 Conflict: terminated by setWebhook request"
    assert await sim.error("getUpdates") == (
        "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    )
    await sim.ok("deleteWebhook")
    assert await sim.ok("getUpdates") == []


async def test_a_failed_delivery_is_tried_again_and_told(sim: Sim, receiver: Receiver):
    receiver.answers = [web.Response(status=500)]
    await sim.ok("setWebhook", url=receiver.url)
    await sim.say(TENANT, "ciao")
    assert await receiver.until(2) == ["ciao", "ciao"]
    assert "500" in (await sim.ok("getWebhookInfo"))["last_error_message"]


async def test_a_webhook_may_answer_with_a_method(sim: Sim, receiver: Receiver):
    receiver.answers = [web.json_response({"method": "sendMessage", "chat_id": TENANT, "text": "risposta"})]
    await sim.ok("setWebhook", url=receiver.url)
    await sim.say(TENANT, "ciao")

    async def answered() -> bool:
        return len(await sim.messages(TENANT)) == 2

    await until(answered)
    assert (await sim.messages(TENANT))[1]["text"] == "risposta"
