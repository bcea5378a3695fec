"""Meaning vectors of texts, by the text's digest; bytes here, numbers elsewhere."""

from collections.abc import Collection, Mapping

from storage.database import Reader, Transaction

AT_ONCE = 1_000  # vectors read at a time

LOAD = """
    SELECT digest, vector
    FROM text_vector
    WHERE model = :model
    AND digest > :after
    ORDER BY digest
    LIMIT :most
"""

ADD = """
    INSERT INTO text_vector (model, digest, vector)
    VALUES (:model, :digest, :vector)
    ON CONFLICT DO NOTHING
"""

DROP = "DELETE FROM text_vector WHERE model = :model AND digest = :digest"

DROP_OTHERS = "DELETE FROM text_vector WHERE model <> :model"


async def load(reader: Reader, model: str) -> dict[bytes, bytes]:
    """Every vector of `model` by digest; about 1 KB each.

    Read in pieces: the thread that reads holds its last result until it reads again.
    """
    found: dict[bytes, bytes] = {}
    after = b""
    while rows := await reader.fetch(LOAD, {"model": model, "after": after, "most": AT_ONCE}):
        found |= {row["digest"]: row["vector"] for row in rows}
        after = rows[-1]["digest"]
    return found


async def add(tx: Transaction, model: str, vectors: Mapping[bytes, bytes]) -> None:
    """Keep these; one that stands already stays."""
    rows = [{"model": model, "digest": digest, "vector": vector} for digest, vector in vectors.items()]
    await tx.execute_many(ADD, rows)


async def drop(tx: Transaction, model: str, digests: Collection[bytes]) -> None:
    """Forget these, and everything of other models."""
    await tx.execute_many(DROP, [{"model": model, "digest": digest} for digest in digests])
    await tx.execute(DROP_OTHERS, {"model": model})
