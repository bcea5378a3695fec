"""The demo's own news feed: RSS made from feed_items.toml, and what a director makes of it bit by bit."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email.utils import format_datetime
from importlib import resources
from xml.sax.saxutils import escape, quoteattr

TITLE = "Portineria Demo – notizie di prova"
PLAYS = (
    "later",
    "correct",
    "rectify",
    "doubt",
)  # tables of items that come on a button; "withdraw" names a guid


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One piece of demo news; `published` is aware UTC. `note` and `change` are for the director only."""

    guid: str
    slug: str
    title: str
    standfirst: str
    body: str
    categories: tuple[str, ...]
    published: datetime
    picture: bool = False
    note: str = ""
    change: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The director did this then: the next of `play`, or the next withdrawal."""

    play: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """What stands in the feed from the start, what comes on each button in order, and what is taken away."""

    first: tuple[Item, ...]
    plays: Mapping[str, tuple[Item, ...]]
    withdrawn: tuple[str, ...] = field(default=())  # guids


def read_script(*, now: datetime) -> Script:
    """The script with its ages counted back from `now`."""
    data = tomllib.loads((resources.files("bot.demo") / "feed_items.toml").read_text("utf-8"))
    return Script(
        first=tuple(_item(entry, now) for entry in data["item"]),
        plays={play: tuple(_item(entry, now) for entry in data[play]) for play in PLAYS},
        withdrawn=tuple(str(entry["guid"]) for entry in data["withdraw"]),
    )


def after(script: Script, events: Sequence[Event]) -> list[Item]:
    """The feed's items once these things were done, newest first.

    Of two with one guid the later one stands, at the date of the first: a correction does not make news of it.
    """
    items = {item.guid: item for item in script.first}
    done: dict[str, int] = {}
    for event in events:
        number = done.get(event.play, 0)
        done[event.play] = number + 1
        if event.play == "withdraw":
            items.pop(script.withdrawn[number], None)
            continue
        item = script.plays[event.play][number]
        old = items.get(item.guid)
        items[item.guid] = replace(item, published=old.published if old else event.at)
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
    address = quoteattr(f"{base}/demo/{item.slug}.png")
    picture = f'<enclosure url={address} type="image/png" length="0"/>' if item.picture else ""
    return (
        f"<item><title>{escape(item.title)}</title><link>{base}/demo/{item.slug}</link>"
        f'<guid isPermaLink="false">{escape(item.guid)}</guid><pubDate>{format_datetime(item.published)}</pubDate>'
        f"{categories}{picture}<description>{escape(item.standfirst)}</description></item>"
    )


def _item(entry: Mapping[str, object], now: datetime) -> Item:
    return Item(
        guid=str(entry["guid"]),
        slug=str(entry["slug"]),
        title=str(entry["title"]),
        standfirst=str(entry["standfirst"]),
        body=str(entry["body"]).strip(),
        categories=tuple(str(name) for name in entry["categories"]),  # type: ignore[attr-defined]
        published=now - timedelta(hours=float(str(entry.get("hours_ago", 0)))),
        picture=bool(entry.get("picture", False)),
        note=str(entry.get("note", "")),
        change=str(entry.get("change", "")),
    )
