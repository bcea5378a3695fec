"""The cards made ready to be asked, and the cards a question may get, best first."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from bot.core import freshness, language, quarter, romanised, search_index
from bot.core.card import EVERYWHERE, Card, Knowledge
from bot.core.freshness import Freshness
from bot.core.language import Vocabularies
from bot.core.quarter import Gazetteer, Place
from bot.core.search import LONGEST, Query, Ranking, Scored, search
from bot.core.search_index import Index
from bot.core.stopwords import GENERIC
from bot.core.words import calmed, terms, tokens

if TYPE_CHECKING:
    from bot.core.meaning import Space, Vector

_PAST_PENALTY = 1.5  # a card whose time is over gives way to a current one this near
_LOOKED_AT = 40  # cards; the one for a person in danger need not be among the first


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Directory:
    """One state of the knowledge with all that is computed from it; never changed after `prepare`."""

    knowledge: Knowledge
    index: Index
    places: Gazetteer
    store: Vocabularies
    space: "Space | None" = None  # what the cards mean, where there is a model
    hidden: frozenset[str] = frozenset()  # ids of cards that may not answer, for measuring
    quick: bool = False  # languages are told by words of the state before as well

    @property
    def complete(self) -> bool:
        """Whether all of it is made of this knowledge."""
        return self.index.older is None and not self.quick


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A message and what is known about who wrote it.

    `model` are a language model's probabilities by code; `embed` gives a text's vector by the model of the
    directory's space; `last_card` is the card shown just before, `last_menu` those offered.
    """

    text: str
    today: date
    quarter: str | None = None
    lang: str | None = None
    last_card: str | None = None
    last_menu: tuple[str, ...] = ()
    model: Mapping[str, float]
    embed: "Callable[[str], Vector] | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question understood as far as it goes before search: the place it speaks of and its language.

    The question's text is in the letters its language is written in, none of them drawn out.
    """

    question: Question
    place: Place
    lang: str


def prepare(knowledge: Knowledge, before: Directory | None = None, *, quickly: bool = False) -> Directory:
    """Everything a question needs, computed once from `knowledge`; quicker where `before` was made of much the same.

    `quickly`: Italian and what was edited first; where then not `complete`, prepare once more for the rest.
    """
    earlier = before if quickly else None
    return Directory(
        knowledge=knowledge,
        index=search_index.build(
            knowledge, before=before.index if before is not None else None, quickly=quickly
        ),
        places=quarter.gazetteer(knowledge.quarters),
        store=_more_words(earlier, knowledge) if earlier is not None else language.vocabularies(knowledge),
        quick=earlier is not None,
    )


def understand(question: Question, directory: Directory) -> Asked:
    """Where `question` speaks of and in which language."""
    question = replace(question, text=calmed(question.text))
    text = question.text[:LONGEST]
    place = quarter.find(text, directory.places, profile=question.quarter, known=directory.index.knows)
    lang = language.decide(text, scores=question.model, store=directory.store, profile=question.lang)
    if lang == "uk" and language.is_romanised_ukrainian(text, directory.store):
        question = replace(question, text=romanised.written_back(question.text))
        place = replace(place, text=romanised.written_back(place.text))
    return Asked(question=question, place=place, lang=lang)


def ranked(asked: Asked, directory: Directory, *, text: str | None = None) -> Ranking:
    """The cards for the message, or for the part of it that `text` is."""
    question = asked.question
    showable = _showable(directory, question.today)(asked.place.quarter)
    query = Query(
        text=asked.place.text if text is None else text,
        lang=asked.lang,
        allowed=showable,
    )
    # With the quarter's name still in it: cards of one quarter have examples that name it.
    # A part is looked for by words alone: each vector takes as long as all the rest.
    embed = question.embed if text is None else None
    near = (
        directory.space.compare(embed(question.text), lang=asked.lang) if directory.space and embed else None
    )
    return _current_first(search(directory.index, query, likeness=near, keep=_LOOKED_AT), question.today)


def answering(asked: Asked, directory: Directory) -> Iterator[Card]:
    """The cards that may answer this question, in the order of their ids."""
    showable = _showable(directory, asked.question.today)(asked.place.quarter)
    return (card for card in directory.knowledge.cards if card.id in showable)


def by_number(asked: Asked, directory: Directory) -> Card | None:
    """The one card called by the number that is the whole message: "1522"; by its title, else by a keyword.

    With words beside it that say nothing ("il 112", "numero 112") it must be a number the card gives.
    """
    said = "".join(tokens(asked.place.text))
    alone = said.isdigit()
    if not alone:
        words = [term.word for term in terms(asked.place.text, lang=asked.lang) if term.word not in GENERIC]
        said = words[0] if len(words) == 1 else ""
    if not said.isdigit():
        return None
    cards = [
        card
        for card in answering(asked, directory)
        if alone or any(phone.number == said for phone in card.phones)
    ]
    titled = [card for card in cards if said in tokens(card.title)]
    named = titled or [card for card in cards if said in card.keywords]
    return named[0] if len(named) == 1 else None


def is_here(card: Card, quarter_id: str | None) -> bool:
    """Whether `card` holds in this quarter; in an unknown one every card may."""
    return quarter_id is None or EVERYWHERE in card.quarters or quarter_id in card.quarters


def may_answer(card: Card, today: date) -> bool:
    """Too old to be trusted, or not yet true: never. What is over may be shown, and says so."""
    state = freshness.of(card, today=today)
    return state.shown or state is Freshness.EXPIRED


def _more_words(before: Directory, knowledge: Knowledge) -> Vocabularies:
    """The words of before, and those of the cards that changed since."""
    known = {card.id: card for card in before.knowledge.cards}
    changed = tuple(card for card in knowledge.cards if known.get(card.id) != card)
    added = language.vocabularies(replace(knowledge, cards=changed))
    return {lang: words | added[lang] for lang, words in before.store.items()}


@lru_cache(maxsize=1)  # a directory of before an edit is not kept
def _showable(directory: Directory, today: date) -> Callable[[str | None], frozenset[str]]:
    """By quarter the ids of the cards that may answer there, each quarter looked through once."""
    cards = [
        card
        for card in directory.knowledge.cards
        if may_answer(card, today) and card.id not in directory.hidden
    ]
    return cache(lambda quarter: frozenset(card.id for card in cards if is_here(card, quarter)))


def _current_first(ranking: Ranking, today: date) -> Ranking:
    """`ranking` with cards whose time is over moved behind current ones about as good."""

    def weight(scored: Scored) -> float:
        over = freshness.of(scored.card, today=today) is Freshness.EXPIRED
        return scored.total - (_PAST_PENALTY if over else 0.0)

    return replace(ranking, cards=tuple(sorted(ranking.cards, key=weight, reverse=True)))
