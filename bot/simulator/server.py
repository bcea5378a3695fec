"""The simulator over HTTP: the Bot API, its own API, and the chat page."""

import asyncio
import gc
import socket
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web

from bot.simulator import media
from bot.simulator.bot_api import DROPPED, BotApi, Reply, failure
from bot.simulator.errors import ApiError, SimError
from bot.simulator.incoming import read_request
from bot.simulator.polling import Polling
from bot.simulator.sim_api import SimApi
from bot.simulator.sim_http import file_response
from bot.simulator.state_file import StateFile
from bot.simulator.webhooks import Webhooks
from bot.simulator.world import World

PAGE = Path(__file__).parent / "page"
LARGEST_REQUEST = 60 * 1024 * 1024
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
CONTENT_SECURITY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
PAGE_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


@dataclass(slots=True)
class Door:
    """The listening socket, which faults can shut for a while, and the bots' open connections."""

    close: Callable[[], Awaitable[None]] | None = None
    open: Callable[[], Awaitable[None]] | None = None
    bots: set[asyncio.Transport] = field(default_factory=set)
    _task: asyncio.Task[None] | None = None

    def refuse(self, seconds: float) -> None:
        """Refuse new connections for `seconds` and cut the bots' old ones; 0 opens again at once."""
        if self.close is None:
            if seconds:
                raise SimError("refuse: this server does not own its socket; use drop_before")
            return
        if self._task is not None:
            self._task.cancel()
        self._task = asyncio.get_running_loop().create_task(self._shut(seconds))

    async def _shut(self, seconds: float) -> None:
        assert self.close is not None  # noqa: S101 - refuse has looked
        assert self.open is not None  # noqa: S101 - set with close
        if seconds:
            await self.close()
            for transport in list(self.bots):
                abort(transport)
            self.bots.clear()
            await asyncio.sleep(seconds)
        await self.open()

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})


def abort(transport: asyncio.Transport) -> None:
    """Cut a connection with a reset, as a network does."""
    raw = transport.get_extra_info("socket")
    if raw is not None and not transport.is_closing():  # else the client has cut it
        # Zero linger makes the kernel send RST rather than FIN.
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
    transport.abort()


DOOR: web.AppKey[Door] = web.AppKey("door", Door)


def make_app(world: World, *, state: StateFile | None = None) -> web.Application:
    """The whole server of `world`; with `state`, each change is kept before it is answered."""
    door = Door()
    changed = state.flush if state is not None else lambda: None
    polling = Polling(world)
    bot_api = BotApi(world, polling)
    webhooks = Webhooks(world, bot_api.run)
    webhooks.changed = changed
    sim_api = SimApi(world, changed, door.refuse)
    app = web.Application(client_max_size=LARGEST_REQUEST)
    app[DOOR] = door
    calls = _BotRoutes(world, bot_api, door, changed)
    app.router.add_route("*", "/bot{token:[^/]+}/{method}", calls.call)
    app.router.add_route("*", "/bot{token:[^/]+}/test/{method}", calls.call)
    app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", calls.file)
    for route in sim_api.routes():
        app.router.add_route(route.method, route.path, _as_json(route.handler))
    app.router.add_route("*", "/sim/{path:.*}", _as_json(_no_such_path))
    app.router.add_get("/", _page)
    app.router.add_get("/page/{name}", _page)

    def wake(bot_id: int) -> None:
        polling.wake(bot_id)
        webhooks.wake(bot_id)

    async def begin(_: web.Application) -> None:
        world.on_update = wake
        for bot_id in list(world.tables.rows["bots"]):
            wake(int(bot_id))

    async def finish(_: web.Application) -> None:
        polling.close()
        sim_api.stream.close()
        await webhooks.close()
        await door.stop()

    app.on_startup.append(begin)
    app.on_shutdown.append(finish)
    return app


