"""Questions nobody could answer, the same ones put together however they are written.

asked texts → what each sounds like → slips of the finger mended among themselves → groups, the most asked first
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz.distance import OSA

from bot.core.words import skeleton, terms

ALIKE = 0.6  # share of the words two texts have in common from which they ask the same
WORDINGS = 3  # other wordings kept of a group
_SHORTEST = 5  # letters; shorter words have too many neighbours

_MARK = re.compile(r"\[[^\]]*\]")  # what redaction puts in place of what it hides

Sounds = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question nobody could answer, redacted; `day` is Rome's. A person's repeats of a day are one.

    `refused` is the card that was shown for it and was not it.
    """

    text: str
    lang: str
    day: date
    refused: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A question staff have dealt with: asked again until that day it is no news; None: never is."""

    text: str
    lang: str
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The same question by several people. `text` is how most wrote it.

    `people` counts each person once a day, so of somebody who asks on three days three; `days` are those days' number.
    `refused` are the cards that were shown for it and were not it.
    """

    text: str
    lang: str
    people: int
    days: int
    last_day: date
    wordings: tuple[str, ...] = ()
    refused: frozenset[str] = frozenset()


def group(asked: Sequence[Asked], *, settled: Sequence[Settled] = ()) -> list[Group]:
    """The questions put together, those asked by most people first. What has no word in it is left out."""
    found: list[Group] = []
    for lang in sorted({one.lang for one in asked}):
        own = [one for one in asked if one.lang == lang]
        known = [one for one in settled if one.lang == lang]
        texts = [one.text for one in own] + [one.text for one in known]
        mended = _mended(sounds(text, lang) for text in texts)
        fresh = [one for one in own if not _is_settled(one, known, mended)]
        found += _groups(fresh, lang, mended)
    return sorted(found, key=lambda one: (-one.people, -one.last_day.toordinal(), one.text))


def same(one: str, other: str, *, lang: str) -> bool:
    """Whether two texts ask the same."""
    left, right = sounds(one, lang), sounds(other, lang)
    mended = _mended([left, right])
    return _alike(_said(left, mended), _said(right, mended))


def sounds(text: str, lang: str) -> Sounds:
    """What the words of `text` that carry meaning sound like, without what redaction put there."""
    return frozenset(skeleton(term.stem) for term in terms(bare(text), lang=lang))


def bare(text: str) -> str:
    """`text` without the marks of redaction, as it can be given to a card."""
    return " ".join(_MARK.sub(" ", text).split())


def ways(group: Group) -> tuple[str, ...]:
    """How people wrote it, as ways to say it that a card can take."""
    return tuple(dict.fromkeys(way for text in (group.text, *group.wordings) if (way := bare(text))))


def _is_settled(one: Asked, known: Iterable[Settled], mended: Mapping[str, str]) -> bool:
    said = _said(sounds(one.text, one.lang), mended)
    return any(
        (other.until is None or one.day <= other.until)
        and _alike(said, _said(sounds(other.text, other.lang), mended))
        for other in known
    )


def _groups(asked: Iterable[Asked], lang: str, mended: Mapping[str, str]) -> list[Group]:
    by_sound: dict[Sounds, list[Asked]] = {}
    for one in asked:
        said = _said(sounds(one.text, lang), mended)
        if said:
            by_sound.setdefault(said, []).append(one)
    leaders: list[tuple[Sounds, list[Asked]]] = []
    for said, members in sorted(by_sound.items(), key=lambda item: (-len(item[1]), sorted(item[0]))):
        home = next((group for leader, group in leaders if _alike(said, leader)), None)
        if home is None:
            leaders.append((said, list(members)))
        else:
            home += members
    return [_group(members, lang) for _, members in leaders]


def _group(members: Sequence[Asked], lang: str) -> Group:
    wordings = Counter(one.text for one in members)
    ordered = sorted(wordings, key=lambda text: (-wordings[text], len(text), text))
    days = {one.day for one in members}
    return Group(
        text=ordered[0],
        lang=lang,
        people=len(members),
        days=len(days),
        last_day=max(days),
        wordings=tuple(ordered[1 : WORDINGS + 1]),
        refused=frozenset(one.refused for one in members if one.refused),
    )


def _alike(one: Sounds, other: Sounds) -> bool:
    """Most words in common; or all words of the shorter, where it has at least two and the longer not many more."""
    shared = len(one & other)
    if not shared:
        return False
    fewer, more = sorted((len(one), len(other)))
    return shared / len(one | other) >= ALIKE or (shared == fewer >= 2 and more <= 2 * fewer)


def _said(said: Sounds, mended: Mapping[str, str]) -> Sounds:
    return frozenset(mended.get(sound, sound) for sound in said)


def _mended(said: Iterable[Sounds]) -> dict[str, str]:
    """For each sound a more usual one that is one slip of the finger away, where there is one."""
    counted = Counter(sound for one in said for sound in one)
    shapes: dict[tuple[str, int], list[str]] = {}
    mended: dict[str, str] = {}
    for sound in sorted(counted, key=lambda one: (-counted[one], one)):
        usual = _usual(sound, shapes) if len(sound) >= _SHORTEST else None
        if usual is None:
            shapes.setdefault((sound[0], len(sound)), []).append(sound)
        else:
            mended[sound] = usual
    return mended


def _usual(sound: str, shapes: Mapping[tuple[str, int], Sequence[str]]) -> str | None:
    for length in (len(sound), len(sound) - 1, len(sound) + 1):
        for other in shapes.get((sound[0], length), ()):
            if OSA.distance(sound, other, score_cutoff=1) <= 1:
                return other
    return None
