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
_SHRINKAGE = 1.0  # how round each card's cloud of texts is taken to be, as a share of its mean spread


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Space:
    """The vectors of one model for one state of the cards; never changed after it is built."""

    rows: Mapping[str, int]  # by card id
    centre: Vector  # of all texts: what they share tells nothing
    wholes: Mapping[str, Matrix]  # by view, a row a card: a few texts that stand for all of it
    examples: "Examples | None" = None  # every single text, where the model is quick enough for that

    def compare(self, vector: Vector) -> Compared:
        """How near each card is to the message of `vector`."""
        asked = _centred(vector[None, :], self.centre)[0]
        views = {view: list(map(float, matrix @ asked)) for view, matrix in self.wholes.items()}
        if self.examples is None:
            return Compared(rows=self.rows, views=views)
        return self.examples.compare(asked, rows=self.rows, views=views)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Examples:
    """Every text of every card, and a linear rule that tells the cards apart by them."""

    texts: Matrix  # rows of one card stand together
    starts: NDArray[np.intp]  # of each card, its first row in `texts`
    decoys: Matrix
    slopes: Matrix  # a row a card, and one for the decoys
    offsets: Vector

    def compare(
        self, asked: Vector, *, rows: Mapping[str, int], views: Mapping[str, Sequence[float]]
    ) -> Compared:
        """`views` with three more: the nearest text, the nearest few, and the rule."""
        likeness = self.texts @ asked
        ends = [*self.starts[1:], len(likeness)]
        nearest = [
            float(np.sort(likeness[start:end])[-_NEAREST:].mean())
            for start, end in zip(self.starts, ends, strict=True)
        ]
        rule = self.slopes @ asked + self.offsets
        return Compared(
            rows=rows,
            views={
                **views,
                "best": list(map(float, np.maximum.reduceat(likeness, self.starts))),
                "nearest": nearest,
                "rule": list(map(float, rule[:-1])),
            },
            decoys={"best": float((self.decoys @ asked).max()), "rule": float(rule[-1])},
        )


def texts_of(card: Card) -> list[str]:
    """Everything of `card` a message may be like, in every language; never empty."""
    translated = (text for own in card.translations.values() for text in (*own.keywords, *own.questions))
    return list(dict.fromkeys((card.title, *card.keywords, *card.questions, *translated)))


def wholes_of(card: Card, *, quick: bool) -> dict[str, str]:
    """By view the texts that stand for all of `card`."""
    told = f"{card.title}. {card.summary} {card.body}".replace("  ", " ").strip()
    return {"told": told} if quick else {"gist": told, "names": f"{card.title}: {', '.join(card.keywords)}"}


def decoys() -> list[str]:
    """Messages of other domains."""
    return [message for topics in DECOYS.values() for messages in topics.values() for message in messages]


def needed(cards: Iterable[Card], *, quick: bool) -> list[str]:
    """Every text whose vector `build` asks for, each once; all of them from a `quick` model, few from another."""
    texts = [text for card in cards for text in wholes_of(card, quick=quick).values()]
    if quick:
        texts += [text for card in cards for text in texts_of(card)] + decoys()
    return list(dict.fromkeys(texts))


def build(cards: Sequence[Card], vectors: Mapping[str, Vector], *, quick: bool) -> Space:
    """The space of `cards`; `vectors` holds one of length 1 for each text of `needed`. A second per 500 cards."""
    wholes = [wholes_of(card, quick=quick) for card in cards]
    raw = {view: np.stack([vectors[texts[view]] for texts in wholes]) for view in wholes[0]}
    examples = np.stack([vectors[text] for card in cards for text in texts_of(card)]) if quick else None
    centre = (np.vstack(tuple(raw.values())) if examples is None else examples).mean(axis=0)
    return Space(
        rows={card.id: row for row, card in enumerate(cards)},
        centre=centre,
        wholes={view: _centred(rows, centre) for view, rows in raw.items()},
        examples=None if examples is None else _examples(cards, _centred(examples, centre), centre, vectors),
    )


def _examples(
    cards: Sequence[Card], texts: Matrix, centre: Vector, vectors: Mapping[str, Vector]
) -> Examples:
    counts = [len(texts_of(card)) for card in cards]
    others = _centred(np.stack([vectors[text] for text in decoys()]), centre)
    slopes, offsets = _rule(np.vstack((texts, others)), [*counts, len(others)])
    return Examples(
        texts=texts,
        starts=np.cumsum([0, *counts[:-1]]),
        decoys=others,
        slopes=slopes,
        offsets=offsets,
    )


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
