"""The cards most like a message, by words and, where there is a model, by meaning.

    Knowledge → search_index.build() → Index ─┐
    message → terms → weights ────────────────┴→ search() → Ranking: cards, best first, with what speaks for the best

Four views of each card are added up, each brought to the same scale: BM25F over title, keywords, body and example
messages; the nearest single examples; letter groups, which see through spelling and word forms; and the things spoken
of (`concepts`), which a message shares with a card even in another language. Each language people write in has its own
side. Messages of other domains (`decoys`) are ranked along, so that a known word in a foreign request is seen for what
it is. The weights were measured on questions by other people (docs/answers.md).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.core.bm25 import Scores, Weights
from bot.core.card import Card
from bot.core.concepts import concepts
from bot.core.likeness import Compared
from bot.core.search_index import LANGUAGES, Index, Side
from bot.core.synonyms import NEIGHBOURS
from bot.core.words import ITALIAN, Term, grams, terms

LONGEST = 1_500  # characters of a message that are looked at; a longer story has said its topic by then

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
_NEAREST = (1.0, 0.5, 0.25)  # how much the best, second and third example of a card count
_SURE_ENOUGH = 0.9  # a word only guessed at from its spelling has no synonyms
_SYNONYM = 0.3
_SYNONYM_ALONE = 0.45  # where the word itself is nowhere in the cards


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is looked for: the message without its quarter, its language, and the ids of the cards that may answer."""

    text: str
    lang: str = ITALIAN
    allowed: frozenset[str] | None = None  # None: all of them


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
    said: bool = False  # word for word a message somebody wrote for the best card, and for no other
    decoy: float = 0.0  # the best other domain, on the scale of `Scored.total`
    foreign: bool = False
    decoys: Mapping[str, float] = field(
        default_factory=dict
    )  # the best other domain in some of `Scored.views`


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
    asked_grams = side.grams.terms.weighed(dict.fromkeys(grams(text, lang=query.lang), 1.0))
    asked_concepts = spoken.terms.weighed(dict.fromkeys(concepts(text, lang=query.lang), 1.0))
    views = _views(side, weights, asked_grams, spoken.scores(asked_concepts))
    rows = _rows(index.ids, query.allowed)
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
        gram_share=_share(views.grams[first], side.grams.most(asked_grams)),
        agreement=views.agreement(first, rows),
        said=side.said.only_row(term.stem for term in found) == first,
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
    concepts: Scores

    def nothing(self, row: int) -> bool:
        return bool(self.words[row] <= 0 and self.grams[row] <= 0 and self.concepts[row] <= 0)

    def agreement(self, row: int, rows: NDArray[np.intp]) -> float:
        views = (self.words, self.examples, self.grams)
        return sum(bool(view[row] >= view[rows].max()) for view in views) / len(views)


def _views(side: Side, weights: Weights, asked_grams: Weights, spoken: Scores) -> _Views:
    best, examples = _nearest(side.examples.scores(weights), side.owners, size=side.words.size)
    return _Views(
        words=side.words.scores(weights),
        examples=examples,
        best_example=best,
        grams=side.grams.scores(asked_grams),
        concepts=spoken,
    )


def _nearest(scores: Scores, owners: NDArray[np.intp], *, size: int) -> tuple[Scores, Scores]:
    """Each row's best example, and its best three weighed and added up."""
    best, together = np.zeros(size), np.zeros(size)
    told = np.flatnonzero(scores)
    if not len(told):
        return best, together
    left, group = scores[told], owners[told]
    starts = _beginnings(group)
    rows, counts = group[starts], np.diff(starts, append=len(told))
    for counts_for in _NEAREST:
        tops = np.maximum.reduceat(left, starts)
        together[rows] += counts_for * tops
        if counts_for == _NEAREST[0]:
            best[rows] = tops
        as_good = np.flatnonzero(left == np.repeat(tops, counts))
        left[as_good[_beginnings(group[as_good])]] = 0.0  # one of each row
    return best, together


def _beginnings(ascending: NDArray[np.intp]) -> NDArray[np.intp]:
    """Where each new number begins."""
    return np.flatnonzero(np.diff(ascending, prepend=-1))


@lru_cache(maxsize=64)
def _rows(ids: tuple[str, ...], allowed: frozenset[str] | None) -> NDArray[np.intp]:
    """The rows of the cards that may answer."""
    return np.flatnonzero([allowed is None or one in allowed for one in ids])


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


def _meanings(found: Iterable[Term], *, side: Side, italian: bool) -> list[dict[int, float]]:
    """For each different word what it may mean and how surely: as written, misspelt, of the same meaning."""
    different = {term.stem: term for term in found}
    meanings = {term.word: _meant_by(term, side, italian=italian) for term in different.values()}
    slots = side.words.terms.of_known(dict.fromkeys(stem for meant in meanings.values() for stem in meant))
    known = {
        word: {slots[stem]: weight for stem, weight in meant.items() if stem in slots}
        for word, meant in meanings.items()
    }
    # A house or telephone number no card has says nothing of what is asked.
    return [meant for word, meant in known.items() if meant or not word.isdigit()]


def _meant_by(term: Term, side: Side, *, italian: bool) -> dict[str, float]:
    if side.speller is None:
        return {term.stem: 1.0}
    meant = side.speller.meant(term)
    return _with_synonyms(term, meant) if italian else meant


def _weights(meanings: Iterable[Weights]) -> Weights:
    weights: dict[int, float] = {}
    for meant in meanings:
        for slot, weight in meant.items():
            weights[slot] = max(weights.get(slot, 0.0), weight)
    return weights


def _with_synonyms(term: Term, meant: dict[str, float]) -> dict[str, float]:
    if not meant:
        return dict.fromkeys(NEIGHBOURS.get(term.stem, ()), _SYNONYM_ALONE)
    widened = dict(meant)
    for stem, weight in meant.items():
        for other in NEIGHBOURS.get(stem, ()) if weight >= _SURE_ENOUGH else ():
            widened[other] = max(widened.get(other, 0.0), weight * _SYNONYM)
    return widened
