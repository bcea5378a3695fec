"""The link to each channel by which people ask to join."""

from datetime import datetime

from storage.database import Reader, Transaction
from storage.times import to_ms

PUT = """
    INSERT INTO invite (chat_id, link, made_at)
    VALUES (:chat_id, :link, :now)
    ON CONFLICT (chat_id) DO UPDATE SET link = excluded.link, made_at = excluded.made_at
"""


async def get(reader: Reader, chat_id: int) -> str | None:
    """The channel's link, None where none was made."""
    row = await reader.fetch_one("SELECT link FROM invite WHERE chat_id = :chat_id", {"chat_id": chat_id})
    return row["link"] if row else None


async def put(tx: Transaction, chat_id: int, link: str, *, now: datetime) -> None:
    """Keep the channel's link."""
    await tx.execute(PUT, {"chat_id": chat_id, "link": link, "now": to_ms(now)})
