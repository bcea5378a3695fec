"""`portineria feeds poll --json` over every case at once: a site for each, asked twice by real processes."""

import sqlite3
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from tests.commands.test_feeds import Desk
from tests.services.newsroom import Site, item, items, rss, served
from tests.services.test_news_identity import CASES, FIRST

PAGED = "<generator>https://wordpress.org/?v=6.8</generator>"
MORE = (
    "frozen etag",
    "frozen 304",
    "moved",
    "a page meanwhile",
    "empty meanwhile",
    "a burst over pages",
    "all new",
)


def _own(body: str | bytes, number: int) -> bytes:
    """`body` with stories and addresses of its own: the same story in two feeds would be one."""
    data = body.encode() if isinstance(body, str) else body
    for before, after in (("Il resto segue.", f"Sono {1000 + number}."), (".example/", f"{number}.example/")):
        data = data.replace(before.encode(), after.encode())
    return data


def _serve(sites: dict[str, Site], name: str, body: str | bytes) -> None:
    sites[name].serve(_own(body, list(sites).index(name)), ETag='"frozen"')


async def test_poll_shows_each_case(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    async with AsyncExitStack() as stack:
        sites = {name: await stack.enter_async_context(served()) for name in (*CASES, *MORE)}
        desk.configure(*(site.url for site in sites.values()))

        async def poll() -> dict[str, Any]:
            done = await desk.run("feeds", "poll", "--json")
            by_url = {feed["url"]: feed for feed in done.data["feeds"]}
            return {name: by_url[site.url] for name, site in sites.items()}

        for name in sites:
            _serve(sites, name, CASES[name][0] if name in CASES else FIRST)
        _serve(sites, "a burst over pages", rss(*(item(n) for n in range(10, 0, -1)), head=PAGED))
        _serve(sites, "all new", items(*range(12, 0, -1)))
        assert {(feed["status"], len(feed["new"])) for feed in (await poll()).values()} == {("first", 0)}

        for name, case in CASES.items():
            _serve(sites, name, case[1])
        for name in ("frozen etag", "frozen 304", "moved"):
            _serve(sites, name, items(4, 3, 2, 1))
        sites["frozen 304"].frozen = True
        sites["moved"].moved = "/altrove"
        sites["a page meanwhile"].serve("<!doctype html><html></html>")
        sites["empty meanwhile"].serve("")
        name = "a burst over pages"
        _serve(sites, name, rss(*(item(n) for n in range(22, 12, -1)), head=PAGED))
        older = rss(*(item(n) for n in range(12, 2, -1)), head=PAGED)
        sites[name].pages = [_own(older, list(sites).index(name)).decode()]
        strange = (item(n, title=f"Case popolari, punto {n}") for n in range(112, 100, -1))
        _serve(sites, "all new", rss(*strange))
        second = await poll()
        found = {name: (len(second[name]["new"]), len(second[name]["updated"])) for name in CASES}
        assert found == {name: case[2:] for name, case in CASES.items()}
        assert {name: len(second[name]["new"]) for name in MORE} == {
            "frozen etag": 1,
            "frozen 304": 0,
            "moved": 1,
            "a page meanwhile": 0,
            "empty meanwhile": 0,
            "a burst over pages": 12,
            "all new": 0,
        }
        assert second["moved"]["moved_to"].endswith("/altrove")
        assert "pagina web" in second["a page meanwhile"]["problem"]
        assert "vuoto" in second["empty meanwhile"]["problem"]
        assert (len(second["all new"]["held"]), second["all new"]["status"]) == (12, "held")

        with sqlite3.connect(tmp_path / "portineria.db") as db:
            db.execute(
                "UPDATE feed SET polls_since_body = 20"
            )  # as many 304 as it takes to look at the body itself
        db.close()
        for name in ("a page meanwhile", "empty meanwhile"):
            _serve(sites, name, FIRST)
        third = await poll()
        assert len(third["frozen 304"]["new"]) == 1
        assert sum(len(feed["new"]) + len(feed["updated"]) for feed in third.values()) == 1
        assert {third[name]["status"] for name in ("a page meanwhile", "empty meanwhile")} == {"unchanged"}
