"""How likely the best card is the right one: a logistic rule over what search found, its coefficients plain data.

Fitted by `bot/bench/fit.py` on labelled questions, those of other domains and those whose right card was taken away
included; measured on others (docs/answers.md). Every feature lies between -1 and 1 and does not grow with the number of cards.
"""

import math
from collections.abc import Mapping

from bot.core.search import Ranking, Scored

BY_WORDS: Mapping[str, float] = {
    "bias": -14.660,
    "strength": 7.041,
    "total": 0.568,
    "margin": 2.114,
    "word_margin": -1.296,
    "example_margin": 0.426,
    "coverage": 3.884,
    "strong_coverage": 1.300,
    "example_share": 0.990,
    "gram_share": 1.407,
    "agreement": -0.427,
    "decoy": 4.264,
    "length": 2.419,
    "foreign": 1.607,
    "foreign_coverage": -1.060,
}
BY_MEANING: Mapping[str, float] = {
    "bias": -9.168,
    "strength": 4.609,
    "total": 0.824,
    "margin": 1.832,
    "word_margin": -1.450,
    "example_margin": 0.109,
    "coverage": 4.473,
    "strong_coverage": 1.173,
    "example_share": 0.207,
    "gram_share": 0.857,
    "agreement": 0.375,
    "decoy": 2.146,
    "length": 2.251,
    "foreign": 1.401,
    "foreign_coverage": -1.647,
    "meaning": -1.855,
    "meaning_margin": 1.187,
    "rule": 1.672,
    "rule_lead": -0.000,
    "rule_decoy": -0.794,
    "nearest": 5.970,
    "nearest_lead": -0.003,
    "best": -9.379,
    "best_lead": 1.103,
    "best_decoy": 10.779,
    "told": -3.080,
    "told_lead": 5.993,
    "meaning_agreement": -0.217,
    "foreign_nearest": -0.108,
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
