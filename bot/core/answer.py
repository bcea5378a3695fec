"""What a message gets: one card, a choice, a question back, or an honest no.

safety → quarter → language → search → decide; all from values, nothing is generated.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from bot.core import follow_up, safety
from bot.core.card import EVERYWHERE, Card
from bot.core.confidence import confidence, family
from bot.core.directory import (
    Asked,
    Directory,
    Question,
    answering,
    by_number,
    may_answer,
    prepare,
    ranked,
    understand,
)
from bot.core.follow_up import Aspect
from bot.core.safety import Danger, Finding
from bot.core.search import Ranking, Scored
from bot.core.topics import topics
from bot.core.words import ITALIAN, tokens

__all__ = [
    "Answer",
    "Choose",
    "Decision",
    "Question",
    "Reply",
    "Unknown",
    "WhichQuarter",
    "decide",
    "prepare",
]

SURE = 0.83  # from here on the card is shown at once
SURE_BY_WORDS = 0.78  # the same where there is no model of meaning
MAYBE = 0.04  # from here on up to three cards are offered
TWO_TOPICS = 0.78  # each part of a message must reach this for both its cards to be shown
LIKELY_DANGER = 0.8  # from here on a card made for people in danger brings its help along
LIKELY_PRIVATE = 0.35  # from here on a private card may stand in a menu below the first
NEAR_PRIVATE = 0.02  # from here on a message whose best card is private is so itself, shown or not
MENU = 3

_ANY_EMERGENCY = re.compile(r"\b112\b|\bpronto intervento\b", re.IGNORECASE)
_SPEAKS_OF_DANGER = re.compile(r"\b11[258]\b|\b(?:emergenz|pericol|pronto intervento)", re.IGNORECASE)
_VIOLENCE_NUMBER = "1522"
_EMERGENCY = "112"

Scores = tuple[tuple[Card, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """This card, whole, or the one `aspect` of it; `also` is the card of a second topic in the same message."""

    card: Card
    also: Card | None = None
    aspect: Aspect | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose:
    """One of these, at most three: "Intendevi…?"."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhichQuarter:
    """The service is known, the place is not: `quarters` are ids, in the directory's order."""

    service: str
    quarters: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """Nothing here answers that."""


Decision = Answer | Choose | WhichQuarter | Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """Everything decided about one message.

    `scored` holds at most three cards with their confidence, best first, also where none of them is shown.
    """

    decision: Decision
    safety: Finding | None = None
    lang: str = ITALIAN
    quarter: str | None = None
    scored: Scores = ()

    @property
    def sensitive(self) -> bool:
        """Whether the message must leave no trace here: private by its words, or by a card it gets or is nearest to."""
        private = self.safety is not None and self.safety.kind is not Danger.DANGER
        nearest = [card for card, score in self.scored[:1] if score >= NEAR_PRIVATE]
        return private or any(card.sensitive for card in (*_shown(self.decision), *nearest))


def _shown(decision: Decision) -> tuple[Card, ...]:
    match decision:
        case Answer(card=card, also=also):
            return (card, also) if also is not None else (card,)
        case Choose(cards=cards):
            return cards
        case _:
            return ()


def decide(question: Question, directory: Directory) -> Reply:
    """What `question` gets."""
    if question.embed is not None:
        question = replace(question, embed=cache(question.embed))  # a text is embedded once, whoever looks
    asked = understand(question, directory)
    question = asked.question
    vector = question.embed(question.text) if question.embed is not None and directory.space else None
    found = safety.look(question.text, vector)
    if follows := _follow_up(question, directory):
        return _reply(follows, asked, found=found, scored=((follows.card, 1.0),))
    if again := _menu_again(question, directory):
        return _reply(again, asked, found=found, scored=tuple((card, MAYBE) for card in again.cards))
    if called := by_number(asked, directory):
        return _reply(Answer(card=called), asked, found=found or _by_card(called), scored=((called, 1.0),))
    ranking = ranked(asked, directory)
    sure = confidence(ranking)
    found = _weighed(found, ranking, sure) or _by_ranking(ranking, sure)
    if (helper := _helper(ranking, found)) is not None:
        ranking = _first(helper, ranking)
        sure = confidence(ranking)
    scored = _menu(ranking, sure)
    at_once = _at_once(ranking, sure)
    if emergency := _for_emergencies(found, asked, directory):
        at_once = at_once and _speaks_of_danger(ranking.cards[0].card)
        scored = scored if at_once else _with_emergency(emergency, scored, sure)
        sure = max(sure, MAYBE)
    menu = _to_choose_from(scored, found)
    decision = _decision(ranking, sure, asked, directory, menu, at_once=at_once)
    if isinstance(decision, Answer) and (second := _second_topic(decision.card, asked, directory, scored)):
        decision = replace(decision, also=second)
        scored = _with_second(scored, second)
    elif isinstance(decision, Choose) and (pair := _two_topics(asked, directory, scored)):
        decision = Answer(card=pair[0], also=pair[1])
        scored = tuple((card, TWO_TOPICS) for card in pair)
    return _reply(decision, asked, found=found, scored=scored)


