"""The demo's own news feed: RSS made from feed_items.toml, with more items published one by one."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from importlib import resources
from xml.sax.saxutils import escape

TITLE = "Portineria Demo – notizie di prova"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One piece of demo news; `published` is aware UTC."""

    guid: str
    slug: str
    title: str
    standfirst: str
    body: str
    categories: tuple[str, ...]
    published: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """What stands in the feed from the start, and what is published later, in order.

    A later item with the guid of an earlier one replaces it: that is how a newsroom corrects.
    """

    first: tuple[Item, ...]
    later: tuple[Item, ...]


def read_script(*, now: datetime) -> Script:
    """The script with its ages counted back from `now`."""
    data = tomllib.loads((resources.files("bot.demo") / "feed_items.toml").read_text("utf-8"))
    return Script(
        first=tuple(_item(entry, now) for entry in data["item"]),
        later=tuple(_item(entry, now) for entry in data["later"]),
    )


def standing(published: Sequence[Item]) -> list[Item]:
    """The feed's items, newest first; of two with one guid the later one stands."""
    items = {item.guid: item for item in published}
    return sorted(items.values(), key=lambda item: item.published, reverse=True)


def rss(items: Sequence[Item], *, base: str) -> str:
    """RSS 2.0 of the items; `base` is the demo's own address, where the articles can be read."""
    entries = "".join(_entry(item, base) for item in items)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>'
        f"<title>{escape(TITLE)}</title><link>{base}/demo/</link><description>{escape(TITLE)}</description>"
        f"{entries}</channel></rss>\n"
    )


def page(item: Item) -> str:
    """The article itself, as a plain page."""
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in item.body.split("\n") if part.strip())
    return (
        '<!doctype html><html lang="it"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(item.title)}</title><h1>{escape(item.title)}</h1><p><b>{escape(item.standfirst)}</b></p>"
        f"{paragraphs}<p><i>{escape(TITLE)}</i></p></html>"
    )


def _entry(item: Item, base: str) -> str:
    categories = "".join(f"<category>{escape(name)}</category>" for name in item.categories)
    return (
        f"<item><title>{escape(item.title)}</title><link>{base}/demo/{item.slug}</link>"
        f'<guid isPermaLink="false">{escape(item.guid)}</guid><pubDate>{format_datetime(item.published)}</pubDate>'
        f"{categories}<description>{escape(item.standfirst)}</description></item>"
    )


def _item(entry: dict[str, object], now: datetime) -> Item:
    return Item(
        guid=str(entry["guid"]),
        slug=str(entry["slug"]),
        title=str(entry["title"]),
        standfirst=str(entry["standfirst"]),
        body=str(entry["body"]).strip(),
        categories=tuple(str(name) for name in entry["categories"]),  # type: ignore[attr-defined]
        published=now - timedelta(hours=float(str(entry.get("hours_ago", 0)))),
    )
