"""`portineria feeds`: list, add, remove, try, poll, import and export the sources of news."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import click

from bot import log
from bot.catalogs import texts
from bot.commands.run import CONFIG
from bot.config import Config, FeedConfig, FetchConfig, load, routes
from bot.core import opml
from bot.core.errors import UserError
from bot.core.feed import Entry, Failed, FeedDocument, NotModified, Page, Problem, Validators
from bot.fetch import BODY_LIMIT, Fetcher
from bot.parser import Parser
from bot.services.clock import system_clock
from bot.services.desk import Desk
from bot.services.feed_alarms import FeedAlarms
from bot.services.feed_discovery import discover
from bot.services.meaning import Meaning
from bot.services.news import FeedResult, News
from bot.services.polling import Polling
from bot.services.relevance import Relevance
from storage import feeds as rows
from storage.database import Database

T = TypeVar("T")

say = texts("it")

_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
_path = click.argument("path", type=click.Path(path_type=Path))


@click.group()
def feeds() -> None:
    """The feeds news comes from."""
    log.set_up(level="ERROR")  # stdout is for data, and what is wrong is said in words below


@feeds.command("list")
@CONFIG
@_json
def list_(config_file: Path, *, as_json: bool) -> None:
    """Show the feeds and how they are."""
    found = _with_database(config_file, lambda db, _: rows.feeds(db))
    if as_json:
        click.echo(json.dumps({"feeds": [_feed_json(feed) for feed in found]}, ensure_ascii=False))
        return
    if not found:
        click.echo(say.plain("feeds_none"), err=True)
    for feed in found:
        well = say.plain("feed_read" if feed.met else "feed_never_read")
        state = _problem_text(feed.poll.problem) if feed.poll.problem else well
        click.echo(f"{feed.id}\t{feed.url}\t{feed.title}\t{state}")


@feeds.command()
@click.argument("url")
@click.option(
    "--every", "minutes", type=click.IntRange(1), default=5, show_default=True, help="Minutes between polls."
)
@click.option("--category", "categories", multiple=True, help="A category the feed files housing under.")
@click.option(
    "--announce-last",
    type=click.IntRange(0, 20),
    default=0,
    help="How many of the items there now to announce.",
)
@CONFIG
def add(url: str, *, minutes: int, categories: Sequence[str], announce_last: int, config_file: Path) -> None:
    """Read one more feed from now on.

    URL may be a web page: its main feed is taken.
    """
    source = _source(
        url, every=timedelta(minutes=minutes), categories=categories, announce_last=announce_last
    )

    async def write(db: Database, config: Config) -> tuple[int, FeedConfig]:
        found = source.model_copy(update={"url": await _main_feed(url, config.fetch)})
        async with db.write() as tx:
            return await rows.add_feed(tx, found, origin="added"), found

    id_, found = _with_database(config_file, write)
    click.echo(say.plain("feeds_added", id=id_, url=found.url), err=True)
    click.echo(id_)


@feeds.command()
@click.argument("id_", metavar="ID", type=int)
@CONFIG
def remove(id_: int, *, config_file: Path) -> None:
    """Stop reading a feed; what it brought stays known."""

    async def write(db: Database, _: Config) -> str:
        found = next((feed for feed in await rows.feeds(db) if feed.id == id_), None)
        if found is None:
            raise UserError("feeds_unknown", id=id_)
        if found.origin == "config":
            raise UserError("feeds_in_config", id=id_)
        async with db.write() as tx:
            await rows.retire(tx, id_)
        return found.url

    click.echo(say.plain("feeds_removed", id=id_, url=_with_database(config_file, write)), err=True)


@feeds.command("try")
@click.argument("place", metavar="URL-OR-FILE")
@CONFIG
@_json
def try_(place: str, *, config_file: Path, as_json: bool) -> None:
    """Read a feed once and show what is in it; store nothing."""
    fetch = load(config_file, need_token=False).fetch if config_file.is_file() else FetchConfig()
    document = asyncio.run(_read_once(place, fetch))
    failed = isinstance(document, Failed)
    problems = [_failure_text(document)] if isinstance(document, Failed) else _notes(document)
    entries = () if isinstance(document, Failed) else document.entries
    if as_json:
        data = {"items": [_entry_json(entry) for entry in entries], "problems": problems}
        click.echo(json.dumps(data, ensure_ascii=False))
    else:
        for entry in entries:
            click.echo(f"{entry.published or ''}\t{entry.title}\t{entry.link}")
    for problem in problems:
        click.echo(say.plain("feeds_problem", url=place, problem=problem), err=True)
    raise SystemExit(1 if failed else 0)


@feeds.command()
@CONFIG
@_json
def poll(config_file: Path, *, as_json: bool) -> None:
    """Poll every feed once now; send nothing.

    Also those that are not due; what they bring stays in the outbox.
    """
    results = _with_database(config_file, _poll)
    if as_json:
        click.echo(json.dumps({"feeds": [_result_json(result) for result in results]}, ensure_ascii=False))
    for result in results:
        if not as_json:
            counts = f"+{len(result.new)} ~{len(result.updated)} ?{len(result.held)}"
            click.echo(f"{result.id}\t{result.url}\t{result.status}\t{counts}")
        if result.problem:
            click.echo(say.plain("feeds_problem", url=result.url, problem=_result_problem(result)), err=True)
    raise SystemExit(1 if any(result.problem for result in results) else 0)


@feeds.command("import")
@_path
@CONFIG
def import_(path: Path, *, config_file: Path) -> None:
    """Add the feeds of an OPML file."""
    try:
        outlines = opml.read(path.read_bytes())
    except (OSError, opml.NotOpml) as error:
        raise UserError("feeds_bad_opml", path=str(path)) from error

    async def write(db: Database, _: Config) -> list[tuple[int, str]]:
        there = {feed.url for feed in await rows.feeds(db)}
        async with db.write() as tx:
            return [
                (await rows.add_feed(tx, FeedConfig(url=outline.url), origin="added"), outline.url)
                for outline in outlines
                if outline.url not in there
            ]

    for id_, url in _with_database(config_file, write):
        click.echo(say.plain("feeds_added", id=id_, url=url), err=True)


@feeds.command()
@_path
@CONFIG
def export(path: Path, *, config_file: Path) -> None:
    """Write the feeds to an OPML file."""
    found = _with_database(config_file, lambda db, _: rows.feeds(db))
    outlines = (opml.Outline(url=feed.poll.moved_to or feed.url, title=feed.title) for feed in found)
    path.write_bytes(opml.write(outlines, title="Portineria"))


def _with_database(config_file: Path, work: Callable[[Database, Config], Coroutine[Any, Any, T]]) -> T:
    """Run `work` with the configured database, its feed table brought to the configuration."""
    config = load(config_file, need_token=False)

    async def run() -> T:
        db = await Database.open(config.storage.path)
        try:
            async with db.write() as tx:
                await rows.adopt(tx, config.feeds)
            return await work(db, config)
        finally:
            await db.close()

    return asyncio.run(run())


async def _poll(db: Database, config: Config) -> list[FeedResult]:
    async with _reading(config.fetch) as tools:
        relevance = Relevance(db, say, meaning=Meaning(db) if config.search.meaning else None)
        news = News(db, config.feeds, routes(config), say, relevance=relevance)
        await news.adopt()
        polling = Polling(
            db,
            tools.fetcher,
            tools.parser,
            news,
            FeedAlarms(Desk(group=config.telegram.staff_group), say),
            clock=system_clock,
            at_once=config.fetch.at_once,
            per_host=config.fetch.per_host,
        )
        return await polling.poll_all()


@dataclass(frozen=True, slots=True)
class _Tools:
    fetcher: Fetcher
    parser: Parser


@asynccontextmanager
async def _reading(config: FetchConfig) -> AsyncIterator[_Tools]:
    parser = Parser()
    async with Fetcher(
        user_agent=config.user_agent, allow_private_networks=config.allow_private_networks
    ) as fetcher:
        try:
            yield _Tools(fetcher, parser)
        finally:
            await parser.close()


async def _main_feed(url: str, config: FetchConfig) -> str:
    """The feed at `url` or of the page there. What cannot be read now is believed: it may be down just now.

    Raises UserError for a page without feeds.
    """
    async with _reading(config) as tools:
        found = await discover(url, tools.fetcher, tools.parser, now=system_clock())
    if isinstance(found, list):
        for other in found[1:]:
            click.echo(say.plain("feeds_other", url=other.url, title=other.title), err=True)
        return found[0].url
    if found.problem in {Problem.PAGE, Problem.NOT_A_FEED}:
        raise UserError("feeds_none_there", url=url)
    click.echo(say.plain("feeds_problem", url=url, problem=_failure_text(found)), err=True)
    return url


async def _read_once(place: str, config: FetchConfig) -> FeedDocument | Failed:
    async with _reading(config) as tools:
        if "://" not in place:
            read = await asyncio.to_thread(_read_file, Path(place))
            return read if isinstance(read, Failed) else await tools.parser.parse(read)
        response = await tools.fetcher.fetch(place, validators=Validators(), now=system_clock())
        match response:
            case Failed():
                return response
            case Page(url=url, body=body, content_type=content_type):
                return await tools.parser.parse(body, url=url, content_type=content_type)
            case NotModified():
                return Failed(problem=Problem.EMPTY, detail="304")


def _read_file(path: Path) -> bytes | Failed:
    try:
        if path.stat().st_size > BODY_LIMIT:
            return Failed(problem=Problem.TOO_BIG)
        if not path.is_file():
            return Failed(problem=Problem.FILE, detail=str(path))
        return path.read_bytes()
    except OSError as error:
        return Failed(problem=Problem.FILE, detail=str(error))


def _source(url: str, *, every: timedelta, categories: Sequence[str], announce_last: int) -> FeedConfig:
    try:
        return FeedConfig(
            url=url, every=every, housing_categories=tuple(categories), announce_last=announce_last
        )
    except ValueError as error:
        raise UserError("feeds_bad_address", url=url) from error


def _feed_json(feed: rows.Feed) -> dict[str, object]:
    return {
        "id": feed.id,
        "url": feed.url,
        "title": feed.title,
        "origin": feed.origin,
        "moved_to": feed.poll.moved_to,
        "next_poll": feed.next_poll_at.isoformat(),
        "last_ok": feed.poll.last_ok_at.isoformat() if feed.poll.last_ok_at else None,
        "problem": _problem_text(feed.poll.problem) if feed.poll.problem else None,
    }


def _entry_json(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.guid or entry.link or None,
        "title": entry.title,
        "url": entry.link or None,
        "published": entry.published.isoformat() if entry.published else None,
        "summary": entry.summary,
        "image": entry.image or None,
        "categories": list(entry.categories),
    }


def _result_json(result: FeedResult) -> dict[str, object]:
    return {
        "id": result.id,
        "url": result.url,
        "status": result.status,
        "new": list(result.new),
        "updated": list(result.updated),
        "held": list(result.held),
        "problem": _result_problem(result) if result.problem else None,
        "gap": result.gap,
        "moved_to": result.moved_to,
    }


def _result_problem(result: FeedResult) -> str:
    text = _problem_text(result.problem) if result.problem else ""
    return f"{text} ({result.detail})" if result.detail else text


def _failure_text(failed: Failed) -> str:
    text = _problem_text(failed.problem)
    return f"{text} ({failed.detail})" if failed.detail else text


def _problem_text(problem: Problem) -> str:
    return say.plain(f"feed_problem_{problem}")


def _notes(document: FeedDocument) -> list[str]:
    return [say.plain(f"feeds_{problem}") for problem in document.problems]
