"""Questions in the hands of a person: which chat waits for whom. The texts are in the staff group."""

from datetime import datetime

from storage.database import Reader, Transaction
from storage.times import to_ms

# The staff group's message carries the topic handoff:ID, and the outbox knows its message id.
OF_STAFF_MESSAGE = """
    SELECT handoff.id AS id, handoff.chat_id AS chat_id
    FROM outbox
    JOIN handoff ON outbox.topic = 'handoff:' || handoff.id
    WHERE outbox.chat_id = :chat_id AND outbox.message_id = :message_id
"""
STAFF_MESSAGE = """
    SELECT outbox.message_id AS message_id
    FROM handoff
    JOIN outbox ON outbox.topic = 'handoff:' || handoff.id
    WHERE handoff.id = :id AND handoff.chat_id = :tenant AND outbox.chat_id = :chat_id
"""


async def open_one(tx: Transaction, chat_id: int, *, now: datetime) -> int:
    """A new hand-off; its id."""
    row = await tx.fetch_one(
        "INSERT INTO handoff (chat_id, state, opened_at) VALUES (:chat_id, 'open', :now) RETURNING id",
        {"chat_id": chat_id, "now": to_ms(now)},
    )
    if row is None:
        raise RuntimeError("INSERT … RETURNING gave no row")
    return int(row["id"])


async def of_staff_message(reader: Reader, *, chat_id: int, message_id: int) -> tuple[int, int] | None:
    """The hand-off a message in the staff group is about, as (hand-off id, tenant's chat id)."""
    row = await reader.fetch_one(OF_STAFF_MESSAGE, {"chat_id": chat_id, "message_id": message_id})
    return (row["id"], row["chat_id"]) if row else None


async def staff_message(reader: Reader, handoff_id: int, *, tenant: int, chat_id: int) -> int | None:
    """The message in the staff group that put this hand-off there; None for one that is not this tenant's."""
    row = await reader.fetch_one(STAFF_MESSAGE, {"id": handoff_id, "tenant": tenant, "chat_id": chat_id})
    return row["message_id"] if row else None


async def answered(tx: Transaction, handoff_id: int, *, now: datetime) -> None:
    """A person has answered."""
    await tx.execute(
        "UPDATE handoff SET state = 'answered', closed_at = :now WHERE id = :id",
        {"id": handoff_id, "now": to_ms(now)},
    )
