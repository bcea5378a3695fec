"""What is kept of tenants: language, quarter, subscriptions. Nothing else, and nothing once they leave."""

import json
from dataclasses import dataclass
from datetime import date

from storage.database import Reader, Transaction

SEE = """
    INSERT INTO tenant (chat_id, lang, last_day)
    VALUES (:chat_id, :lang, :day)
    ON CONFLICT (chat_id) DO UPDATE SET last_day = excluded.last_day
"""

GET = """
    SELECT lang, quarter, last_day,
           (SELECT json_group_array(quarter)
            FROM (SELECT quarter FROM subscription WHERE chat_id = :chat_id ORDER BY quarter)) AS subscriptions
    FROM tenant
    WHERE chat_id = :chat_id
"""

SUBSCRIBE = """
    INSERT INTO subscription (chat_id, quarter)
    VALUES (:chat_id, :quarter)
    ON CONFLICT (quarter, chat_id) DO NOTHING
"""

BY_QUARTER = """
    SELECT quarter, count(*) AS number
    FROM subscription
    GROUP BY quarter
    ORDER BY quarter
"""

FORGET = (
    "DELETE FROM subscription WHERE chat_id = :chat_id",
    "DELETE FROM tenant WHERE chat_id = :chat_id",
    "DELETE FROM dialogue WHERE chat_id = :chat_id",
    "DELETE FROM handoff WHERE chat_id = :chat_id",
    # What was queued for them names their chat; an announcement's count keeps its sum without it.
    "UPDATE outbox SET state = 'gone', reason = 'erased', body = '' WHERE chat_id = :chat_id AND state = 'pending'",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenant:
    """One private chat's preferences; `last_day`, Rome's, is when it was last here."""

    chat_id: int
    lang: str
    quarter: str | None
    subscriptions: tuple[str, ...]
    last_day: date


async def see(tx: Transaction, chat_id: int, *, lang: str, day: date) -> None:
    """Remember that this chat was here on `day`; a new one gets `lang`, a known one keeps its own."""
    await tx.execute(SEE, {"chat_id": chat_id, "lang": lang, "day": day.isoformat()})


async def get(reader: Reader, chat_id: int) -> Tenant | None:
    """The chat's preferences, None where it is not known."""
    row = await reader.fetch_one(GET, {"chat_id": chat_id})
    if row is None:
        return None
    return Tenant(
        chat_id=chat_id,
        lang=row["lang"],
        quarter=row["quarter"],
        subscriptions=tuple(json.loads(row["subscriptions"])),
        last_day=date.fromisoformat(row["last_day"]),
    )


async def set_quarter(tx: Transaction, chat_id: int, quarter: str) -> None:
    """The tenant's own quarter."""
    await tx.execute(
        "UPDATE tenant SET quarter = :quarter WHERE chat_id = :chat_id",
        {"chat_id": chat_id, "quarter": quarter},
    )


async def subscribe(tx: Transaction, chat_id: int, quarter: str) -> None:
    """Notices of `quarter` from now on."""
    await tx.execute(SUBSCRIBE, {"chat_id": chat_id, "quarter": quarter})


async def unsubscribe(tx: Transaction, chat_id: int, quarter: str) -> None:
    """No more notices of `quarter`."""
    await tx.execute(
        "DELETE FROM subscription WHERE chat_id = :chat_id AND quarter = :quarter",
        {"chat_id": chat_id, "quarter": quarter},
    )


async def subscribers(reader: Reader) -> dict[str, int]:
    """How many chats want the notices of each quarter; quarters nobody wants are missing."""
    return {row["quarter"]: row["number"] for row in await reader.fetch(BY_QUARTER)}


async def forget(tx: Transaction, chat_id: int) -> None:
    """Erase everything about the chat."""
    for statement in FORGET:
        await tx.execute(statement, {"chat_id": chat_id})
