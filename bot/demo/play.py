"""`portineria demo`: simulator, feed and page in this process, the unmodified bot as a process of its own."""

import asyncio
import os
import signal
import sys
import webbrowser
from pathlib import Path
from typing import NoReturn

import aiohttp
import click

from bot.demo.stage import Stage
from bot.simulator import server

TOKEN = "123456:demo-of-the-portineria"  # noqa: S105  (the simulator takes any)
NAME = "Portineria (demo)"
KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"

CONFIG = """\
# Written by `portineria demo`; everything in it is of this machine only.
[telegram]
base_url = "{base}/bot"
press_channel = -1001000000001
public_channel = -1001000000002
staff_group = -1001000000003

[storage]
path = "portineria.db"

[fetch]
allow_private_networks = true

[search]
meaning = false

[log]
level = "ERROR"

[[feeds]]
url = "{base}/demo/feed.xml"
housing_categories = ["Casa e Housing sociale"]
every = "2s"
announce_last = 6

[[staff]]
id = 123456789
role = "owner"
"""


async def play(*, port: int, data: Path, browser: bool) -> None:
    """Run the demo until it is interrupted; the bot is started again when it ends."""
    await asyncio.to_thread(lambda: data.mkdir(parents=True, exist_ok=True))
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    bound: asyncio.Future[int] = loop.create_future()
    routes = Stage(data / "stage.json").routes()
    serving = asyncio.create_task(
        server.serve(port=port, state_file=data / "simulator.db", ready=bound.set_result, routes=routes)
    )
    try:
        await asyncio.wait([serving, bound], return_when=asyncio.FIRST_COMPLETED)  # type: ignore[type-var]
        if serving.done():
            _explain(serving.exception(), port)
        await _open(f"http://127.0.0.1:{bound.result()}", data, browser=browser)
        await _keep_bot_running(data, stop)
    finally:
        serving.cancel()
        await asyncio.wait({serving})


def _explain(error: BaseException | None, port: int) -> NoReturn:
    if isinstance(error, OSError):
        message = f"port {port} cannot be used ({error.strerror}); try another: --port 0 takes any free one"
        raise click.ClickException(message) from error
    raise error or RuntimeError("the simulator ended by itself")


async def _open(address: str, data: Path, *, browser: bool) -> None:
    await asyncio.to_thread((data / "config.toml").write_text, CONFIG.format(base=address), "utf-8")
    await _import_cards(data)
    await _name_the_bot(address)
    click.echo(f"Portineria, demo: {address}")
    click.echo("Tutto gira su questo computer: niente arriva a Telegram. Per finire: Ctrl+C", err=True)
    if browser:
        await asyncio.to_thread(webbrowser.open, address)


async def _name_the_bot(address: str) -> None:
    """What a person does with BotFather, once."""
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{address}/bot{TOKEN}/setMyName", json={"name": NAME}) as answer,
    ):
        answer.raise_for_status()


async def _import_cards(data: Path) -> None:
    """The starter cards, by the same command an editor would use."""
    if (data / "portineria.db").exists():
        return
    process = await asyncio.create_subprocess_exec(
        *_command("cards", "import", str(KNOWLEDGE), "--db", str(data / "portineria.db")),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    if process.returncode != 0:
        raise click.ClickException(f"the starter cards could not be imported:\n{said.decode()}")


async def _keep_bot_running(data: Path, stop: asyncio.Event) -> None:
    while not stop.is_set():
        environment = os.environ | {"PORTINERIA_TOKEN": TOKEN}
        process = await asyncio.create_subprocess_exec(
            *_command("run", "--config", str(data / "config.toml")), env=environment
        )
        ended = asyncio.create_task(process.wait())
        stopped = asyncio.create_task(stop.wait())
        await asyncio.wait({ended, stopped}, return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        if not stop.is_set():
            click.echo(f"Il bot si è fermato (stato {ended.result()}): riparte.", err=True)
            await asyncio.sleep(1)
            continue
        if process.returncode is None:
            process.terminate()
        await ended


def _command(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "bot", *arguments)
