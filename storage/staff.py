"""Who belongs to the staff, by Telegram user id (usernames can be taken over, TRAPS 12)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.core.rights import Role
from storage.database import Reader, Transaction
from storage.times import to_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One staff member; `origin` is config or added."""

    user_id: int
    role: Role
    origin: str


PUT = """
    INSERT INTO staff (user_id, role, origin, added_at)
    VALUES (:user_id, :role, :origin, :now)
    ON CONFLICT (user_id) DO UPDATE SET role = excluded.role, origin = excluded.origin
"""


async def role_of(reader: Reader, user_id: int) -> Role | None:
    """The person's role, None for everybody else."""
    row = await reader.fetch_one("SELECT role FROM staff WHERE user_id = :user_id", {"user_id": user_id})
    return Role(row["role"]) if row else None


async def members(reader: Reader) -> list[Member]:
    """Everybody on the staff."""
    rows = await reader.fetch("SELECT user_id, role, origin FROM staff ORDER BY user_id")
    return [Member(user_id=row["user_id"], role=Role(row["role"]), origin=row["origin"]) for row in rows]


async def put(tx: Transaction, user_id: int, role: Role, *, origin: str, now: datetime) -> None:
    """Add a person or change their role."""
    await tx.execute(PUT, {"user_id": user_id, "role": role, "origin": origin, "now": to_ms(now)})


async def remove(tx: Transaction, user_id: int) -> bool:
    """Take a person off the staff; False where they were not on it."""
    return await tx.execute("DELETE FROM staff WHERE user_id = :user_id", {"user_id": user_id}) == 1


async def adopt(tx: Transaction, configured: Mapping[int, Role], *, now: datetime) -> None:
    """Make the configured people staff, and those the configuration no longer names nobody."""
    for row in await tx.fetch("SELECT user_id FROM staff WHERE origin = 'config'"):
        if row["user_id"] not in configured:
            await remove(tx, row["user_id"])
    for user_id, role in configured.items():
        await put(tx, user_id, role, origin="config", now=now)
