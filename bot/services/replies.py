"""Answers to somebody who is waiting: sent at once, and by the outbox where that fails."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Protocol
from uuid import uuid4

import structlog

from bot.core.outcome import Outcome, Refused, Sent, Throttled
from bot.core.outgoing import ContactCard, Outgoing
from bot.core.pace import Pace
from bot.core.priority import Priority
from bot.core.settling import reach
from bot.services.answering import Answering, current
from bot.services.clock import Clock
from storage import inbox, outbox, sending
from storage.database import Database

log = structlog.get_logger(__name__)

LONGEST_PAUSE = 10.0  # seconds an answer waits for its turn here before the outbox takes over


class Posts(Protocol):
    """What replies need of the gateway."""

    async def send(
        self, chat_id: int, item: Outgoing | ContactCard, *, thread_id: int | None = None
    ) -> Outcome:
        """Send one message."""

    async def edit(self, chat_id: int, message_id: int, item: Outgoing) -> Outcome:
        """Make a message say `item`."""

    async def delete(self, chat_id: int, message_id: int) -> bool:
        """Delete a message."""

    async def answer_button(self, query_id: str, text: str = "", *, alert: bool = False) -> bool:
        """End a button's waiting sign."""


class Replies:
    """Nothing said here is lost: what Telegram does not take at once waits in the outbox.

    That an answer is begun is stored before its first message leaves, so that after a crash the next process
    looks for it before it answers again. Where nobody can tell whether it arrived it is sent again: twice is
    better than never for somebody who waits for help (docs/decisions/0003-delivery.md).
    """

    def __init__(
        self, db: Database, posts: Posts, *, pace: Pace, clock: Clock, wake: Callable[[], None]
    ) -> None:
        self._db = db
        self._posts = posts
        self._pace = pace
        self._clock = clock
        self._wake = wake
        self._highest: int | None = None  # message id in private chats, as far as we know
        self._sent_some = False  # then `_highest` is newer than whatever stood before this process

    async def say(
        self, chat_id: int, *items: Outgoing | ContactCard, thread_id: int | None = None
    ) -> tuple[int, ...]:
        """Send the items in order; the ids of those that are out (the rest waits in the outbox, or was refused)."""
        ids: list[int] = []
        for index, item in enumerate(items):
            if await self._is_out(chat_id):
                continue
            outcome = await self._send(chat_id, item, thread_id)
            if isinstance(outcome, Refused):
                log.warning("reply_refused", reason=str(outcome.reason), fault=outcome.detail)
                break
            if not isinstance(outcome, Sent):
                await self._queue(chat_id, items[index:], thread_id)
                break
            ids.append(outcome.message_id)
            self._note(chat_id, outcome.message_id)
        return tuple(ids)

    async def change(self, chat_id: int, message_id: int, item: Outgoing) -> None:
        """Make a message say `item`; where that cannot be done, say it anew."""
        outcome = await self._posts.edit(chat_id, message_id, item) if message_id else None
        if not isinstance(outcome, Sent):
            await self.say(chat_id, item)

    async def remove(self, chat_id: int, message_id: int) -> bool:
        """Delete a message; False where Telegram no longer allows it."""
        return await self._posts.delete(chat_id, message_id)

    async def answer_tap(self, query_id: str, text: str = "", *, alert: bool = False) -> None:
        """End a button's waiting sign, with a note where there is one; a tap too old is nobody's loss."""
        await self._posts.answer_button(query_id, text, alert=alert)

    async def _is_out(self, chat_id: int) -> bool:
        """Whether the next message of the answer was sent by an attempt before this one; else it is about to be."""
        answer = current()
        if answer is None or answer.chat_id != chat_id:
            return False
        answer.said += 1
        if answer.said <= answer.out:
            return True
        if not answer.begun:
            answer.begun = True
            await self._begin(answer)
        return False

    async def _begin(self, answer: Answering) -> None:
        """Everything of ours in that chat must be below the mark, or it would be taken for this answer."""
        if self._highest is None:
            self._highest = await sending.high_water(self._db, sending.ALL_PRIVATE) or 0
        self._highest = max(self._highest, answer.above, answer.last)
        if answer.fresh or self._sent_some:
            async with self._db.write() as tx:
                await inbox.begin_answer(
                    tx, answer.update_id, above=self._highest, within=reach(answer.beside)
                )

    def _note(self, chat_id: int, message_id: int) -> None:
        answer = current()
        if answer is not None and answer.chat_id == chat_id:
            answer.out += 1
        if chat_id > 0:
            self._sent_some = True
            self._highest = max(self._highest or 0, message_id)
            if answer is not None:
                answer.last = max(answer.last, message_id)

    async def _send(self, chat_id: int, item: Outgoing | ContactCard, thread_id: int | None) -> Outcome:
        loop = asyncio.get_running_loop()
        wait = self._pace.wait(chat_id, Priority.REPLY, at=loop.time())
        if wait > LONGEST_PAUSE:
            return Throttled(wait)
        if wait > 0:
            await asyncio.sleep(wait)
        self._pace.take(chat_id, Priority.REPLY, at=loop.time())
        outcome = await self._posts.send(chat_id, item, thread_id=thread_id)
        if isinstance(outcome, Throttled):
            self._pace.halt(chat_id, until=loop.time() + outcome.seconds)
        return outcome

    async def _queue(
        self, chat_id: int, items: Sequence[Outgoing | ContactCard], thread_id: int | None
    ) -> None:
        now = self._clock()
        key = uuid4().hex
        async with self._db.write() as tx:
            for number, item in enumerate(items):
                await outbox.add(
                    tx,
                    chat_id=chat_id,
                    item=item,
                    once_key=f"reply:{key}:{number}",
                    topic=None,
                    priority=Priority.REPLY,
                    due_at=now,
                    now=now,
                    thread_id=thread_id,
                    repeatable=True,
                )
        self._wake()
