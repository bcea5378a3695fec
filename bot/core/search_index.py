"""The searchable form of the cards, built from their texts: a side for each language people write in.

Knowledge → texts by language and field → stems, letter groups, concepts → Index
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from bot.core import bm25
from bot.core.card import Card, Knowledge
from bot.core.concepts import concepts
from bot.core.decoys import DECOYS
from bot.core.spelling import Speller
from bot.core.words import ITALIAN, grams, terms

LANGUAGES = (ITALIAN, "en", "es", "fr", "ro", "uk", "ar", "zh", "tl")

_FIELDS = {"title": 3.0, "keywords": 2.5, "body": 1.0, "examples": 1.0, "italian": 0.6}
_CONCEPT_FIELDS = {"title": 3.0, "keywords": 2.5, "body": 1.0, "examples": 0.3, "foreign": 0.3}
_SERVED_FROM = 2  # messages a card shares with another domain before that domain counts as ours
_BROADEST_GRAM = 40  # cards a letter group may stand in; beyond that it tells little and costs time
_BROADEST_WORD = 400  # the same of a word in single examples


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Said:
    """Which row has a text of these very stems; arrays, since sets of them would take more than all the rest."""

    stems: NDArray[np.int64]  # a hash of each text's, ascending
    rows: NDArray[np.int32]

    @classmethod
    def of(cls, singles: Sequence[tuple[int, Sequence[str]]]) -> Self:
        """Of the single texts with their rows; one word alone says too little."""
        texts = sorted({(_hashed(part), at) for at, part in singles if len(set(part)) > 1})
        return cls(
            stems=np.array([stems for stems, _ in texts], dtype=np.int64),
            rows=np.array([row for _, row in texts], dtype=np.int32),
        )

    def only_row(self, stems: Iterable[str]) -> int | None:
        """The one row with such a text; None where there is none, or several."""
        asked = _hashed(stems)
        first, end = (int(np.searchsorted(self.stems, asked, side=side)) for side in ("left", "right"))
        return int(self.rows[first]) if end - first == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Side:
    """Everything searched in one language; rows below `decoys_from` are cards, the rest are other domains."""

    words: bm25.Index
    strong: bm25.Index  # titles and keywords alone: what a card is about, not what it mentions
    examples: bm25.Index
    owners: NDArray[np.intp]  # of each example, its row; ascending
    said: Said
    grams: bm25.Index
    speller: Speller | None  # of Italian: of other languages we mend no slips
    decoys: Sequence[Sequence[str]]
    decoys_from: int
    made_of: int  # a fingerprint of the cards' texts in this language


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Index:
    """The searchable form of one state of the knowledge; never changed after `build`.

    Languages that `sides` lacks are searched in `older`, the state before an edit that hardly touches them.
    """

    cards: tuple[Card, ...]
    ids: tuple[str, ...]  # of the cards
    sides: Mapping[str, Side]
    spoken: Sequence[bm25.Document]  # of each card, the concepts its texts speak of in all languages
    concepts: Mapping[str, bm25.Index]  # by language, since each has its own decoys
    older: "Index | None" = None

    def of(self, lang: str) -> "Index":
        """The state in which `lang` is searched."""
        return self if lang in self.sides or self.older is None else self.older.of(lang)

    def knows(self, word: str) -> bool:
        """Whether the folded Italian `word` stands in some card."""
        speller = self.sides[ITALIAN].speller
        return speller is not None and speller.knows(word)


def build(knowledge: Knowledge, *, before: Index | None = None, quickly: bool = False) -> Index:
    """The index of `knowledge`; about a second per 100 cards, less where `before` has a language's side already.

    `quickly` leaves to `before` the languages in which no text of their own has changed: there new Italian names are
    not found yet.
    """
    cards = knowledge.cards
    at_once = _touched(cards, before.cards) if before is not None and quickly else LANGUAGES
    known = {lang: before.of(lang).sides.get(lang) for lang in LANGUAGES} if before is not None else {}
    sides = {}
    for lang in LANGUAGES:
        side = _side(cards, lang, known.get(lang), only_known=lang not in at_once)
        if side is not None:
            sides[lang] = side
    spoken = _spoken(cards, before)
    return Index(
        cards=cards,
        ids=tuple(card.id for card in cards),
        sides=sides,
        spoken=spoken,
        concepts={lang: _concepts(spoken, side.decoys, lang) for lang, side in sides.items()},
        older=None if len(sides) == len(LANGUAGES) else before,
    )


def _touched(cards: Sequence[Card], before: Sequence[Card]) -> set[str]:
    """Italian, and the languages in which a card has other texts of its own than before."""
    then = {card.id: card.translations for card in before}
    now = {card.id: card.translations for card in cards}
    return {ITALIAN} | {
        lang
        for lang in LANGUAGES
        if {id_: own[lang] for id_, own in then.items() if lang in own}
        != {id_: own[lang] for id_, own in now.items() if lang in own}
    }


def _side(cards: Sequence[Card], lang: str, before: Side | None, *, only_known: bool) -> Side | None:
    """One language's side; `before` itself where the cards say the same as then, else None where `only_known`."""
    rows = [_texts(card, lang) for card in cards]
    made_of = hash(tuple((field, tuple(parts)) for row in rows for field, parts in row.items()))
    if before is not None and before.made_of == made_of and before.decoys_from == len(cards):
        return before
    if only_known:
        return None
    said = [_stemmed(row, lang) for row in rows]
    decoys = _decoys(said, lang)
    texts = [*rows, *({"examples": messages} for messages in decoys)]
    stems = [*said, *(_stemmed(row, lang) for row in texts[len(cards) :])]
    singles = [
        (at, part)
        for at, row in enumerate(stems)
        for field in ("examples", "keywords", "title")
        for part in row.get(field, ())
    ]
    slots: dict[str, int] = {}
    words = bm25.build(stems, weights=_FIELDS, slots=slots)
    return Side(
        words=words,
        strong=bm25.build(stems, weights={"title": 1.0, "keywords": 1.0}, slots=slots, like=words),
        examples=bm25.build(
            ({"text": [sorted(set(part))]} for _, part in singles),
            weights={"text": 1.0},
            b=0.3,
            slots=slots,
            broadest=_BROADEST_WORD,
        ),
        owners=np.array([at for at, _ in singles], dtype=np.intp),
        said=Said.of(singles),
        grams=bm25.build(_all_grams(texts, lang), weights={"text": 1.0}, k1=2.0, broadest=_BROADEST_GRAM),
        speller=Speller.of(part for row in stems for parts in row.values() for part in parts)
        if lang == ITALIAN
        else None,
        decoys=decoys,
        decoys_from=len(cards),
        made_of=made_of,
    )


