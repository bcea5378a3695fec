"""Whether an item is about public housing: weighed signals and words, each of which can be read out as a reason.

title, summary → gate → signals (what stands there, by rule) ┐
                        stems   (learned from headlines)     ├→ evidence for "publish" and "ask" against "no" → verdict
categories, address ─────────────────────────────────────────┘
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import urlsplit

from bot.core.same_text import fold
from bot.core.stopwords import STOP_WORDS
from bot.core.words import ITALIAN, stem

SUMMARY_READ = 700  # characters; further down stand other stories' titles and the page's own words
REASONS = 6  # as many as a card shows
TOLD_FROM = 0.25  # log odds below which a learned word is no reason worth reading
BELOW = 0.8  # what a signal in the summary weighs beside one in the title
FIRST = 3  # letters of a word looked at before the word is
WORD_BELOW = 0.5  # the same for a learned word

STAFF = "staff:"  # what the ids of the signals begin with that staff made
OURS = ("c:housing", "c:near")  # a feed's filing that lets an item pass the gate

_STOP = STOP_WORDS[ITALIAN]


class Verdict(StrEnum):
    """What becomes of an item: it goes out, a person looks at it, it stays out."""

    HOUSING = "housing"
    REVIEW = "review"
    NO = "no"


class Weight(NamedTuple):
    """Log odds against "no": for publishing, and for asking a person."""

    publish: float
    ask: float


NOTHING = Weight(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Signal:
    """One kind of evidence: `words` is a pattern over folded text (lower case, no accents, single spaces).

    Of the signals of one `group` only the strongest counts. A `mask` takes its words away from the signals after it
    ("casa di comunità" is no home). An `aside` says what else happens where public housing is named: then a person decides,
    unless much speaks for publishing. What `keeps_out` makes a doubtful item a "no". `needs`: without one of these, at the beginning of a word, `words` cannot stand
    there, and looking for them first makes it many times as fast; "" is in every text. `beginnings` are their first letters.
    """

    id: str
    group: str
    weight: tuple[float, float]
    words: str
    needs: tuple[str, ...] = ("",)
    mask: bool = False
    aside: bool = False
    keeps_out: bool = False
    beginnings: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "beginnings", frozenset(part.split(" ")[0][:FIRST] for part in self.needs))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """All weights as data. Thresholds are probabilities.

    `learned` corrects the signals' own weights ("s:ID"), gives those of categories ("c:…") and the bias ("bias"),
    and knows stems and neighbouring stems ("w:…").
    """

    signals: tuple[Signal, ...]
    learned: Mapping[str, tuple[float, float]]
    subjects: frozenset[str]  # groups of signals that name public housing
    centre: frozenset[str]  # groups that are about public housing whatever else happens
    aside: Weight  # what an aside beside one of them adds, before anything is learned
    gate: tuple[str, ...]  # a text without any of these, blanks at its ends, is "no"
    topics: Mapping[str, str]
    housing_categories: frozenset[str]
    near_categories: frozenset[str]
    other_categories: frozenset[str]
    publish_from: float
    drop_from: float

    def with_signals(self, signals: Iterable[Signal]) -> "Rules":
        """These rules with more signals, which pass the gate by what they need; it stands at the beginning of a word."""
        more = tuple(signals)
        if not more:
            return self
        needs = (f" {part}" for signal in more for part in signal.needs)
        return replace(self, signals=(*self.signals, *more), gate=(*self.gate, *needs))


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What is judged; any part but one may be empty."""

    title: str = ""
    summary: str = ""
    categories: tuple[str, ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A verdict with its score (0 to 1: how surely it is housing), topics, quarters (ids) and the words it rests on.

    `evidence` is what the words say in sum; `heard`: some of them count; `by_staff`: a word of a rule staff made stands there.
    """

    verdict: Verdict
    score: float
    topics: tuple[str, ...] = ()
    quarters: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    evidence: Weight = NOTHING
    heard: bool = False
    by_staff: bool = False


class Hit(NamedTuple):
    """One thing found: its key in the weights, how it reads as a reason, and how much of its weight counts."""

    key: str
    label: str
    share: float
    first_guess: Weight = Weight(0.0, 0.0)
    signal: Signal | None = None


def judge(
    item: Item, *, rules: Rules, quarters: Iterable[str] = (), housing_categories: Sequence[str] = ()
) -> Judgement:
    """Weigh `item`. `housing_categories` are those the feed itself files housing under; `quarters` were found in it."""
    weighed = sorted(
        ((hit, weight(hit, rules)) for hit in hits(item, rules=rules, housing_categories=housing_categories)),
        key=lambda pair: -abs(pair[1].publish) - abs(pair[1].ask) / 2,
    )
    evidence = _sum([weight for _, weight in weighed], rules)
    publish, ask, no = chances(evidence)
    verdict = verdict_of(publish, no, publish_from=rules.publish_from, drop_from=rules.drop_from)
    if verdict is Verdict.REVIEW and any(hit.signal and hit.signal.keeps_out for hit, _ in weighed):
        verdict = Verdict.NO
    return Judgement(
        verdict=verdict,
        score=round(publish + ask / 4, 3),
        topics=() if verdict is Verdict.NO else topics_of(item, rules),
        quarters=tuple(quarters),
        reasons=tuple(_reasons(weighed)),
        evidence=evidence,
        heard=bool(weighed),
        by_staff=any(hit.key.startswith(f"s:{STAFF}") for hit, _ in weighed),
    )


def hits(
    item: Item, *, rules: Rules, housing_categories: Sequence[str] = (), unknown: bool = False
) -> list[Hit]:
    """Everything in `item` that counts; with `unknown` also the stems that have no weight yet."""
    title, summary = fold(item.title), fold(item.summary[:SUMMARY_READ])
    filed = list(_filed(item, rules, housing_categories))
    if not any(hit.key in OURS for hit in filed) and not _passes(f" {title} | {summary} ", rules.gate):
        return []
    found = _signals(title, summary, rules)
    if any(hit.key == "c:housing" for hit in filed) and any(
        hit.signal and hit.signal.group == "lure" and hit.first_guess.publish < 0 for hit in found
    ):
        filed.append(Hit("c:lure", "", 1.0))
    stems = (hit for hit in _stems(title, summary) if unknown or hit.key in rules.learned)
    return [*found, *_beside(found, rules), *stems, *filed]


def _beside(found: Sequence[Hit], rules: Rules) -> Iterator[Hit]:
    """What else happens where public housing is named; the signals' own hits say it in words."""
    groups = {hit.signal.group for hit in found if hit.signal}
    if groups & rules.subjects and not groups & rules.centre:
        for hit in found:
            if hit.signal and hit.signal.aside:
                yield Hit(f"b:{hit.key[2:]}", "", 1.0, rules.aside)


def _passes(text: str, gate: tuple[str, ...]) -> bool:
    """Whether any of `gate` stands in `text`; only those are looked for that begin as some word does."""
    beginnings = _beginnings(gate)
    return any(part in text for word in text.split() for part in beginnings.get(word[:FIRST], ()))


@lru_cache(maxsize=8)
def _beginnings(gate: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for part in gate:
        key = part.split()[0][:FIRST]
        found[key] = (*found.get(key, ()), part)
    return found


def weight(hit: Hit, rules: Rules) -> Weight:
    """What `hit` adds to the evidence."""
    publish, ask = rules.learned.get(hit.key, (0.0, 0.0))
    return Weight((hit.first_guess.publish + publish) * hit.share, (hit.first_guess.ask + ask) * hit.share)


def _sum(weights: Sequence[Weight], rules: Rules) -> Weight:
    publish, ask = rules.learned["bias"]
    return Weight(publish + sum(one.publish for one in weights), ask + sum(one.ask for one in weights))


def chances(evidence: Weight) -> tuple[float, float, float]:
    """How likely the three verdicts are: publishing, asking, leaving out."""
    publish, ask = (math.exp(_within(one)) for one in evidence)
    whole = publish + ask + 1
    return publish / whole, ask / whole, 1 / whole


def _within(evidence: float) -> float:
    return max(-20.0, min(20.0, evidence))


def verdict_of(publish: float, no: float, *, publish_from: float, drop_from: float) -> Verdict:
    """What becomes of an item of these chances; the limits are chances too."""
    if publish >= publish_from and publish > no:
        return Verdict.HOUSING
    return Verdict.NO if no >= drop_from else Verdict.REVIEW


def topics_of(item: Item, rules: Rules) -> tuple[str, ...]:
    """What a story is about, as hashtags name it."""
    text = f"{fold(item.title)} | {fold(item.summary[:SUMMARY_READ])}"
    return tuple(topic for topic, words in rules.topics.items() if _compiled(words).search(text))


def _signals(title: str, summary: str, rules: Rules) -> list[Hit]:
    """The signals found, of each group the strongest; a title weighs more than what stands below it."""
    best: dict[str, tuple[float, Hit]] = {}
    for folded, where, share in ((title, "titolo", 1.0), (summary, "testo", BELOW if title else 1.0)):
        for signal, words in _matches(folded, rules):
            first_guess = Weight(*signal.weight)
            # What speaks against counts whole, wherever it stands.
            hit = Hit(
                f"s:{signal.id}",
                f"«{words}» nel {where}",
                share if first_guess.publish > 0 else 1.0,
                first_guess,
                signal,
            )
            strength = sum(map(abs, first_guess)) * hit.share
            if signal.group not in best or strength > best[signal.group][0]:
                best[signal.group] = strength, hit
    return [hit for _, hit in best.values()]


def _matches(folded: str, rules: Rules) -> Iterator[tuple[Signal, str]]:
    beginnings = {"", *(word[:FIRST] for word in folded.split())}
    for signal in rules.signals:
        if beginnings.isdisjoint(signal.beginnings) or not any(part in folded for part in signal.needs):
            continue
        found = _compiled(signal.words).search(folded)
        if found:
            yield signal, found[0].strip()
            if signal.mask:
                folded = _compiled(signal.words).sub(" § ", folded)


def _stems(title: str, summary: str) -> Iterator[Hit]:
    """The stems and pairs of neighbouring stems, each once, where it weighs most."""
    seen = set()
    for folded, share in ((title, 1.0), (summary, WORD_BELOW if title else 1.0)):
        words = [
            word for word in folded.split() if word not in _STOP and len(word) > 2 and not word.isdigit()
        ]
        stems = [stem(word) for word in words]
        pairs = [f"{one} {two}" for one, two in pairwise(stems)]
        labels = [*words, *(f"{one} {two}" for one, two in pairwise(words))]
        for key, label in zip([*stems, *pairs], labels, strict=True):
            if key not in seen:
                seen.add(key)
                yield Hit(f"w:{key}", f"parola «{label}»", share)


def _filed(item: Item, rules: Rules, housing_categories: Sequence[str]) -> Iterator[Hit]:
    """What the feed's own filing says: the strongest category only."""
    filed = {fold(name): name for name in item.categories} | {name: name for name in _sections(item.url)}
    own = [fold(name) for name in housing_categories]
    for key, names in (
        ("c:housing", (*own, *rules.housing_categories)),
        ("c:near", rules.near_categories),
        ("c:other", rules.other_categories),
    ):
        for name in names:
            if name in filed:
                yield Hit(key, f"categoria «{filed[name]}»", 1.0)
                return


def _sections(url: str) -> Iterator[str]:
    """The folders of an address, which on news sites are the categories' slugs."""
    try:
        folders = urlsplit(url).path.lower().split("/")[1:-1]
    except ValueError:
        return
    yield from (folder.replace("-", " ") for folder in folders)


def _reasons(weighed: Sequence[tuple[Hit, Weight]]) -> Iterator[str]:
    """The weightiest first; a minus marks what speaks against publishing."""
    told = [(hit, one) for hit, one in weighed if hit.label and abs(one.publish) >= TOLD_FROM]
    for hit, one in told[:REASONS]:
        yield hit.label + ("" if one.publish > 0 else " (−)")


@lru_cache(maxsize=1024)
def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(words)
