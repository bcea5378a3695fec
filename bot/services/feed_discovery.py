"""From the address of a web page to its feeds, each read once to see that it is one."""

from collections.abc import Sequence
from datetime import datetime

from bot.core.feed import Failed, FeedDocument, NotModified, Page, Problem, Validators
from bot.core.feed_discovery import declared, usual
from bot.core.opml import Outline
from bot.services.polling import Fetches, Parses

TRIED = 6  # addresses read in search of feeds


async def discover(url: str, fetcher: Fetches, parser: Parses, *, now: datetime) -> list[Outline] | Failed:
    """The feed at `url`, or the feeds of the page there, the main one first; or why nothing can be read there."""
    response = await fetcher.fetch(url, validators=Validators(), now=now)
    match response:
        case Failed():
            return response
        case NotModified():
            return Failed(problem=Problem.EMPTY, detail="304")
        case Page():
            document = await parser.parse(response.body, url=response.url, content_type=response.content_type)
    if isinstance(document, FeedDocument):
        return [Outline(url=response.moved_to or url, title=document.title)]
    found = await _feeds(declared(response.body, response.url)[:TRIED], fetcher, parser, now=now)
    return found or await _feeds(usual(response.url), fetcher, parser, now=now, enough=1) or document


async def _feeds(
    addresses: Sequence[str], fetcher: Fetches, parser: Parses, *, now: datetime, enough: int = TRIED
) -> list[Outline]:
    found: list[Outline] = []
    for address in addresses:
        if len(found) == enough:
            break
        page = await fetcher.fetch(address, validators=Validators(), now=now)
        if isinstance(page, Page):
            document = await parser.parse(page.body, url=page.url, content_type=page.content_type)
            if isinstance(document, FeedDocument):
                found.append(Outline(url=page.moved_to or address, title=document.title))
    return found
