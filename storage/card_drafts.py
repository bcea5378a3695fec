"""Changes of cards that somebody was shown and has not decided about."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.card_changes import ItemChange
from bot.core.card_fields import Kind
from storage.cards import frozen, thawed
from storage.connection import Row
from storage.database import Reader, Transaction
from storage.times import to_ms

ADD = """
    INSERT INTO card_draft (author, source, revision, changes, other, made_at)
    VALUES (:author, :source, :revision, :changes, :other, :now)
    RETURNING id
"""

GET = """
    SELECT id, author, source, revision, changes, other
    FROM card_draft
    WHERE id = :id
"""

PAIR = """
    UPDATE card_draft
    SET other = :other
    WHERE id = :id
"""

DROP = """
    DELETE FROM card_draft
    WHERE id = :id OR other = :id
"""

FORGET = """
    DELETE FROM card_draft
    WHERE made_at < :before
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardDraft:
    """One import as it was shown; `other` is the same file with the other choice about what it does not name."""

    id: int
    author: int
    source: str
    revision: int
    changes: tuple[ItemChange, ...]
    other: int | None

    @property
    def removes_the_rest(self) -> bool:
        """Whether what the file does not name goes; such a draft is made after its other."""
        return self.other is not None and self.other < self.id


async def add(
    tx: Transaction,
    *,
    author: int,
    source: str,
    revision: int,
    changes: str,
    other: int | None = None,
    now: datetime,
) -> int:
    """Keep a draft; its id. `changes` are encoded, `other` becomes its pair."""
    row = await tx.fetch_one(
        ADD,
        {
            "author": author,
            "source": source,
            "revision": revision,
            "changes": changes,
            "other": other,
            "now": to_ms(now),
        },
    )
    draft_id = int(row["id"]) if row else 0
    if other is not None:
        await tx.execute(PAIR, {"id": other, "other": draft_id})
    return draft_id


def encode(changes: Sequence[ItemChange]) -> str:
    """The changes as they are stored; of a thousand cards this takes a while."""
    return json.dumps(
        [
            [change.kind, change.id, frozen(change.kind, change.old), frozen(change.kind, change.new)]
            for change in changes
        ],
        ensure_ascii=False,
    )


async def get(reader: Reader, draft_id: int) -> CardDraft | None:
    """One draft; None where there is none any more."""
    row = await reader.fetch_one(GET, {"id": draft_id})
    return _draft(row) if row else None


async def drop(tx: Transaction, draft_id: int) -> bool:
    """Forget a draft and its other; False where somebody was faster."""
    return await tx.execute(DROP, {"id": draft_id}) > 0


async def forget(tx: Transaction, *, before: datetime) -> int:
    """Forget drafts made before then; how many."""
    return await tx.execute(FORGET, {"before": to_ms(before)})


def _draft(row: Row) -> CardDraft:
    changes = [
        ItemChange(
            kind=Kind(kind),
            id=id_,
            old=thawed(kind, old) if old is not None else None,
            new=thawed(kind, new) if new is not None else None,
        )
        for kind, id_, old, new in json.loads(row["changes"])
    ]
    return CardDraft(
        id=row["id"],
        author=row["author"],
        source=row["source"],
        revision=row["revision"],
        changes=tuple(changes),
        other=row["other"],
    )
