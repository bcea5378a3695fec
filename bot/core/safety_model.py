"""How much a message sounds like violence, danger or despair: two small fitted models, their numbers read from data.

The first looks at words, pieces of words and the phrase groups of `safety_phrases`; the second, where there is one,
at its meaning vector. Both are fitted by `python -m bot.bench.safety_fit` on messages written for it.
"""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING

from bot.core import network
from bot.core.network import Layer
from bot.core.safety_rules import Places, fires, speaks_of
from bot.core.words import tokens

if TYPE_CHECKING:
    from bot.core.meaning import Vector

KINDS = ("violence", "danger", "despair")
BUCKETS = 1 << 16  # a power of two: features are told apart by so many bits of their checksum
CONCEPT_WEIGHT = 2.0
FEWEST_CONCEPTS = 4  # a message with fewer phrases than this is not looked at more closely for it
DATA = "safety_weights.bin"

_HAN = ("\u3400", "\u9fff")

Scores = tuple[
    float, float, float
]  # in the order of KINDS; 0 is as likely as a message nobody need worry about


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What the first model sees: buckets of words and their pieces, and of phrase groups with their rules."""

    words: frozenset[int]
    concepts: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Everything that was fitted. `by_words` holds a row of `BUCKETS` weights a kind."""

    by_words: Layer
    hidden: Layer
    by_meaning: Layer
    share_of_words: float  # how much the first model counts beside the second

    def of_words(self, text: str) -> Scores:
        """By the words alone."""
        found = features(text)
        small, large = scale_of(found)
        first, second, third = (
            scale * (small * sum(map(row.__getitem__, found.words)) + large * sum(map(row.__getitem__, found.concepts))) + bias
            for row, scale, bias in zip(self.by_words.rows, self.by_words.scales, self.by_words.biases, strict=True)
        )  # fmt: skip
        return first, second, third

    def scores(self, text: str, vector: "Vector | None" = None) -> Scores:
        """By words and meaning where there is a vector, else by the words."""
        words = self.of_words(text)
        if vector is None:
            return words
        none, *others = map(float, network.outputs(self.hidden, self.by_meaning, vector))
        first, second, third = (
            one - none + self.share_of_words * word for one, word in zip(others, words, strict=True)
        )
        return first, second, third


@cache
def model() -> Model:
    """The model as fitted, read once."""
    return unpacked((resources.files("bot.core") / DATA).read_bytes())


def features(text: str) -> Features:
    """What `text` shows to the first model."""
    return Features(words=frozenset(_of_words(text)), concepts=frozenset(map(bucket, _of_concepts(text))))


def scale_of(found: Features) -> tuple[float, float]:
    """What one word feature and one concept feature count: the more there are, the less each."""
    return (
        1 / sqrt(max(1, len(found.words))),
        CONCEPT_WEIGHT / sqrt(max(FEWEST_CONCEPTS, len(found.concepts))),
    )


def bucket(name: str) -> int:
    """Where the weight of a feature stands; some share one."""
    return zlib.crc32(name.encode()) & (BUCKETS - 1)


def packed(model: Model) -> bytes:
    """`model` as the data file holds it."""
    layers = (model.by_words, model.hidden, model.by_meaning)
    return network.packed(layers, share_of_words=model.share_of_words)


def unpacked(data: bytes) -> Model:
    """The model of a data file."""
    (by_words, hidden, by_meaning), numbers = network.unpacked(data)
    return Model(
        by_words=by_words, hidden=hidden, by_meaning=by_meaning, share_of_words=numbers["share_of_words"]
    )


def _of_words(text: str) -> Iterator[int]:
    words = ["^", *_one_by_one(tokens(text)), "$"]
    for word in words:
        yield from _of_word(word)
    for first, second in pairwise(words):
        yield bucket(f"2 {first} {second}")
    for first, second, third in zip(words, words[1:], words[2:], strict=False):
        yield bucket(f"3 {first} {third}")
        yield bucket(f"4 {first} {second} {third}")


def _one_by_one(words: Iterable[str]) -> Iterator[str]:
    """Chinese has no blanks: each character is a word."""
    for word in words:
        if any(_HAN[0] <= char <= _HAN[1] for char in word):
            yield from word
        else:
            yield word


@lru_cache(maxsize=20_000)
def _of_word(word: str) -> tuple[int, ...]:
    """The word itself, and its pieces of three to five letters."""
    marked = f"_{word}_" if len(word) > 2 else ""
    pieces = (marked[at : at + size] for size in (3, 4, 5) for at in range(len(marked) - size + 1))
    return (bucket(f"1 {word}"), *map(bucket, pieces))


def _of_concepts(text: str) -> Iterator[str]:
    """Phrase groups, pairs of them, and the rules they fulfil."""
    places: Places = speaks_of(text)
    groups = sorted(places)
    for at, group in enumerate(groups):
        yield f"G {group}"
        for other in groups[at + 1 :]:
            yield f"P {group} {other}"
    for name, holds in fires(places):
        yield f"{'R' if holds else 'r'} {name}"