class _BotRoutes:
    def __init__(self, world: World, api: BotApi, door: Door, changed: Callable[[], None]) -> None:
        self.world = world
        self.api = api
        self.door = door
        self.changed = changed

    async def call(self, request: web.Request) -> web.StreamResponse:
        transport = request.transport
        if transport is not None:
            self.door.bots.add(transport)
        try:
            reply = await self._reply(request)
        finally:
            if transport is not None and transport.is_closing():
                self.door.bots.discard(transport)
        self.changed()
        if reply.drop:
            if transport is not None:
                abort(transport)
                self.door.bots.discard(transport)
            return web.Response()
        headers = {"Retry-After": str(reply.retry_after)} if reply.retry_after else None
        return web.Response(
            status=reply.status, body=reply.body, content_type=reply.content_type, headers=headers
        )

    async def _reply(self, request: web.Request) -> Reply:
        match = request.match_info
        try:
            given, files = await read_request(request)
        except ApiError as error:
            return failure(error)
        except web.HTTPRequestEntityTooLarge:
            return failure(ApiError(413, "Request Entity Too Large"))
        except ConnectionResetError:  # a bot that was killed in the middle of a call has asked for nothing
            return DROPPED
        return await self.api.call(match["token"], match["method"], given, files)

    async def file(self, request: web.Request) -> web.StreamResponse:
        bot = self.world.bot_by_token(request.match_info["token"])
        file = media.by_path(self.world, request.match_info["path"])
        if bot is None:
            raise web.HTTPUnauthorized
        if file is None:
            raise web.HTTPNotFound
        return file_response("application/octet-stream", file.name, media.data_of(file))


async def _page(request: web.Request) -> web.StreamResponse:
    name = request.match_info.get("name", "index.html")
    path = PAGE / name
    # Only files that stand directly in the folder; a name with a slash does not reach here.
    if path.parent != PAGE or not path.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(path, headers=PAGE_HEADERS)


def _as_json(handler: Handler) -> Handler:
    """`handler` of the simulator's own API, its errors told in JSON and foreign pages kept out."""

    async def guarded(request: web.Request) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if origin is not None and origin.partition("://")[2] != request.host:
            return web.json_response({"error": "this page may not drive the simulator"}, status=403)
        try:
            return await handler(request)
        except SimError as error:
            return web.json_response({"error": str(error)}, status=error.status)

    return guarded


async def _no_such_path(request: web.Request) -> web.StreamResponse:
    text = f"there is no {request.method} {request.path}; see docs/simulator.md"
    raise SimError(text, status=404)


async def serve(
    *,
    port: int,
    state_file: Path | None = None,
    host: str = "127.0.0.1",
    ready: Callable[[int], None] | None = None,
    routes: Iterable[web.AbstractRouteDef] = (),
) -> None:
    """Serve until cancelled. `ready` gets the port that was bound (`port` may be 0); `routes` are served beside ours."""
    # Messages and log lines live on, and hold no circles: looking through all of them again and again
    # would be a third of the work.
    gc.set_threshold(50_000, 20, 1_000)
    world = World()
    state = StateFile(state_file, world) if state_file is not None else None
    if state is not None:
        state.open()
    app = make_app(world, state=state)
    app.add_routes(routes)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=2.0)
    await runner.setup()
    try:
        await _listen(runner, app[DOOR], host, port, ready)
    finally:
        await runner.cleanup()
        if state is not None:
            state.flush()
            state.close()


async def _listen(
    runner: web.AppRunner, door: Door, host: str, port: int, ready: Callable[[int], None] | None
) -> None:
    loop = asyncio.get_running_loop()
    assert runner.server is not None  # noqa: S101 - set up just before
    server = await loop.create_server(runner.server, host, port, backlog=1024)
    bound: int = server.sockets[0].getsockname()[1]

    async def close() -> None:
        server.close()

    async def reopen() -> None:
        nonlocal server
        if not server.is_serving():
            assert runner.server is not None  # noqa: S101 - it lives as long as the runner
            server = await loop.create_server(runner.server, host, bound, backlog=1024, reuse_address=True)

    door.close, door.open = close, reopen
    if ready is not None:
        ready(bound)
    try:
        await asyncio.Event().wait()
    finally:
        server.close()