def _reply(decision: Decision, asked: Asked, *, found: Finding | None, scored: Scores) -> Reply:
    return Reply(decision=decision, safety=found, lang=asked.lang, quarter=asked.place.quarter, scored=scored)


def _decision(
    ranking: Ranking, sure: float, asked: Asked, directory: Directory, menu: Scores, *, at_once: bool
) -> Decision:
    if sure < MAYBE:
        return Unknown()
    if not at_once or follow_up.only_generic(asked.place.text):
        return Choose(cards=tuple(card for card, _ in menu))
    best = ranking.cards[0]
    quarters = _quarters_to_ask(best, asked, directory)
    if len(quarters) > 1:
        return WhichQuarter(service=family(best), quarters=quarters)
    return Answer(card=best.card)


def _at_once(ranking: Ranking, sure: float) -> bool:
    """Whether the first card, right with probability `sure`, may be shown at once."""
    by_meaning = bool(ranking.cards and ranking.cards[0].views)
    return sure >= (SURE if by_meaning else SURE_BY_WORDS)


def _menu(ranking: Ranking, sure: float) -> Scores:
    """The best card of each of the best three services; their confidence falls with their distance from the first."""
    chosen: dict[str, Scored] = {}
    for scored in ranking.cards:
        chosen.setdefault(family(scored), scored)
    best = list(chosen.values())[:MENU]
    first = max((one.total for one in best), default=0.0)
    shares = (max(0.0, one.total) / first if first > 0 else 0.0 for one in best)
    return tuple((one.card, sure * share) for one, share in zip(best, shares, strict=True))


def _to_choose_from(menu: Scores, found: Finding | None) -> Scores:
    """`menu` without private cards that are barely likely: whoever reads along would wonder why they are there."""
    if found is not None:
        return menu
    return (
        *menu[:1],
        *((card, score) for card, score in menu[1:] if score >= LIKELY_PRIVATE or not card.sensitive),
    )


def _quarters_to_ask(best: Scored, asked: Asked, directory: Directory) -> tuple[str, ...]:
    """The quarters in question: several cards of this service, and nobody has said which."""
    if asked.place.quarter is not None or not best.card.service:
        return ()
    cards = [
        card
        for card in directory.knowledge.cards
        if card.service == best.card.service and may_answer(card, asked.question.today)
    ]
    if len(cards) < 2 or any(EVERYWHERE in card.quarters for card in cards):
        return ()
    served = {one for card in cards for one in card.quarters}
    return tuple(one.id for one in directory.knowledge.quarters if one.id in served)


def _second_topic(first: Card, asked: Asked, directory: Directory, menu: Scores) -> Card | None:
    """The card of another topic, where the message falls into parts and one is clearly about something else."""
    found = topics(asked, directory, menu, sure=TWO_TOPICS)
    return next((one.card for one in found if family(one) != (first.service or first.id)), None)


def _two_topics(asked: Asked, directory: Directory, menu: Scores) -> tuple[Card, Card] | None:
    """The cards of two topics, each clear in a part of its own, where the whole message is not."""
    found = list({family(one): one.card for one in topics(asked, directory, menu, sure=TWO_TOPICS)}.values())
    return (found[0], found[1]) if len(found) > 1 else None


