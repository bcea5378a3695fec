-- What people ask, without who: it shows which cards are missing. Kept 180 days.

CREATE TABLE question (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,                    -- local day, YYYY-MM-DD; no finer, so that nobody can be found by the hour
    lang TEXT NOT NULL,
    quarter TEXT,
    text TEXT NOT NULL,                   -- redacted
    outcome TEXT NOT NULL CHECK (outcome IN ('answer', 'choose', 'which_quarter', 'unknown')),
    card_id TEXT                          -- the best card, where there was one; cards may go, questions stay
) STRICT;

CREATE INDEX question_by_day ON question (day, outcome);
