"""Announcements: written, shown as they will be, confirmed once, sent to everybody concerned, reported.

draft ─▶ preview with the audience ─▶ confirm (one INSERT … SELECT into the outbox) ─▶ progress ─▶ report
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from bot.core import announcement
from bot.core.outcome import Outcome
from bot.core.outgoing import Outgoing
from bot.core.priority import Priority
from bot.core.rights import Right, may
from bot.core.texts import Texts
from bot.services.clock import Clock
from storage import announcements, audit, outbox, staff, tenants
from storage.announcements import Announcement
from storage.database import Database
from storage.outbox import Progress

DRAFT_LIVES = timedelta(minutes=30)  # a forgotten preview must not be sent by a stray tap days later


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would be sent and to how many."""

    announcement: Announcement
    audience: int


class Posts(Protocol):
    """What announcements need of the gateway."""

    async def edit(self, chat_id: int, message_id: int, item: Outgoing) -> Outcome:
        """Make a message say `item`."""


class Announcements:
    """`wake` tells the sender that there is something to send."""

    def __init__(
        self, db: Database, posts: Posts, texts: Texts, *, clock: Clock, wake: Callable[[], None]
    ) -> None:
        self._db = db
        self._posts = posts
        self._texts = texts
        self._shown: dict[int, int] = {}  # announcement → how many settled recipients its author last read of
        self._clock = clock
        self._wake = wake

    async def allowed(self, user_id: int) -> bool:
        """Whether this person may announce."""
        return may(await staff.role_of(self._db, user_id), Right.ANNOUNCE)

    async def start(self, author: int, item: Outgoing, others: Mapping[str, Outgoing]) -> int:
        """Keep a draft for no quarter yet; its id. `others` are `item` for readers of other languages."""
        async with self._db.write() as tx:
            return await announcements.draft(tx, author=author, item=item, others=others, now=self._clock())

    async def rewrite(self, draft_id: int, item: Outgoing, others: Mapping[str, Outgoing]) -> bool:
        """Another text for the draft; False where it is none any more."""
        async with self._db.write() as tx:
            return await announcements.rewrite(tx, draft_id, item=item, others=others)

    async def choose(self, draft_id: int, quarters: Sequence[str]) -> bool:
        """The quarters it is for; False where it is no draft any more."""
        async with self._db.write() as tx:
            return await announcements.choose(tx, draft_id, sorted(set(quarters)))

    async def preview(self, draft_id: int, *, author: int) -> Preview | None:
        """The author's draft with its audience; None where there is none."""
        found = await announcements.get(self._db, draft_id)
        if found is None or found.author != author or found.state != "draft":
            return None
        return Preview(announcement=found, audience=await announcements.audience(self._db, found.quarters))

    async def subscribers(self) -> dict[str, int]:
        """How many chats follow each quarter."""
        return await tenants.subscribers(self._db)

    async def confirm(self, draft_id: int, *, author: int) -> bool:
        """Send it. False where that was done already, it is not theirs, or the preview is too old."""
        now = self._clock()
        async with self._db.write() as tx:
            taken = await announcements.confirm(
                tx, draft_id, author=author, not_before=now - DRAFT_LIVES, now=now
            )
            if taken:
                await audit.note(
                    tx, actor=author, action="announce", about=f"announcement:{draft_id}", now=now
                )
        self._wake()
        return taken

    async def drop(self, draft_id: int, *, author: int) -> bool:
        """Throw the draft away; False where it is none any more."""
        async with self._db.write() as tx:
            return await announcements.drop(tx, draft_id, author=author)

    async def drop_open(self, *, author: int) -> bool:
        """Throw away every draft of theirs that could still be sent; False where there is none."""
        async with self._db.write() as tx:
            not_before = self._clock() - DRAFT_LIVES
            return await announcements.drop_open(tx, author=author, not_before=not_before) > 0

    async def progress_stands_in(self, announcement_id: int, message_id: int) -> None:
        """The author reads the progress in this message of their chat; it is kept up to date."""
        async with self._db.write() as tx:
            await announcements.set_report(tx, announcement_id, message_id)

    async def progress(self, announcement_id: int) -> Progress:
        """How far it has come."""
        return await outbox.progress(self._db, f"announcement:{announcement_id}")

    async def report(self) -> None:
        """Keep each author's progress message up to date, and send the report when the last recipient is settled."""
        for item in await announcements.running(self._db):
            progress = await self.progress(item.id)
            await self._show(item, progress)
            if progress.pending == 0:
                await self._close(item, progress)
                self._shown.pop(item.id, None)

    async def _show(self, item: Announcement, progress: Progress) -> None:
        settled = progress.total - progress.pending
        if item.report_message_id and self._shown.get(item.id) != settled:
            self._shown[item.id] = settled
            text = announcement.progress(self._texts, settled=settled, total=progress.total)
            await self._posts.edit(item.author, item.report_message_id, text)

    async def _close(self, item: Announcement, progress: Progress) -> None:
        now = self._clock()
        report = announcement.report(
            self._texts,
            sent=progress.sent,
            total=progress.total,
            reasons=progress.reasons,
            unsure=progress.unsure,
        )
        async with self._db.write() as tx:
            if await announcements.finish(tx, item.id, now=now):
                await outbox.add(
                    tx,
                    chat_id=item.author,
                    item=report,
                    once_key=f"report:{item.id}",
                    topic=f"report:{item.id}",
                    priority=Priority.URGENT,
                    due_at=now,
                    now=now,
                    repeatable=True,
                )
        self._wake()
