"""Importing cards in a chat: a file comes, its difference is shown, somebody applies it, anybody undoes it for 30 days.

file ─▶ previews (child process) ─▶ draft: exactly what is shown ─▶ one transaction: batch + audit + draft gone ─▶ undo
"""

import asyncio
from dataclasses import dataclass
from datetime import timedelta

from bot import sheets
from bot.core.card_file import Problem
from bot.core.errors import UserError
from bot.services import cards as service
from bot.services.cards import Changes
from bot.services.clock import Clock
from storage import card_drafts, cards
from storage.card_drafts import CardDraft
from storage.cards import Batch
from storage.database import Database, Transaction

DRAFT_LIVES = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistakes:
    """The file cannot be imported, and why."""

    problems: tuple[Problem, ...]


class CardImport:
    """Whoever calls has checked that the person may edit cards."""

    def __init__(self, db: Database, *, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    async def stage(self, name: str, body: bytes, *, by: int) -> CardDraft | Mistakes:
        """Read a file that came and keep what it would change.

        Raises UserError where it cannot be read at all, UserError("cards_no_change") where it changes nothing.
        """
        keeping, removing = await service.previews_of_bytes(self._db, name, body)
        if keeping.problems:
            return Mistakes(problems=keeping.problems)
        choice = not removing.problems and removing.changes != keeping.changes
        if not (keeping.changes or choice):
            raise UserError("cards_no_change")
        shown = await asyncio.to_thread(card_drafts.encode, keeping.changes)
        without = await asyncio.to_thread(card_drafts.encode, removing.changes) if choice else ""
        async with self._db.write() as tx:
            await card_drafts.forget(tx, before=self._clock() - DRAFT_LIVES)
            draft_id = await self._keep(tx, keeping, shown, by=by)
            if choice:
                await self._keep(tx, removing, without, by=by, other=draft_id)
            draft = await card_drafts.get(tx, draft_id)
        if draft is None:
            raise UserError("cards_draft_gone")
        return draft

    async def draft(self, draft_id: int) -> CardDraft | None:
        """A draft that waits; None where it was applied, dropped or forgotten."""
        return await card_drafts.get(self._db, draft_id)

    async def apply(self, draft_id: int, *, by: int) -> int:
        """Do what was shown; the batch's id.

        Raises UserError("cards_draft_gone") where somebody was faster, UserError("cards_changed_meanwhile") where the
        cards are not those any more that it was compared with, UserError("cards_no_change").
        """
        async with self._db.write() as tx:
            draft = await card_drafts.get(tx, draft_id)
            if draft is None:
                raise UserError("cards_draft_gone")
            if not draft.changes:
                raise UserError("cards_no_change")
            changes = Changes(source=draft.source, revision=draft.revision, changes=draft.changes)
            batch = await service.apply_within(tx, changes, by=f"staff:{by}", actor=by, now=self._clock())
            await card_drafts.drop(tx, draft_id)
        return batch

    async def drop(self, draft_id: int) -> bool:
        """Not imported at all; False where it is none any more."""
        async with self._db.write() as tx:
            return await card_drafts.drop(tx, draft_id)

    async def undo(self, batch: int, *, by: int) -> int:
        """Everything as it was before `batch`; how many items that are. Raises UserError as `cards.undo` does."""
        return await service.undo(self._db, batch, actor=by, clock=self._clock)

    async def undoable(self) -> list[Batch]:
        """What can still be undone, newest first."""
        return list(await service.undoable(self._db, now=self._clock()))

    async def export(self, ending: str) -> bytes:
        """Everything stored, as a file's bytes."""
        knowledge = await cards.load(self._db)
        return await asyncio.to_thread(sheets.rendered, ending, knowledge)

    async def _keep(
        self, tx: Transaction, changes: Changes, encoded: str, *, by: int, other: int | None = None
    ) -> int:
        return await card_drafts.add(
            tx,
            author=by,
            source=changes.source,
            revision=changes.revision,
            changes=encoded,
            other=other,
            now=self._clock(),
        )
