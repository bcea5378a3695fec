"""Older pages of a feed, for when so much came that the newest page reaches back to nothing known."""

import re
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from bot.core.feed import FeedDocument

PAGES = 5  # older pages asked for in one poll
GAP_FROM = 5  # entries; a feed that shows fewer may well be all new
_WORDPRESS_PATH = re.compile(r"/feed/?$")


def older_page(url: str, document: FeedDocument, number: int) -> str | None:
    """The address of page `number` (2 is the first older one) of the feed at `url`; None where it has no pages."""
    if number > PAGES + 1:
        return None
    parts = urlsplit(url)
    if "wordpress" not in document.generator.lower() and not _WORDPRESS_PATH.search(parts.path):
        return None
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != "paged"]
    return urlunsplit(parts._replace(query=urlencode([*query, ("paged", str(number))])))


def joined(newer: FeedDocument, older: FeedDocument) -> FeedDocument | None:
    """Both pages as one document; None where the older one adds nothing (the site knows no pages)."""
    there = set(newer.entries)
    more = tuple(entry for entry in older.entries if entry not in there)
    return replace(newer, entries=newer.entries + more) if more else None
