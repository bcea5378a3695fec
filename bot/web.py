"""The bot's own small web server: whether it lives, and how it does."""

from collections.abc import Awaitable, Callable

from aiohttp import web

Health = Callable[[], Awaitable[dict[str, object]]]


def make_app(health: Health) -> web.Application:
    """GET /health: 200 with facts where all is well, 503 with the same where it is not (`ok` says so)."""

    async def get_health(_request: web.Request) -> web.Response:
        facts = await health()
        return web.json_response(facts, status=200 if facts["ok"] else 503)

    app = web.Application()
    app.router.add_get("/health", get_health)
    return app


async def serve(health: Health, *, host: str, port: int) -> web.AppRunner:
    """Start serving; the caller cleans the runner up."""
    runner = web.AppRunner(make_app(health), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, host, port).start()
    return runner
