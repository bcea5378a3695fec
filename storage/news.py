"""Rows of stories: what was seen, under which names, and what became of it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.core.identity import Alias, Known, Named
from bot.core.news_post import Story
from bot.core.relevance import Judgement, Verdict
from storage.connection import Row
from storage.database import Reader, Transaction
from storage.feeds import Feed
from storage.times import from_ms, maybe_instant, maybe_ms, to_ms

SEEN_EVERY = timedelta(hours=6)  # how exactly it is known when a feed last carried a story

KNOWN_BY_ALIAS = """
    SELECT story_alias.alias, story.id, story.title, story.summary, story.first_seen_at, own.content_hash,
           (SELECT max(last_seen_at) FROM story_source WHERE story_source.story_id = story.id) AS last_seen_at
    FROM json_each(:aliases) AS wanted
    JOIN story_alias ON story_alias.alias = wanted.value
    JOIN story ON story.id = story_alias.story_id
    LEFT JOIN story_source AS own ON own.story_id = story.id AND own.feed_id = :feed
"""

KNOWN_BY_HEADLINE = """
    SELECT story.headline, story.id, story.title, story.summary, story.first_seen_at, own.content_hash,
           story.first_seen_at AS last_seen_at
    FROM json_each(:headlines) AS wanted
    JOIN story ON story.headline = wanted.value AND story.first_seen_at >= :since
    LEFT JOIN story_source AS own ON own.story_id = story.id AND own.feed_id = :feed
    ORDER BY story.id DESC
"""

CARRIES_KNOWN = """
    SELECT story_alias.story_id
    FROM json_each(:aliases) AS wanted
    JOIN story_alias ON story_alias.alias = wanted.value
    JOIN story_source ON story_source.story_id = story_alias.story_id AND story_source.feed_id = :feed
    LIMIT 1
"""

LAST_STORY = (
    "SELECT coalesce(max(id), 0) AS id FROM story"  # stories are never deleted, so ids are not used twice
)

ADD_STORY = """
    INSERT INTO story (id, feed_id, title, summary, link, image, categories, source, published_at, first_seen_at, headline,
                       verdict, score, topics, quarters, reasons, state)
    VALUES (:id, :feed_id, :title, :summary, :link, :image, :categories, :source, :published_at, :now, :headline,
            :verdict, :score, :topics, :quarters, :reasons, :state)
"""

ADD_VERSION = """
    INSERT INTO story_version (story_id, number, title, summary, seen_at)
    VALUES (:id, :number, :title, :summary, :now)
"""

ADD_ALIAS = """
    INSERT INTO story_alias (alias, story_id)
    VALUES (:alias, :id)
    ON CONFLICT (alias) DO NOTHING
"""

SEEN = """
    INSERT INTO story_source (story_id, feed_id, content_hash, first_seen_at, last_seen_at)
    VALUES (:id, :feed_id, :content_hash, :now, :now)
    ON CONFLICT (story_id, feed_id) DO UPDATE SET content_hash = excluded.content_hash, last_seen_at = excluded.last_seen_at
    WHERE content_hash <> excluded.content_hash OR last_seen_at < :stale
"""

CORRECT = """
    UPDATE story
    SET title = :title, summary = :summary, link = CASE WHEN :link = '' THEN link ELSE :link END,
        image = CASE WHEN :image = '' THEN image ELSE :image END,
        categories = :categories, headline = :headline, verdict = :verdict, score = :score, topics = :topics,
        quarters = :quarters, reasons = :reasons, versions = versions + 1, corrected_at = :now
    WHERE id = :id
    RETURNING versions
"""

STORY = """
    SELECT story.id, story.feed_id, story.title, story.summary, story.link, story.image, story.source, story.published_at,
           story.first_seen_at, story.corrected_at, story.versions, story.topics, story.quarters, story.reasons, story.state,
           story.categories, story.withdrawn_at
    FROM story
    WHERE story.id = :id
