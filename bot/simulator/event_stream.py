"""Events as a stream to browsers and tests (server-sent events)."""

import asyncio
import contextlib
from collections.abc import Iterator

from aiohttp import web

from bot.simulator.call_log import Call
from bot.simulator.jsons import text_of
from bot.simulator.records import Json
from bot.simulator.sim_http import number_of
from bot.simulator.world import World

KEEP_ALIVE = 15.0
HEADERS = {"Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no"}


class EventStream:
    """Everybody who listens to the world's events."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._listeners: set[asyncio.Event] = set()
        self._closing = False

    @contextlib.contextmanager
    def listening(self) -> Iterator[asyncio.Event]:
        """An asyncio event that is set at each event of the world."""
        news = asyncio.Event()
        self.world.events.listeners.add(news.set)
        self._listeners.add(news)
        try:
            yield news
        finally:
            self.world.events.listeners.discard(news.set)
            self._listeners.discard(news)

    def close(self) -> None:
        """Let every stream end."""
        self._closing = True
        for news in self._listeners:
            news.set()

    async def serve(self, request: web.Request) -> web.StreamResponse:
        last = request.headers.get("Last-Event-ID", "")
        seq = int(last) if last.isdigit() else number_of(request, "after", self.world.events.seq)
        response = web.StreamResponse(headers=HEADERS)
        await response.prepare(request)
        # The reader may go away at any time.
        with contextlib.suppress(ConnectionError), self.listening() as news:
            await response.write(b": welcome\n\n")
            while not self._closing:
                news.clear()
                seq = await self._send(response, seq)
                if not await happened(news, KEEP_ALIVE):
                    await response.write(b": still here\n\n")
        return response

    async def _send(self, response: web.StreamResponse, seq: int) -> int:
        lines: list[str] = []
        for event in self.world.events.after(seq):
            lines.append(f"id: {event['seq']}\ndata: {text_of(_view(event))}\n\n")
            seq = event["seq"]
        if lines:
            await response.write("".join(lines).encode("utf-8", "surrogatepass"))
        return seq


async def happened(news: asyncio.Event, seconds: float) -> bool:
    """Whether `news` was set within `seconds`."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await news.wait()
    return news.is_set()


def _view(event: Json) -> Json:
    call = event.get("call")
    return {**event, "call": call.to_json()} if isinstance(call, Call) else event
