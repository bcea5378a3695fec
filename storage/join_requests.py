"""Requests to join the press channel, decided once, by a known person, at a known time."""

from dataclasses import dataclass
from datetime import datetime

from storage.connection import Row
from storage.database import Reader, Transaction
from storage.times import to_ms

OPEN = """
    INSERT INTO join_request (chat_id, user_id, name, state, requested_at)
    VALUES (:chat_id, :user_id, :name, 'waiting', :now)
    ON CONFLICT DO NOTHING
    RETURNING id
"""

DECIDE = """
    UPDATE join_request
    SET state = :state, decided_by = :by, decided_at = :now
    WHERE id = :id AND state = 'waiting'
"""

GET = """
    SELECT id, chat_id, user_id, name, state
    FROM join_request
    WHERE id = :id
"""

UNDER_WAY = """
    SELECT id, chat_id, user_id, name, state
    FROM join_request
    WHERE state IN ('approving', 'declining')
    ORDER BY id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinRequest:
    """One request; `name` is what staff need to decide and goes with the decision's retention."""

    id: int
    chat_id: int
    user_id: int
    name: str
    state: str


async def open_request(
    tx: Transaction, *, chat_id: int, user_id: int, name: str, now: datetime
) -> int | None:
    """Its id; None where the same person's request is already open."""
    row = await tx.fetch_one(OPEN, {"chat_id": chat_id, "user_id": user_id, "name": name, "now": to_ms(now)})
    return row["id"] if row else None


async def decide(tx: Transaction, request_id: int, *, approve: bool, by: int, now: datetime) -> bool:
    """Take the decision; False where somebody was faster."""
    state = "approving" if approve else "declining"
    return await tx.execute(DECIDE, {"id": request_id, "state": state, "by": by, "now": to_ms(now)}) == 1


async def settle(tx: Transaction, request_id: int, *, state: str, fault: str | None = None) -> None:
    """Telegram has carried the decision out ('approved', 'declined') or will not ('failed')."""
    await tx.execute(
        "UPDATE join_request SET state = :state, fault = :fault WHERE id = :id",
        {"id": request_id, "state": state, "fault": fault},
    )


async def get(reader: Reader, request_id: int) -> JoinRequest | None:
    """One request."""
    row = await reader.fetch_one(GET, {"id": request_id})
    return _request(row) if row else None


async def under_way(reader: Reader) -> list[JoinRequest]:
    """Decided, but not yet carried out by Telegram."""
    return [_request(row) for row in await reader.fetch(UNDER_WAY)]


def _request(row: Row) -> JoinRequest:
    return JoinRequest(
        id=row["id"],
        chat_id=row["chat_id"],
        user_id=row["user_id"],
        name=row["name"],
        state=row["state"],
    )
