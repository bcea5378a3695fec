"""The things a text speaks of, whatever words and language it uses: what a message and a card may share without a common word.

    text → tokens → stems with their places → phrases of the glossary found → concepts

A phrase is found where all its words stand within a few words of each other, in any order; its small words count where
they leave one other at most ("senza casa"). Chinese is looked through for the phrase as it is written. Concepts are weighed like words, by how few cards speak of them (`bm25`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from bot.core.glossary import (
    arabic,
    chinese,
    english,
    french,
    italian,
    romanian,
    spanish,
    tagalog,
    ukrainian,
)
from bot.core.stopwords import STOP_WORDS
from bot.core.words import ITALIAN, fold, stem, tokens

_APART = 3  # other words that may stand among those of a phrase
_LITTLE_APART = 1  # where small words are needed to tell it: "senza casa", "quello di sopra"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    others: frozenset[str]  # stems of its further words
    within: int  # words the phrase may stretch over
    small: bool  # whether its small words count
    concept: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """One language's phrases, each under one of its words."""

    lang: str
    by_stem: Mapping[str, tuple[_Phrase, ...]]
    as_written: tuple[tuple[str, str], ...]  # phrase, concept: of languages that do not part their words

    @classmethod
    def of(cls, text: str, *, lang: str) -> Self:
        """The glossary `text` holds: `concept: phrase, phrase` on each line."""
        if lang == "zh":
            return cls(lang=lang, by_stem={}, as_written=tuple(_entries(text)))
        by_stem: dict[str, list[_Phrase]] = {}
        for phrase, concept in _entries(text):
            words = tokens(phrase)
            telling = [word for word in words if word not in STOP_WORDS[lang]]
            small = len(telling) < min(len(words), 2)
            stems = [stem(word, lang=lang) for word in (words if small else telling)]
            within = len(words) + (_LITTLE_APART if small else _APART)
            head = max(stems, key=len)
            others = frozenset(stems) - {head}
            found = _Phrase(others=others, within=within, small=small, concept=concept)
            by_stem.setdefault(head, []).append(found)
        return cls(
            lang=lang, by_stem={one: tuple(phrases) for one, phrases in by_stem.items()}, as_written=()
        )

    def concepts(self, text: str) -> list[str]:
        """The concepts `text` speaks of, none twice."""
        if self.as_written:
            folded = fold(text)
            return list(dict.fromkeys(concept for phrase, concept in self.as_written if phrase in folded))
        places: dict[str, list[int]] = {}
        telling = set()
        stop = STOP_WORDS.get(self.lang, frozenset())
        for at, word in enumerate(tokens(text)):
            one = stem(word, lang=self.lang)
            places.setdefault(one, []).append(at)
            if word not in stop:
                telling.add(one)
        return list(
            dict.fromkeys(
                phrase.concept
                for one in places
                for phrase in self.by_stem.get(one, ())
                if (phrase.small or one in telling)
                and places.keys() >= phrase.others
                and _stands(phrase, one, places)
            )
        )


def concepts(text: str, *, lang: str = ITALIAN) -> list[str]:
    """The concepts `text`, written in `lang`, speaks of; none where we have no glossary of `lang`."""
    return glossary(lang).concepts(text)


@lru_cache(maxsize=16)
def glossary(lang: str) -> Glossary:
    """Our glossary of `lang`, read at its first use; empty where we have none."""
    return Glossary.of(_TEXTS.get(lang, ""), lang=lang)


def _stands(phrase: _Phrase, head: str, places: Mapping[str, list[int]]) -> bool:
    """Whether the words of the phrase, all of them in the text, stand near enough together."""
    if not phrase.others:
        return True
    others = [places[one] for one in phrase.others]
    return any(
        all(any(abs(place - at) < phrase.within for place in found) for found in others)
        for at in places[head]
    )


def _entries(text: str) -> Iterator[tuple[str, str]]:
    for line in text.strip().splitlines():
        concept, _, phrases = line.partition(":")
        for phrase in phrases.split(","):
            yield fold(phrase.strip()), concept


_TEXTS = {
    ITALIAN: italian.PHRASES,
    "en": english.PHRASES,
    "es": spanish.PHRASES,
    "fr": french.PHRASES,
    "ro": romanian.PHRASES,
    "uk": ukrainian.PHRASES,
    "ar": arabic.PHRASES,
    "zh": chinese.PHRASES,
    "tl": tagalog.PHRASES,
}
