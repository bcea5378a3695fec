"""How likely the best card is the right one: a logistic rule over what search found, its coefficients plain data.

Fitted by `bot/bench/confidence_fit.py` on labelled questions, those of other domains and those whose right card was taken away
included; measured on others (docs/answers.md). Every feature lies between -1 and 1 and does not grow with the number of cards.
"""

import math
from collections.abc import Mapping

from bot.core.search import Ranking, Scored

_SPREAD = (
    2.0  # of totals: by so much more a card is e times as likely, as the weights of the views were fitted
)

_SAID = 0.9  # what stands word for word among a card's messages is as good as sure

BY_WORDS: Mapping[str, float] = {
    "bias": -13.282,
    "strength": 7.068,
    "total": -0.104,
    "odds": 2.280,
    "margin": 0.413,
    "word_margin": -1.650,
    "example_margin": -0.099,
    "coverage": 4.127,
    "strong_coverage": 1.019,
    "example_share": 1.567,
    "gram_share": 0.563,
    "agreement": -0.311,
    "decoy": 3.977,
    "length": 2.646,
    "foreign": 1.464,
    "foreign_coverage": -0.776,
}
BY_MEANING: Mapping[str, float] = {
    "bias": -9.074,
    "strength": 3.578,
    "total": 1.437,
    "odds": 3.000,
    "margin": -0.061,
    "word_margin": -1.602,
    "example_margin": -0.018,
    "coverage": 4.915,
    "strong_coverage": 0.886,
    "example_share": 0.304,
    "gram_share": 0.302,
    "agreement": 0.171,
    "decoy": 2.071,
    "length": 2.725,
    "foreign": 1.533,
    "foreign_coverage": -1.126,
    "meaning": -3.381,
    "meaning_margin": 0.918,
    "rule": 1.617,
    "rule_lead": -0.087,
    "rule_decoy": -0.698,
    "nearest": 6.723,
    "nearest_lead": -0.643,
    "best": -8.240,
    "best_lead": 0.616,
    "best_decoy": 10.660,
    "told": -2.067,
    "told_lead": 5.116,
    "meaning_agreement": -0.359,
    "foreign_nearest": -0.760,
}


def confidence(ranking: Ranking) -> float:
    """Probability, 0 to 1, that the first card of `ranking` answers the message; 0 where there is none."""
    if not ranking.cards:
        return 0.0
    coefficients = BY_MEANING if ranking.cards[0].views else BY_WORDS
    found = features(ranking)
    sure = 1 / (1 + math.exp(-sum(weight * found[name] for name, weight in coefficients.items())))
    return max(sure, _SAID) if ranking.said else sure


def features(ranking: Ranking) -> dict[str, float]:
    """What `confidence` looks at; `ranking` has at least one card."""
    best = ranking.cards[0]
    rivals = [scored for scored in ranking.cards[1:] if family(scored) != family(best)]
    return {
        "bias": 1.0,
        "strength": best.words / (best.words + 8),
        "total": min(1.0, best.total / 15),
        "odds": _odds(best, rivals),
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


def _odds(best: Scored, rivals: list[Scored]) -> float:
    """The logarithm of how often `best` would be drawn for once that another service were, by their totals."""
    totals: dict[str, float] = {}
    for one in rivals:
        totals[family(one)] = max(totals.get(family(one), -math.inf), one.total)
    drawn = sum(math.exp(min(50.0, (total - best.total) / _SPREAD)) for total in totals.values())
    return _bounded(-math.log(drawn) / 6) if drawn > 0 else 1.0


def _lead(value: float, others: list[float]) -> float:
    return _bounded((value - max(others, default=0.0)) / value) if value > 0 else -1.0


def _bounded(value: float) -> float:
    return max(-1.0, min(1.0, value))
