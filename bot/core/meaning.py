"""How near a message and the cards are in meaning, from the vectors a model gives their texts.

A vector tells also which language its text is in, and texts of one language lie together. So each is looked at from
between the middle of its own language and that of all.
"""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from bot.core.card import Card
from bot.core.decoys import DECOYS
from bot.core.likeness import Compared
from bot.core.words import ITALIAN

Vector = NDArray[np.float32]
Matrix = NDArray[np.float32]

_NEAREST = 3  # texts of a card whose mean likeness counts
_ITALIAN, _OTHERS = 30, 6  # examples of a card that are embedded, in Italian and in each other language
_OWN_LANGUAGE = 0.5  # how far the point looked from lies towards the middle of the text's own language
_AT_ONCE = 1024  # rounded vectors that are made whole again at a time
_SHRINKAGE = 1.0  # how round each card's cloud of texts is taken to be, as a share of its mean spread


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rounded:
    """Vectors in small whole numbers: a quarter of the memory, and a likeness moves by a thousandth."""

    numbers: NDArray[np.int8]
    steps: Vector  # what one is worth in each row

    @classmethod
    def of(cls, rows: Matrix) -> Self:
        """`rows` rounded."""
        steps = np.maximum(np.abs(rows).max(axis=1), 1e-9) / 127
        return cls(numbers=np.rint(rows / steps[:, None]).astype(np.int8), steps=steps)

    def likeness(self, asked: Vector) -> Vector:
        """How like each row is to `asked`."""
        found = np.empty(len(self.numbers), dtype=np.float32)
        for at in range(0, len(found), _AT_ONCE):
            found[at : at + _AT_ONCE] = self.numbers[at : at + _AT_ONCE].astype(np.float32) @ asked
        return np.asarray(found * self.steps)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Space:
    """The vectors of one state of the cards; never changed after it is built."""

    rows: Mapping[str, int]  # by card id
    centres: Mapping[str, Vector]  # by language: what its texts share tells nothing
    told: Matrix  # a row a card: its title and body
    texts: Rounded  # single texts
    owned: NDArray[np.intp]  # a row a card: its rows in `texts`, filled up with their number, which is none
    decoys: Matrix
    slopes: Matrix  # of a linear rule that tells the cards apart by their texts: a row a card, and one for the decoys
    offsets: Vector

    def compare(self, vector: Vector, *, lang: str = ITALIAN) -> Compared:
        """How near each card is to the message of `vector`: to its whole, its nearest texts, and by the rule."""
        asked = _of_length_one((vector - self.centres.get(lang, self.centres[ITALIAN]))[None, :])[0]
        nearest = _nearest(np.append(self.texts.likeness(asked), -np.inf)[self.owned])
        rule = self.slopes @ asked + self.offsets
        found = {
            "best": nearest[:, -1],
            "nearest": np.nanmean(nearest, axis=1),
            "rule": rule[:-1],
            "told": self.told @ asked,
        }
        others = {"best": float((self.decoys @ asked).max()), "rule": float(rule[-1])}
        return Compared(
            rows=self.rows,
            views={view: values.astype(np.float64) for view, values in found.items()},
            decoys=others,
        )


def texts_of(card: Card) -> dict[str, str]:
    """What of `card` a message may be like, each text with its language; never empty.

    Not all of it: each takes 10 to 40 ms once, and memory.
    """
    translated = {
        text: lang for lang, own in card.translations.items() for text in _some(own.questions, _OTHERS)
    }
    return translated | dict.fromkeys((card.title, *_some(card.questions, _ITALIAN)), ITALIAN)


def _some(texts: Sequence[str], most: int) -> Sequence[str]:
    """At most so many of `texts`, of all who wrote them: one more text changes one of these at most."""
    return sorted(texts, key=lambda text: zlib.crc32(text.encode()))[:most]


def told_of(card: Card) -> str:
    """The text that stands for all of `card`."""
    return f"{card.title}. {card.summary} {card.body}".replace("  ", " ").strip()


def decoys() -> dict[str, str]:
    """Messages of other domains, each with its language."""
    return {
        message: lang
        for lang, topics in DECOYS.items()
        for messages in topics.values()
        for message in messages
    }


