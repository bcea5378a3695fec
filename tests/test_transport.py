"""PTB over aiohttp: uploads arrive, and errors tell "surely not sent" from "unknown"."""

import asyncio
import socket
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.core.outcome import Migrated, Outcome, Reason, Refused, Sent, Throttled, Unclear, Unsent
from bot.core.outgoing import Outgoing
from bot.core.richtext import RichText, bold
from bot.gateway import Gateway
from bot.transport import AiohttpRequest, FloodWait, NotSent

TOKEN = "123456:the-secret-part"
MESSAGE = {"message_id": 7, "date": 0, "chat": {"id": 5, "type": "private"}}
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def telegram(answer: Answer, *, read_timeout: float = 5.0) -> AsyncIterator[Bot]:
    """A bot whose Telegram is `answer` on loopback."""
    app = web.Application(client_max_size=2**24)
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    request = AiohttpRequest(read_timeout=read_timeout)
    bot = Bot(TOKEN, base_url=f"http://127.0.0.1:{runner.addresses[0][1]}/bot", request=request)
    await request.initialize()
    try:
        yield bot
    finally:
        await request.shutdown()
        await runner.cleanup()


def says(status: int, body: object) -> Answer:
    """A server that always answers the same."""

    async def answer(_request: web.Request) -> web.StreamResponse:
        if isinstance(body, str):
            return web.Response(status=status, text=body, content_type="text/html")
        return web.json_response(body, status=status)

    return answer


def error(status: int, description: str, **parameters: object) -> Answer:
    """Telegram's error."""
    body: dict[str, object] = {"ok": False, "error_code": status, "description": description}
    return says(status, body | ({"parameters": parameters} if parameters else {}))


async def test_nobody_listening_means_surely_not_sent() -> None:
    """Connection refused."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    request = AiohttpRequest()
    bot = Bot(TOKEN, base_url=f"http://127.0.0.1:{port}/bot", request=request)
    await request.initialize()
    with pytest.raises(NotSent) as failed:
        await bot.send_message(5, "ciao")
    await request.shutdown()
    shown = "".join(traceback.format_exception(failed.value))
    assert "the-secret-part" not in shown


async def test_a_dropped_connection_is_unknown_not_unsent() -> None:
    """The server had the request: nobody knows what it did with it."""

    async def drop(request: web.Request) -> web.StreamResponse:
        await request.read()
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    async with telegram(drop) as bot:
        with pytest.raises(NetworkError) as failed:
            await bot.send_message(5, "ciao")
    assert not isinstance(failed.value, NotSent)
    assert "the-secret-part" not in "".join(traceback.format_exception(failed.value))


async def test_silence_is_a_timeout() -> None:
    """Unknown too (trap 3)."""

    enough = asyncio.Event()

    async def silent(_request: web.Request) -> web.StreamResponse:
        await enough.wait()
        return web.Response()

    async with telegram(silent, read_timeout=0.1) as bot:
        with pytest.raises(TimedOut):
            await bot.send_message(5, "ciao")
        enough.set()
        await asyncio.sleep(0.05)


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        (error(429, "Too Many Requests: retry after 17", retry_after=17), 17.0),
        (says(429, "<html>slow down</html>"), 5.0),
    ],
)
async def test_429_says_for_how_long(answer: Answer, seconds: float) -> None:
    """From the body; a proxy's page gets a guess."""
    async with telegram(answer) as bot:
        with pytest.raises(FloodWait) as failed:
            await bot.send_message(5, "ciao")
    assert failed.value.seconds == seconds


async def test_a_closed_transport_sends_nothing() -> None:
    """After shutdown."""
    request = AiohttpRequest()
    with pytest.raises(NotSent):
        await request.post("http://127.0.0.1:1/x")


