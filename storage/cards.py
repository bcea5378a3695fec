"""Cards, quarters, categories and closures; every change is a batch that can be undone for a while."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.core.card import Knowledge
from bot.core.card_changes import ItemChange
from bot.core.card_fields import Kind
from bot.core.card_plain import Item, from_plain, knowledge_of, to_plain
from bot.core.errors import Corrupt
from storage.connection import Row
from storage.database import Reader, Transaction
from storage.times import from_ms, to_ms

KNOWLEDGE = "knowledge"  # in `Database.changes`: cards, quarters and all they belong to

ITEMS = """
    SELECT kind, id, body
    FROM knowledge_item
"""

ITEM = """
    SELECT body
    FROM knowledge_item
    WHERE kind = :kind AND id = :id
"""

PUT = """
    INSERT INTO knowledge_item (kind, id, body, changed_at)
    VALUES (:kind, :id, :body, :now)
    ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body, changed_at = excluded.changed_at
"""

DROP = """
    DELETE FROM knowledge_item
    WHERE kind = :kind AND id = :id
"""

REVISION = """
    SELECT revision
    FROM knowledge_revision
    WHERE only = 1
"""

NEXT_REVISION = """
    UPDATE knowledge_revision
    SET revision = revision + 1
    WHERE only = 1
"""

NEW_BATCH = """
    INSERT INTO knowledge_batch (at, author, source)
    VALUES (:now, :author, :source)
    RETURNING id
"""

NOTE_CHANGE = """
    INSERT INTO knowledge_change (batch_id, kind, id, old, new)
    VALUES (:batch, :kind, :id, :old, :new)
"""

CHANGES_OF = """
    SELECT kind, id, old, new
    FROM knowledge_change
    WHERE batch_id = :batch
    ORDER BY kind, id
"""

BATCH = """
    SELECT batch.id, batch.at, batch.author, batch.source, batch.undone_at,
        (SELECT count(*) FROM knowledge_change AS change WHERE change.batch_id = batch.id) AS changes
    FROM knowledge_batch AS batch
    WHERE batch.id = :batch
"""

BATCHES = """
    SELECT batch.id, batch.at, batch.author, batch.source, batch.undone_at,
        (SELECT count(*) FROM knowledge_change AS change WHERE change.batch_id = batch.id) AS changes
    FROM knowledge_batch AS batch
    WHERE batch.at >= :since
    ORDER BY batch.at DESC, batch.id DESC
"""

MARK_UNDONE = """
    UPDATE knowledge_batch
    SET undone_at = :now
    WHERE id = :batch AND undone_at IS NULL
"""

FORGET = """
    DELETE FROM knowledge_batch
    WHERE at < :before
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One import or edit; `changes` counts its items."""

    id: int
    at: datetime
    author: str
    source: str
    changes: int
    undone_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """One item as a batch left it (`new`) and as it was before (`old`), as stored; None: not there."""

    kind: Kind
    id: str
    old: str | None
    new: str | None


async def load(reader: Reader) -> Knowledge:
    """Everything, in one order. Raises Corrupt where a stored item cannot be read."""
    found: dict[Kind, list[Item]] = {kind: [] for kind in Kind}
    for row in await reader.fetch(ITEMS):
        found[Kind(row["kind"])].append(thawed(row["kind"], row["body"]))
    return knowledge_of(found)


async def revision(reader: Reader) -> int:
    """A number that grows with every change."""
    row = await reader.fetch_one(REVISION)
    return int(row["revision"]) if row else 0


async def stored(reader: Reader, kind: Kind, id_: str) -> str | None:
    """One item as it is stored, None where it is not there."""
    row = await reader.fetch_one(ITEM, {"kind": kind, "id": id_})
    return str(row["body"]) if row else None


async def replace(
    transaction: Transaction, changes: Sequence[ItemChange], *, author: str, source: str, now: datetime
) -> int:
    """Store the new side of each change as one batch; returns the batch's id."""
    undo = [
        Undo(
            kind=change.kind,
            id=change.id,
            old=frozen(change.kind, change.old),
            new=frozen(change.kind, change.new),
        )
        for change in changes
    ]
    row = await transaction.fetch_one(NEW_BATCH, {"now": to_ms(now), "author": author, "source": source})
    batch = int(row["id"]) if row else 0
    await transaction.execute_many(
        NOTE_CHANGE,
        [{"batch": batch, "kind": one.kind, "id": one.id, "old": one.old, "new": one.new} for one in undo],
    )
    await _put(transaction, ((one.kind, one.id, one.new) for one in undo), now=now)
    return batch


async def restore(transaction: Transaction, batch: int, changes: Sequence[Undo], *, now: datetime) -> bool:
    """Put back the old side of each change and mark the batch; False where it was undone before."""
    if not await transaction.execute(MARK_UNDONE, {"batch": batch, "now": to_ms(now)}):
        return False
    await _put(transaction, ((one.kind, one.id, one.old) for one in changes), now=now)
    return True


async def batch(reader: Reader, batch_id: int) -> Batch | None:
    """One batch; None where there is none or it was forgotten."""
    row = await reader.fetch_one(BATCH, {"batch": batch_id})
    return _batch(row) if row else None


async def batches(reader: Reader, *, since: datetime) -> list[Batch]:
    """The batches since then, newest first."""
    return [_batch(row) for row in await reader.fetch(BATCHES, {"since": to_ms(since)})]


async def changes_of(reader: Reader, batch_id: int) -> list[Undo]:
    """What a batch changed, as stored."""
    rows = await reader.fetch(CHANGES_OF, {"batch": batch_id})
    return [Undo(kind=Kind(row["kind"]), id=row["id"], old=row["old"], new=row["new"]) for row in rows]


async def forget(transaction: Transaction, *, before: datetime) -> int:
    """Drop batches older than `before` with what could undo them; returns how many."""
    return await transaction.execute(FORGET, {"before": to_ms(before)})


async def _put(
    transaction: Transaction, items: Iterable[tuple[Kind, str, str | None]], *, now: datetime
) -> None:
    transaction.changed.add(KNOWLEDGE)
    rows = list(items)
    kept = [
        {"kind": kind, "id": id_, "body": body, "now": to_ms(now)}
        for kind, id_, body in rows
        if body is not None
    ]
    await transaction.execute_many(PUT, kept)
    await transaction.execute_many(
        DROP, [{"kind": kind, "id": id_} for kind, id_, body in rows if body is None]
    )
    await transaction.execute(NEXT_REVISION)


def frozen(kind: Kind, item: Item | None) -> str | None:
    """An item as it is stored."""
    if item is None:
        return None
    return json.dumps(to_plain(kind, item), ensure_ascii=False, sort_keys=True, default=_as_json)


def _as_json(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def thawed(kind: str, body: str) -> Item:
    """A stored item. Raises Corrupt where it cannot be read."""
    try:
        return from_plain(Kind(kind), json.loads(body))
    except (KeyError, TypeError, ValueError) as error:
        message = f"a stored {kind} cannot be read: {error}"
        raise Corrupt(message) from error


def _batch(row: Row) -> Batch:
    undone = row["undone_at"]
    return Batch(
        id=row["id"],
        at=from_ms(row["at"]),
        author=row["author"],
        source=row["source"],
        changes=row["changes"],
        undone_at=from_ms(undone) if undone is not None else None,
    )
