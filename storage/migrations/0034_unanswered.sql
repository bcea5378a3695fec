-- Questions nobody could answer, put together, and what staff did about them. Kept as long as the questions themselves.

CREATE TABLE unanswered (
    id INTEGER PRIMARY KEY,
    lang TEXT NOT NULL,
    text TEXT NOT NULL,                            -- how most wrote it; redacted, as in the log of questions
    wordings TEXT NOT NULL CHECK (json_valid(wordings)),   -- other ways it was written
    people INTEGER NOT NULL,                       -- each counted once a day
    days INTEGER NOT NULL,
    last_day TEXT NOT NULL,                        -- Rome's, YYYY-MM-DD
    state TEXT NOT NULL CHECK (state IN ('open', 'words', 'card', 'ignored')),
    card_id TEXT,                                  -- that got the words, or was made
    settled_by INTEGER,                            -- a staff member's user id
    settled_on TEXT                                -- Rome's day
) STRICT;

CREATE INDEX unanswered_state ON unanswered (state, people);

-- The weeks whose cards have been sent to staff.
CREATE TABLE learning_week (
    week TEXT PRIMARY KEY,                         -- ISO, "2026-W48"
    at INTEGER NOT NULL                            -- unix milliseconds, UTC
) STRICT, WITHOUT ROWID;
