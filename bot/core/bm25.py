"""BM25F: how much each document says about a few weighted terms, fields counted by their weight.

`score = Σ idf · tf·(k1 + 1) / (tf + k1)` with `tf = Σ field weight · count / (1 − b + b · length / average length)`.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

Document = Mapping[str, Sequence[Sequence[str]]]  # field → texts → terms
Scores = NDArray[np.float64]  # one a document
_Frequencies = tuple[NDArray[np.integer], NDArray[np.integer], Scores]  # term, document, weighted frequency


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Index:
    """For each term the documents it stands in with what it adds there, so asking is only adding up.

    The postings of all terms lie one behind the other: an object a term would take ten times the memory.
    """

    size: int
    slots: Mapping[str, int]  # of each term, its place in `starts` and `idf`
    starts: "array[int]"  # where each term's postings begin, and at the end where all of them end
    documents: NDArray[np.unsignedinteger]
    values: NDArray[np.float32]
    idf: "array[float]"
    unknown: float  # what a term nobody has counts for in a coverage: half of the rarest

    def scores(self, weights: Mapping[str, float]) -> Scores:
        """Every document's score."""
        found = list(self._postings(weights))
        if not found:
            return np.zeros(self.size)
        documents = np.concatenate([self.documents[begin:end] for begin, end, _ in found])
        values = np.concatenate([self.values[begin:end] for begin, end, _ in found])
        times = np.repeat([weight for _, _, weight in found], [end - begin for begin, end, _ in found])
        return added_up(documents, values * times, size=self.size)

    def _postings(self, weights: Mapping[str, float]) -> Iterator[tuple[int, int, float]]:
        for term, weight in weights.items():
            slot = self.slots.get(term)
            if slot is not None:
                yield self.starts[slot], self.starts[slot + 1], weight

    def most(self, weights: Mapping[str, float]) -> float:
        """About the score of a document made of exactly these terms, none repeated."""
        return sum(
            weight * self.idf[self.slots[term]] for term, weight in weights.items() if term in self.slots
        )

    def coverage(self, meanings: Sequence[Mapping[str, float]], at: int) -> float:
        """Share of the words' weight that document `at` knows; each word may mean several terms, or none we have."""
        whole = part = 0.0
        for meant in meanings:
            known = {self.slots[term]: weight for term, weight in meant.items() if term in self.slots}
            whole += max((self.idf[slot] for slot in known), default=self.unknown)
            part += max(
                (weight * self.idf[slot] for slot, weight in known.items() if self._has(slot, at)),
                default=0.0,
            )
        return part / whole if whole else 0.0

    def _has(self, slot: int, at: int) -> bool:
        begin, end = self.starts[slot], self.starts[slot + 1]
        place = bisect_left(self.documents, at, begin, end)
        return place < end and bool(self.documents[place] == at)


def build(
    documents: Iterable[Document],
    *,
    weights: Mapping[str, float],
    b: float = 0.4,
    k1: float = 1.2,
    slots: Mapping[str, int] | None = None,
    idf: "array[float] | None" = None,
    broadest: int | None = None,
) -> Index:
    """Index `documents` by the fields in `weights`; terms in more than `broadest` of them say too little to be asked for.

    `slots` and `idf` may come from an index that has all these terms, and are shared with it.
    """
    known = dict(slots or {})
    size, fields = 0, {field: _Field() for field in weights}
    for document in documents:
        size += 1
        for name, field in fields.items():
            field.add(document.get(name, ()), known)
    found, places, frequencies = _together(
        [field.frequencies(weight=weights[name], b=b) for name, field in fields.items()], size=size
    )
    spread = np.bincount(found, minlength=len(known))
    if idf is None:
        idf = _idf(spread, size)
    if broadest is not None:
        kept = spread[found] <= broadest
        found, places, frequencies = found[kept], places[kept], frequencies[kept]
        spread = np.where(spread <= broadest, spread, 0)
    order = np.argsort(found, kind="stable")
    found, places, frequencies = found[order], places[order], frequencies[order]
    values = np.asarray(idf)[found] * frequencies * (k1 + 1) / (frequencies + k1)
    return Index(
        size=size,
        slots=known if slots is None else slots,
        starts=array("I", accumulate(spread.tolist(), initial=0)),
        documents=places.astype(np.min_scalar_type(size)),
        values=values.astype(np.float32),
        idf=idf,
        unknown=max(idf, default=0.0) / 2,
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


def _idf(spread: NDArray[np.int64], size: int) -> "array[float]":
    rarity = np.log(1 + (size - spread + 0.5) / (spread + 0.5))
    return array("d", np.where(spread > 0, rarity, 0.0).tobytes())
