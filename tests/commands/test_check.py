"""`portineria check` tells a token that is refused from a Telegram that cannot be reached."""

import gc
from pathlib import Path

import pytest
from aiohttp import web

from bot import config
from bot.commands import checks


def settings(folder: Path, base_url: str) -> config.Config:
    path = folder / "config.toml"
    path.write_text(f'[telegram]\npress_channel = -1\nbase_url = "{base_url}"\n', "utf-8")
    return config.load(path, environment={"PORTINERIA_TOKEN": "123456:abc"})


async def test_without_a_network_it_says_so_and_leaves_nothing_open(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (finding,) = await checks.of_telegram(settings(tmp_path, "http://127.0.0.1:1/bot"))
    assert "Telegram non risponde" in finding
    assert "telegram.base_url" in finding
    gc.collect()
    assert [record.message for record in caplog.records if record.name == "asyncio"] == []


async def test_a_refused_token_is_named_with_where_it_belongs(tmp_path: Path) -> None:
    async def refuse(_request: web.Request) -> web.Response:
        answer = {"ok": False, "error_code": 401, "description": "Unauthorized"}
        return web.json_response(answer, status=401)

    app = web.Application()
    app.router.add_post("/{call:.*}", refuse)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        base = f"http://127.0.0.1:{runner.addresses[0][1]}/bot"
        (finding,) = await checks.of_telegram(settings(tmp_path, base))
    finally:
        await runner.cleanup()
    assert "PORTINERIA_TOKEN" in finding
