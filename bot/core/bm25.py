"""BM25F: how much each document says about a few weighted terms, fields counted by their weight.

`score = Σ idf · tf·(k1 + 1) / (tf + k1)` with `tf = Σ field weight · count / (1 − b + b · length / average length)`.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Self

import numpy as np
from numpy.typing import NDArray

Document = Mapping[str, Sequence[Sequence[str]]]  # field → texts → terms
Scores = NDArray[np.float64]  # one a document
Weights = Mapping[int, float]  # what each slot's term counts for
_Frequencies = tuple[NDArray[np.integer], NDArray[np.integer], Scores]  # term, document, weighted frequency


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Terms:
    """The terms of an index by their hashes, each with its slot; as text they would take ten times the memory.

    A hash has 64 bits: two of a million terms share one once in ten million indexes.
    """

    hashes: NDArray[np.int64]  # ascending
    slots: NDArray[np.uint32]

    @classmethod
    def of(cls, slots: Mapping[str, int]) -> Self:
        """`slots` gives each term's."""
        hashes = np.fromiter(map(hash, slots), dtype=np.int64, count=len(slots))
        order = np.argsort(hashes)
        places = np.fromiter(slots.values(), dtype=np.uint32, count=len(slots))
        return cls(hashes=hashes[order], slots=places[order])

    def of_known(self, asked: Collection[str]) -> dict[str, int]:
        """The slot of each of the `asked` terms that is here, in their order."""
        if not len(self.hashes):
            return {}
        wanted = np.fromiter(map(hash, asked), dtype=np.int64, count=len(asked))
        places = np.minimum(np.searchsorted(self.hashes, wanted), len(self.hashes) - 1)
        known, slots = (self.hashes[places] == wanted).tolist(), self.slots[places].tolist()
        return {term: slot for term, slot, here in zip(asked, slots, known, strict=True) if here}

    def weighed(self, weights: Mapping[str, float]) -> "Weights":
        """`weights` of terms as weights of their slots."""
        return {slot: weights[term] for term, slot in self.of_known(weights).items()}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Index:
    """For each term the documents it stands in with what it adds there, so asking is only adding up.

    The postings of all terms lie one behind the other: an object a term would take ten times the memory.
    """

    size: int
    terms: Terms  # each with its place in `starts` and `idf`
    starts: NDArray[np.uint32]  # where each term's postings begin, and at the end where all of them end
    documents: NDArray[np.unsignedinteger]
    values: NDArray[np.float32]
    idf: NDArray[np.float32]
    unknown: float  # what a term nobody has counts for in a coverage: half of the rarest

    def scores(self, weights: Weights) -> Scores:
        """Every document's score."""
        slots = np.fromiter(weights, dtype=np.intp, count=len(weights))
        begins = self.starts[slots].astype(np.intp)
        counts = self.starts[slots + 1] - begins
        ends = np.cumsum(counts)
        if not len(ends) or not ends[-1]:
            return np.zeros(self.size)
        places = np.arange(ends[-1]) + np.repeat(begins - ends + counts, counts)
        times = np.repeat(np.fromiter(weights.values(), dtype=np.float64, count=len(weights)), counts)
        return added_up(self.documents[places], self.values[places] * times, size=self.size)

    def most(self, weights: Weights) -> float:
        """About the score of a document made of exactly these terms, none repeated."""
        return sum(weight * float(self.idf[slot]) for slot, weight in weights.items())

    def coverage(self, meanings: Iterable[Weights], at: int) -> float:
        """Share of the words' weight that document `at` knows; each word may mean several terms, or none we have."""
        whole = part = 0.0
        for meant in meanings:
            rarity = {slot: float(self.idf[slot]) for slot in meant}
            whole += max(rarity.values(), default=self.unknown)
            part += max(
                (weight * rarity[slot] for slot, weight in meant.items() if self._has(slot, at)), default=0.0
            )
        return part / whole if whole else 0.0

    def _has(self, slot: int, at: int) -> bool:
        begin, end = self.starts[slot : slot + 2].tolist()
        place = bisect_left(self.documents, at, begin, end)
        return place < end and bool(self.documents[place] == at)


