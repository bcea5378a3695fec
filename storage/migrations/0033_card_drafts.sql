-- Imports and edits sent in a chat that wait for somebody's "Applica": exactly what was shown. Kept one day.

CREATE TABLE card_draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,          -- never given twice: an old button must not meet another draft
    author INTEGER NOT NULL,                       -- a staff member's user id
    source TEXT NOT NULL,                          -- the file's name
    revision INTEGER NOT NULL,                     -- of the knowledge it was compared with
    changes TEXT NOT NULL CHECK (json_valid(changes)),
    other INTEGER,                                 -- the same file, with the other choice about what it does not name
    made_at INTEGER NOT NULL
) STRICT;
