"""Which phrases of danger stand where in a message, and which rules that join them hold.

Words alone misfire ("minaccia di crollo", "la violenza della grandine"): a rule wants a person and an act near each other,
and takes the everyday sense of both words as a reason to be silent. The phrases are data (`safety_phrases`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from bot.core.safety_phrases import GROUPS
from bot.core.words import fold, tokens

_BY_CHARACTERS = frozenset({"ar", "zh"})  # languages whose phrases are found anywhere, not at word ends
_AGAINST = 8  # words; how near a word that explains the matter away must stand
_SHORTEST_STEM = 2

Places = Mapping[str, Sequence[int]]  # group → where in the message its phrases begin, in words


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Groups that must stand within `within` words of each other, and groups that speak against it.

    `kind` is a `safety.Danger`.
    """

    kind: str
    needs: tuple[str, ...]
    unless: tuple[str, ...] = ()
    within: int = 9


RULES = (
    Rule(kind="despair", needs=("despair by itself",), unless=("not despair",)),
    Rule(kind="despair", needs=("harm to self", "hopeless"), unless=("not despair", "bill"), within=14),
    Rule(kind="despair", needs=("die", "wish"), unless=("not despair", "figure of speech"), within=6),
    Rule(kind="despair", needs=("life", "worthless"), unless=("not despair", "bill"), within=4),
    Rule(kind="violence", needs=("by itself",), unless=("not a person hit",)),
    Rule(kind="violence", needs=("relation", "hit"), unless=("not a person hit",)),
    Rule(kind="violence", needs=("someone", "hit"), unless=("not a person hit",), within=7),
    Rule(
        kind="violence", needs=("relation", "threat"), unless=("not a person hit", "bill", "legal"), within=6
    ),
    Rule(kind="violence", needs=("raise", "hands"), unless=("not a person hit",), within=4),
    Rule(
        kind="violence", needs=("relation", "deadly threat"), unless=("not a person hit", "bill"), within=20
    ),
    Rule(kind="violence", needs=("relation", "control"), within=10),
    Rule(kind="violence", needs=("captive",), unless=("shut in is not this", "lift")),
    Rule(kind="violence", needs=("control", "hit"), unless=("not a person hit",), within=14),
    Rule(kind="violence", needs=("relation", "violent"), unless=("not a person hit",), within=5),
    Rule(kind="violence", needs=("violent", "victim"), unless=("not a person hit",), within=6),
    Rule(kind="violence", needs=("someone", "violent"), unless=("not a person hit",), within=4),
    Rule(kind="violence", needs=("someone", "marks"), unless=("insects",), within=14),
    Rule(kind="violence", needs=("relation", "marks"), unless=("insects",), within=10),
    Rule(kind="violence", needs=("someone", "cries", "family quarrel"), within=14),
    Rule(kind="danger", needs=("gas by itself",), unless=("bill", "drain")),
    Rule(kind="danger", needs=("gas", "smell"), unless=("bill",), within=5),
    Rule(kind="danger", needs=("hissing", "gas things"), within=5),
    Rule(kind="danger", needs=("flame source", "poisoned"), within=18),
    Rule(kind="danger", needs=("strong smell", "ignition"), within=14),
    Rule(kind="danger", needs=("fire",), unless=("not fire",)),
    Rule(kind="danger", needs=("lift", "shut in"), unless=("shut in is not this",), within=9),
    Rule(kind="danger", needs=("between floors", "shut in"), unless=("shut in is not this",), within=12),
    Rule(kind="danger", needs=("between floors", "shut in people"), within=10),
    Rule(kind="danger", needs=("collapse by itself",)),
    Rule(kind="danger", needs=("structure", "crumbling"), unless=("bill",), within=5),
    Rule(kind="danger", needs=("structure", "collapse", "people or size"), within=9),
    Rule(kind="danger", needs=("cannot get up",)),
    Rule(kind="danger", needs=("shock",), unless=("not a person hit", "bill")),
    Rule(kind="danger", needs=("live things", "water on"), within=5),
    Rule(kind="danger", needs=("person down", "relation"), within=10),
    Rule(kind="danger", needs=("person down", "someone"), within=10),
    Rule(kind="danger", needs=("behind a door", "for days"), within=12),
)


