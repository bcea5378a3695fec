-- What the bot can answer from. Items are read all at once and searched in memory, so each is one JSON document.
-- Times are unix milliseconds, UTC.

CREATE TABLE knowledge_item (
    kind TEXT NOT NULL CHECK (kind IN ('card', 'quarter', 'category', 'closure')),
    id TEXT NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),   -- only what differs from the defaults; keys sorted
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- Grows with every change, so that whoever holds a copy (the search index) knows when it is stale.
CREATE TABLE knowledge_revision (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    revision INTEGER NOT NULL
) STRICT;

INSERT INTO knowledge_revision (only, revision) VALUES (1, 0);

-- One import or one edit.
CREATE TABLE knowledge_batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,          -- never given twice: an undo must not meet another batch
    at INTEGER NOT NULL,
    author TEXT NOT NULL,                          -- who did it: staff:ID or the command line's user
    source TEXT NOT NULL,                          -- the file's name, or what was done
    undone_at INTEGER
) STRICT;

-- Each item before and after, kept as long as a batch can be undone.
CREATE TABLE knowledge_change (
    batch_id INTEGER NOT NULL REFERENCES knowledge_batch (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    old TEXT,                                      -- NULL: the item was added
    new TEXT,                                      -- NULL: the item was removed
    PRIMARY KEY (batch_id, kind, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX knowledge_batch_age ON knowledge_batch (at);
