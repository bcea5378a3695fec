-- What staff's decisions about doubtful news taught: words and categories. Times are unix milliseconds, UTC.

CREATE TABLE word_rule (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('word', 'category')),
    words TEXT NOT NULL,                    -- folded
    publish INTEGER NOT NULL CHECK (publish IN (0, 1)),    -- 1: goes out without a question, 0: stays out
    accepted INTEGER NOT NULL CHECK (accepted IN (0, 1)),  -- 0: staff said no; not asked again for as little
    decisions INTEGER NOT NULL,             -- how many decisions spoke for it when it was settled
    made_by INTEGER NOT NULL,               -- staff user id
    made_at INTEGER NOT NULL,
    UNIQUE (kind, words)
) STRICT;
