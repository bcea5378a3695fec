"""More cards than anybody has written, made of those there are, to see what time and memory many of them take.

A round makes a card of each given one, every third word of it changed; which words, and to what, is the same each time.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain, count, cycle, islice
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bot.core import meaning
from bot.core.card import Card, Knowledge, Translation

CHANGED = 3  # one word of so many
_LONGEST_ID = 40  # characters
_APART = 0.5  # how far a made-up vector lies from the real one, which has length 1

_WORD = re.compile(r"[\u3400-\u9fff]|\w+")  # Chinese has no blanks: each character is a word
_TEXTS = ("title", "summary", "body", "who", "how", "needs", "org", "place")
_TRANSLATED = ("title", "summary", "body", "who", "how", "needs", "cost")
_LISTS = ("keywords", "questions")


def more_cards(known: Knowledge, number: int) -> Knowledge:
    """The first `number` cards: those of `known`, then made-up ones, each of a service of its own."""
    made = (_made(card, turn) for turn in count(1) for card in known.cards)
    return replace(known, cards=tuple(islice(chain(known.cards, made), number)))


def made_up_vectors(
    cards: Sequence[Card], known: Sequence[Card], vectors: Mapping[str, NDArray[np.float16]]
) -> dict[str, NDArray[np.float16]]:
    """A vector for each text of `cards`, which were made of `known`; where `vectors` has none, one near what it was made of."""
    models: dict[str, str] = {}
    for at, card in enumerate(cards):
        like = cycle(meaning.needed_of(known[at % len(known)]))
        for text, model in zip(meaning.needed_of(card), like, strict=False):
            if text not in vectors:
                models.setdefault(text, model)
    rows = np.empty((len(models), len(next(iter(vectors.values())))), dtype=np.float16)
    for row, (text, model) in zip(rows, models.items(), strict=True):
        row[:] = _near(vectors[model], text)
    return dict(vectors) | dict(zip(models, rows, strict=True))


def _made(card: Card, turn: int) -> Card:
    own = {lang: replace(one, **_changed(one, _TRANSLATED, turn)) for lang, one in card.translations.items()}
    changed = replace(card, translations=own, **_changed(card, _TEXTS, turn))
    return replace(
        changed, id=_numbered(card.id, turn), service=card.service and _numbered(card.service, turn)
    )


def _numbered(slug: str, turn: int) -> str:
    return f"{slug[:_LONGEST_ID]}-{turn}"


def _changed(texts: Card | Translation, fields: Sequence[str], turn: int) -> dict[str, Any]:
    whole = {name: _reworded(getattr(texts, name), turn) for name in fields}
    lists = {name: tuple(_reworded(one, turn) for one in getattr(texts, name)) for name in _LISTS}
    return whole | lists


def _reworded(text: str, turn: int) -> str:
    return _WORD.sub(lambda found: _other(found.group(), turn), text)


def _other(word: str, turn: int) -> str:
    """`word`, or in one of three turns another one as long, its letters in other places."""
    if (crc32(word.lower().encode()) + turn) % CHANGED:
        return word
    if len(word) == 1:
        return chr(ord(word) + turn) if word > "\u3400" else word
    at = 1 + turn % (len(word) - 1)
    return word[at:] + word[:at]


def _near(vector: NDArray[np.floating], text: str) -> NDArray[np.float16]:
    noise = np.random.default_rng(crc32(text.encode())).standard_normal(len(vector))
    found = vector + noise * (_APART / np.linalg.norm(noise))
    return np.asarray(found / np.linalg.norm(found), dtype=np.float16)
