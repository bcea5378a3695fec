"""Whether an item is about public housing: weighed signals, each of which can be read out as a reason."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from bot.core.identity import fold

SUMMARY_READ = 700  # characters; further down stand other stories' titles and the page's own words


class Verdict(StrEnum):
    """What becomes of an item: it goes out, a person looks at it, it stays out."""

    HOUSING = "housing"
    REVIEW = "review"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One kind of evidence. `words` is a pattern over folded text (lower case, no accents, single spaces).

    Of the signals of one `group` only the strongest counts. Units of `weight`: log odds.
    A `mask` takes the words away from the signals after it ("casa di comunità" is no home).
    A `headline` signal is looked for in the title only, where there is one.
    """

    id: str
    group: str
    weight: float
    words: str
    mask: bool = False
    headline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """All weights as data; thresholds are scores between 0 and 1."""

    signals: tuple[Signal, ...]
    trigger: str  # a pattern without which no signal of positive weight can be found; spares looking for each
    topics: Mapping[str, str]
    housing_categories: frozenset[str]
    other_categories: frozenset[str]
    bias: float
    category_weight: float
    other_category_weight: float
    doubt: float  # what a lure takes from the weight of a category, beside its own
    summary_share: float
    housing_from: float
    review_from: float

    def override(self, weights: Mapping[str, float]) -> "Rules":
        """These rules with other weights for the named signals; 0 switches one off. Raises KeyError for an unknown id."""
        unknown = set(weights) - {signal.id for signal in self.signals}
        if unknown:
            raise KeyError(min(unknown))
        changed = (replace(signal, weight=weights.get(signal.id, signal.weight)) for signal in self.signals)
        return replace(self, signals=tuple(changed))


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What is judged; any part but one may be empty."""

    title: str = ""
    summary: str = ""
    categories: tuple[str, ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A verdict with its score (0 to 1), topics, quarters (ids) and the words it rests on."""

    verdict: Verdict
    score: float
    topics: tuple[str, ...] = ()
    quarters: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


class _Hit(NamedTuple):
    signal: Signal
    value: float
    words: str
    where: str


def judge(
    item: Item, *, rules: Rules, quarters: Iterable[str] = (), housing_categories: Sequence[str] = ()
) -> Judgement:
    """Weigh `item`. `housing_categories` are those the feed itself files housing under; `quarters` were found in it."""
    title, summary = fold(item.title), fold(item.summary[:SUMMARY_READ])
    hits = _strongest(_hits(title, summary, rules))
    evidence = sum(hit.value for hit in hits) + rules.bias
    evidence, filed = _with_categories(evidence, item, hits, rules, housing_categories)
    score = 1 / (1 + math.exp(-max(-20.0, min(20.0, evidence))))
    verdict = _verdict(score, rules)
    return Judgement(
        verdict=verdict,
        score=round(score, 3),
        topics=() if verdict is Verdict.NO else _topics(f"{title} | {summary}", rules),
        quarters=tuple(quarters),
        reasons=tuple(_reason(hit) for hit in hits) + filed,
    )


def _topics(text: str, rules: Rules) -> tuple[str, ...]:
    return tuple(topic for topic, words in rules.topics.items() if _compiled(words).search(text))


def _verdict(score: float, rules: Rules) -> Verdict:
    if score >= rules.housing_from:
        return Verdict.HOUSING
    return Verdict.REVIEW if score >= rules.review_from else Verdict.NO


def _hits(title: str, summary: str, rules: Rules) -> list[_Hit]:
    """Everything found in the folded title and summary; a title weighs more than what stands below it."""
    if not _compiled(rules.trigger).search(f"{title} | {summary}"):
        return []
    below = rules.summary_share if title else 1.0
    return [
        *_hits_in(title, "titolo", 1.0, rules),
        *_hits_in(summary, "testo", below, rules, headlines=not title),
    ]


def _hits_in(
    folded: str, where: str, share: float, rules: Rules, *, headlines: bool = True
) -> Iterable[_Hit]:
    for signal in rules.signals:
        found = _compiled(signal.words).search(folded)
        if found and signal.weight and (headlines or not signal.headline):
            # What speaks against counts whole, wherever it stands.
            value = signal.weight * (share if signal.weight > 0 else 1.0)
            yield _Hit(signal, value, found[0].strip(), where)
        if found and signal.mask:
            folded = _compiled(signal.words).sub(" § ", folded)


def _strongest(hits: Sequence[_Hit]) -> list[_Hit]:
    """Of each group its strongest hit, the weightiest first."""
    best: dict[str, _Hit] = {}
    for hit in hits:
        other = best.get(hit.signal.group)
        if other is None or abs(hit.value) > abs(other.value):
            best[hit.signal.group] = hit
    return sorted(best.values(), key=lambda hit: -abs(hit.value))


def _with_categories(
    evidence: float, item: Item, hits: Sequence[_Hit], rules: Rules, housing_categories: Sequence[str]
) -> tuple[float, tuple[str, ...]]:
    """A feed's own filing counts much, but it is wrong at times: a lure turns it into a question."""
    housing = rules.housing_categories | {fold(name) for name in housing_categories}
    filed_under = [*item.categories, *_sections(item.url)]
    for category in filed_under:
        if fold(category) in housing:
            doubt = max((hit.value for hit in hits if hit.signal.mask), default=0.0)
            weight = rules.category_weight - (doubt + rules.doubt if doubt else 0.0)
            return evidence + weight, (f"categoria «{category}»",)
    for category in filed_under:
        if fold(category) in rules.other_categories:
            return evidence + rules.other_category_weight, (f"categoria «{category}» (−)",)
    return evidence, ()


def _sections(url: str) -> list[str]:
    """The folders of an address, which on news sites are the categories' slugs."""
    try:
        return [part.replace("-", " ") for part in urlsplit(url).path.split("/")[1:-1] if part]
    except ValueError:
        return []


def _reason(hit: _Hit) -> str:
    sign = "" if hit.value > 0 else " (−)"
    return f"«{hit.words}» nel {hit.where}{sign}"


@lru_cache(maxsize=1024)
def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(words)
