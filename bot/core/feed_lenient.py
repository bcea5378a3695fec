"""feedparser: what is in any feed, however odd. It is slow to import and to run; well-formed RSS need not come here."""

from io import BytesIO
from typing import Any

import feedparser
import feedparser.mixin

# Authors are never shown, and working out who "aaaa…" is takes feedparser quadratic time (its issue 562).
feedparser.mixin._FeedParserMixin._sync_author_detail = lambda self, key="author": None


def parse(body: bytes, *, content_type: str = "") -> Any:
    """What feedparser makes of `body`, a feed or not. `content_type` only where it names an encoding that is safe."""
    headers = {"content-type": content_type} if content_type else {}
    return feedparser.parse(
        BytesIO(body), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
