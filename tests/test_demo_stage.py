"""The director's buttons: what each does to the feed, once, and after a restart as before."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
from aiohttp import web

from bot.core.feed import Entry, FeedDocument
from bot.core.picture import picture
from bot.core.relevance import Item, Verdict, judge
from bot.core.relevance_rules import RULES
from bot.demo.feed import read_script
from bot.demo.stage import Stage
from bot.parser import Parser


@asynccontextmanager
async def served(folder: Path) -> AsyncIterator[tuple[str, aiohttp.ClientSession]]:
    app = web.Application()
    app.add_routes(Stage(folder / "stage.json").routes())
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        async with aiohttp.ClientSession() as http:
            yield f"http://127.0.0.1:{runner.addresses[0][1]}/demo", http
    finally:
        await runner.cleanup()


async def act(base: str, http: aiohttp.ClientSession, name: str) -> int:
    async with http.post(f"{base}/actions/{name}", json={}) as answer:
        assert (await answer.json())["text"]
        return answer.status


async def offered(base: str, http: aiohttp.ClientSession) -> dict[str, str]:
    async with http.get(f"{base}/actions") as answer:
        return {action["id"]: action["hint"] for action in await answer.json()}


async def body(base: str, http: aiohttp.ClientSession) -> bytes:
    async with http.get(f"{base}/feed.xml") as answer:
        return await answer.read()


async def read(parser: Parser, base: str, http: aiohttp.ClientSession) -> dict[str, Entry]:
    """The feed's entries by guid, as the bot reads them."""
    document = await parser.parse(await body(base, http), url=f"{base}/feed.xml")
    assert isinstance(document, FeedDocument)
    return {entry.guid: entry for entry in document.entries}


async def test_each_button_does_to_the_feed_what_it_says(tmp_path: Path) -> None:
    parser = Parser()
    try:
        async with served(tmp_path) as (base, http):
            old = await read(parser, base, http)
            hints = await offered(base, http)
            assert set(hints) == {"publish", "correct", "rectify", "doubt", "withdraw"}
            for name in hints:
                assert await act(base, http, name) == 200
            new = await read(parser, base, http)
            assert len(set(new) - set(old)) == 2  # published and doubtful
            assert len(set(old) - set(new)) == 1  # withdrawn
            changed = [guid for guid in old if guid in new and old[guid] != new[guid]]
            assert len(changed) == 2
            assert all(old[guid].published == new[guid].published for guid in changed)
            (gone,) = set(old) - set(new)
            async with http.get(old[gone].link) as answer:
                assert answer.status == 404
            (pictured, *_) = [entry for entry in new.values() if entry.image]
            async with http.get(pictured.image) as answer:
                assert picture(await answer.read()) is not None
    finally:
        await parser.close()


def test_every_story_of_the_demo_goes_where_its_button_says() -> None:
    script = read_script(now=datetime.now(UTC))
    for play, stories in {"first": script.first, **script.plays}.items():
        for story in stories:
            item = Item(
                title=story.title, summary=f"{story.standfirst} {story.body}", categories=story.categories
            )
            ours = any(name.startswith("Casa") for name in story.categories)
            wanted = Verdict.REVIEW if play == "doubt" else Verdict.HOUSING if ours else Verdict.NO
            assert judge(item, rules=RULES).verdict is wanted, story.title


async def test_a_restart_changes_nothing_and_every_button_runs_out(tmp_path: Path) -> None:
    async with served(tmp_path) as (base, http):
        for name in ("publish", "withdraw", "doubt"):
            await act(base, http, name)
        stood = await body(base, http)
    async with served(tmp_path) as (base_again, http):
        again = await body(base_again, http)
        assert again.replace(base_again.encode(), b"") == stood.replace(base.encode(), b"")
        while hints := await offered(base_again, http):
            for name in hints:
                await act(base_again, http, name)
        assert await act(base_again, http, "withdraw") == 404
        assert await act(base_again, http, "nonsense") == 404
