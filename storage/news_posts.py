"""Rows about stories after they went out: what is related, what stands in digests, what vanished, what was withdrawn."""

import json
from collections.abc import Iterable
from datetime import datetime, timedelta

from storage.database import Reader, Transaction
from storage.times import to_ms

VERSION = """
    SELECT title, summary
    FROM story_version
    WHERE story_id = :id AND number = :number
"""

# The last stories before this one with a topic and a quarter in common (or neither with any quarter), that stand in
# the chat. What waits, or was withdrawn, is not shown to anybody.
RELATED = """
    SELECT story.id
    FROM story
    JOIN story AS mine ON mine.id = :id
    WHERE story.state = 'posted' AND story.withdrawn_at IS NULL AND story.id < mine.id AND story.first_seen_at >= :since
        AND EXISTS (
            SELECT 1 FROM json_each(story.topics) AS theirs JOIN json_each(mine.topics) AS ours ON ours.value = theirs.value
        )
        AND ((story.quarters = '[]' AND mine.quarters = '[]') OR EXISTS (
            SELECT 1 FROM json_each(story.quarters) AS theirs JOIN json_each(mine.quarters) AS ours ON ours.value = theirs.value
        ))
        AND EXISTS (
            SELECT 1 FROM outbox
            WHERE outbox.topic = 'story:' || story.id AND outbox.state = 'sent' AND outbox.operation = 'send'
                AND outbox.chat_id = :chat_id
        )
    ORDER BY story.id DESC
    LIMIT :limit
"""

# The stories after this one under which it may be named as related.
FOLLOWERS = """
    SELECT story.id
    FROM story
    JOIN story AS mine ON mine.id = :id
    WHERE story.state = 'posted' AND story.withdrawn_at IS NULL AND story.id > mine.id
        AND EXISTS (
            SELECT 1 FROM json_each(story.topics) AS theirs JOIN json_each(mine.topics) AS ours ON ours.value = theirs.value
        )
        AND ((story.quarters = '[]' AND mine.quarters = '[]') OR EXISTS (
            SELECT 1 FROM json_each(story.quarters) AS theirs JOIN json_each(mine.quarters) AS ours ON ours.value = theirs.value
        ))
    ORDER BY story.id
    LIMIT :limit
"""

LATELY_POSTED = """
    SELECT story.id
    FROM story
    WHERE story.state = 'posted' AND story.withdrawn_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM json_each(:words) AS word WHERE instr(story.headline, word.value) = 0)
    ORDER BY story.first_seen_at DESC, story.id DESC
    LIMIT :limit
"""

ADD_TO_DIGEST = """
    INSERT INTO digest_story (topic, chat_id, story_id)
    VALUES (:topic, :chat_id, :story_id)
    ON CONFLICT (topic, chat_id, story_id) DO NOTHING
"""

IN_DIGEST = """
    SELECT story_id
    FROM digest_story
    WHERE topic = :topic AND chat_id = :chat_id
    ORDER BY story_id DESC
"""

DIGESTS_OF = """
    SELECT topic, chat_id
    FROM digest_story
    WHERE story_id = :id
"""

# Only what an older story still stands behind: what fell off the end of a feed did not vanish.
VANISHED = """
    UPDATE story
    SET missing_since = :now
    WHERE state = 'posted' AND first_seen_at >= :since AND feed_id = :feed AND id > :oldest
        AND missing_since IS NULL AND withdrawn_at IS NULL
        AND id NOT IN (SELECT value FROM json_each(:present))
"""

THERE_AGAIN = """
    UPDATE story
    SET missing_since = NULL, missing_looked_at = NULL, missing_told = 0
    WHERE missing_since IS NOT NULL AND id IN (SELECT value FROM json_each(:present))
"""

# Missing for at least a turn of their feed.
TO_LOOK_AT = """
    SELECT story.id
    FROM story
    JOIN feed ON feed.id = story.feed_id
    WHERE story.missing_since IS NOT NULL AND story.missing_told = 0 AND story.withdrawn_at IS NULL
        AND story.missing_since + feed.every <= :now AND story.missing_since >= :since
        AND coalesce(story.missing_looked_at, 0) <= :looked_before
    ORDER BY story.missing_since
    LIMIT :limit
"""

