"""How likely the best card is the right one: a logistic rule over what search found, its coefficients plain data.

Fitted by `bot/bench/fit.py` on labelled questions, those of other domains and those whose right card was taken away
included; measured on others (docs/answers.md). Every feature lies between -1 and 1 and does not grow with the number of cards.
"""

import math
from collections.abc import Mapping

from bot.core.search import Ranking, Scored

COEFFICIENTS: Mapping[str, float] = {
    "bias": -9.844,
    "strength": 3.116,
    "total": 0.083,
    "margin": 2.334,
    "word_margin": -0.923,
    "example_margin": 0.233,
    "coverage": 0.874,
    "strong_coverage": 2.196,
    "example_share": 0.759,
    "gram_share": 2.176,
    "agreement": 0.154,
    "decoy": 3.557,
    "length": 2.465,
    "foreign": 0.007,
    "foreign_coverage": 0.185,
}


def confidence(ranking: Ranking, *, coefficients: Mapping[str, float] = COEFFICIENTS) -> float:
    """Probability, 0 to 1, that the first card of `ranking` answers the message; 0 where there is none."""
    if not ranking.cards:
        return 0.0
    found = features(ranking)
    return 1 / (1 + math.exp(-sum(weight * found.get(name, 0.0) for name, weight in coefficients.items())))


def features(ranking: Ranking) -> dict[str, float]:
    """What `confidence` looks at; `ranking` has at least one card."""
    best = ranking.cards[0]
    rivals = [scored for scored in ranking.cards[1:] if family(scored) != family(best)]
    return {
        "bias": 1.0,
        "strength": best.words / (best.words + 8),
        "total": min(1.0, best.total / 15),
        "margin": _bounded((best.total - max((one.total for one in rivals), default=0.0)) / 6),
        "word_margin": _lead(best.words, [one.words for one in rivals]),
        "example_margin": _lead(best.example, [one.example for one in rivals]),
        "coverage": ranking.coverage,
        "strong_coverage": ranking.strong_coverage,
        "example_share": ranking.example_share,
        "gram_share": ranking.gram_share,
        "agreement": ranking.agreement,
        "decoy": _bounded((best.total - ranking.decoy) / 6),
        "length": min(len(ranking.terms), 12) / 12,
        "foreign": float(ranking.foreign),
        "foreign_coverage": float(ranking.foreign) * ranking.coverage,
    }


def family(scored: Scored) -> str:
    """What cards of one service in several quarters share."""
    return scored.card.service or scored.card.id


def _lead(value: float, others: list[float]) -> float:
    return _bounded((value - max(others, default=0.0)) / value) if value > 0 else -1.0


def _bounded(value: float) -> float:
    return max(-1.0, min(1.0, value))
