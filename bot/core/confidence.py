"""How likely the best card is the right one: a logistic rule over what search found, its coefficients plain data.

Fitted by `bot/bench/fit.py` on labelled questions, those of other domains and those whose right card was taken away
included; measured on others (docs/answers.md). Every feature lies between -1 and 1 and does not grow with the number of cards.
"""

import math
from collections.abc import Mapping

from bot.core.search import Ranking, Scored

BY_WORDS: Mapping[str, float] = {
    "bias": -13.366,
    "strength": 6.499,
    "total": 0.157,
    "margin": 2.665,
    "word_margin": -2.722,
    "example_margin": 0.411,
    "coverage": 3.188,
    "strong_coverage": 0.929,
    "example_share": 1.785,
    "gram_share": 1.597,
    "agreement": 0.022,
    "decoy": 3.858,
    "length": 2.934,
    "foreign": 0.103,
    "foreign_coverage": 1.176,
}
BY_MEANING: Mapping[str, float] = {
    "bias": -7.393,
    "strength": 4.935,
    "total": -0.479,
    "margin": 1.946,
    "word_margin": -1.022,
    "example_margin": -0.043,
    "coverage": 4.028,
    "strong_coverage": 1.597,
    "example_share": 0.857,
    "gram_share": 0.868,
    "agreement": 0.433,
    "decoy": 1.331,
    "length": 2.438,
    "foreign": 0.784,
    "foreign_coverage": -1.767,
    "meaning": -1.566,
    "meaning_margin": 0.445,
    "rule": 1.406,
    "rule_lead": 0.952,
    "rule_decoy": -0.513,
    "nearest": 2.972,
    "nearest_lead": 3.971,
    "best": -6.219,
    "best_lead": 0.043,
    "best_decoy": 9.823,
    "told": -3.048,
    "told_lead": 5.470,
    "names": -0.531,
    "names_lead": -0.153,
    "meaning_agreement": -0.607,
    "foreign_nearest": 0.698,
}


def confidence(ranking: Ranking) -> float:
    """Probability, 0 to 1, that the first card of `ranking` answers the message; 0 where there is none."""
    if not ranking.cards:
        return 0.0
    coefficients = BY_MEANING if ranking.cards[0].views else BY_WORDS
    found = features(ranking)
    return 1 / (1 + math.exp(-sum(weight * found[name] for name, weight in coefficients.items())))


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
        **_meaning_features(ranking, best, rivals),
    }


def _meaning_features(ranking: Ranking, best: Scored, rivals: list[Scored]) -> dict[str, float]:
    if not best.views:
        return {}
    leads = {
        view: value - max((one.views.get(view, value) for one in rivals), default=0.0)
        for view, value in best.views.items()
    }
    return {
        "meaning": _bounded(best.meaning / 20),
        "meaning_margin": _bounded((best.meaning - max((one.meaning for one in rivals), default=0.0)) / 10),
        "rule": _bounded(best.views["rule"] / 10),
        "rule_lead": _bounded(leads["rule"] / 10),
        "rule_decoy": _bounded((best.views["rule"] - ranking.decoys["rule"]) / 10),
        "nearest": best.views["nearest"],
        "nearest_lead": leads["nearest"],
        "best": best.views["best"],
        "best_lead": leads["best"],
        "best_decoy": best.views["best"] - ranking.decoys["best"],
        "told": best.views["told"],
        "told_lead": leads["told"],
        "names": best.views["names"],
        "names_lead": leads["names"],
        "meaning_agreement": sum(lead >= 0 for lead in leads.values()) / len(leads),
        "foreign_nearest": float(ranking.foreign) * best.views["nearest"],
    }


def family(scored: Scored) -> str:
    """What cards of one service in several quarters share."""
    return scored.card.service or scored.card.id


def _lead(value: float, others: list[float]) -> float:
    return _bounded((value - max(others, default=0.0)) / value) if value > 0 else -1.0


def _bounded(value: float) -> float:
    return max(-1.0, min(1.0, value))
