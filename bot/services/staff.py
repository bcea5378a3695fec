"""Who belongs to the staff, as the rest of the program asks."""

from storage import staff
from storage.database import Database


class Staff:
    """The staff's user ids."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def members(self) -> list[int]:
        """Everybody's user id."""
        return [member.user_id for member in await staff.members(self._db)]