async def test_uploads_arrive_whole() -> None:
    """Multipart with a name, a type and the other parameters."""
    seen: dict[str, object] = {}

    async def receive(request: web.Request) -> web.StreamResponse:
        form = await request.post()
        for name, part in form.items():
            seen[name] = (part.filename, part.file.read()) if isinstance(part, web.FileField) else part
        return web.json_response({"ok": True, "result": MESSAGE})

    async with telegram(receive) as bot:
        await bot.send_document(
            5, document=b"\x00\x01\xff" * 1000, filename="schede.xlsx", caption="Le schede"
        )
    assert seen["caption"] == "Le schede"
    assert ("schede.xlsx", b"\x00\x01\xff" * 1000) in seen.values()


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (says(200, {"ok": True, "result": MESSAGE}), Sent(7)),
        (error(429, "Too Many Requests: retry after 3", retry_after=3), Throttled(3.0)),
        (
            error(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-9),
            Migrated(-9),
        ),
        (error(403, "Forbidden: bot was blocked by the user"), Reason.BLOCKED),
        (error(403, "Forbidden: user is deactivated"), Reason.DEACTIVATED),
        (error(403, "Forbidden: bot was kicked from the channel chat"), Reason.KICKED),
        (error(403, "Forbidden: bot is not a member of the channel chat"), Reason.KICKED),
        (error(400, "Bad Request: chat not found"), Reason.NOT_FOUND),
        (error(400, "Bad Request: not enough rights to send text messages to the chat"), Reason.NO_RIGHTS),
        (error(400, "Bad Request: message is too long"), Reason.BAD_REQUEST),
        (error(401, "Unauthorized"), Unsent),
        (says(404, "<html>not here</html>"), Unsent),
        (error(500, "Internal Server Error"), Unclear),
        (says(502, "<html>bad gateway</html>"), Unclear),
        (says(200, "<html>welcome</html>"), Unclear),
    ],
)
async def test_every_answer_becomes_the_outcome_it_means(answer: Answer, outcome: object) -> None:
    """Refused for good, later, or nobody knows: what may be done next hangs on it."""
    async with telegram(answer) as bot:
        got: Outcome = await Gateway(bot).send(5, Outgoing(text=RichText("ciao")))
    match outcome:
        case Reason():
            assert isinstance(got, Refused)
            assert got.reason is outcome
        case type():
            assert isinstance(got, outcome)
        case _:
            assert got == outcome


async def test_text_goes_with_entities_and_without_preview() -> None:
    """No markup that could be wrong (trap 10), nothing that leaks by itself."""
    seen: dict[str, Any] = {}

    async def receive(request: web.Request) -> web.StreamResponse:
        seen.update(await request.json())
        return web.json_response({"ok": True, "result": MESSAGE})

    async with telegram(receive) as bot:
        await Gateway(bot).send(5, Outgoing(text=bold("😀 <b>")))
    assert seen["text"] == "😀 <b>"
    assert [entity["length"] for entity in seen["entities"]] == [6]
    assert seen["link_preview_options"] == {"is_disabled": True}
    assert "parse_mode" not in seen


async def test_an_edit_that_changes_nothing_counts_as_done() -> None:
    """A retried edit finds its work done."""
    async with telegram(
        error(400, "Bad Request: message is not modified: specified new message content")
    ) as bot:
        assert await Gateway(bot).edit(5, 7, Outgoing(text=RichText("ciao"))) == Sent(7)


async def test_a_message_for_a_deleted_topic_goes_to_the_general_one() -> None:
    """Better there than nowhere."""

    async def answer(request: web.Request) -> web.StreamResponse:
        if "message_thread_id" in await request.post():
            return web.json_response(
                {"ok": False, "error_code": 400, "description": "Bad Request: message thread not found"},
                status=400,
            )
        return web.json_response({"ok": True, "result": MESSAGE})

    async with telegram(answer) as bot:
        assert await Gateway(bot).send(5, Outgoing(text=RichText("ciao")), thread_id=3) == Sent(7)


async def test_no_telegram_error_leaves_the_gateway() -> None:
    """Whatever the call."""
    async with telegram(error(400, "Bad Request: something new")) as bot:
        gateway = Gateway(bot)
        try:
            assert not await gateway.delete(5, 7)
            assert not await gateway.answer_button("1", "x" * 500)
            assert await gateway.join_link(-100, name="x") is None
            assert isinstance(await gateway.approve_join(-100, 5), Refused)
        except TelegramError as error_out:
            raise AssertionError("a TelegramError came out") from error_out
