"""What staff's decisions about doubtful news teach: words and categories that always meant the same answer."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from zlib import crc32

from bot.core.relevance import STAFF, Signal
from bot.core.same_text import fold
from bot.core.stopwords import STOP_WORDS

LEAST = 4  # decisions that a suggestion rests on
AGREED = 0.9  # share of them that gave the same answer
PHRASE = 3  # words of a reason taken whole; of longer ones the first and the last are looked at
AGAIN = 2  # a suggestion staff refused comes back when it rests on so many times the decisions
PUBLISHES = (7.0, 0.5)  # log odds: outweighs one sign of somebody else's homes
KEEPS_OUT = (-0.25, 0.0)  # enough to be read out as a reason; it settles what is doubtful and weighs nothing

_REASON = re.compile(r"^«(.+)» nel (?:titolo|testo)$")
_VOWELS = "aeiou"


class Kind(StrEnum):
    """What a rule looks at."""

    WORD = "word"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A doubtful story that a person decided: why it was doubtful, what its feed filed it under, whether it went out."""

    reasons: tuple[str, ...]
    categories: tuple[str, ...]
    published: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A rule that staff may want: `agreeing` of `decisions` gave the answer it would give. `words` are folded.

    `refused` is how many decisions it rested on when staff said no to it, 0 where they never did.
    """

    kind: Kind
    words: str
    publish: bool
    agreeing: int
    decisions: int
    refused: int = 0

    @property
    def key(self) -> int:
        """As a button's data carries it."""
        return crc32(f"{self.kind}:{self.words}:{self.publish}".encode())


def suggest(decided: Sequence[Decided], settled: Mapping[tuple[Kind, str], int | None]) -> list[Suggestion]:
    """The rules worth asking about, those resting on most decisions first.

    `settled` are the rules there are (None) and those staff refused, with the number of decisions they rested on then.
    """
    answers: dict[tuple[Kind, str], list[bool]] = defaultdict(list)
    shapes: dict[tuple[Kind, str], Counter[str]] = defaultdict(Counter)
    for one in decided:
        for kind, words in set(_features(one)):
            key = kind, _shape(words) if kind is Kind.WORD else words
            answers[key].append(one.published)
            shapes[key][words] += 1
    found = []
    for (kind, shape), given in answers.items():
        words = _commonest(shapes[kind, shape])
        refused = settled.get((kind, words), 0)
        publish = sum(given) * 2 > len(given)
        agreeing, decisions = given.count(publish), len(given)
        if refused is None or decisions < max(LEAST, refused * AGAIN) or agreeing < AGREED * decisions:
            continue
        suggestion = Suggestion(
            kind=kind, words=words, publish=publish, agreeing=agreeing, decisions=decisions, refused=refused
        )
        found.append(suggestion)
    return sorted(found, key=lambda suggestion: (-suggestion.decisions, suggestion.kind, suggestion.words))


def signal(words: str, *, publish: bool) -> Signal:
    """A word rule as relevance weighs it; singular and plural are one."""
    shape = _shape(words)
    ending = r"\w?\b" if shape != words else r"\b"
    weight = PUBLISHES if publish else KEEPS_OUT
    return Signal(
        f"{STAFF}{words}",
        f"{STAFF}{words}",
        weight,
        rf"\b{re.escape(shape)}{ending}",
        (shape,),
        keeps_out=not publish,
    )


def _features(one: Decided) -> Iterable[tuple[Kind, str]]:
    for reason in one.reasons:
        if found := _REASON.match(reason):
            yield from ((Kind.WORD, words) for words in _worth_asking(found[1]))
    yield from ((Kind.CATEGORY, name) for name in map(fold, one.categories) if name)


def _worth_asking(phrase: str) -> Iterator[str]:
    words = phrase.split()
    if len(words) <= PHRASE:
        yield phrase
        return
    yield from (word for word in (words[0], words[-1]) if len(word) > PHRASE and word not in STOP_WORDS["it"])


def _commonest(shapes: Mapping[str, int]) -> str:
    return min(shapes, key=lambda words: (-shapes[words], words))


def _shape(words: str) -> str:
    """Without the last vowel, which tells singular from plural."""
    return words[:-1] if len(words) > 4 and words[-1] in _VOWELS else words
