"""What each part of a message is about, where it falls into parts: two topics get two cards."""

import re
from collections.abc import Iterator

from bot.core.card import Card
from bot.core.confidence import confidence
from bot.core.directory import Asked, Directory, ranked
from bot.core.follow_up import only_generic
from bot.core.search import Scored

MOST = 3  # parts; a message of more is a story
SHORTEST = 12  # characters; shorter parts are no topic of their own
SHORTEST_BY_AND = 8  # the same on either side of a mere "and"; a Chinese character counts for four
NEAR = 0.6  # of the first card's score; from here on a mere "and" may stand between two topics

_BREAK = re.compile(r"[.;!?\n]+|\b(?:e poi|e inoltre|inoltre|e intanto|e anche)\b", re.IGNORECASE)
_AND = re.compile(r"\b(?:e|ed|and|y|et|si|și|і|й|та|at)\b|\sو(?=\w)|还有|而且", re.IGNORECASE)
_HAN = re.compile(r"[\u3400-\u9fff]")


def topics(
    asked: Asked, directory: Directory, menu: tuple[tuple[Card, float], ...], *, sure: float
) -> Iterator[Scored]:
    """The best card of each part that is `sure` of it. `menu`: the best cards of the whole message, with their scores.

    What only an "and" parts is looked at where two cards fit the whole nearly alike, and must be about one of those.
    """
    text = asked.place.text
    by_and = _by_and(text) if len(menu) > 1 and menu[1][1] >= NEAR * menu[0][1] else []
    for part in by_and or _by_breaks(text):
        ranking = ranked(asked, directory, text=part)
        if confidence(ranking) < sure or only_generic(part):
            continue
        best = ranking.cards[0]
        if not by_and or any(best.card.id == card.id for card, _ in menu):
            yield best


def _by_breaks(text: str) -> list[str]:
    return _few([part for part in _BREAK.split(text) if len(part.strip()) >= SHORTEST])


def _by_and(text: str) -> list[str]:
    parts = [part for clear in _BREAK.split(text) for part in _AND.split(clear)]
    return _few(
        [part for part in parts if len(part.strip()) + 3 * len(_HAN.findall(part)) >= SHORTEST_BY_AND]
    )


def _few(parts: list[str]) -> list[str]:
    return parts if 2 <= len(parts) <= MOST else []
