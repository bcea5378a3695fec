"""Who belongs to the staff and what they may do, as handlers ask."""

from bot.core import rights
from bot.core.rights import Right
from storage import staff
from storage.database import Database


class Staff:
    """People by Telegram user id."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def members(self) -> list[int]:
        """Everybody's user id."""
        return [member.user_id for member in await staff.members(self._db)]

    async def may(self, user_id: int, right: Right) -> bool:
        """Whether this person may; nobody outside the staff may anything."""
        return rights.may(await staff.role_of(self._db, user_id), right)
