"""BM25F: how much each document says about a few weighted terms, fields counted by their weight.

`score = Σ idf · tf·(k1 + 1) / (tf + k1)` with `tf = Σ field weight · count / (1 − b + b · length / average length)`.
"""

import math
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

Document = Mapping[str, Sequence[Sequence[str]]]  # field → texts → terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """For each term the documents it stands in with what it adds there, so asking is only adding up.

    The postings of all terms lie one behind the other: an object a term would take three times the memory.
    """

    size: int
    slots: Mapping[str, int]  # of each term, its place in `starts`
    starts: "array[int]"  # where each term's postings begin, and at the end where all of them end
    documents: "array[int]"
    values: "array[float]"
    idf: Mapping[str, float]
    unknown: float  # what a term nobody has counts for in a coverage: half of the rarest

    def scores(self, weights: Mapping[str, float], *, broadest: int | None = None) -> list[float]:
        """Every document's score; terms in more than `broadest` documents are passed over."""
        found = [0.0] * self.size
        for begin, end, weight in self._stretches(weights, broadest):
            for document, value in zip(self.documents[begin:end], self.values[begin:end], strict=True):
                found[document] += weight * value
        return found

    def found(self, weights: Mapping[str, float], *, broadest: int) -> dict[int, float]:
        """The same for indexes of many documents: only those with a score."""
        found: dict[int, float] = {}
        for begin, end, weight in self._stretches(weights, broadest):
            for document, value in zip(self.documents[begin:end], self.values[begin:end], strict=True):
                found[document] = found.get(document, 0.0) + weight * value
        return found

    def _stretches(
        self, weights: Mapping[str, float], broadest: int | None
    ) -> Iterator[tuple[int, int, float]]:
        for term, weight in weights.items():
            slot = self.slots.get(term)
            if slot is None:
                continue
            begin, end = self.starts[slot], self.starts[slot + 1]
            if broadest is None or end - begin <= broadest:
                yield begin, end, weight

    def most(self, weights: Mapping[str, float]) -> float:
        """About the score of a document made of exactly these terms, none repeated."""
        return sum(weight * self.idf.get(term, 0.0) for term, weight in weights.items())

    def coverage(self, meanings: Sequence[Mapping[str, float]], at: int) -> float:
        """Share of the words' weight that document `at` knows; each word may mean several terms, or none we have."""
        whole = part = 0.0
        for meant in meanings:
            known = {term: weight * self.idf[term] for term, weight in meant.items() if term in self.idf}
            whole += max((self.idf[term] for term in known), default=self.unknown)
            part += max((value for term, value in known.items() if self._has(term, at)), default=0.0)
        return part / whole if whole else 0.0

    def _has(self, term: str, at: int) -> bool:
        slot = self.slots.get(term)
        return slot is not None and at in self.documents[self.starts[slot] : self.starts[slot + 1]]


def build(
    documents: Sequence[Document],
    *,
    weights: Mapping[str, float],
    b: float = 0.4,
    k1: float = 1.2,
    idf: Mapping[str, float] | None = None,
) -> Index:
    """Index `documents` by the fields in `weights`; `idf` may come from a fuller index of the same documents."""
    lengths = {field: [sum(map(len, document.get(field, ()))) for document in documents] for field in weights}
    averages = {
        field: sum(counts) / max(1, sum(map(bool, counts))) or 1.0 for field, counts in lengths.items()
    }
    frequencies: list[dict[str, float]] = []
    for at, document in enumerate(documents):
        norms = {
            field: weights[field] / (1 - b + b * lengths[field][at] / averages[field]) for field in weights
        }
        frequencies.append(_frequencies(document, norms))
    spread = Counter(term for counts in frequencies for term in counts)
    idf = idf if idf is not None else _idf(spread, len(documents))
    slots = {term: slot for slot, term in enumerate(spread)}
    starts = array("I", accumulate(spread.values(), initial=0))
    found, values = array("I", bytes(4 * starts[-1])), array("f", bytes(4 * starts[-1]))
    free = array("I", starts)  # of each term, where its next posting goes
    for at, counts in enumerate(frequencies):
        for term, count in counts.items():
            slot = slots[term]
            place = free[slot]
            found[place], values[place] = at, idf[term] * count * (k1 + 1) / (count + k1)
            free[slot] = place + 1
    return Index(
        size=len(documents),
        slots=slots,
        starts=starts,
        documents=found,
        values=values,
        idf=idf,
        unknown=max(idf.values(), default=0.0) / 2,
    )


def _frequencies(document: Document, norms: Mapping[str, float]) -> dict[str, float]:
    counts: dict[str, float] = {}
    for field, norm in norms.items():
        for text in document.get(field, ()):
            for term in text:
                counts[term] = counts.get(term, 0.0) + norm
    return counts


def _idf(spread: Mapping[str, int], size: int) -> dict[str, float]:
    return {term: math.log(1 + (size - count + 0.5) / (count + 0.5)) for term, count in spread.items()}
