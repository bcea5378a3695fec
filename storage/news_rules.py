"""Rows of staff's rules: which categories of a feed go out by themselves."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from bot.core.same_text import fold
from storage.database import Reader, Transaction
from storage.times import to_ms

ADD = """
    INSERT INTO category_rule (feed_id, category, name, made_by, made_at)
    VALUES (:feed_id, :category, :name, :by, :now)
    ON CONFLICT (feed_id, category) DO NOTHING
"""

RULES = """
    SELECT category_rule.id, category_rule.feed_id, category_rule.category, category_rule.name,
           CASE WHEN feed.title = '' THEN feed.url ELSE feed.title END AS feed
    FROM category_rule
    JOIN feed ON feed.id = category_rule.feed_id
    ORDER BY feed.id, category_rule.category
"""

DROP = """
    DELETE FROM category_rule
    WHERE id = :id
    RETURNING feed_id, name
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Doubtful items of `feed` in the category go out; `category` is folded, `name` as the feed writes it."""

    id: int
    feed_id: int
    feed: str
    category: str
    name: str


async def add(tx: Transaction, *, feed_id: int, name: str, by: int, now: datetime) -> bool:
    """Make a rule; False where there was one."""
    row = {"feed_id": feed_id, "category": fold(name), "name": name, "by": by, "now": to_ms(now)}
    return await tx.execute(ADD, row) == 1


async def rules(reader: Reader) -> list[Rule]:
    """All rules, feed by feed."""
    return [
        Rule(
            id=row["id"], feed_id=row["feed_id"], feed=row["feed"], category=row["category"], name=row["name"]
        )
        for row in await reader.fetch(RULES)
    ]


async def by_feed(reader: Reader) -> dict[int, frozenset[str]]:
    """The folded categories that always go out, for each feed that has any."""
    found: dict[int, set[str]] = defaultdict(set)
    for rule in await rules(reader):
        found[rule.feed_id].add(rule.category)
    return {feed_id: frozenset(names) for feed_id, names in found.items()}


async def drop(tx: Transaction, rule_id: int) -> str | None:
    """Take a rule away; its category's name, None where there was none."""
    row = await tx.fetch_one(DROP, {"id": rule_id})
    return row["name"] if row else None
