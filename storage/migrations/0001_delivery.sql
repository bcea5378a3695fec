-- What comes in and what goes out. Times are unix milliseconds, UTC.

CREATE TABLE inbox (
    update_id INTEGER PRIMARY KEY,
    chat_key INTEGER NOT NULL,            -- whose order is kept: chat or user id, 0 where there is none
    body TEXT NOT NULL,                   -- the raw update; deleted when handled
    received_at INTEGER NOT NULL
) STRICT;

CREATE INDEX inbox_chat ON inbox (chat_key, update_id);

CREATE TABLE poll_state (
    bot_id INTEGER PRIMARY KEY,
    next_offset INTEGER NOT NULL
) STRICT;

-- Updates nobody could read or handle. Only their kind and the fault stay: the text is a person's.
CREATE TABLE set_aside (
    update_id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    fault TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL,
    thread_id INTEGER,                    -- forum topic
    topic TEXT,                           -- what it is about: story:12, announcement:3, …
    once_key TEXT NOT NULL UNIQUE,        -- the same thing for the same chat is queued once
    priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 4),
    operation TEXT NOT NULL CHECK (operation IN ('send', 'edit')),
    target_id INTEGER,                    -- the message to edit
    repeatable INTEGER NOT NULL CHECK (repeatable IN (0, 1)),  -- when in doubt, send again
    body TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'sent', 'gone', 'unsure')),
    due_at INTEGER NOT NULL,
    attempt INTEGER NOT NULL DEFAULT 0,
    high_water INTEGER,                   -- the chat's last known message id when the row was claimed
    message_id INTEGER,
    reason TEXT,
    created_at INTEGER NOT NULL,
    settled_at INTEGER
) STRICT;

CREATE INDEX outbox_due ON outbox (priority, due_at, id) WHERE state = 'pending';
CREATE INDEX outbox_open ON outbox (chat_id, id) WHERE state IN ('sending', 'unsure');
CREATE INDEX outbox_topic ON outbox (topic, state);

-- The highest message id we know of in a chat.
CREATE TABLE chat_mark (
    chat_id INTEGER PRIMARY KEY,
    last_message_id INTEGER NOT NULL
) STRICT;
