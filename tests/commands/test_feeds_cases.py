"""The two-step cases of feeds, each through a real server and `portineria feeds poll --json`: what is announced when."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import web

from tests.commands.test_feeds import Desk
from tests.services.newsroom import item, items, rss

FIRST = items(3, 2, 1)
MORE = items(4, 3, 2, 1)
PAGE = "<!doctype html><html><body>Manutenzione</body></html>"


def dated(day: str) -> str:
    date = f"<pubDate>{day} 2026 10:00:00 GMT</pubDate>"
    return rss(*(item(n, date=date) for n in (3, 2, 1)))


def unnamed(*numbers: int, link: str | None = "") -> str:
    return rss(*(item(n, guid=None, link=link) for n in numbers))


# Name → the first body, the second, and how many are new and updated then.
CASES: dict[str, tuple[str | bytes, str | bytes, int, int]] = {
    "new-item": (FIRST, MORE, 1, 0),
    "guid-scheme-changed": (FIRST, rss(*(item(n, guid=f"urn:new:{n}") for n in (3, 2, 1))), 0, 0),
    "no-guid-https": (unnamed(3, 2, 1), unnamed(3, 2, 1).replace("http://", "https://"), 0, 0),
    "no-guid-utm": (unnamed(3, 2, 1), unnamed(3, 2, 1).replace("</link>", "?utm_source=rss</link>"), 0, 0),
    "no-guid-no-link": (unnamed(3, 2, 1, link=None), unnamed(4, 3, 2, 1, link=None), 1, 0),
    "one-guid-on-all": (rss(*(item(n, guid="x") for n in (3, 2, 1))), rss(*(item(n, guid="x") for n in (4, 3, 2, 1))), 1, 0),
    "title-corrected": (FIRST, rss(item(3, title="Alloggi Aler, chiavi consegnate"), item(2), item(1)), 0, 1),
    "date-bumped": (dated("Sat, 21 Nov"), dated("Sun, 22 Nov"), 0, 0),
    "bare-ampersand": (FIRST, MORE.replace("cantiere 4", "cantiere A & B"), 1, 0),
    "body-cut": (FIRST, MORE[:-330], 1, 0),
    "page-then-back": (FIRST, PAGE, 0, 0),
    "empty-then-back": (FIRST, "", 0, 0),
    "latin-1-as-utf-8": (FIRST, rss(item(4, title="Aler, ecco la città"), item(3), item(2), item(1)).encode("latin-1"), 1, 0),
    "mark-and-blank-line": (FIRST, b"\xef\xbb\xbf\n" + MORE.encode(), 1, 0),
    "frozen-etag-new-body": (FIRST, MORE, 1, 0),
    "two-addresses": (FIRST, rss(item(4), item(4, guid="other", link="http://notizie.example/altrove"), item(3), item(2), item(1)), 1, 0),
    "same-title-other-figures": (
        FIRST,
        rss(
            item(4, title="Aler, alloggi recuperati", text="Sono 4.069 gli alloggi recuperati in Lombardia nel mese di ottobre."),
            item(5, title="Aler, alloggi recuperati", text="Sono 4.212 gli alloggi recuperati in Lombardia nel mese di novembre."),
            item(3), item(2), item(1),
        ),
        2,
        0,
    ),
    "same-title-other-place": (
        FIRST,
        rss(
            item(4, title="Aler, cantiere aperto", text="Da lunedì si lavora nelle case popolari di via Saponaro a Gratosoglio, 40 alloggi."),
            item(5, title="Aler, cantiere aperto", text="Da lunedì si lavora nelle case popolari di via Bolla a Gallarate, 40 alloggi."),
            item(3), item(2), item(1),
        ),
        2,
        0,
    ),
    "suddenly-all-new": (
        items(*range(12, 0, -1)),
        rss(*(item(n, title=f"Case popolari, il punto numero {n}") for n in range(112, 100, -1))),
        0,
        0,
    ),
}  # fmt: skip
BACK = {"page-then-back", "empty-then-back"}
FROZEN = {"frozen-etag-new-body"}


@dataclass
class Sites:
    """One server with a feed for each name; `silent` ones answer every conditional request with 304."""

    base: str = ""
    bodies: dict[str, bytes] = field(default_factory=dict)
    frozen: set[str] = field(default_factory=set)
    silent: set[str] = field(default_factory=set)

    def serve(self, name: str, body: str | bytes) -> None:
        """Give `body` with addresses and words of its own: all feeds are read by one newsroom, and no story is two feeds'."""
        data = body.encode() if isinstance(body, str) else body
        own = name.encode()
        self.bodies[name] = data.replace(b"notizie.example", own + b".example").replace(
            b"cantiere", b"cantiere " + own
        )

    async def handle(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        headers = {"ETag": '"frozen"'} if name in self.frozen | self.silent else {}
        if name in self.silent and "If-None-Match" in request.headers:
            return web.Response(status=304, headers=headers)
        return web.Response(body=self.bodies[name], content_type="application/rss+xml", headers=headers)


@asynccontextmanager
async def sites() -> AsyncIterator[Sites]:
    found = Sites()
    app = web.Application()
    app.router.add_get("/{name}", found.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    listener = web.TCPSite(runner, "127.0.0.1", 0)
    await listener.start()
    found.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield found
    finally:
        await runner.cleanup()


async def polled(desk: Desk) -> dict[str, dict[str, list[str]]]:
    """What each feed gave, by its name."""
    done = await desk.run("feeds", "poll", "--json")
    return {feed["url"].rsplit("/", 1)[-1]: feed for feed in done.data["feeds"]}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


async def test_every_two_step_case_comes_out_right(desk: Desk) -> None:
    async with sites() as site:
        site.frozen |= FROZEN
        desk.configure(*(f"{site.base}/{name}" for name in CASES))
        for name, (body, _, _, _) in CASES.items():
            site.serve(name, body)
        assert all(not feed["new"] for feed in (await polled(desk)).values())
        for name, (_, body, _, _) in CASES.items():
            site.serve(name, body)
        second = await polled(desk)
        for name in BACK:
            site.serve(name, FIRST)
        third = await polled(desk)
    found = {name: (len(feed["new"]), len(feed["updated"])) for name, feed in second.items()}
    assert found == {name: (new, updated) for name, (_, _, new, updated) in CASES.items()}
    assert [name for name in BACK if not second[name]["problem"]] == []
    assert [(third[name]["new"], third[name]["updated"]) for name in sorted(BACK)] == [([], [])] * len(BACK)
    assert len(second["suddenly-all-new"]["held"]) == 12


async def test_a_304_for_ever_is_healed_by_a_poll_without_validators(desk: Desk) -> None:
    async with sites() as site:
        site.silent.add("feed")
        desk.configure(f"{site.base}/feed")
        site.serve("feed", FIRST)
        await polled(desk)
        site.serve("feed", MORE)
        assert (await polled(desk))["feed"]["new"] == []
        with closing(sqlite3.connect(next(desk.folder.glob("**/*.db")))) as db:  # as after twenty such polls
            db.execute("UPDATE feed SET polls_since_body = 20")
            db.commit()
        assert len((await polled(desk))["feed"]["new"]) == 1


async def test_old_items_coming_back_after_others_are_not_news(desk: Desk) -> None:
    async with sites() as site:
        desk.configure(f"{site.base}/feed")
        for body in (FIRST, items(13, 12, 11, 10), items(17, 16, 15, 14)):
            site.serve("feed", body)
            await polled(desk)
        site.serve("feed", FIRST)
        feed = (await polled(desk))["feed"]
        assert (feed["new"], feed["updated"], feed["held"]) == ([], [], [])
