"""Pictures of stories, fetched as feeds are: checked addresses, limits on time and size."""

from datetime import datetime
from typing import Protocol

import structlog

from bot.core.feed import Page, Response, Validators
from bot.core.picture import Picture, picture
from bot.services.clock import Clock

log = structlog.get_logger(__name__)


class Fetches(Protocol):
    """The outside web."""

    async def fetch(self, url: str, *, validators: Validators, now: datetime) -> Response: ...


class Pictures:
    """For the gateway, where Telegram cannot fetch a picture by itself."""

    def __init__(self, fetcher: Fetches, *, clock: Clock) -> None:
        self._fetcher = fetcher
        self._clock = clock

    async def get(self, address: str) -> Picture | None:
        """The picture, None where there is none that Telegram would take as a photo."""
        response = await self._fetcher.fetch(address, validators=Validators(), now=self._clock())
        found = picture(bytes(response.body)) if isinstance(response, Page) else None
        if found is None:
            fault = "no picture Telegram takes" if isinstance(response, Page) else type(response).__name__
            log.warning("picture_left_out", fault=fault)
        return found
