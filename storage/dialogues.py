"""Where each conversation stands: one row a chat, so that a restart changes nothing."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storage.database import Reader, Transaction
from storage.times import from_ms, to_ms

SET = """
    INSERT INTO dialogue (chat_id, name, data, updated_at)
    VALUES (:chat_id, :name, :data, :now)
    ON CONFLICT (chat_id) DO UPDATE
    SET name = excluded.name, data = excluded.data, updated_at = excluded.updated_at
"""


# Only over one of these names: what else the chat is in the middle of stays.
SET_OVER = f"{SET} WHERE dialogue.name IN (SELECT value FROM json_each(:over))"  # noqa: S608


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """One conversation in progress."""

    name: str
    data: Mapping[str, Any]
    updated_at: datetime


async def get(reader: Reader, chat_id: int) -> Dialogue | None:
    """What the chat is in the middle of."""
    row = await reader.fetch_one(
        "SELECT name, data, updated_at FROM dialogue WHERE chat_id = :chat_id", {"chat_id": chat_id}
    )
    if row is None:
        return None
    return Dialogue(name=row["name"], data=json.loads(row["data"]), updated_at=from_ms(row["updated_at"]))


async def put(tx: Transaction, chat_id: int, name: str, data: Mapping[str, Any], *, now: datetime) -> None:
    """The chat is in the middle of this now, and of nothing else."""
    tx.queue(SET, _row(chat_id, name, data, now))


async def put_over(
    tx: Transaction, chat_id: int, name: str, data: Mapping[str, Any], *, over: Collection[str], now: datetime
) -> None:
    """As `put`, but only where the chat is in the middle of nothing, or of one of `over`."""
    tx.queue(SET_OVER, _row(chat_id, name, data, now) | {"over": json.dumps(list(over))})


async def end(tx: Transaction, chat_id: int) -> None:
    """The chat is in the middle of nothing."""
    await tx.execute("DELETE FROM dialogue WHERE chat_id = :chat_id", {"chat_id": chat_id})


async def end_older_than(tx: Transaction, instant: datetime) -> int:
    """Throw away conversations nobody went on with; returns how many."""
    return await tx.execute("DELETE FROM dialogue WHERE updated_at < :instant", {"instant": to_ms(instant)})


def _row(chat_id: int, name: str, data: Mapping[str, Any], now: datetime) -> dict[str, object]:
    return {
        "chat_id": chat_id,
        "name": name,
        "data": json.dumps(dict(data), ensure_ascii=False),
        "now": to_ms(now),
    }
