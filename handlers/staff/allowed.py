"""Who of the staff may do something, and what everybody else is told."""

from telegram import Update

from bot.core.rights import Right
from bot.core.texts import Texts
from bot.services.replies import Replies
from bot.services.staff import Staff
from handlers.incoming import Context, OnUpdate, message_of


class Allowed:
    """Whoever has `right`: people by their own id, whatever a button or a name says (TRAPS 12)."""

    def __init__(
        self, right: Right, staff: Staff, replies: Replies, texts: Texts, *, unknown_command: OnUpdate
    ) -> None:
        self._right = right
        self._staff = staff
        self._replies = replies
        self._texts = texts
        self._unknown_command = unknown_command

    async def is_one(self, user_id: int) -> bool:
        """Whether this person may."""
        return await self._staff.may(user_id, self._right)

    async def may(self, query_id: str, user_id: int) -> bool:
        """The same of who taps; others are told."""
        allowed = await self.is_one(user_id)
        if not allowed:
            await self._replies.answer_tap(query_id, self._texts.plain("not_allowed"), alert=True)
        return allowed

    async def own_command(self, update: Update, context: Context) -> bool:
        """The same of who gives a command; for everybody else there is no such command."""
        user = message_of(update).from_user
        if user is not None and await self.is_one(user.id):
            return True
        await self._unknown_command(update, context)
        return False