def _stemmed(row: Mapping[str, Sequence[str]], lang: str) -> dict[str, list[list[str]]]:
    return {field: [_stems(part, lang) for part in parts] for field, parts in row.items()}


def _spoken(cards: Sequence[Card], before: Index | None) -> list[bm25.Document]:
    """What `_spoken_of` gives for each card, or gave before where the card is the same."""
    known = {}
    if before is not None:
        known = {card.id: (card, spoken) for card, spoken in zip(before.cards, before.spoken, strict=True)}
    made = []
    for card in cards:
        then, spoken = known.get(card.id, (None, {}))
        made.append(spoken if then == card else _spoken_of(card))
    return made


def _spoken_of(card: Card) -> bm25.Document:
    """The concepts each text of `card` speaks of, field by field; those of all other languages as one field."""
    found = {
        field: [concept for part in parts for concept in concepts(part)]
        for field, parts in _texts(card, ITALIAN).items()
    }
    found["foreign"] = [
        concept
        for lang, own in card.translations.items()
        for part in (*own.keywords, *own.questions)
        for concept in concepts(part, lang=lang)
    ]
    return {field: (tuple(together),) for field, together in found.items() if together}


def _concepts(spoken: Sequence[bm25.Document], decoys: Sequence[Sequence[str]], lang: str) -> bm25.Index:
    others = [{"examples": [concepts(message, lang=lang) for message in messages]} for messages in decoys]
    return bm25.build([*spoken, *others], weights=_CONCEPT_FIELDS, k1=2.0)


def _decoys(cards: Sequence[Mapping[str, Sequence[Sequence[str]]]], lang: str) -> list[Sequence[str]]:
    """The other domains, but for those that some card speaks of: "not us, ask there" is an answer too."""
    served = {
        frozenset(stems)
        for card in cards
        for field in ("keywords", "examples")
        for stems in card.get(field, ())
    }
    topics = DECOYS.get(lang, {}).values()
    return [messages for messages in topics if _shared(messages, served, lang) < _SERVED_FROM]


def _shared(messages: Sequence[str], served: Collection[frozenset[str]], lang: str) -> int:
    return sum(frozenset(_stems(message, lang)) in served for message in messages)


def _hashed(stems: Iterable[str]) -> int:
    return hash(frozenset(stems))


def _stems(text: str, lang: str) -> list[str]:
    return [term.stem for term in terms(text, lang=lang)]


def _all_grams(texts: Iterable[Mapping[str, Sequence[str]]], lang: str) -> Iterator[bm25.Document]:
    for row in texts:
        yield {
            "text": [
                grams(part, lang=lang) * (2 if field == "title" else 1)
                for field, parts in row.items()
                for part in parts
            ]
        }


def _texts(card: Card, lang: str) -> dict[str, Sequence[str]]:
    """The texts of `card` a message in `lang` is compared with. Other languages see the Italian names too."""
    body = " ".join((card.summary, card.body, card.who, card.how, card.needs, card.org, card.place))
    if lang == ITALIAN:
        return {
            "title": (card.title,),
            "keywords": card.keywords,
            "body": (body,),
            "examples": card.questions,
        }
    own = card.translations.get(lang)
    if own is None:
        return {"italian": (card.title, *card.keywords)}
    return {
        "title": (own.title,),
        "keywords": own.keywords,
        "body": (" ".join((own.summary, own.body, own.who, own.how, own.needs)),),
        "examples": own.questions,
        "italian": (card.title, *card.keywords),
    }