def needed(cards: Iterable[Card]) -> list[str]:
    """Every text whose vector `build` asks for, each once."""
    texts = [*decoys()]
    for card in cards:
        texts += needed_of(card)
    return list(dict.fromkeys(texts))


def needed_of(card: Card) -> list[str]:
    """The texts of `card` alone."""
    return [told_of(card), *texts_of(card)]


def build(cards: Sequence[Card], vectors: Mapping[str, NDArray[np.floating]]) -> Space:
    """The space of `cards`; `vectors` holds one of length 1 for each text of `needed`. A second per 500 cards."""
    lists = [texts_of(card) for card in cards]
    counts = [len(texts) for texts in lists]
    spoken = [item for texts in (*lists, decoys()) for item in texts.items()]
    raw = np.stack([vectors[text] for text, _ in spoken], dtype=np.float32)
    langs = np.asarray([lang for _, lang in spoken])
    centres = _centres(raw, langs, raw[: sum(counts)].mean(axis=0))
    for lang, centre in centres.items():
        raw[langs == lang] -= centre
    looked = _of_length_one(raw)
    texts, others = looked[: sum(counts)], looked[sum(counts) :]
    slopes, offsets = _rule(looked, [*counts, len(others)])
    return Space(
        rows={card.id: row for row, card in enumerate(cards)},
        centres=centres,
        told=_of_length_one(np.stack([vectors[told_of(card)] for card in cards]) - centres[ITALIAN]),
        texts=Rounded.of(texts),
        owned=_owned(counts),
        decoys=others.copy(),
        slopes=slopes,
        offsets=offsets,
    )


def _centres(raw: Matrix, langs: NDArray[np.str_], middle: Vector) -> dict[str, Vector]:
    """By language the point its texts are looked at from; `middle` is that of all cards."""
    own = {str(lang): raw[langs == lang].mean(axis=0) for lang in np.unique(langs)}
    return {lang: middle + _OWN_LANGUAGE * (mean - middle) for lang, mean in own.items()}


def _owned(counts: Sequence[int]) -> NDArray[np.intp]:
    owned = np.full((len(counts), max(*counts, _NEAREST)), sum(counts), dtype=np.intp)
    first = 0
    for row, count in enumerate(counts):
        owned[row, :count] = np.arange(first, first + count)
        first += count
    return owned


def _nearest(likeness: Matrix) -> Matrix:
    """Of each row the best few, best last; where there are not so many, nan."""
    best = np.sort(likeness, axis=1)[:, -_NEAREST:]
    return np.where(np.isfinite(best), best, np.nan)


def packed(vector: Vector) -> bytes:
    """`vector` as it is stored: 16-bit floats, which lose nothing that counts."""
    return vector.astype("<f2").tobytes()


def unpacked(stored: bytes) -> NDArray[np.float16]:
    """The vector `packed` has made these bytes of, without a copy of them."""
    return np.frombuffer(stored, dtype="<f2")


def _of_length_one(rows: Matrix) -> Matrix:
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    return np.asarray(rows / np.maximum(lengths, 1e-9)[:, None], dtype=np.float32)


def _rule(rows: Matrix, counts: Sequence[int]) -> tuple[Matrix, Vector]:
    """Fisher's linear discriminant, the spread within the groups shrunk towards a sphere: exact, and no search."""
    starts = np.cumsum([0, *counts[:-1]])
    means = np.add.reduceat(rows, starts, axis=0) / np.asarray(counts, dtype=np.float32)[:, None]
    # Within the groups: what they spread in all, less what their means do.
    spread = (rows.T @ rows - (means.T * np.asarray(counts, dtype=np.float32)) @ means) / len(rows)
    size = len(spread)
    spread += (_SHRINKAGE * max(float(np.trace(spread)), 1e-6) / size) * np.eye(size, dtype=np.float32)
    slopes = np.linalg.solve(spread, means.T).T.astype(np.float32)
    return slopes, np.asarray(-0.5 * np.einsum("ij,ij->i", slopes, means), dtype=np.float32)
