"""What reaches the channel: pictures by address, as a file or not at all, and edits that fit what stands there."""

import struct
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import web
from telegram.ext import ExtBot

from bot.core.outcome import Sent
from bot.core.outgoing import Outgoing
from bot.core.richtext import RichText, bold
from bot.fetch import Fetcher
from bot.gateway import Gateway
from bot.services.pictures import Pictures
from bot.transport import AiohttpRequest
from tests.conftest import HandClock
from tests.simulator.conftest import PRESS, TOKEN, Sim
from tests.simulator.conftest import running as simulator


def png(width: int, height: int) -> bytes:
    """A grey picture."""
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", rows),
        (b"IEND", b""),
    ]
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


@dataclass
class Site:
    """Pictures by name, on loopback."""

    files: dict[str, bytes] = field(default_factory=dict)
    base: str = ""

    async def handle(self, request: web.Request) -> web.Response:
        data = self.files.get(request.match_info["name"])
        return web.Response(body=data, status=200 if data is not None else 404, content_type="image/png")


@dataclass
class Desk:
    """A gateway to the press channel of a simulator, and a site with pictures."""

    sim: Sim
    gateway: Gateway
    site: Site

    async def send(self, name: str, text: str = "Titolo\n\nFonte") -> Outgoing:
        item = Outgoing(
            text=bold(text), photo=f"{self.site.base}/{name}", preview="https://notizie.example/1"
        )
        assert isinstance(await self.gateway.send(PRESS, item), Sent)
        return item

    async def posts(self) -> list[dict[str, object]]:
        return list(await self.sim.messages(PRESS))


@asynccontextmanager
async def desk(folder: Path, *, private: bool = True) -> AsyncIterator[Desk]:
    site = Site()
    app = web.Application()
    app.router.add_get("/{name}", site.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    site.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with (
        simulator(folder / "world.db") as sim,
        Fetcher(user_agent="test", allow_private_networks=private) as fetcher,
    ):
        bot = ExtBot[None](
            TOKEN,
            base_url=f"{sim.base}/bot",
            request=AiohttpRequest(),
            get_updates_request=AiohttpRequest(connections=1),
        )
        await bot.initialize()
        try:
            yield Desk(sim, Gateway(bot, pictures=Pictures(fetcher, clock=HandClock())), site)
        finally:
            await bot.shutdown()
            await runner.cleanup()


async def test_a_picture_telegram_cannot_fetch_is_uploaded(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.site.files["a.png"] = png(80, 60)
        await at.send("a.png")
        (post,) = await at.posts()
        assert post["caption"] == "Titolo\n\nFonte"
        assert post["photo"]
        assert post["caption_entities"]


@pytest.mark.parametrize(
    "data",
    [None, b"", b"<html>not a picture", png(3000, 10), b"GIF89a" + bytes(40), b"\xff\xd8\xff\xe0" + bytes(9)],
    ids=["missing", "empty", "page", "strip", "gif", "cut"],
)
async def test_a_bad_picture_never_costs_the_post_and_shows_no_other(
    tmp_path: Path, data: bytes | None
) -> None:
    async with desk(tmp_path) as at:
        if data is not None:
            at.site.files["a.png"] = data
        await at.send("a.png")
        (post,) = await at.posts()
        assert post["text"] == "Titolo\n\nFonte"
        assert "photo" not in post


async def test_a_picture_inside_our_own_network_is_not_fetched(tmp_path: Path) -> None:
    async with desk(tmp_path, private=False) as at:
        at.site.files["a.png"] = png(80, 60)
        await at.send("a.png")
        (post,) = await at.posts()
        assert "text" in post


async def test_what_telegram_refuses_after_the_upload_goes_as_text(tmp_path: Path) -> None:
    """Its own check of the file may be stricter than ours."""
    async with desk(tmp_path) as at:
        at.site.files["a.png"] = png(80, 60)
        await at.send("a.png", "x" * 1500)  # too long for a caption, not for a text
        (post,) = await at.posts()
        assert len(str(post["text"])) == 1500


async def test_an_edit_fits_what_stands_there_picture_or_not(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.site.files["a.png"] = png(80, 60)
        for name in ("a.png", "missing.png"):
            await at.send(name)
        first, second = [int(str(post["message_id"])) for post in await at.posts()]
        pictured = Outgoing(text=RichText("Corretto"), photo=f"{at.site.base}/a.png")
        for number in (first, second):
            assert await at.gateway.edit(PRESS, number, pictured) == Sent(number)
        long = Outgoing(text=RichText("parola " * 300))
        for number in (first, second):
            assert await at.gateway.edit(PRESS, number, long) == Sent(number)
        with_picture, without = await at.posts()
        assert len(str(with_picture["caption"])) <= 1024
        assert str(without["text"]).startswith("parola")
        assert (await at.gateway.edit(PRESS, second, long)) == Sent(second)


async def test_an_answer_stands_under_what_it_answers_and_by_itself_where_that_is_gone(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as at:
        first = await at.gateway.send(PRESS, Outgoing(text=RichText("La notizia")))
        assert isinstance(first, Sent)
        answer = Outgoing(text=RichText("RETTIFICA"), reply_to=first.message_id)
        await at.gateway.send(PRESS, answer)
        await at.gateway.send(PRESS, Outgoing(text=RichText("Altra"), reply_to=999))
        _, reply, other = await at.posts()
        assert reply["reply_to_message"]["message_id"] == first.message_id  # type: ignore[index]
        assert "reply_to_message" not in other
