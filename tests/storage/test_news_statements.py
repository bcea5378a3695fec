"""Every statement of the news tables runs against the migrated schema, and the hot ones use their index."""

import re

import pytest

from storage import feeds, news, news_posts, news_rules, word_rules
from storage.database import Database

STATEMENTS = {
    f"{module.__name__}.{name}": value
    for module in (feeds, news, news_posts, news_rules, word_rules)
    for name, value in vars(module).items()
    if name.isupper() and isinstance(value, str)
}
HOT = {
    "storage.feeds.FEEDS": "feed_due",
    "storage.news.KNOWN_BY_ALIAS": "PRIMARY KEY",
    "storage.news.KNOWN_BY_HEADLINE": "story_headline",
    "storage.news.STORIES_OF_FEED": "story_state",
    "storage.news_posts.DIGESTS_OF": "digest_of_story",
    "storage.news_posts.RELATED": "outbox_topic",
    "storage.news_posts.TO_LOOK_AT": "story_missing",
    "storage.news_posts.VANISHED": "story_state",
    "storage.word_rules.DECIDED": "story_state",
    "storage.word_rules.WEEKS": "story_state",
}


async def _plan(db: Database, statement: str) -> str:
    parameters = {
        name: "[]" if name in {"aliases", "headlines", "urls", "present", "words"} else 1
        for name in re.findall(r":(\w+)", statement)
    }
    async with db.write() as tx:
        rows = await tx.fetch(f"EXPLAIN QUERY PLAN {statement}", parameters)
    return " | ".join(row["detail"] for row in rows)


@pytest.mark.parametrize("name", STATEMENTS)
async def test_a_statement_fits_the_schema(db: Database, name: str) -> None:
    plan = await _plan(db, STATEMENTS[name])
    assert HOT.get(name, "") in plan
