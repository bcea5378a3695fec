"""The cards' vectors: each text embedded once, kept in the database, made into a space to search in.

cards → texts → digests → stored vectors ─┐
               └→ missing → encoder ──────┴→ spaces, one a model
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

import structlog

from bot import encoders
from bot.core.card import Card
from bot.encoders import Encoder, Missing
from storage import vectors
from storage.database import Database

if TYPE_CHECKING:
    from bot.core.meaning import Space, Vector

log = structlog.get_logger(__name__)

BATCH = 16  # texts embedded and stored at a time: a second at most
MOST_UNUSED = 500  # vectors of texts no card has any more; beyond that they are thrown away

Load = Callable[[], tuple[tuple[Encoder, ...], tuple[Missing, ...]]]


class Meaning:
    """The models that work here, and the spaces of the cards; neither is there without the extra `semantic`."""

    def __init__(self, db: Database, *, load: Load = encoders.load) -> None:
        self._db = db
        self._load = load
        self._encoders: tuple[Encoder, ...] | None = None
        self._unkept: dict[str, dict[bytes, bytes]] = {}  # what a read-only database could not take

    async def begin(self) -> tuple[Encoder, ...]:
        """The models, loaded at the first call; the log says which there are."""
        if self._encoders is None:
            found, missing = await asyncio.to_thread(self._load)
            for one in missing:
                log.warning("meaning_model_missing", model=one.name, reason=one.reason)
            log.info("meaning_models", models=[one.name for one in found])
            self._encoders = found
        return self._encoders

    async def spaces(self, cards: Sequence[Card]) -> tuple["Space", ...]:
        """One space a model, in the order of `vectors_of`; what was never embedded is now, 10 to 40 ms a text."""
        models = await self.begin()
        return tuple([await self._space(model, cards) for model in models]) if cards else ()

    def vectors_of(self, text: str) -> tuple["Vector", ...]:
        """The message's vector by each model; blocks for 10 to 100 ms."""
        return tuple(one.encode(text) for one in self._encoders or ())

    async def _space(self, encoder: Encoder, cards: Sequence[Card]) -> "Space":
        from bot.core import meaning  # needs numpy, which is there with a model

        needed = meaning.needed(cards, quick=encoder.quick)
        texts = {sha256(text.encode()).digest(): text for text in needed}
        stored = await vectors.load(self._db, encoder.name) | self._unkept.get(encoder.name, {})
        for some in _batches([digest for digest in texts if digest not in stored]):
            new = await asyncio.to_thread(_embedded, encoder, {digest: texts[digest] for digest in some})
            stored |= new
            await self._keep(encoder.name, new)
        await self._forget(encoder.name, [digest for digest in stored if digest not in texts])
        known = {text: meaning.unpacked(stored[digest]) for digest, text in texts.items()}
        return await asyncio.to_thread(meaning.build, cards, known, quick=encoder.quick)

    async def _keep(self, model: str, new: Mapping[bytes, bytes]) -> None:
        if not self._db.writable:
            self._unkept.setdefault(model, {}).update(new)
            return
        async with self._db.write() as tx:
            await vectors.add(tx, model, new)

    async def _forget(self, model: str, digests: Sequence[bytes]) -> None:
        """Once much of what is stored stands on no card; an undone edit then finds the rest still there."""
        if self._db.writable and len(digests) > MOST_UNUSED:
            async with self._db.write() as tx:
                await vectors.drop(tx, model, digests)


def _embedded(encoder: Encoder, texts: Mapping[bytes, str]) -> dict[bytes, bytes]:
    from bot.core import meaning

    return {digest: meaning.packed(encoder.encode(text)) for digest, text in texts.items()}


def _batches(digests: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    return (digests[at : at + BATCH] for at in range(0, len(digests), BATCH))
