"""Groups of questions nobody could answer, and what staff did about them."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.core.unanswered import Group
from storage.connection import Row
from storage.database import Reader, Transaction
from storage.times import to_ms


class State(StrEnum):
    """What became of a group."""

    OPEN = "open"
    WORDS = "words"  # a card got its words
    CARD = "card"  # a card was made for it
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """A group as staff see it; the days are Rome's."""

    id: int
    group: Group
    state: State
    settled_on: date | None


ADD = """
    INSERT INTO unanswered (lang, text, wordings, people, days, last_day, state)
    VALUES (:lang, :text, :wordings, :people, :days, :last_day, 'open')
    RETURNING id
"""

COUNT_ANEW = """
    UPDATE unanswered
    SET text = :text, wordings = :wordings, people = :people, days = :days, last_day = :last_day
    WHERE id = :id AND state = 'open'
"""

GET = """
    SELECT id, lang, text, wordings, people, days, last_day, state, settled_on
    FROM unanswered
    WHERE id = :id
"""

ALL = """
    SELECT id, lang, text, wordings, people, days, last_day, state, settled_on
    FROM unanswered
    ORDER BY id
"""

SETTLE = """
    UPDATE unanswered
    SET state = :state, card_id = :card_id, settled_by = :by, settled_on = :day
    WHERE id = :id AND state = 'open'
"""

WEEK_DONE = """
    SELECT week
    FROM learning_week
    WHERE week = :week
"""

END_WEEK = """
    INSERT INTO learning_week (week, at)
    VALUES (:week, :now)
    ON CONFLICT (week) DO NOTHING
"""


async def add(tx: Transaction, group: Group) -> int:
    """Keep a new group; its id."""
    row = await tx.fetch_one(ADD, {"lang": group.lang, **_counted(group)})
    return int(row["id"]) if row else 0


async def count_anew(tx: Transaction, group_id: int, group: Group) -> None:
    """The same group as it is now."""
    await tx.execute(COUNT_ANEW, {"id": group_id, **_counted(group)})


async def get(reader: Reader, group_id: int) -> Unanswered | None:
    """One group; None where there is none."""
    row = await reader.fetch_one(GET, {"id": group_id})
    return _unanswered(row) if row else None


async def everything(reader: Reader) -> list[Unanswered]:
    """All groups, settled ones too."""
    return [_unanswered(row) for row in await reader.fetch(ALL)]


async def settle(
    tx: Transaction, group_id: int, state: State, *, by: int, day: date, card_id: str | None = None
) -> bool:
    """Staff have dealt with it; False where somebody was faster."""
    params = {"id": group_id, "state": state, "by": by, "day": day.isoformat(), "card_id": card_id}
    return await tx.execute(SETTLE, params) == 1


async def week_done(reader: Reader, week: str) -> bool:
    """Whether that week's cards are out."""
    return await reader.fetch_one(WEEK_DONE, {"week": week}) is not None


async def end_week(tx: Transaction, week: str, *, now: datetime) -> bool:
    """That week's cards are out; False where they were before."""
    return await tx.execute(END_WEEK, {"week": week, "now": to_ms(now)}) == 1


def _counted(group: Group) -> dict[str, object]:
    return {
        "text": group.text,
        "wordings": json.dumps(group.wordings, ensure_ascii=False),
        "people": group.people,
        "days": group.days,
        "last_day": group.last_day.isoformat(),
    }


def _unanswered(row: Row) -> Unanswered:
    group = Group(
        text=row["text"],
        lang=row["lang"],
        people=row["people"],
        days=row["days"],
        last_day=date.fromisoformat(row["last_day"]),
        wordings=tuple(json.loads(row["wordings"])),
    )
    settled = row["settled_on"]
    return Unanswered(
        id=row["id"],
        group=group,
        state=State(row["state"]),
        settled_on=date.fromisoformat(settled) if settled else None,
    )
