"""Vectors are read in pieces and come back whole."""

from hashlib import sha256

from storage import vectors
from storage.database import Database


async def test_more_vectors_than_are_read_at_once_all_come_back(db: Database) -> None:
    kept = {sha256(str(at).encode()).digest(): b"%d" % at for at in range(2 * vectors.AT_ONCE + 1)}
    async with db.write() as tx:
        await vectors.add(tx, "model", kept)
        await vectors.add(tx, "another", {b"x": b"other"})
    assert await vectors.load(db, "model") == kept
    assert await vectors.load(db, "none") == {}
