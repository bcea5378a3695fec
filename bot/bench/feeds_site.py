"""The site of `portineria bench feeds`, a process of its own: so many feeds of so many items, made from a seed.

`GET /feed/N` is a feed; `POST /mode` with {"etags": bool, "version": n} says whether they have ETags (and answer 304) and
how many new items every tenth one got since. Prints its address.
"""

import asyncio
import random
import sys
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape

import click
from aiohttp import web

NEWEST = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
WORDS = [
    "il",
    "la",
    "nuovo",
    "scuola",
    "strada",
    "cittadini",
    "lavori",
    "assessore",
    "milano",
    "servizio",
    "persone",
    "anno",
    "piano",
    "milioni",
    "ospedale",
    "treni",
    "parco",
    "cultura",
    "giovani",
    "imprese",
    "sport",
    "salute",
    "ambiente",
    "città",
    "sicurezza",
    "apertura",
    "incontro",
    "presentato",
    "mattina",
    "giunta",
    "delibera",
    "risorse",
    "sviluppo",
    "territorio",
    "interventi",
    "stazione",
    "museo",
    "concerto",
    "autostrada",
    "agricoltura",
    "turismo",
    "montagna",
    "lago",
    "ricerca",
    "università",
    "medici",
    "vaccini",
]


def document(seed: int, items: int, version: int) -> bytes:
    """Feed number `seed`: RSS as WordPress writes it, about a kilobyte an item."""
    new = version if seed % 10 == 0 else 0
    entries = "".join(_item(seed, number) for number in range(items + new, new, -1))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">\n<channel>\n'
        f"<title>Notizie {seed}</title>\n<link>https://notizie-{seed}.example/</link>\n<description>Le notizie</description>\n"
        f"<language>it-IT</language>\n<generator>https://wordpress.org/?v=6.8</generator>\n{entries}</channel>\n</rss>\n"
    ).encode()


def _item(seed: int, number: int) -> str:
    chance = random.Random(f"{seed}:{number}")  # noqa: S311 - the same words every time are what is wanted
    title = _words(chance, 9) if number % 10 else f"Case popolari, {_words(chance, 6).lower()}"
    text = ". ".join(_words(chance, 14) for _ in range(6)) + "."
    link = f"https://notizie-{seed}.example/{number}/{title.lower().replace(' ', '-')}/"
    date = format_datetime(NEWEST - timedelta(hours=500 - number), usegmt=True)
    categories = "".join(f"<category><![CDATA[{chance.choice(WORDS)}]]></category>\n" for _ in range(2))
    return (
        f"<item>\n<title>{escape(title)}</title>\n<link>{link}</link>\n<dc:creator><![CDATA[Redazione]]></dc:creator>\n"
        f"<pubDate>{date}</pubDate>\n{categories}<guid isPermaLink='false'>https://notizie-{seed}.example/?p={number}</guid>\n"
        f"<description><![CDATA[<p>{text}</p>]]></description>\n</item>\n"
    )


def _words(chance: random.Random, number: int) -> str:
    return " ".join(chance.choices(WORDS, k=number)).capitalize()


class Site:
    """What is served, kept ready as bytes."""

    def __init__(self, feeds: int, items: int) -> None:
        self._feeds = feeds
        self._items = items
        self._etags = True
        self._set_version(0)

    def _set_version(self, version: int) -> None:
        self._version = version
        self._bodies = [document(seed, self._items, version) for seed in range(self._feeds)]

    async def feed(self, request: web.Request) -> web.Response:
        """One feed, or 304."""
        number = int(request.match_info["number"])
        tag = f'"{self._version if number % 10 == 0 else 0}"'
        if self._etags and request.headers.get("If-None-Match") == tag:
            return web.Response(status=304, headers={"ETag": tag})
        headers = {"Content-Type": "application/rss+xml; charset=UTF-8"} | (
            {"ETag": tag} if self._etags else {}
        )
        return web.Response(body=self._bodies[number], headers=headers)

    async def mode(self, request: web.Request) -> web.Response:
        """Change how it serves."""
        wanted = await request.json()
        self._etags = wanted.get("etags", self._etags)
        if "version" in wanted:
            self._set_version(wanted["version"])
        return web.Response()


async def main(feeds: int, items: int) -> None:
    """Serve until killed."""
    site = Site(feeds, items)
    app = web.Application()
    app.router.add_get("/feed/{number}", site.feed)
    app.router.add_post("/mode", site.mode)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    click.echo(f"http://127.0.0.1:{runner.addresses[0][1]}")
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2])))
