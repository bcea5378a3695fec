-- What becomes of a story after it went out. Times are unix milliseconds, UTC.

ALTER TABLE story ADD COLUMN withdrawn_at INTEGER;
ALTER TABLE story ADD COLUMN withdrawn_by INTEGER;                 -- staff user id
ALTER TABLE story ADD COLUMN missing_since INTEGER;                -- not in its feed any more, though older ones are
ALTER TABLE story ADD COLUMN missing_looked_at INTEGER;            -- when its address was last asked about that
ALTER TABLE story ADD COLUMN missing_told INTEGER NOT NULL DEFAULT 0 CHECK (missing_told IN (0, 1));  -- staff were asked

CREATE INDEX story_missing ON story (missing_since) WHERE missing_since IS NOT NULL;

-- Which version of the story a message shows; NULL where there are no versions.
ALTER TABLE outbox ADD COLUMN version INTEGER;

-- Which stories stand in which digest (an outbox topic in a chat), in the order they came.
CREATE TABLE digest_story (
    topic TEXT NOT NULL,
    chat_id INTEGER NOT NULL,
    story_id INTEGER NOT NULL REFERENCES story (id),
    PRIMARY KEY (topic, chat_id, story_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX digest_of_story ON digest_story (story_id);

-- "Always from this category": doubtful items that a feed files there go out by themselves.
CREATE TABLE category_rule (
    id INTEGER PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feed (id),
    category TEXT NOT NULL,              -- folded
    name TEXT NOT NULL,                  -- as the feed writes it
    made_by INTEGER NOT NULL,            -- staff user id
    made_at INTEGER NOT NULL,
    UNIQUE (feed_id, category)
) STRICT;