def fires(places: Places) -> Iterator[tuple[str, bool]]:
    """Every rule whose groups are all there, by name; False where they are too far apart or explained away."""
    for rule in RULES:
        if all(group in places for group in rule.needs):
            yield f"{rule.kind} {' + '.join(rule.needs)}", _holds(rule, places)


def _holds(rule: Rule, places: Places) -> bool:
    first, *others = (places.get(group, ()) for group in rule.needs)
    return any(
        all(_near(place, other, rule.within) for other in others) and not _explained(rule, place, places)
        for place in first
    )


def _explained(rule: Rule, place: int, places: Places) -> bool:
    return any(_near(place, places.get(group, ()), _AGAINST) for group in rule.unless)


def _near(place: int, others: Sequence[int], within: int) -> bool:
    return any(abs(place - other) <= within for other in others)


def speaks_of(text: str) -> Places:
    """The phrase groups `text` has something of, and where."""
    found: dict[str, list[int]] = {}
    for group, place in _found_words(tokens(text)):
        found.setdefault(group, []).append(place)
    for group, place in _found_anywhere(fold(text)):
        found.setdefault(group, []).append(place)
    return found


def _found_words(words: Sequence[str]) -> Iterator[tuple[str, int]]:
    for at, word in enumerate(words):
        for rest, group in _begun_by(word):
            if not rest or _goes_on(words, at + 1, rest):
                yield group, at


@lru_cache(maxsize=20_000)
def _begun_by(word: str) -> tuple[tuple[Sequence[str], str], ...]:
    """The rest of each phrase that may begin with `word`, and its group."""
    starts = (_STARTS.get(word[:size], ()) for size in range(_SHORTEST_STEM, len(word) + 1))
    return (*chain.from_iterable(starts), *_WHOLE.get(word, ()))


def _goes_on(words: Sequence[str], at: int, rest: Sequence[str]) -> bool:
    if at + len(rest) > len(words):
        return False
    return all(
        words[at + step].startswith(part[:-1]) if part.endswith("*") else words[at + step] == part
        for step, part in enumerate(rest)
    )


def _found_anywhere(text: str) -> Iterator[tuple[str, int]]:
    if text.isascii():
        return
    for phrase, group, spaced in _ANYWHERE:
        at = text.find(phrase)
        if at >= 0:
            # An Arabic place is counted in words, a Chinese one in pairs of characters: about a word each.
            yield group, text.count(" ", 0, at) if spaced else at // 2


def _phrases() -> Iterator[tuple[str, str, str]]:
    for group, languages in GROUPS.items():
        for lang, phrases in languages.items():
            for phrase in phrases:
                yield group, lang, fold(phrase)


def _by_first_word(
    phrases: Iterable[tuple[str, str, str]], *, open_end: bool
) -> dict[str, list[tuple[list[str], str]]]:
    table: dict[str, list[tuple[list[str], str]]] = {}
    for group, lang, phrase in phrases:
        first, *rest = phrase.replace("'", " ").split()
        if not _anywhere(lang, phrase) and first.endswith("*") is open_end:
            table.setdefault(first.rstrip("*"), []).append((rest, group))
    return table


def _anywhere(lang: str, phrase: str) -> bool:
    """Arabic typed in Latin letters is words like any other."""
    return lang in _BY_CHARACTERS and not phrase.isascii()


_STARTS = _by_first_word(_phrases(), open_end=True)
_WHOLE = _by_first_word(_phrases(), open_end=False)
_ANYWHERE = tuple(
    (phrase, group, lang == "ar") for group, lang, phrase in _phrases() if _anywhere(lang, phrase)
)
