-- Who the bot knows, and what they are in the middle of. Times are unix milliseconds, UTC.

-- Tenants: preferences only. No name, no username, no phone (DESIGN section 11).
CREATE TABLE tenant (
    chat_id INTEGER PRIMARY KEY,
    lang TEXT NOT NULL,
    quarter TEXT,
    last_day TEXT NOT NULL                -- ISO date in Rome of the last visit; for the retention job
) STRICT;

CREATE TABLE subscription (
    chat_id INTEGER NOT NULL REFERENCES tenant (chat_id) ON DELETE CASCADE,
    quarter TEXT NOT NULL,
    PRIMARY KEY (quarter, chat_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX subscription_chat ON subscription (chat_id);

-- Where a conversation stands; one row a chat, thrown away when it ends or grows old.
CREATE TABLE dialogue (
    chat_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    data TEXT NOT NULL CHECK (json_valid(data)),
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE staff (
    user_id INTEGER PRIMARY KEY,
    role TEXT NOT NULL CHECK (role IN ('owner', 'editor', 'press', 'operator')),
    origin TEXT NOT NULL CHECK (origin IN ('config', 'added')),
    added_at INTEGER NOT NULL
) STRICT;

CREATE TABLE announcement (
    id INTEGER PRIMARY KEY,
    author INTEGER NOT NULL,
    body TEXT NOT NULL,                   -- an Outgoing, as JSON
    quarters TEXT NOT NULL CHECK (json_valid(quarters)),
    state TEXT NOT NULL CHECK (state IN ('draft', 'sending', 'done', 'dropped')),
    created_at INTEGER NOT NULL,
    confirmed_at INTEGER,
    done_at INTEGER,
    report_message_id INTEGER             -- the progress message in the author's chat
) STRICT;

CREATE TABLE join_request (
    id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'approving', 'declining', 'approved', 'declined', 'failed')),
    requested_at INTEGER NOT NULL,
    decided_by INTEGER,
    decided_at INTEGER,
    fault TEXT
) STRICT;

CREATE UNIQUE INDEX join_request_open ON join_request (chat_id, user_id) WHERE state IN ('waiting', 'approving', 'declining');

CREATE TABLE invite (
    chat_id INTEGER PRIMARY KEY,
    link TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;

-- A tenant's question in the hands of a person. The text is in the staff group, not here.
CREATE TABLE handoff (
    id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'closed')),
    opened_at INTEGER NOT NULL,
    closed_at INTEGER
) STRICT;

CREATE INDEX handoff_chat ON handoff (chat_id, state);

-- One alarm an incident: told when it begins and when it is over.
CREATE TABLE incident (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    began_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;

CREATE UNIQUE INDEX incident_open ON incident (name) WHERE ended_at IS NULL;

CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor INTEGER,                        -- a staff member's user id; NULL: the bot itself
    action TEXT NOT NULL,
    object TEXT NOT NULL
) STRICT;