"""

STORIES_OF_FEED = """
    SELECT story.id, story.feed_id, story.title, story.summary, story.link, story.image, story.source, story.published_at,
           story.first_seen_at, story.corrected_at, story.versions, story.topics, story.quarters, story.reasons, story.state,
           story.categories, story.withdrawn_at
    FROM story
    WHERE story.state = :state AND story.feed_id = :feed_id
    ORDER BY coalesce(story.published_at, story.first_seen_at), story.id
"""

SET_STATE = """
    UPDATE story
    SET state = :state, decided_by = :by, decided_at = :now
    WHERE id = :id AND state = :from_state
"""

COUNTS = """
    SELECT state, count(*) AS number
    FROM story
    GROUP BY state
"""


class State(StrEnum):
    """What became of a story."""

    POSTED = "posted"
    REVIEW = "review"
    REJECTED = "rejected"
    HELD = "held"  # came with a feed suddenly all new
    QUIET = "quiet"  # there when the feed was first met
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """A story to be written, with how it was judged and what becomes of it."""

    named: Named
    published: datetime | None
    judgement: Judgement
    state: State


async def known(
    reader: Reader, names: Sequence[Named], *, feed_id: int, headlines_since: datetime
) -> tuple[dict[Alias, Known], dict[str, list[Known]]]:
    """The stories these names or, lately, these headlines belong to."""
    aliases = [alias for named in names for alias in named.aliases]
    rows = await reader.fetch(KNOWN_BY_ALIAS, {"aliases": _json(aliases), "feed": feed_id})
    by_alias = {Alias(row["alias"]): _known(row) for row in rows}
    headlines = list({named.headline for named in names if named.headline})
    by_headline: dict[str, list[Known]] = defaultdict(list)
    parameters = {"headlines": _json(headlines), "feed": feed_id, "since": to_ms(headlines_since)}
    for row in await reader.fetch(KNOWN_BY_HEADLINE, parameters):
        by_headline[row["headline"]].append(_known(row))
    return by_alias, by_headline


async def carries_known(reader: Reader, names: Iterable[Named], *, feed_id: int) -> bool:
    """Whether the feed has carried any of these before."""
    aliases = _json(alias for named in names for alias in named.aliases)
    return await reader.fetch_one(CARRIES_KNOWN, {"aliases": aliases, "feed": feed_id}) is not None


async def add_stories(
    tx: Transaction, fresh: Sequence[Fresh], *, feed: Feed, source: str, now: datetime
) -> list[int]:
    """Write new stories with their first version and names; their ids, in order."""
    last = await tx.fetch_one(LAST_STORY)
    first = (last["id"] if last else 0) + 1
    ids = list(range(first, first + len(fresh)))
    rows = [_story_row(one, feed, source, now) | {"id": id_} for id_, one in zip(ids, fresh, strict=True)]
    await tx.execute_many(ADD_STORY, rows)
    await tx.execute_many(ADD_VERSION, [row | {"number": 1} for row in rows])
    await seen(tx, [(id_, one.named) for id_, one in zip(ids, fresh, strict=True)], feed_id=feed.id, now=now)
    return ids


async def seen(
    tx: Transaction, sightings: Iterable[tuple[int, Named]], *, feed_id: int, now: datetime
) -> None:
    """Remember under which names and with which text a feed carries stories."""
    pairs = list(sightings)
    await tx.execute_many(
        ADD_ALIAS, [{"alias": alias, "id": story} for story, named in pairs for alias in named.aliases]
    )
    stale = to_ms(now - SEEN_EVERY)
    rows = [
        {"id": story, "feed_id": feed_id, "content_hash": named.content, "now": to_ms(now), "stale": stale}
        for story, named in pairs
    ]
    await tx.execute_many(SEEN, rows)


async def correct(
    tx: Transaction, story: Story, named: Named, judgement: Judgement, *, now: datetime
) -> Story:
    """Give a story the text its feed shows now; the story as it then is."""
    entry = named.entry
    row = {
        "id": story.id,
        "title": entry.title,
        "summary": entry.summary,
        "link": entry.link,
        "image": entry.image,
        "categories": _json(entry.categories),
        "headline": named.headline,
        "now": to_ms(now),
    } | _judged(judgement)
    changed = await tx.fetch_one(CORRECT, row)
    assert changed is not None  # noqa: S101  (the story was read in this transaction)
    await tx.execute(ADD_VERSION, row | {"number": changed["versions"]})
    corrected = await story_of(tx, story.id)
    assert corrected is not None  # noqa: S101
    return corrected


async def story_of(reader: Reader, story_id: int) -> Story | None:
    """One story as it stands."""
    row = await reader.fetch_one(STORY, {"id": story_id})
    return _story(row) if row else None


async def stories_of(reader: Reader, ids: Sequence[int]) -> list[Story]:
    """The stories with these ids, in this order; what is not there is left out."""
    return [story for id_ in ids if (story := await story_of(reader, id_)) is not None]


async def state_of(reader: Reader, story_id: int) -> State | None:
    """What became of a story."""
    row = await reader.fetch_one("SELECT state FROM story WHERE id = :id", {"id": story_id})
    return State(row["state"]) if row else None


async def verdict_of(reader: Reader, story_id: int) -> Verdict | None:
    """How a story was judged."""
    row = await reader.fetch_one("SELECT verdict FROM story WHERE id = :id", {"id": story_id})
    return Verdict(row["verdict"]) if row else None


async def stories_of_feed(reader: Reader, feed_id: int, state: State) -> list[Story]:
    """The feed's stories in one state, the oldest first."""
    return [_story(row) for row in await reader.fetch(STORIES_OF_FEED, {"feed_id": feed_id, "state": state})]


