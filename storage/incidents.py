"""What is wrong just now: one row an incident, so that staff are told once."""

from datetime import datetime

from storage.database import Reader, Transaction
from storage.times import to_ms

BEGIN = """
    INSERT INTO incident (name, began_at)
    VALUES (:name, :now)
    ON CONFLICT DO NOTHING
    RETURNING id
"""

END = """
    UPDATE incident
    SET ended_at = :now
    WHERE name = :name AND ended_at IS NULL
    RETURNING id
"""


async def begin(tx: Transaction, name: str, *, now: datetime) -> int | None:
    """Its id where it begins now; None where it is known already."""
    row = await tx.fetch_one(BEGIN, {"name": name, "now": to_ms(now)})
    return row["id"] if row else None


async def end(tx: Transaction, name: str, *, now: datetime) -> int | None:
    """Its id where it ends now; None where there was none."""
    row = await tx.fetch_one(END, {"name": name, "now": to_ms(now)})
    return row["id"] if row else None


async def began_before(reader: Reader, name: str, instant: datetime) -> bool:
    """Whether the incident is open and began before `instant`."""
    row = await reader.fetch_one(
        "SELECT id FROM incident WHERE name = :name AND ended_at IS NULL AND began_at < :instant",
        {"name": name, "instant": to_ms(instant)},
    )
    return row is not None