def build(
    documents: Iterable[Document],
    *,
    weights: Mapping[str, float],
    b: float = 0.4,
    k1: float = 1.2,
    like: Index | None = None,
    slots: dict[str, int] | None = None,
    broadest: int | None = None,
) -> Index:
    """Index `documents` by the fields in `weights`; terms in more than `broadest` of them say too little to be asked for.

    `slots` learns each term's slot. With `like`, an index it was filled by that has all these terms, terms and idf are shared.
    """
    known = {} if slots is None else slots
    size, fields = 0, {field: _Field() for field in weights}
    for document in documents:
        size += 1
        for name, field in fields.items():
            field.add(document.get(name, ()), known)
    found, places, frequencies = _together(
        [field.frequencies(weight=weights[name], b=b) for name, field in fields.items()], size=size
    )
    spread = np.bincount(found, minlength=len(known))
    idf = _idf(spread, size) if like is None else like.idf
    if broadest is not None:
        kept = spread[found] <= broadest
        found, places, frequencies = found[kept], places[kept], frequencies[kept]
        spread = np.where(spread <= broadest, spread, 0)
    order = np.argsort(found, kind="stable")
    found, places, frequencies = found[order], places[order], frequencies[order]
    values = idf[found] * frequencies * (k1 + 1) / (frequencies + k1)
    return Index(
        size=size,
        terms=Terms.of(known) if like is None else like.terms,
        starts=np.concatenate(([0], np.cumsum(spread))).astype(np.uint32),
        documents=places.astype(np.min_scalar_type(size)),
        values=values.astype(np.float32),
        idf=idf.astype(np.float32, copy=False),
        unknown=float(idf.max(initial=0.0)) / 2,
    )


class _Field:
    """What stands in one field, document by document: its terms, how often each, how many different ones, how many."""

    def __init__(self) -> None:
        self._terms, self._times, self._different, self._lengths = (array("I") for _ in range(4))

    def add(self, texts: Sequence[Sequence[str]], slots: dict[str, int]) -> None:
        """The next document's texts; `slots` learns their terms."""
        found = Counter(chain.from_iterable(texts))
        self._terms.extend([slots.setdefault(term, len(slots)) for term in found])
        self._times.extend(found.values())
        self._different.append(len(found))
        self._lengths.append(found.total())

    def frequencies(self, *, weight: float, b: float) -> _Frequencies:
        """Of each pair of term and document there is, document by document."""
        lengths = np.asarray(self._lengths)
        average = lengths.sum() / max(1, np.count_nonzero(lengths)) or 1.0
        norms = weight / (1 - b + b * lengths / average)
        documents = np.repeat(np.arange(len(lengths), dtype=np.uint32), np.asarray(self._different))
        return np.asarray(self._terms), documents, np.asarray(self._times) * norms[documents]


def _together(fields: Sequence[_Frequencies], *, size: int) -> _Frequencies:
    """Each pair once, with what it has in all fields."""
    if len(fields) == 1:
        return fields[0]
    terms, documents, frequencies = (np.concatenate(part) for part in zip(*fields, strict=True))
    pairs, which = np.unique(terms.astype(np.int64) * size + documents, return_inverse=True)
    size = max(1, size)
    return pairs // size, pairs % size, added_up(which, frequencies, size=len(pairs))


def added_up(places: NDArray[np.integer], amounts: NDArray[np.floating], *, size: int) -> Scores:
    """Of each of `size` places the sum of its amounts."""
    return np.asarray(np.bincount(places, weights=amounts, minlength=size), dtype=np.float64)


def _idf(spread: NDArray[np.int64], size: int) -> NDArray[np.floating]:
    rarity = np.log(1 + (size - spread + 0.5) / (spread + 0.5))
    return np.where(spread > 0, rarity, 0.0)