LOOKED_AT = """
    UPDATE story
    SET missing_looked_at = :now, missing_told = :told
    WHERE id = :id AND missing_told = 0 AND withdrawn_at IS NULL
"""

WITHDRAW = """
    UPDATE story
    SET withdrawn_at = :now, withdrawn_by = :by
    WHERE id = :id AND state = 'posted' AND withdrawn_at IS NULL
"""

RESTORE = """
    UPDATE story
    SET withdrawn_at = NULL, withdrawn_by = NULL
    WHERE id = :id AND withdrawn_at IS NOT NULL
"""


async def version(reader: Reader, story_id: int, number: int) -> tuple[str, str] | None:
    """Title and summary of one version of a story."""
    row = await reader.fetch_one(VERSION, {"id": story_id, "number": number})
    return (row["title"], row["summary"]) if row else None


async def related(reader: Reader, story_id: int, *, chat_id: int, since: datetime, limit: int) -> list[int]:
    """The last stories on the same theme and quarter that stand in the chat, newest first."""
    rows = await reader.fetch(
        RELATED, {"id": story_id, "chat_id": chat_id, "since": to_ms(since), "limit": limit}
    )
    return [row["id"] for row in rows]


async def followers(reader: Reader, story_id: int, *, limit: int) -> list[int]:
    """The next posted stories on the same theme and quarter."""
    return [row["id"] for row in await reader.fetch(FOLLOWERS, {"id": story_id, "limit": limit})]


async def lately_posted(reader: Reader, folded: str, *, limit: int) -> list[int]:
    """The newest posted stories whose folded headline holds each of these words; all where there are none."""
    rows = await reader.fetch(LATELY_POSTED, {"words": json.dumps(folded.split()), "limit": limit})
    return [row["id"] for row in rows]


async def add_to_digest(tx: Transaction, topic: str, chat_id: int, story_ids: Iterable[int]) -> None:
    """Remember which stories a digest holds."""
    await tx.execute_many(
        ADD_TO_DIGEST, [{"topic": topic, "chat_id": chat_id, "story_id": id_} for id_ in story_ids]
    )


async def in_digest(reader: Reader, topic: str, chat_id: int) -> list[int]:
    """The stories of a digest, newest first."""
    return [row["story_id"] for row in await reader.fetch(IN_DIGEST, {"topic": topic, "chat_id": chat_id})]


async def digests_of(reader: Reader, story_id: int) -> list[tuple[str, int]]:
    """Topic and chat of every digest that holds the story."""
    return [(row["topic"], row["chat_id"]) for row in await reader.fetch(DIGESTS_OF, {"id": story_id})]


def note_present(
    tx: Transaction, feed_id: int, present: Iterable[int], *, since: datetime, now: datetime
) -> None:
    """The feed carries these stories now: note which posted ones of it, newer than the oldest of these, it lost."""
    ids = sorted(present)
    if not ids:
        return
    row = {"feed": feed_id, "oldest": ids[0], "present": json.dumps(ids), "since": to_ms(since)}
    tx.queue(THERE_AGAIN, {"present": row["present"]})
    tx.queue(VANISHED, row | {"now": to_ms(now)})


async def to_look_at(
    reader: Reader, *, now: datetime, again: timedelta, for_: timedelta, limit: int
) -> list[int]:
    """Stories whose address is to be asked about: missing for less than `for_`, last asked `again` ago."""
    row = {"now": to_ms(now), "since": to_ms(now - for_), "looked_before": to_ms(now - again), "limit": limit}
    return [found["id"] for found in await reader.fetch(TO_LOOK_AT, row)]


async def looked_at(tx: Transaction, story_id: int, *, told: bool, now: datetime) -> bool:
    """Its address was asked; `told`: staff are. False where they were before."""
    return await tx.execute(LOOKED_AT, {"id": story_id, "told": told, "now": to_ms(now)}) == 1


async def withdraw(tx: Transaction, story_id: int, *, by: int, now: datetime) -> bool:
    """Mark a posted story as withdrawn; False where it was, or was never posted."""
    return await tx.execute(WITHDRAW, {"id": story_id, "by": by, "now": to_ms(now)}) == 1


async def restore(tx: Transaction, story_id: int) -> bool:
    """Take a withdrawal back; False where there was none."""
    return await tx.execute(RESTORE, {"id": story_id}) == 1
