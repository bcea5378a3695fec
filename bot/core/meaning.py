"""How near a message and the cards are in meaning, from the vectors a model gives their texts.

Imported only where the extra `semantic` is installed: it needs numpy.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.card import Card
from bot.core.decoys import DECOYS
from bot.core.likeness import Compared

Vector = NDArray[np.float32]
Matrix = NDArray[np.float32]

_NEAREST = 3  # texts of a card whose mean likeness counts
_ITALIAN, _OTHERS = 15, 3  # examples of a card that are embedded, in Italian and in each other language
_SHRINKAGE = 1.0  # how round each card's cloud of texts is taken to be, as a share of its mean spread


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Space:
    """The vectors of one state of the cards; never changed after it is built."""

    rows: Mapping[str, int]  # by card id
    centre: Vector  # of all texts: what they share tells nothing
    wholes: Mapping[str, Matrix]  # by view, a row a card: a text that stands for all of it
    texts: Matrix  # single texts
    owned: NDArray[np.intp]  # a row a card: its rows in `texts`, filled up with their number, which is none
    decoys: Matrix
    slopes: Matrix  # of a linear rule that tells the cards apart by their texts: a row a card, and one for the decoys
    offsets: Vector

    def compare(self, vector: Vector) -> Compared:
        """How near each card is to the message of `vector`: to its whole, its nearest texts, and by the rule."""
        asked = _centred(vector[None, :], self.centre)[0]
        nearest = _nearest(np.append(self.texts @ asked, -np.inf)[self.owned])
        rule = self.slopes @ asked + self.offsets
        found = {
            "best": nearest[:, -1],
            "nearest": np.nanmean(nearest, axis=1),
            "rule": rule[:-1],
            **{view: matrix @ asked for view, matrix in self.wholes.items()},
        }
        others = {"best": float((self.decoys @ asked).max()), "rule": float(rule[-1])}
        return Compared(
            rows=self.rows,
            views={view: values.astype(np.float64) for view, values in found.items()},
            decoys=others,
        )


def texts_of(card: Card) -> list[str]:
    """What of `card` a message may be like, in every language; never empty.

    Not all of it: with more of one language than these the model finds no more, and each takes 10 to 40 ms.
    """
    translated = (text for own in card.translations.values() for text in own.questions[:_OTHERS])
    return list(dict.fromkeys((card.title, *card.questions[:_ITALIAN], *translated)))


def wholes_of(card: Card) -> dict[str, str]:
    """By view the texts that stand for all of `card`."""
    told = f"{card.title}. {card.summary} {card.body}".replace("  ", " ").strip()
    return {"told": told, "names": f"{card.title}: {', '.join(card.keywords)}"}


def decoys() -> list[str]:
    """Messages of other domains."""
    return [message for topics in DECOYS.values() for messages in topics.values() for message in messages]


def needed(cards: Iterable[Card]) -> list[str]:
    """Every text whose vector `build` asks for, each once."""
    texts = decoys()
    for card in cards:
        texts += (*wholes_of(card).values(), *texts_of(card))
    return list(dict.fromkeys(texts))


def build(cards: Sequence[Card], vectors: Mapping[str, Vector]) -> Space:
    """The space of `cards`; `vectors` holds one of length 1 for each text of `needed`. A second per 500 cards."""
    lists = [texts_of(card) for card in cards]
    raw = np.stack([vectors[text] for texts in lists for text in texts])
    centre = raw.mean(axis=0)
    texts = _centred(raw, centre)
    others = _centred(np.stack([vectors[text] for text in decoys()]), centre)
    counts = [len(texts) for texts in lists]
    slopes, offsets = _rule(np.vstack((texts, others)), [*counts, len(others)])
    wholes = [wholes_of(card) for card in cards]
    return Space(
        rows={card.id: row for row, card in enumerate(cards)},
        centre=centre,
        wholes={
            view: _centred(np.stack([vectors[one[view]] for one in wholes]), centre) for view in wholes[0]
        },
        texts=texts,
        owned=_owned(counts),
        decoys=others,
        slopes=slopes,
        offsets=offsets,
    )


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


def unpacked(stored: bytes) -> Vector:
    """The vector `packed` has made these bytes of."""
    return np.frombuffer(stored, dtype="<f2").astype(np.float32)


def _centred(rows: Matrix, centre: Vector) -> Matrix:
    moved = rows - centre
    lengths: Matrix = np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)
    return np.asarray(moved / lengths, dtype=np.float32)


def _rule(rows: Matrix, counts: Sequence[int]) -> tuple[Matrix, Vector]:
    """Fisher's linear discriminant, the spread within the groups shrunk towards a sphere: exact, and no search."""
    starts = np.cumsum([0, *counts[:-1]])
    means = np.add.reduceat(rows, starts, axis=0) / np.asarray(counts, dtype=np.float32)[:, None]
    within = rows - np.repeat(means, counts, axis=0)
    spread = within.T @ within / len(rows)
    size = len(spread)
    spread += (_SHRINKAGE * max(float(np.trace(spread)), 1e-6) / size) * np.eye(size, dtype=np.float32)
    slopes = np.linalg.solve(spread, means.T).T.astype(np.float32)
    return slopes, np.asarray(-0.5 * np.einsum("ij,ij->i", slopes, means), dtype=np.float32)
