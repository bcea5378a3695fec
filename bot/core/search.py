"""The cards most like a message, from words alone: an index built once, asked many times.

    Knowledge → build() → Index ─┐
    message → terms → weights ───┴→ search() → Ranking: cards, best first, with what speaks for the best

Four views of each card are added up, each brought to the same scale: BM25F over title, keywords, body and example
messages; the nearest single examples; letter groups, which see through spelling and word forms; and the things spoken
of (`concepts`), which a message shares with a card even in another language. Each language people write in has its own
side. Messages of other domains (`decoys`) are ranked along, so that a known word in a foreign request is seen for what
it is. The weights were measured on questions by other people (docs/answers.md).
"""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bot.core import bm25
from bot.core.bm25 import Scores, added_up
from bot.core.card import Card, Knowledge
from bot.core.concepts import concepts
from bot.core.decoys import DECOYS
from bot.core.likeness import Compared
from bot.core.spelling import Speller
from bot.core.synonyms import NEIGHBOURS
from bot.core.words import ITALIAN, Term, grams, terms

LANGUAGES = (ITALIAN, "en", "es", "fr", "ro", "uk", "ar", "zh", "tl")
LONGEST = 1_500  # characters of a message that are looked at; a longer story has said its topic by then

_FIELDS = {"title": 3.0, "keywords": 2.5, "body": 1.0, "examples": 1.0, "italian": 0.6}
_CONCEPT_FIELDS = {"title": 3.0, "keywords": 2.5, "body": 1.0, "examples": 0.3, "foreign": 0.3}
# What each view counts for, fitted with each writer's questions left out. In other languages than Italian a card has
# fewer examples, and its Italian texts are reached by concepts alone.
_BY_WORDS = {"words": 1.0, "examples": 1.1, "grams": 1.6, "concepts": 1.4}
_BY_WORDS_FOREIGN = {"words": 1.0, "grams": 1.0, "concepts": 1.8}
_BY_MEANING = {
    "words": 0.9,
    "examples": 0.4,
    "grams": 1.0,
    "concepts": 1.0,
    "told": 0.2,
    "best": 0.6,
    "nearest": 1.2,
    "rule": 2.0,
}
_BY_MEANING_FOREIGN = {
    "words": 0.8,
    "grams": 0.4,
    "concepts": 1.4,
    "told": 1.2,
    "best": 0.6,
    "nearest": 0.6,
    "rule": 2.8,
}
_NEAREST = np.array((1.0, 0.5, 0.25))  # how much the best, second and third example of a card count
_SURE_ENOUGH = 0.9  # a word only guessed at from its spelling has no synonyms
_SYNONYM = 0.3
_SYNONYM_ALONE = 0.45  # where the word itself is nowhere in the cards
_SERVED_FROM = 2  # messages a card shares with another domain before that domain counts as ours
_BROADEST_GRAM = 40  # cards a letter group may stand in; beyond that it tells little and costs time
_BROADEST_WORD = 400  # the same of a word in single examples


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Side:
    """Everything searched in one language; rows below `decoys_from` are cards, the rest are other domains."""

    words: bm25.Index
    strong: bm25.Index  # titles and keywords alone: what a card is about, not what it mentions
    examples: bm25.Index
    owners: NDArray[np.intp]  # of each example, its row; ascending
    grams: bm25.Index
    speller: Speller
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
        return self.sides[ITALIAN].speller.knows(word)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is looked for: the message without its quarter, its language, and the ids of the cards that may answer."""

    text: str
    lang: str = ITALIAN
    allowed: Container[str] | None = None  # None: all of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One card with what each view gives it."""

    card: Card
    total: float
    words: float = 0.0
    example: float = 0.0
    grams: float = 0.0
    meaning: float = 0.0
    views: Mapping[str, float] = field(default_factory=dict)  # of the meaning models, each on its own scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Cards best first; the shares run from 0 to 1 and speak about the best card."""

    cards: tuple[Scored, ...] = ()
    terms: tuple[str, ...] = ()
    coverage: float = 0.0  # share of the message's weight that the best card knows
    strong_coverage: float = 0.0  # the same by its title and keywords alone
    example_share: float = 0.0  # how much of the message its nearest example covers
    gram_share: float = 0.0
    agreement: float = 0.0  # share of the views that put the same card first
    decoy: float = 0.0  # the best other domain, on the scale of `Scored.total`
    foreign: bool = False
    decoys: Mapping[str, float] = field(
        default_factory=dict
    )  # the best other domain in some of `Scored.views`


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


