"""Staff hear that the database takes nothing, although what they are told cannot be queued in it."""

import structlog

from bot.core.errors import Unavailable
from bot.core.outcome import Sent
from bot.core.outgoing import Outgoing
from bot.core.texts import Texts
from bot.services.desk import Desk
from bot.services.replies import Posts
from storage.database import Database

log = structlog.get_logger(__name__)


class StorageWatch:
    """Tells each chat of the desk once an outage, and once that it is over: straight, not through the outbox.

    `texts` holds `storage_FAULT` for each fault of Unavailable, and `storage_over`.
    """

    def __init__(self, db: Database, desk: Desk, posts: Posts, texts: Texts) -> None:
        self._db = db
        self._desk = desk
        self._posts = posts
        self._texts = texts
        self._told: set[int] = set()

    async def look(self) -> None:
        """Try to write where something failed, and tell whoever does not know yet. Call it every second."""
        fault = self._db.fault
        if fault is not None and await self._db.probe() is not None:
            await self._tell(fault)
        elif self._told:
            await self._tell_over()

    async def _tell(self, fault: str) -> None:
        log.error("storage_unavailable", fault=fault)
        try:
            chats = await self._desk.chats(self._db)
        except Unavailable:
            return
        for chat_id in chats:
            if chat_id not in self._told and await self._said(chat_id, f"storage_{fault}"):
                self._told.add(chat_id)

    async def _tell_over(self) -> None:
        log.info("storage_available")
        for chat_id in list(self._told):
            if await self._said(chat_id, "storage_over"):
                self._told.discard(chat_id)

    async def _said(self, chat_id: int, key: str) -> bool:
        return isinstance(await self._posts.send(chat_id, Outgoing(text=self._texts(key))), Sent)
