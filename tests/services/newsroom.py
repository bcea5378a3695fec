"""A real newsroom for tests: a local feed server, the real fetcher and parser, a real database."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path

from aiohttp import web

from bot.catalogs import texts
from bot.core.outgoing import Outgoing, decode
from bot.core.relevance_meaning import Model
from bot.core.routing import Routes
from bot.fetch import Fetcher
from bot.parser import Parser
from bot.services.desk import Desk
from bot.services.feed_alarms import FeedAlarms
from bot.services.news import FeedResult, News
from bot.services.news_review import NewsReview
from bot.services.polling import Polling
from bot.services.relevance import Relevance, Understands
from storage.database import Database

PRESS, PUBLIC, STAFF = -1001, -1002, -1003
NOON = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
ROUTES = Routes(press_channel=PRESS, staff_group=STAFF)


@dataclass(frozen=True, kw_only=True)
class Source:
    """A feed as configured."""

    url: str
    housing_categories: tuple[str, ...] = ()
    every: timedelta = timedelta(minutes=5)
    announce_last: int = 0


def item(
    number: int,
    *,
    title: str = "",
    text: str = "",
    guid: str | None = "",
    link: str | None = "",
    date: str = "",
) -> str:
    """One RSS item on housing; `guid` and `link` are left out where None."""
    title = title or f"Alloggi Aler, consegnate le chiavi del cantiere {number}"
    text = text or f"Nel quartiere di San Siro entrano {number + 40} famiglie. Il resto segue."
    guid = f"<guid isPermaLink='false'>{escape(guid or f'id-{number}')}</guid>" if guid is not None else ""
    link = f"<link>{escape(link or f'http://notizie.example/{number}')}</link>" if link is not None else ""
    return f"<item><title>{escape(title)}</title>{link}{guid}<description>{escape(text)}</description>{date}</item>"


def rss(*items: str, head: str = "") -> str:
    """A whole RSS document."""
    body = "".join(items)
    return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Notizie</title>{head}{body}</channel></rss>'


def items(*numbers: int) -> str:
    """A document of plain items, the newest first."""
    return rss(*(item(number) for number in numbers))


@dataclass
class Site:
    """A site serving one feed at `url`; `answer` is what it gives, `asked` the headers of each request.

    A `frozen` site answers every conditional request with 304, one that `moved` sends for good to that path;
    `pages` are its older pages, from `?paged=2` on.
    """

    url: str = ""
    frozen: bool = False
    moved: str | None = None
    pages: list[str] = field(default_factory=list)
    answer: web.Response | None = None
    asked: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    def serve(self, body: str | bytes, *, status: int = 200, **headers: str) -> None:
        """Give this body from now on."""
        data = body.encode() if isinstance(body, str) else body
        self.answer = web.Response(
            body=data, status=status, content_type="application/rss+xml", headers=headers
        )

    async def handle(self, request: web.Request) -> web.Response:
        """Answer one GET."""
        self.asked.append(dict(request.headers))
        self.paths.append(request.path)
        if self.frozen and "If-None-Match" in request.headers:
            return web.Response(status=304)
        if self.moved and request.path != self.moved:
            raise web.HTTPMovedPermanently(self.moved)
        if request.path not in {"/feed", self.moved}:
            raise web.HTTPNotFound
        if "paged" in request.query:
            number = int(request.query["paged"]) - 2
            known = number < len(self.pages)
            return web.Response(text=self.pages[number] if known else "", status=200 if known else 404)
        given = self.answer or web.Response(status=404)
        return web.Response(body=given.body, status=given.status, headers=given.headers)


@dataclass
class Newsroom:
    """The service with its surroundings; `now` is what its clock says."""

    db: Database
    news: News
    review: NewsReview
    polling: Polling
    site: Site
    now: datetime = NOON

    async def poll(
        self, body: str | bytes | None = None, *, after: timedelta = timedelta(minutes=10)
    ) -> FeedResult:
        """Serve `body`, let time go by, poll the one feed."""
        if body is not None:
            self.site.serve(body)
        self.now += after
        (result,) = await self.polling.poll_all()
        return result

    async def queued(self, chat_id: int = PRESS, operation: str = "send") -> list[Outgoing]:
        """What waits to be sent, in order."""
        rows = await self.db.fetch(
            "SELECT body FROM outbox WHERE chat_id = :chat AND operation = :operation ORDER BY id",
            {"chat": chat_id, "operation": operation},
        )
        return [found for row in rows if isinstance(found := decode(row["body"]), Outgoing)]

    async def titles(self, chat_id: int = PRESS) -> list[str]:
        """The first lines of what waits to be sent."""
        return [message.text.text.split("\n")[0] for message in await self.queued(chat_id)]


@asynccontextmanager
async def served_by(handler: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> AsyncIterator[str]:
    """A feed's address on a free port of this machine, answered by `handler`, as all others there."""
    app = web.Application()
    app.router.add_get("/{path:.*}", handler)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/feed"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def served() -> AsyncIterator[Site]:
    """A site on a free port of this machine."""
    site = Site()
    async with served_by(site.handle) as site.url:
        yield site


@asynccontextmanager
async def opened(
    path: Path,
    *,
    routes: Routes = ROUTES,
    announce_last: int = 0,
    categories: tuple[str, ...] = (),
    others: Sequence[Source] = (),
    meaning: Understands | None = None,
    model: Model | None = None,
) -> AsyncIterator[Newsroom]:
    """A newsroom with one feed of its own, and `others`; database at `path`."""
    parser = Parser()
    async with served() as site, Fetcher(user_agent="test", allow_private_networks=True) as fetcher:
        db = await Database.open(path)
        source = Source(url=site.url, announce_last=announce_last, housing_categories=categories)
        room: Newsroom
        relevance = Relevance(db, texts("it"), meaning=meaning, model=model)
        news = News(db, [source, *others], routes, texts("it"), relevance=relevance)
        alarms = FeedAlarms(Desk(group=routes.staff_group), texts("it"))
        polling = Polling(db, fetcher, parser, news, alarms, clock=lambda: room.now, jitter=lambda: 0.0)
        review = NewsReview(db, news.press, news.cards, news.learn_rules, wake=lambda: None)
        room = Newsroom(db=db, news=news, review=review, polling=polling, site=site)
        await news.adopt()
        try:
            yield room
        finally:
            await parser.close()
            await db.close()
