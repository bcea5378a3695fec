"""How staff are told: one card in the staff group, or to every owner where there is no group."""

from datetime import datetime

from bot.core.outgoing import Outgoing
from bot.core.priority import Priority
from bot.core.rights import Role
from storage import outbox, staff
from storage.database import Reader, Transaction


class Desk:
    """The staff's side of the counter. `group` is the staff group's chat id."""

    def __init__(self, *, group: int | None) -> None:
        self.group = group

    async def tell(
        self,
        tx: Transaction,
        item: Outgoing,
        *,
        topic: str,
        once_key: str,
        now: datetime,
        priority: Priority = Priority.URGENT,
        thread_id: int | None = None,
    ) -> None:
        """Queue a card for staff; it may come twice rather than not at all. The same `once_key` is told once.

        `thread_id` is a topic of the group.
        """
        for chat_id in await self.chats(tx):
            await outbox.add(
                tx,
                chat_id=chat_id,
                item=item,
                once_key=f"{once_key}:{chat_id}",
                topic=topic,
                priority=priority,
                due_at=now,
                now=now,
                repeatable=True,
                thread_id=thread_id if chat_id == self.group else None,
            )

    async def correct(
        self, tx: Transaction, item: Outgoing, *, topic: str, once_key: str, now: datetime
    ) -> None:
        """Bring the cards of `topic`, whoever has one, to `item` (a decision was taken, say)."""
        for chat_id in await outbox.chats_of(tx, topic):
            await outbox.add_edit(
                tx, chat_id=chat_id, topic=topic, item=item, once_key=f"{once_key}:{chat_id}", now=now
            )

    async def chats(self, reader: Reader) -> list[int]:
        """Where staff are told: the group, or each owner's own chat."""
        if self.group is not None:
            return [self.group]
        return [member.user_id for member in await staff.members(reader) if member.role is Role.OWNER]
