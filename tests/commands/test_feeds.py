"""`portineria feeds` and `portineria classify` as a person or a script runs them."""

import json
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from aiohttp import web

from bot.core import opml
from tests import warm
from tests.services.newsroom import item, items, rss, served, served_by

CONFIG = """
[telegram]
press_channel = -1001
staff_group = -1003
[search]
meaning = false
[fetch]
allow_private_networks = {open}
{feeds}
"""


@dataclass(frozen=True)
class Done:
    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class Desk:
    """A folder with a configuration, and the commands run in it."""

    folder: Path

    def configure(self, *urls: str, allow: bool = True) -> None:
        feeds = "".join(f'[[feeds]]\nurl = "{url}"\n' for url in urls)
        (self.folder / "config.toml").write_text(CONFIG.format(open=str(allow).lower(), feeds=feeds))

    async def run(self, *arguments: str, given: str = "") -> Done:
        with TemporaryDirectory() as streams:
            out, err, put_in = (Path(streams) / name for name in ("out", "err", "in"))
            put_in.write_text(given, "utf-8")
            process = warm.start(*arguments, output=out, errors=err, given=put_in, folder=self.folder)
            return Done(await warm.ended(process), out.read_text("utf-8"), err.read_text("utf-8"))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


async def test_poll_tells_what_is_new_updated_and_held(desk: Desk) -> None:
    async with served() as site:
        desk.configure(site.url)
        site.serve(items(*range(12, 0, -1)))
        first = await desk.run("feeds", "poll", "--json")
        assert (first.status, first.data["feeds"][0]["new"]) == (0, [])
        site.serve(
            rss(
                item(13),
                item(12, title="Alloggi Aler, titolo corretto"),
                *(item(n) for n in range(11, 0, -1)),
            )
        )
        (second,) = (await desk.run("feeds", "poll", "--json")).data["feeds"]
        assert second["new"] == ["Alloggi Aler, consegnate le chiavi del cantiere 13"]
        assert second["updated"] == ["Alloggi Aler, titolo corretto"]
        site.serve(rss(*(item(n, title=f"Case popolari, punto {n}") for n in range(112, 100, -1))))
        (third,) = (await desk.run("feeds", "poll", "--json")).data["feeds"]
        assert (len(third["held"]), third["new"]) == (12, [])
        assert {"id", "url", "status", "new", "updated", "held", "problem"} <= set(third)


async def test_poll_says_in_words_what_is_wrong(desk: Desk) -> None:
    async with served() as site:
        desk.configure(site.url)
        site.serve("<!doctype html><html></html>")
        done = await desk.run("feeds", "poll", "--json")
    assert done.status == 1
    assert "pagina web" in done.data["feeds"][0]["problem"]
    assert "pagina web" in done.err


async def test_try_reads_a_file_and_an_address_and_stores_nothing(desk: Desk) -> None:
    desk.configure()
    (desk.folder / "feed.xml").write_text(items(2, 1))
    done = await desk.run("feeds", "try", "feed.xml", "--json")
    assert done.status == 0
    assert [entry["id"] for entry in done.data["items"]] == ["id-2", "id-1"]
    assert {"id", "title", "url", "published", "summary", "image", "categories"} <= set(done.data["items"][0])
    async with served() as site:
        site.serve(items(2, 1))
        assert len((await desk.run("feeds", "try", site.url, "--json")).data["items"]) == 2
    assert not (desk.folder / "portineria.db").exists()


@pytest.mark.parametrize(
    "place",
    ["missing.xml", "/dev/zero", "http://127.0.0.1:1/feed", "http://169.254.169.254/", "file:///etc/passwd"],
)
async def test_try_says_what_it_cannot_or_will_not_read(desk: Desk, place: str) -> None:
    desk.configure(allow=False)
    done = await desk.run("feeds", "try", place, "--json")
    assert (done.status, done.data["items"], len(done.data["problems"])) == (1, [], 1)


