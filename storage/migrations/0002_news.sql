-- News: where it comes from, what was seen, under which names. Times are unix milliseconds, UTC.

CREATE TABLE feed (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    origin TEXT NOT NULL CHECK (origin IN ('config', 'added')),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),  -- a removed feed stays: so do its stories' names
    title TEXT NOT NULL DEFAULT '',
    housing_categories TEXT NOT NULL DEFAULT '[]',               -- JSON array of names
    every INTEGER NOT NULL CHECK (every > 0),                    -- milliseconds
    announce_last INTEGER NOT NULL DEFAULT 0 CHECK (announce_last >= 0),
    met INTEGER NOT NULL DEFAULT 0 CHECK (met IN (0, 1)),        -- 0: the next good poll is the first, and announces nothing
    guids_trusted INTEGER NOT NULL DEFAULT 1 CHECK (guids_trusted IN (0, 1)),
    etag TEXT,
    last_modified TEXT,
    body_hash TEXT,
    polls_since_body INTEGER NOT NULL DEFAULT 0,
    last_body_at INTEGER,
    last_ok_at INTEGER,
    last_new_at INTEGER,
    next_poll_at INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    failing_since INTEGER,
    problem TEXT,
    detail TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX feed_due ON feed (next_poll_at) WHERE active = 1;

CREATE TABLE story (
    id INTEGER PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feed (id),  -- whose text is shown, and whose corrections count
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    link TEXT NOT NULL,
    image TEXT NOT NULL,
    categories TEXT NOT NULL,                       -- JSON array
    source TEXT NOT NULL,                           -- who published it, as shown
    published_at INTEGER,                           -- NULL: not given, or not believable
    first_seen_at INTEGER NOT NULL,
    corrected_at INTEGER,
    versions INTEGER NOT NULL DEFAULT 1,
    headline TEXT NOT NULL,                         -- folded title
    verdict TEXT NOT NULL CHECK (verdict IN ('housing', 'review', 'no')),
    score REAL NOT NULL,
    topics TEXT NOT NULL,                           -- JSON arrays
    quarters TEXT NOT NULL,
    reasons TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('posted', 'review', 'rejected', 'held', 'quiet', 'no')),
    decided_by INTEGER,                             -- staff user id
    decided_at INTEGER
) STRICT;

CREATE INDEX story_headline ON story (headline, first_seen_at);
CREATE INDEX story_state ON story (state, first_seen_at);

-- Every text a story ever had, the first included.
CREATE TABLE story_version (
    story_id INTEGER NOT NULL REFERENCES story (id),
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (story_id, number)
) STRICT, WITHOUT ROWID;

-- Every name a story ever went by; never deleted, or it would be announced again.
CREATE TABLE story_alias (
    alias TEXT PRIMARY KEY,
    story_id INTEGER NOT NULL REFERENCES story (id)
) STRICT, WITHOUT ROWID;

-- Which feeds carry a story, and the text last seen there.
CREATE TABLE story_source (
    story_id INTEGER NOT NULL REFERENCES story (id),
    feed_id INTEGER NOT NULL REFERENCES feed (id),
    content_hash TEXT NOT NULL,
    first_seen_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    PRIMARY KEY (story_id, feed_id)
) STRICT, WITHOUT ROWID;