def _with_second(scored: Scores, second: Card) -> Scores:
    others = [item for item in scored[1:] if item[0].id != second.id]
    return (scored[0], (second, min(TWO_TOPICS, scored[0][1])), *others)[:MENU]


def _follow_up(question: Question, directory: Directory) -> Answer | None:
    """The card just shown, for what only makes sense about it: "e quanto costa?", "a che ora aprono?"."""
    if question.last_card is None:
        return None
    last = next((card for card in directory.knowledge.cards if card.id == question.last_card), None)
    aspects = follow_up.asked(question.text) if last is not None else None
    if last is None or aspects is None:
        return None
    return Answer(card=last, aspect=next(iter(aspects)) if len(aspects) == 1 else None)


def _menu_again(question: Question, directory: Directory) -> Choose | None:
    """The cards just offered, for what only makes sense about one of them that was picked: "orari?"."""
    if not question.last_menu:
        return None
    by_id = {card.id: card for card in directory.knowledge.cards}
    cards = tuple(by_id[id_] for id_ in question.last_menu if id_ in by_id)
    return Choose(cards=cards) if cards and follow_up.asked(question.text) is not None else None


def _by_ranking(ranking: Ranking, sure: float) -> Finding | None:
    """Danger told in words no phrase knows, but near to what others wrote on a card made for it."""
    return _by_card(ranking.cards[0].card) if ranking.cards and sure >= LIKELY_DANGER else None


def _by_card(card: Card) -> Finding | None:
    """What may be the matter with who gets this card."""
    if _helps(card, violence=True):
        return Finding(kind=Danger.VIOLENCE, sure=False)
    if card.phones and all(phone.number == _EMERGENCY for phone in card.phones):
        return Finding(kind=Danger.DESPAIR if card.sensitive else Danger.DANGER, sure=False)
    return None


def _weighed(found: Finding | None, ranking: Ranking, sure: float) -> Finding | None:
    """`found`, no longer certain where a card about something else fits well: help then stands beside that card."""
    if found is None or not found.sure or found.beyond_doubt or not _at_once(ranking, sure):
        return found
    card = ranking.cards[0].card
    urgent = any(phone.number == _EMERGENCY for phone in card.phones)
    return found if card.sensitive or urgent or _helps(card, violence=True) else replace(found, sure=False)


def _helper(ranking: Ranking, found: Finding | None) -> Scored | None:
    """Where it is certain, the best card made for this kind of need: it comes first, whatever else is spoken of."""
    if found is None or not found.sure or found.kind is Danger.DANGER:
        return None
    violence = found.kind is Danger.VIOLENCE
    return next((one for one in ranking.cards if _helps(one.card, violence=violence)), None)


def _first(helper: Scored, ranking: Ranking) -> Ranking:
    return replace(ranking, cards=(helper, *(one for one in ranking.cards if one is not helper)))


def _for_emergencies(found: Finding | None, asked: Asked, directory: Directory) -> Card | None:
    """Where danger to life is certain, the card that tells whom to call in any emergency."""
    if found is None or not found.sure or found.kind is not Danger.DANGER or not tokens(asked.question.text):
        return None
    return next((card for card in answering(asked, directory) if _ANY_EMERGENCY.search(card.title)), None)


def _with_emergency(emergency: Card, menu: Scores, sure: float) -> Scores:
    """`menu` with that card in it: first where nothing fits or what fits best is for calm days, else last."""
    others = tuple((card, score) for card, score in menu if card.id != emergency.id)
    if len(others) < len(menu):
        return menu
    if sure < MAYBE or not _speaks_of_danger(others[0][0]):
        return ((emergency, max(sure, MAYBE)), *others)[:MENU]
    others = others[: MENU - 1]
    return (*others, (emergency, min(score for _, score in others)))


def _speaks_of_danger(card: Card) -> bool:
    return bool(_SPEAKS_OF_DANGER.search(f"{card.title}\n{card.body}"))


def _helps(card: Card, *, violence: bool) -> bool:
    """Whether `card` is for violence (it gives the number against it), or else for another private need."""
    everything = " ".join((card.title, card.summary, card.body, *(phone.number for phone in card.phones)))
    names_it = _VIOLENCE_NUMBER in everything
    return names_it if violence else card.sensitive and not names_it
