"""Who did what: a line for every act of the staff, without anybody's text."""

from datetime import datetime

from storage.database import Transaction
from storage.times import to_ms

ADD = """
    INSERT INTO audit (at, actor, action, object)
    VALUES (:now, :actor, :action, :object)
"""


async def note(tx: Transaction, *, actor: int | None, action: str, about: str, now: datetime) -> None:
    """Keep that `actor` did `action` to `about` ("announcement:3"); None: the bot itself."""
    await tx.execute(ADD, {"now": to_ms(now), "actor": actor, "action": action, "object": about})
