"""Updates from Telegram, kept until handled; their text goes with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from storage.database import Reader, Transaction
from storage.times import to_ms

ADD = """
    INSERT INTO inbox (update_id, chat_key, body, received_at)
    VALUES (:update_id, :chat_key, :body, :now)
    ON CONFLICT (update_id) DO NOTHING
"""

SET_OFFSET = """
    INSERT INTO poll_state (bot_id, next_offset)
    VALUES (:bot_id, :next_offset)
    ON CONFLICT (bot_id) DO UPDATE SET next_offset = excluded.next_offset
"""

WAITING = """
    SELECT update_id, chat_key, '' AS body, answered_above, answered_within
    FROM inbox
    ORDER BY update_id
"""

GET = """
    SELECT update_id, chat_key, body, answered_above, answered_within
    FROM inbox
    WHERE update_id = :update_id
"""

SET_ASIDE = """
    INSERT INTO set_aside (update_id, kind, fault, at)
    VALUES (:update_id, :kind, :fault, :now)
    ON CONFLICT (update_id) DO UPDATE SET kind = excluded.kind, fault = excluded.fault, at = excluded.at
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """One raw update; `chat_key` is whose order is kept.

    `answered_above`: an answer was begun, and stands above this message id if it arrived, at most `answered_within` above.
    """

    update_id: int
    chat_key: int
    body: str
    answered_above: int | None = None
    answered_within: int | None = None


async def add(
    tx: Transaction, updates: Iterable[Stored], *, bot_id: int, next_offset: int, now: datetime
) -> None:
    """Keep what a poll brought, and where the next one begins, together."""
    await tx.execute_many(
        ADD,
        [
            {"update_id": item.update_id, "chat_key": item.chat_key, "body": item.body, "now": to_ms(now)}
            for item in updates
        ],
    )
    tx.queue(SET_OFFSET, {"bot_id": bot_id, "next_offset": next_offset})


async def next_offset(reader: Reader, *, bot_id: int) -> int | None:
    """Where the next poll begins; None before the first."""
    row = await reader.fetch_one(
        "SELECT next_offset FROM poll_state WHERE bot_id = :bot_id", {"bot_id": bot_id}
    )
    return row["next_offset"] if row else None


async def waiting(reader: Reader) -> list[Stored]:
    """Everything to be handled, oldest first, without the texts."""
    return [Stored(**row) for row in await reader.fetch(WAITING)]


async def get(reader: Reader, update_id: int) -> Stored | None:
    """One update; None where it was handled."""
    row = await reader.fetch_one(GET, {"update_id": update_id})
    return Stored(**row) if row else None


async def backlog(reader: Reader) -> int:
    """How many updates wait."""
    row = await reader.fetch_one("SELECT count(*) AS number FROM inbox")
    return row["number"] if row else 0


async def begin_answer(tx: Transaction, update_id: int, *, above: int, within: int) -> None:
    """An answer is about to be sent; commit before the call to Telegram."""
    tx.queue(
        "UPDATE inbox SET answered_above = :above, answered_within = :within WHERE update_id = :update_id",
        {"update_id": update_id, "above": above, "within": within},
    )


async def done(tx: Transaction, update_id: int) -> None:
    """Handled: the update and its text are gone."""
    tx.queue("DELETE FROM inbox WHERE update_id = :update_id", {"update_id": update_id})


async def set_aside(tx: Transaction, update_id: int, *, kind: str, fault: str, now: datetime) -> None:
    """Nobody could handle it: keep that it was, of which kind and with which fault, never its text."""
    tx.queue(SET_ASIDE, {"update_id": update_id, "kind": kind, "fault": fault, "now": to_ms(now)})
    await done(tx, update_id)
