"""Which phrases of danger stand where in a message, and which rules that join them hold.

Words alone misfire ("minaccia di crollo", "la violenza della grandine"): a rule wants a person and an act near each other,
and takes the everyday sense of both words as a reason to be silent. The phrases are data (`safety_phrases`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from bot.core.safety_phrases import GROUPS, RULES, Rule
from bot.core.words import fold, tokens

_BY_CHARACTERS = frozenset({"ar", "zh"})  # languages whose phrases are found anywhere, not at word ends
_AGAINST = 8  # words; how near a word that explains the matter away must stand
_SHORTEST_STEM = 2

Places = Mapping[str, Sequence[int]]  # group → where in the message its phrases begin, in words


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