async def test_feeds_are_added_listed_removed_and_exported(desk: Desk) -> None:
    desk.configure("https://uno.example/feed")
    assert (await desk.run("feeds", "add", "https://due.example/feed")).out.strip() == "2"
    assert (await desk.run("feeds", "add", "not an address")).status == 2
    assert (await desk.run("feeds", "list")).out.count("mai letto") == 2
    listed = (await desk.run("feeds", "list", "--json")).data["feeds"]
    assert [feed["url"] for feed in listed] == ["https://uno.example/feed", "https://due.example/feed"]
    assert (await desk.run("feeds", "export", "out.opml")).status == 0
    outlines = opml.read((desk.folder / "out.opml").read_bytes())
    assert [outline.url for outline in outlines] == ["https://uno.example/feed", "https://due.example/feed"]
    assert (await desk.run("feeds", "remove", "2")).status == 0
    assert (await desk.run("feeds", "remove", "2")).status == 2
    assert (await desk.run("feeds", "remove", "1")).status == 2
    assert (await desk.run("feeds", "import", "out.opml")).status == 0
    assert len((await desk.run("feeds", "list", "--json")).data["feeds"]) == 2


PAGE = """<!doctype html><html><head><title>Sito</title>
<link rel="alternate" type="application/rss+xml" title="Sito &raquo; Commenti" href="/comments/feed">
<link rel='alternate' type='application/rss+xml' href='/notizie/feed?a=1&amp;b=2' title="Notizie">
<link rel=alternate type=application/atom+xml href=atom.xml>
<link rel="alternate" hreflang="en" href="/en/"></head><body><a href="/feed">RSS</a></body></html>"""


@pytest.mark.parametrize(
    ("page", "added", "others"),
    [(PAGE, "/notizie/feed?a=1&b=2", 1), ("<!doctype html><html><body>Sito</body></html>", "/feed/", 0)],
)
async def test_adding_a_web_page_adds_its_main_feed(desk: Desk, page: str, added: str, others: int) -> None:
    async def site(request: web.Request) -> web.Response:
        if request.path == "/":
            return web.Response(text=page, content_type="text/html")
        if request.path in {"/comments/feed", "/nowhere"}:
            return web.Response(status=404)
        return web.Response(text=items(1), content_type="application/rss+xml")

    desk.configure()
    async with served_by(site) as url:
        root = url.removesuffix("/feed").replace("127.0.0.1", "localhost")
        done = await desk.run("feeds", "add", f"{root}/")
        (feed,) = (await desk.run("feeds", "list", "--json")).data["feeds"]
    assert (done.status, done.out, feed["url"]) == (0, "1\n", root + added)
    assert done.err.count("altro feed") == others


async def test_a_page_without_feeds_is_not_added(desk: Desk) -> None:
    async def site(request: web.Request) -> web.Response:
        found = request.path == "/"
        return web.Response(text="<!doctype html><html></html>", status=200 if found else 404)

    desk.configure()
    async with served_by(site) as url:
        done = await desk.run("feeds", "add", url.removesuffix("feed"))
    assert (done.status, done.out, len(done.err.strip().splitlines())) == (2, "", 1)


async def test_import_of_something_else_is_one_clear_line(desk: Desk) -> None:
    desk.configure()
    (desk.folder / "bad.opml").write_text("<!DOCTYPE x [<!ENTITY a 'b'>]><opml>&a;</opml>")
    done = await desk.run("feeds", "import", "bad.opml")
    assert (done.status, len(done.err.strip().splitlines())) == (2, 1)


async def test_classify_answers_line_by_line(desk: Desk) -> None:
    rows = [
        {"id": "a", "title": "Case popolari a San Siro, nuovo bando"},
        {"id": "b", "title": "Trenord in ritardo", "summary": None, "categories": None, "url": None},
        {"id": 3, "summary": "Apre la casa del Dopo di noi"},
    ]
    lines = "\n".join(json.dumps(row) for row in rows)
    (desk.folder / "in.jsonl").write_text(lines + "\n\n")
    done = await desk.run("classify", "--no-meaning", "--batch", "in.jsonl")
    found = [json.loads(line) for line in done.out.splitlines()]
    assert [row["verdict"] for row in found] == ["housing", "no", "review"]
    assert (found[0]["id"], found[0]["quarters"], found[2]["id"]) == ("a", ["san-siro"], 3)
    assert all(0 <= row["score"] <= 1 for row in found)
    assert "bandi" in found[0]["topics"]
    assert found[0]["reasons"]
    assert (await desk.run("classify", "--no-meaning", given=lines)).out == done.out


@pytest.mark.parametrize("line", ["{", "[1]", '"x"'])
async def test_classify_names_the_line_it_cannot_read(desk: Desk, line: str) -> None:
    done = await desk.run("classify", "--no-meaning", given='{"id": 1, "title": "x"}\n' + line)
    assert done.status == 2
    assert "riga 2" in done.err