async def set_state(
    tx: Transaction, story_id: int, *, before: State, after: State, by: int | None, now: datetime
) -> bool:
    """Move a story on; False where it was no longer in `before`: somebody was faster."""
    row = {"id": story_id, "from_state": before, "state": after, "by": by, "now": to_ms(now)}
    return await tx.execute(SET_STATE, row) == 1


async def counts(reader: Reader) -> dict[State, int]:
    """How many stories there are in each state."""
    return {State(row["state"]): row["number"] for row in await reader.fetch(COUNTS)}


def _known(row: Row) -> Known:
    return Known(
        story=row["id"],
        title=row["title"],
        summary=row["summary"],
        first_seen=from_ms(row["first_seen_at"]),
        last_seen=from_ms(row["last_seen_at"] or row["first_seen_at"]),
        seen_hash=row["content_hash"],
    )


def _story(row: Row) -> Story:
    return Story(
        id=row["id"],
        feed=row["feed_id"],
        title=row["title"],
        summary=row["summary"],
        link=row["link"],
        image=row["image"],
        source=row["source"],
        published=maybe_instant(row["published_at"]),
        first_seen=from_ms(row["first_seen_at"]),
        corrected=maybe_instant(row["corrected_at"]),
        versions=row["versions"],
        topics=tuple(json.loads(row["topics"])),
        quarters=tuple(json.loads(row["quarters"])),
        reasons=tuple(json.loads(row["reasons"])),
        categories=tuple(json.loads(row["categories"])),
        withdrawn=maybe_instant(row["withdrawn_at"]),
    )


def _story_row(fresh: Fresh, feed: Feed, source: str, now: datetime) -> dict[str, object]:
    entry = fresh.named.entry
    return {
        "feed_id": feed.id,
        "title": entry.title,
        "summary": entry.summary,
        "link": entry.link,
        "image": entry.image,
        "categories": _json(entry.categories),
        "source": source,
        "published_at": maybe_ms(fresh.published),
        "headline": fresh.named.headline,
        "state": fresh.state,
        "now": to_ms(now),
    } | _judged(fresh.judgement)


def _judged(judgement: Judgement) -> dict[str, object]:
    return {
        "verdict": Verdict(judgement.verdict),
        "score": judgement.score,
        "topics": _json(judgement.topics),
        "quarters": _json(judgement.quarters),
        "reasons": _json(judgement.reasons),
    }


def _json(values: Iterable[str]) -> str:
    listed = list(values)
    return json.dumps(listed, ensure_ascii=False) if listed else "[]"
