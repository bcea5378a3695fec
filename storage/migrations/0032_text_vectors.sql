-- Meaning vectors of the cards' texts, so that each is computed once. A cache: everything here can be made again.

CREATE TABLE text_vector (
    model TEXT NOT NULL,                  -- the encoder's name with its version; others' vectors are never compared
    digest BLOB NOT NULL,                 -- SHA-256 of the text
    vector BLOB NOT NULL,                 -- 16-bit floats, little-endian
    PRIMARY KEY (model, digest)
) STRICT, WITHOUT ROWID;