def search(index: Index, query: Query, *, likeness: Compared | None = None, keep: int = 10) -> Ranking:
    """The best `keep` cards for `query`. `likeness`: what the meaning model says, where there is one."""
    text = query.text[:LONGEST]
    newest, index = index, index.of(query.lang if query.lang in LANGUAGES else ITALIAN)
    now = {} if index is newest else {card.id: card for card in newest.cards}
    side = index.sides.get(query.lang, index.sides[ITALIAN])
    found = terms(text, lang=query.lang)
    meanings = _meanings(found, side=side, italian=query.lang == ITALIAN)
    weights = _weights(meanings)
    spoken = index.concepts.get(query.lang, index.concepts[ITALIAN])
    views = _views(
        side,
        weights,
        grams(text, lang=query.lang),
        spoken.scores(dict.fromkeys(concepts(text, lang=query.lang), 1.0)),
    )
    allowed = query.allowed
    rows = np.flatnonzero([allowed is None or one in allowed for one in index.ids])
    decoys = np.arange(side.decoys_from, side.words.size)
    shares = _shares(query.lang, with_meaning=likeness is not None)
    fused = _fused(views, np.concatenate((rows, decoys)), shares)
    lexical, elsewhere = fused[: len(rows)], fused[len(rows) :]
    meant = _meant(index.ids, rows, likeness, shares)
    totals = lexical + meant
    best = np.argsort(-totals, kind="stable")[:keep]
    if not len(best) or (views.nothing(rows[best[0]]) and likeness is None):
        return Ranking(terms=tuple(term.stem for term in found), foreign=query.lang != ITALIAN)
    first = int(rows[best[0]])
    scored = (
        totals[best],
        meant[best],
        *(view[rows[best]] for view in (views.words, views.examples, views.grams)),
    )
    return Ranking(
        cards=tuple(
            Scored(
                card=now.get(card.id, card),
                total=total,
                words=words,
                example=example,
                grams=letters,
                meaning=meaning,
                views=likeness.of(card.id) if likeness else {},
            )
            for card, total, meaning, words, example, letters in zip(
                (index.cards[row] for row in rows[best]), *(one.tolist() for one in scored), strict=True
            )
        ),
        terms=tuple(term.stem for term in found),
        coverage=side.words.coverage(meanings, first),
        strong_coverage=side.strong.coverage(meanings, first),
        example_share=_share(views.best_example[first], side.examples.most(weights)),
        gram_share=_share(views.grams[first], side.grams.most(views.asked_grams)),
        agreement=views.agreement(first, rows),
        decoy=float(elsewhere.max(initial=-np.inf)) if len(elsewhere) else 0.0,
        foreign=query.lang != ITALIAN,
        decoys=likeness.decoys if likeness else {},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Views:
    words: Scores
    examples: Scores
    best_example: Scores
    grams: Scores
    asked_grams: Mapping[str, float]
    concepts: Scores

    def nothing(self, row: int) -> bool:
        return bool(self.words[row] <= 0 and self.grams[row] <= 0 and self.concepts[row] <= 0)

    def agreement(self, row: int, rows: NDArray[np.intp]) -> float:
        views = (self.words, self.examples, self.grams)
        return sum(bool(view[row] >= view[rows].max()) for view in views) / len(views)


def _views(side: Side, weights: Mapping[str, float], asked: Collection[str], spoken: Scores) -> _Views:
    asked_grams = dict.fromkeys(asked, 1.0)
    best, examples = _nearest(side.examples.scores(weights), side.owners, size=side.words.size)
    return _Views(
        words=side.words.scores(weights),
        examples=examples,
        best_example=best,
        grams=side.grams.scores(asked_grams),
        asked_grams=asked_grams,
        concepts=spoken,
    )


def _nearest(scores: Scores, owners: NDArray[np.intp], *, size: int) -> tuple[Scores, Scores]:
    """Each row's best example, and its best three weighed and added up."""
    told = np.flatnonzero(scores)
    told = told[np.lexsort((-scores[told], owners[told]))]
    rows, found = owners[told], scores[told]
    place = np.arange(len(rows)) - np.searchsorted(
        rows, rows
    )  # among the examples of the same row, best first
    first, few = place == 0, place < len(_NEAREST)
    best = added_up(rows[first], found[first], size=size)
    return best, added_up(rows[few], found[few] * _NEAREST[place[few]], size=size)


def _shares(lang: str, *, with_meaning: bool) -> Mapping[str, float]:
    if with_meaning:
        return _BY_MEANING if lang == ITALIAN else _BY_MEANING_FOREIGN
    return _BY_WORDS if lang == ITALIAN else _BY_WORDS_FOREIGN


def _fused(views: _Views, rows: NDArray[np.intp], shares: Mapping[str, float]) -> Scores:
    """Each row's scores, brought to mean 0 and deviation 1 over `rows`, added up by what each view counts for."""
    totals = np.zeros(len(rows))
    parts = (
        ("words", views.words),
        ("examples", views.examples),
        ("grams", views.grams),
        ("concepts", views.concepts),
    )
    for view, scores in parts:
        if weight := shares.get(view):
            totals += weight * _standard(scores[rows])
    return totals


def _meant(
    ids: Sequence[str], rows: NDArray[np.intp], likeness: Compared | None, shares: Mapping[str, float]
) -> Scores:
    """What meaning adds to each card's total; a card the model has not seen yet is taken for an average one."""
    added = np.zeros(len(rows))
    if likeness is None:
        return added
    places = np.array([likeness.rows.get(one, -1) for one in ids])[rows]
    seen = places >= 0
    for view, values in likeness.views.items():
        added[seen] += shares[view] * _standard(values[places[seen]])
    return added


def _standard(values: Scores) -> Scores:
    if not len(values):
        return values
    apart = values - values.mean()
    deviation = float(np.sqrt((apart * apart).mean())) or 1.0
    return np.asarray(apart / deviation)


def _share(part: float, whole: float) -> float:
    return min(1.0, part / whole) if whole > 0 else 0.0


def _meanings(found: Iterable[Term], *, side: Side, italian: bool) -> list[dict[str, float]]:
    """For each different word the stems it may mean and how surely: as written, misspelt, of the same meaning."""
    different = {term.stem: term for term in found}
    meanings = [(term, side.speller.meant(term)) for term in different.values()]
    # A house or telephone number no card has says nothing of what is asked.
    meanings = [(term, meant) for term, meant in meanings if meant or not term.word.isdigit()]
    return [_with_synonyms(term, meant) if italian else meant for term, meant in meanings]


def _weights(meanings: Iterable[Mapping[str, float]]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for meant in meanings:
        for stem, weight in meant.items():
            weights[stem] = max(weights.get(stem, 0.0), weight)
    return weights


def _with_synonyms(term: Term, meant: dict[str, float]) -> dict[str, float]:
    if not meant:
        return dict.fromkeys(NEIGHBOURS.get(term.stem, ()), _SYNONYM_ALONE)
    widened = dict(meant)
    for stem, weight in meant.items():
        for other in NEIGHBOURS.get(stem, ()) if weight >= _SURE_ENOUGH else ():
            widened[other] = max(widened.get(other, 0.0), weight * _SYNONYM)
    return widened


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
    words = bm25.build(stems, weights=_FIELDS)
    return Side(
        words=words,
        strong=bm25.build(stems, weights={"title": 1.0, "keywords": 1.0}, slots=words.slots, idf=words.idf),
        examples=bm25.build(
            ({"text": [sorted(set(part))]} for _, part in singles),
            weights={"text": 1.0},
            b=0.3,
            slots=words.slots,
            broadest=_BROADEST_WORD,
        ),
        owners=np.array([at for at, _ in singles], dtype=np.intp),
        grams=bm25.build(_all_grams(texts, lang), weights={"text": 1.0}, k1=2.0, broadest=_BROADEST_GRAM),
        speller=Speller.of((part for row in stems for parts in row.values() for part in parts), lang=lang),
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
