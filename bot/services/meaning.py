"""The meaning model at work, and the cards' vectors: each text embedded once, kept in the database, made into a space to search in.

cards → texts → digests → stored vectors ─┐
               └→ missing → encoder ──────┴→ space
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

import structlog

from bot import encoders
from bot.core import meaning
from bot.core.card import Card
from bot.encoders import Encoder
from bot.heap import give_back
from storage import vectors
from storage.database import Database

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.core.meaning import Space, Vector

log = structlog.get_logger(__name__)

BATCH = 16  # texts embedded and stored at a time: a second at most
MOST_UNUSED = 500  # vectors of texts no card has any more; beyond that they are thrown away

Load = Callable[[], tuple[Encoder | None, str | None]]


class Meaning:
    """The model, and the space of the cards; there is neither without the extra `semantic`."""

    def __init__(self, db: Database, *, load: Load = encoders.load, tidy: bool = True) -> None:
        """`tidy`: vectors of texts that stand on no card any more are thrown away in time."""
        self._db = db
        self._tidy = tidy
        self._load = load
        self._loaded = False
        self._loading = asyncio.Lock()
        self._encoder: Encoder | None = None
        self._unkept: dict[bytes, bytes] = {}  # what a read-only database could not take

    async def begin(self) -> bool:
        """Whether there is a model; it is loaded at the first call, and the log says what came of it."""
        async with self._loading:
            if not self._loaded:
                self._encoder, trouble = await asyncio.to_thread(self._load)
                self._loaded = True
                log.info("meaning_model", model=self._encoder and self._encoder.name, trouble=trouble)
        return self._encoder is not None

    async def space(self, cards: Sequence[Card]) -> "Space | None":
        """What the cards mean; what was never embedded is now, 10 to 40 ms a text. None without a model or cards."""
        if not await self.begin() or self._encoder is None or not cards:
            return None
        known = await self._known(cards, self._encoder)
        space = await asyncio.to_thread(meaning.build, cards, known)
        del known
        give_back()
        return space

    async def _known(self, cards: Sequence[Card], encoder: Encoder) -> dict[str, "NDArray[np.float16]"]:
        """The vector of each text the space is made of."""
        texts = {sha256(text.encode()).digest(): text for text in meaning.needed(cards)}
        stored = await vectors.load(self._db, encoder.name) | self._unkept
        for some in _batches([digest for digest in texts if digest not in stored]):
            new = await asyncio.to_thread(_embedded, encoder, {digest: texts[digest] for digest in some})
            stored |= new
            await self._keep(encoder.name, new)
        await self._forget(encoder.name, [digest for digest in stored if digest not in texts])
        return {text: meaning.unpacked(stored[digest]) for digest, text in texts.items()}

    def embed(self, text: str) -> "Vector":
        """The message's vector; blocks for 10 to 80 ms. Only where `begin` found a model."""
        assert self._encoder is not None  # noqa: S101
        return self._encoder.encode_message(text)

    async def vectors(self, texts: Sequence[str]) -> "Mapping[str, Vector]":
        """The vector of each text, 10 to 100 ms a text; none without a model. Messages that come meanwhile go between."""
        if not texts or not await self.begin() or self._encoder is None:
            return {}
        encode = self._encoder.encode
        return {text: await asyncio.to_thread(encode, text) for text in dict.fromkeys(texts)}

    async def _keep(self, model: str, new: Mapping[bytes, bytes]) -> None:
        if not self._db.writable:
            self._unkept.update(new)
            return
        async with self._db.write() as tx:
            await vectors.add(tx, model, new)

    async def _forget(self, model: str, digests: Sequence[bytes]) -> None:
        """Once much of what is stored stands on no card; an undone edit then finds the rest still there."""
        if self._tidy and self._db.writable and len(digests) > MOST_UNUSED:
            async with self._db.write() as tx:
                await vectors.drop(tx, model, digests)


def _embedded(encoder: Encoder, texts: Mapping[bytes, str]) -> dict[bytes, bytes]:
    return {digest: meaning.packed(encoder.encode(text)) for digest, text in texts.items()}


def _batches(digests: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    return (digests[at : at + BATCH] for at in range(0, len(digests), BATCH))
