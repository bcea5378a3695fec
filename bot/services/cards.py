"""Keeping the cards: check a file, show what importing it would change, do it, undo it, export.

file → rows → drafts → merged with what is stored → Changes (shown to the person) → one transaction → batch
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from bot import sheets
from bot.core import card_changes, freshness
from bot.core.card import Card, Knowledge
from bot.core.card_changes import Change, ItemChange
from bot.core.card_fields import Kind
from bot.core.card_file import Drafts, Problem, read_rows
from bot.core.errors import UserError
from bot.core.freshness import Freshness
from bot.services.clock import Clock, system_clock
from storage import audit, cards
from storage.cards import Batch
from storage.database import Database, Reader, Transaction

UNDO_KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is in a file and what is wrong with it; `fresh` counts the cards by freshness."""

    knowledge: Knowledge
    problems: tuple[Problem, ...]
    fresh: Mapping[Freshness, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What an import would do to the knowledge of `revision`; with problems it cannot be applied."""

    source: str
    revision: int
    changes: tuple[ItemChange, ...]
    problems: tuple[Problem, ...] = ()

    def count(self, change: Change, *, kind: Kind | None = None) -> int:
        """How many items are added, changed or removed."""
        return sum(1 for one in self.changes if one.change is change and kind in {None, one.kind})


def check(path: Path, *, today: date, known: Knowledge | None = None) -> Report:
    """Read a file or folder on its own (or over `known`) and report. Blocks: in the loop call it in a thread.

    Raises UserError where nothing could be read at all.
    """
    merged, problems = _merged(_drafts(path), known or Knowledge())
    counted = Counter(freshness.of(card, today=today) for card in merged.after.cards)
    return Report(knowledge=merged.after, problems=problems, fresh=counted)


async def preview(db: Reader, path: Path, *, replace: bool = False) -> Changes:
    """What importing the file or folder would change, field by field. Raises UserError as `check` does."""
    return await _preview(db, await asyncio.to_thread(_drafts, path), path.name, replace=replace)


async def previews_of_bytes(db: Reader, name: str, body: bytes) -> tuple[Changes, Changes]:
    """What importing a file that came in a chat would change: keeping what it does not name, and removing that."""
    drafts = await asyncio.to_thread(lambda: _read_drafts(sheets.read_bytes(name, body)))
    return await _preview(db, drafts, name), await _preview(db, drafts, name, replace=True)


def preview_of(stored: Knowledge, path: Path, *, replace: bool = False) -> Changes:
    """The same over a given knowledge, where there is no database yet. Blocks."""
    merged, problems = _merged(_drafts(path), stored, replace=replace)
    return Changes(source=path.name, revision=0, changes=merged.changes, problems=problems)


async def apply(
    db: Database, changes: Changes, *, by: str, actor: int | None = None, clock: Clock = system_clock
) -> int:
    """Carry out what `preview` showed, in one transaction; returns the batch's id. `actor` is who did it in a chat.

    Raises UserError("cards_have_mistakes") where the preview found problems, UserError("cards_changed_meanwhile")
    where somebody else changed the knowledge since, UserError("cards_no_change") where there is nothing to do.
    """
    if changes.problems:
        raise UserError("cards_have_mistakes", count=len(changes.problems))
    if not changes.changes:
        raise UserError("cards_no_change")
    async with db.write() as transaction:
        return await apply_within(transaction, changes, by=by, actor=actor, now=clock())


async def apply_within(
    transaction: Transaction, changes: Changes, *, by: str, actor: int | None, now: datetime
) -> int:
    """The same within the caller's transaction, for changes that are some and without problems."""
    if await cards.revision(transaction) != changes.revision:
        raise UserError("cards_changed_meanwhile")
    await cards.forget(transaction, before=now - UNDO_KEPT)
    batch = await cards.replace(transaction, changes.changes, author=by, source=changes.source, now=now)
    await audit.note(transaction, actor=actor, action="cards_changed", about=f"batch:{batch}", now=now)
    return batch


async def save(
    db: Database, card: Card, *, by: str, actor: int | None = None, clock: Clock = system_clock
) -> int | None:
    """Store one card as it stands; returns the batch's id, None where nothing changed."""
    return await edit(db, lambda _stored: card, by=by, actor=actor, clock=clock)


async def edit(
    db: Database,
    change: Callable[[Knowledge], Card],
    *,
    by: str,
    actor: int | None = None,
    clock: Clock = system_clock,
) -> int | None:
    """Store the card that `change` makes of what is stored at that moment; the batch's id, None where nothing changed.

    Raises what `change` raises; then nothing is stored.
    """
    async with db.write() as transaction:
        return await edit_within(transaction, change, by=by, actor=actor, now=clock())


async def edit_within(
    transaction: Transaction,
    change: Callable[[Knowledge], Card],
    *,
    by: str,
    actor: int | None,
    now: datetime,
) -> int | None:
    """The same within the caller's transaction."""
    before = await cards.load(transaction)
    card = change(before)
    old = next((one for one in before.cards if one.id == card.id), None)
    if old == card:
        return None
    await cards.forget(transaction, before=now - UNDO_KEPT)
    item = ItemChange(kind=Kind.CARD, id=card.id, old=old, new=card)
    batch = await cards.replace(transaction, [item], author=by, source=card.id, now=now)
    await audit.note(transaction, actor=actor, action="cards_changed", about=f"batch:{batch}", now=now)
    return batch


async def undo(db: Database, batch: int, *, actor: int | None = None, clock: Clock = system_clock) -> int:
    """Put everything back as it was before `batch`; returns how many items that were.

    Raises UserError("undo_too_late") for a batch that is unknown or older than `UNDO_KEPT`,
    UserError("undo_done") where it was undone before, UserError("undo_changed_since", id=…) where a later
    change touched one of its items: undo that one first.
    """
    async with db.write() as transaction:
        now = clock()
        found = await cards.batch(transaction, batch)
        if found is None or found.at < now - UNDO_KEPT:
            raise UserError("undo_too_late", batch=batch)
        changes = await cards.changes_of(transaction, batch)
        for change in changes if found.undone_at is None else ():
            if await cards.stored(transaction, change.kind, change.id) != change.new:
                raise UserError("undo_changed_since", id=change.id)
        if not await cards.restore(transaction, batch, changes, now=now):
            raise UserError("undo_done", batch=batch)
        await audit.note(transaction, actor=actor, action="cards_undone", about=f"batch:{batch}", now=now)
        return len(changes)


async def undoable(db: Reader, *, now: datetime) -> Sequence[Batch]:
    """The imports and edits that can still be undone, newest first."""
    return [batch for batch in await cards.batches(db, since=now - UNDO_KEPT) if batch.undone_at is None]


async def export(db: Reader, path: Path) -> Knowledge:
    """Write everything stored into a file by its ending; returns what was written."""
    knowledge = await cards.load(db)
    await asyncio.to_thread(sheets.write, path, knowledge)
    return knowledge


async def _preview(db: Reader, drafts: Drafts, name: str, *, replace: bool = False) -> Changes:
    revision = await cards.revision(db)
    stored = await cards.load(db)
    merged, problems = await asyncio.to_thread(_merged, drafts, stored, replace=replace)
    return Changes(source=name, revision=revision, changes=merged.changes, problems=problems)


def _drafts(path: Path) -> Drafts:
    return _read_drafts(sheets.read(path))


def _read_drafts(contents: sheets.Contents) -> Drafts:
    read = read_rows(contents.rows)
    return Drafts(drafts=read.drafts, problems=(*contents.problems, *read.problems))


def _merged(
    drafts: Drafts, stored: Knowledge, *, replace: bool = False
) -> tuple[card_changes.Merged, tuple[Problem, ...]]:
    merged = card_changes.merge(stored, drafts.drafts, replace_all=replace)
    found = [*drafts.problems, *merged.problems]
    return merged, tuple(
        sorted(found, key=lambda problem: (problem.place.file, problem.place.table, problem.place.row))
    )
