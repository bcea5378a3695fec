"""Announcements from draft to report; their recipients are outbox rows under the topic `announcement:ID`."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.outgoing import Outgoing, decode, encode
from bot.core.priority import Priority
from storage.connection import Row
from storage.database import Reader, Transaction
from storage.times import to_ms

DRAFT = """
    INSERT INTO announcement (author, body, others, quarters, state, created_at)
    VALUES (:author, :body, :others, '[]', 'draft', :now)
    RETURNING id
"""

REWRITE = """
    UPDATE announcement
    SET body = :body, others = :others
    WHERE id = :id AND state = 'draft'
"""

CHOOSE = """
    UPDATE announcement
    SET quarters = :quarters
    WHERE id = :id AND state = 'draft'
"""

CONFIRM = """
    UPDATE announcement
    SET state = 'sending', confirmed_at = :now
    WHERE id = :id AND author = :author AND state = 'draft' AND created_at > :not_before
"""

# One row a chat, however many of the quarters it follows; in the chat's language, where there is one of it.
QUEUE = """
    INSERT INTO outbox (chat_id, topic, once_key, priority, operation, repeatable, body, state, due_at, created_at)
    SELECT DISTINCT
        subscription.chat_id, 'announcement:' || announcement.id,
        'announcement:' || announcement.id || ':' || subscription.chat_id,
        :priority, 'send', 0, coalesce(other.value, announcement.body), 'pending', :now, :now
    FROM announcement
    JOIN json_each(announcement.quarters) AS wanted
    JOIN subscription ON subscription.quarter = wanted.value
    JOIN tenant ON tenant.chat_id = subscription.chat_id
    LEFT JOIN json_each(announcement.others) AS other ON other.key = tenant.lang
    WHERE announcement.id = :id
    ON CONFLICT (once_key) DO NOTHING
"""

AUDIENCE = """
    SELECT count(DISTINCT chat_id) AS number
    FROM subscription
    WHERE quarter IN (SELECT value FROM json_each(:quarters))
"""

COLUMNS_OF = """
    SELECT id, author, body, quarters, state, report_message_id
    FROM announcement
    WHERE id = :id
"""

RUNNING = """
    SELECT id, author, body, quarters, state, report_message_id
    FROM announcement
    WHERE state = 'sending'
    ORDER BY id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """One announcement; `quarters` are slugs; `report_message_id` is the progress message in the author's chat."""

    id: int
    author: int
    item: Outgoing
    quarters: tuple[str, ...]
    state: str
    report_message_id: int | None

    @property
    def topic(self) -> str:
        """Under which its outbox rows stand."""
        return f"announcement:{self.id}"


async def draft(
    tx: Transaction, *, author: int, item: Outgoing, others: Mapping[str, Outgoing], now: datetime
) -> int:
    """A new draft for no quarter yet; its id. `others` are for readers of other languages."""
    row = await tx.fetch_one(DRAFT, {"author": author, "now": to_ms(now), **_bodies(item, others)})
    if row is None:
        raise RuntimeError("INSERT … RETURNING gave no row")
    return int(row["id"])


async def rewrite(tx: Transaction, draft_id: int, *, item: Outgoing, others: Mapping[str, Outgoing]) -> bool:
    """Another text for a draft; False where it is none any more."""
    return await tx.execute(REWRITE, {"id": draft_id, **_bodies(item, others)}) == 1


async def choose(tx: Transaction, draft_id: int, quarters: Sequence[str]) -> bool:
    """The quarters a draft is for; False where it is none any more."""
    return await tx.execute(CHOOSE, {"id": draft_id, "quarters": json.dumps(list(quarters))}) == 1


async def confirm(
    tx: Transaction, draft_id: int, *, author: int, not_before: datetime, now: datetime
) -> bool:
    """Queue the draft for everybody it is for; False for one confirmed, dropped, foreign or older than `not_before`."""
    who = {"id": draft_id, "author": author, "not_before": to_ms(not_before), "now": to_ms(now)}
    if await tx.execute(CONFIRM, who) == 0:
        return False
    await tx.execute(QUEUE, {"id": draft_id, "priority": Priority.BULK, "now": to_ms(now)})
    return True


async def drop(tx: Transaction, draft_id: int, *, author: int) -> bool:
    """Throw the draft away; False where it is none any more."""
    changed = await tx.execute(
        "UPDATE announcement SET state = 'dropped' WHERE id = :id AND author = :author AND state = 'draft'",
        {"id": draft_id, "author": author},
    )
    return changed == 1


async def drop_open(tx: Transaction, *, author: int, not_before: datetime) -> int:
    """Throw away what the author began since then and has neither sent nor dropped; how many that were."""
    return await tx.execute(
        "UPDATE announcement SET state = 'dropped' WHERE author = :author AND state = 'draft' AND created_at > :not_before",
        {"author": author, "not_before": to_ms(not_before)},
    )


async def audience(reader: Reader, quarters: Sequence[str]) -> int:
    """How many chats would get it."""
    row = await reader.fetch_one(AUDIENCE, {"quarters": json.dumps(list(quarters))})
    return row["number"] if row else 0


async def get(reader: Reader, announcement_id: int) -> Announcement | None:
    """One announcement."""
    row = await reader.fetch_one(COLUMNS_OF, {"id": announcement_id})
    return _announcement(row) if row else None


async def running(reader: Reader) -> list[Announcement]:
    """Those being sent."""
    return [_announcement(row) for row in await reader.fetch(RUNNING)]


async def set_report(tx: Transaction, announcement_id: int, message_id: int) -> None:
    """Where the author reads how it goes."""
    await tx.execute(
        "UPDATE announcement SET report_message_id = :message_id WHERE id = :id",
        {"id": announcement_id, "message_id": message_id},
    )


async def finish(tx: Transaction, announcement_id: int, *, now: datetime) -> bool:
    """Everybody is settled; False where that was known."""
    changed = await tx.execute(
        "UPDATE announcement SET state = 'done', done_at = :now WHERE id = :id AND state = 'sending'",
        {"id": announcement_id, "now": to_ms(now)},
    )
    return changed == 1


def _bodies(item: Outgoing, others: Mapping[str, Outgoing]) -> dict[str, str]:
    by_lang = {lang: encode(other) for lang, other in others.items()}
    return {"body": encode(item), "others": json.dumps(by_lang, ensure_ascii=False)}


def _announcement(row: Row) -> Announcement:
    item = decode(row["body"])
    if not isinstance(item, Outgoing):
        raise TypeError("an announcement is a message")
    return Announcement(
        id=row["id"],
        author=row["author"],
        item=item,
        quarters=tuple(json.loads(row["quarters"])),
        state=row["state"],
        report_message_id=row["report_message_id"],
    )
