"""Rows of what staff's decisions taught: the decisions themselves, their figures, and the rules made of them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.word_rules import Decided, Kind, Suggestion
from storage.database import Reader, Transaction
from storage.times import to_ms

DECIDED = """
    SELECT reasons, categories, state
    FROM story
    WHERE state IN ('posted', 'rejected') AND first_seen_at >= :since AND decided_by IS NOT NULL AND verdict = 'review'
"""

WEEKS = """
    SELECT (:now - first_seen_at) / :week AS ago,
           sum(decided_by IS NULL AND state = 'posted') AS alone,
           sum(decided_by IS NULL AND state = 'posted' AND withdrawn_by IS NOT NULL) AS withdrawn,
           sum(decided_by IS NOT NULL AND verdict = 'review' AND state = 'posted') AS published,
           sum(decided_by IS NOT NULL AND verdict = 'review' AND state = 'rejected') AS rejected
    FROM story
    WHERE state IN ('posted', 'rejected') AND first_seen_at > :since
    GROUP BY ago
    ORDER BY ago
"""

RULES = """
    SELECT id, kind, words, publish, accepted, decisions
    FROM word_rule
    ORDER BY kind, words
"""

PUT = """
    INSERT INTO word_rule (kind, words, publish, accepted, decisions, made_by, made_at)
    VALUES (:kind, :words, :publish, :accepted, :decisions, :by, :now)
    ON CONFLICT (kind, words) DO UPDATE
    SET publish = excluded.publish, accepted = excluded.accepted, decisions = excluded.decisions,
        made_by = excluded.made_by, made_at = excluded.made_at
"""

DROP = """
    DELETE FROM word_rule
    WHERE id = :id AND accepted = 1
    RETURNING words
"""

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule staff accepted, or one they refused; `words` are folded."""

    id: int
    kind: Kind
    words: str
    publish: bool
    accepted: bool
    decisions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What became of the stories of the seven days that ended `ago` weeks ago.

    `alone` went out by themselves, `withdrawn` of them were withdrawn by staff; of those staff were asked about,
    `published` and `rejected`.
    """

    ago: int
    alone: int
    withdrawn: int
    published: int
    rejected: int


async def decided(reader: Reader, *, since: datetime) -> list[Decided]:
    """The doubtful stories first seen since then that staff decided."""
    return [
        Decided(
            reasons=tuple(json.loads(row["reasons"])),
            categories=tuple(json.loads(row["categories"])),
            published=row["state"] == "posted",
        )
        for row in await reader.fetch(DECIDED, {"since": to_ms(since)})
    ]


async def weeks(reader: Reader, *, number: int, now: datetime) -> list[Week]:
    """The last weeks in which there was anything, this one first."""
    parameters = {
        "now": to_ms(now),
        "since": to_ms(now - number * WEEK),
        "week": to_ms(now) - to_ms(now - WEEK),
    }
    rows = await reader.fetch(WEEKS, parameters)
    return [
        Week(
            ago=row["ago"],
            alone=row["alone"],
            withdrawn=row["withdrawn"],
            published=row["published"],
            rejected=row["rejected"],
        )
        for row in rows
    ]


async def rules(reader: Reader) -> Sequence[Rule]:
    """All rules, the refused ones too."""
    return [
        Rule(
            id=row["id"],
            kind=Kind(row["kind"]),
            words=row["words"],
            publish=bool(row["publish"]),
            accepted=bool(row["accepted"]),
            decisions=row["decisions"],
        )
        for row in await reader.fetch(RULES)
    ]


async def put(tx: Transaction, one: Suggestion, *, accepted: bool, by: int, now: datetime) -> None:
    """Remember what staff said to a suggestion."""
    row = {"kind": one.kind, "words": one.words, "publish": one.publish, "accepted": accepted}
    await tx.execute(PUT, row | {"decisions": one.decisions, "by": by, "now": to_ms(now)})


async def drop(tx: Transaction, rule_id: int) -> str | None:
    """Take an accepted rule away; its words, None where there was none."""
    row = await tx.fetch_one(DROP, {"id": rule_id})
    return row["words"] if row else None
