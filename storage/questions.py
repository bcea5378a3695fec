"""What was asked and what came of it, without who asked."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from storage.database import Reader, Transaction


class Outcome(StrEnum):
    """What a question got, as stored."""

    ANSWER = "answer"
    CHOOSE = "choose"
    WHICH_QUARTER = "which_quarter"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """One question; `text` is redacted before it comes here, `day` is Rome's. `refused`: what it got was not it."""

    day: date
    lang: str
    quarter: str | None
    text: str
    outcome: Outcome
    card_id: str | None
    refused: bool = False


ADD = """
    INSERT INTO question (day, lang, quarter, text, outcome, card_id, refused)
    VALUES (:day, :lang, :quarter, :text, :outcome, :card_id, :refused)
"""

REFUSE = """
    UPDATE question
    SET refused = 1, card_id = coalesce(:card_id, card_id)
    WHERE id = (
        SELECT id
        FROM question
        WHERE day >= :first AND text = :text AND refused = 0
        ORDER BY day DESC, id DESC
        LIMIT 1
    )
"""

SINCE = """
    SELECT day, lang, quarter, text, outcome, card_id, refused
    FROM question
    WHERE day >= :first
    ORDER BY day, id
"""

COUNT = """
    SELECT outcome, count(*) AS number
    FROM question
    WHERE day >= :first
    GROUP BY outcome
"""

PURGE = "DELETE FROM question WHERE day < :before"


async def add(tx: Transaction, question: AskedQuestion) -> None:
    """Keep one question."""
    tx.queue(
        ADD,
        {
            "day": question.day.isoformat(),
            "lang": question.lang,
            "quarter": question.quarter,
            "text": question.text,
            "outcome": question.outcome,
            "card_id": question.card_id,
            "refused": question.refused,
        },
    )


async def refuse(tx: Transaction, text: str, *, since: date, card_id: str | None = None) -> bool:
    """What a question in these redacted words got, on or after the day `since`, was not it; False where none is kept.

    Nobody knows whose it is: of several in the same words it is the last one. `card_id` is the card that was refused.
    """
    return await tx.execute(REFUSE, {"text": text, "first": since.isoformat(), "card_id": card_id}) == 1


async def since(reader: Reader, first: date) -> list[AskedQuestion]:
    """Everything asked on or after the day `first`, oldest first."""
    rows = await reader.fetch(SINCE, {"first": first.isoformat()})
    return [
        AskedQuestion(
            day=date.fromisoformat(row["day"]),
            lang=row["lang"],
            quarter=row["quarter"],
            text=row["text"],
            outcome=Outcome(row["outcome"]),
            card_id=row["card_id"],
            refused=bool(row["refused"]),
        )
        for row in rows
    ]


async def count(reader: Reader, first: date) -> dict[Outcome, int]:
    """How many questions got what, on or after the day `first`."""
    return {
        Outcome(row["outcome"]): row["number"]
        for row in await reader.fetch(COUNT, {"first": first.isoformat()})
    }


async def purge(tx: Transaction, before: date) -> int:
    """Delete what was asked before this day; how many there were."""
    return await tx.execute(PURGE, {"before": before.isoformat()})
