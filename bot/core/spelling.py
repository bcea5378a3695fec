"""Which indexed words a written Italian word may mean: itself, one heard the same, or one a slip of the finger away."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.core.stopwords import SHORTHAND, STOP_WORDS
from bot.core.words import ITALIAN, Term, skeleton, stem, unjoined

_HEARD = 0.9
_ONE_SLIP, _TWO_SLIPS = 0.8, 0.5
_SHORTEST = 4  # letters; shorter words have too many neighbours
_SHORT = 6  # letters of the stem; up to here one slip, beyond two
_MOST_MEANT = 4
_RARE, _USUAL = 3, 4  # texts with a rare spelling, and how many times as many have the usual one


@dataclass(frozen=True, slots=True, kw_only=True)
class Speller:
    """The words of the Italian index, by stem, by sound, and by first letter and length."""

    stems: Mapping[str, int]  # stem → how many texts have it
    by_sound: Mapping[str, tuple[str, ...]]
    by_shape: Mapping[tuple[str, int], tuple[str, ...]]

    @classmethod
    def of(cls, texts: Iterable[Iterable[str]]) -> Self:
        """The speller of everything in `texts`, each given as its stems."""
        stems = Counter(stem for text in texts for stem in set(text))
        sounds: dict[str, list[str]] = {}
        shapes: dict[tuple[str, int], list[str]] = {}
        for one in stems:
            sounds.setdefault(skeleton(one), []).append(one)
            shapes.setdefault((one[0], len(one)), []).append(one)
        return cls(
            stems=stems,
            by_sound={sound: tuple(sorted(found)) for sound, found in sounds.items()},
            by_shape={shape: tuple(sorted(found)) for shape, found in shapes.items()},
        )

    def knows(self, word: str) -> bool:
        """Whether the folded `word` is indexed as it stands."""
        return stem(word) in self.stems

    def meant(self, term: Term) -> dict[str, float]:
        """Indexed stems `term` may stand for, each with how surely (1: as written); empty where none is near."""
        if term.stem in self.stems:
            return {term.stem: 1.0, **self._usually_written(term.stem)}
        if term.word.isdigit():
            return {}
        bare = unjoined(term.word)
        if bare and self.knows(bare):
            return {stem(bare): 1.0}
        if heard := self.by_sound.get(skeleton(term.stem)):
            return dict.fromkeys(heard, _HEARD)
        return self._slips(term)

    def _usually_written(self, written: str) -> dict[str, float]:
        """What a rare spelling some example happens to have ("mufa") is in most others ("muffa")."""
        if self.stems[written] > _RARE:
            return {}
        heard = self.by_sound.get(skeleton(written), ())
        return {other: _HEARD for other in heard if self.stems[other] >= _USUAL * self.stems[written]}

    def _slips(self, term: Term) -> dict[str, float]:
        if len(term.stem) < _SHORTEST or term.word in _NEVER_MENDED:
            return {}
        most = 1 if len(term.stem) <= _SHORT else 2
        near: dict[str, float] = {}
        for length in range(len(term.stem) - most, len(term.stem) + most + 1):
            others = self.by_shape.get((term.stem[0], length), ())
            for other, distance, _ in process.extract_iter(
                term.stem, others, scorer=OSA.distance, score_cutoff=most
            ):
                near[other] = _ONE_SLIP if distance == 1 else _TWO_SLIPS
        return dict(sorted(near.items(), key=lambda item: -item[1])[:_MOST_MEANT])


_NEVER_MENDED = STOP_WORDS[ITALIAN] | frozenset(SHORTHAND)
