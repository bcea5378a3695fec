"""Which quarter a message speaks of, and the message without its name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from bot.core.card import Quarter
from bot.core.stopwords import STOP_WORDS, bag
from bot.core.words import fold, skeleton, tokens

_ALIKE = 0.8  # normalised likeness at which a misspelt name still counts
_SHORTEST_FUZZY = 6  # letters; "Molise" is the shortest name worth guessing at
_LONGEST_NAME = 4  # words
_LONGEST_STREET = 6

_STREET_KINDS = {
    "via": "via", "v": "via", "viale": "viale", "vle": "viale", "piazza": "piazza", "pza": "piazza", "pzza": "piazza",
    "piazzale": "piazzale", "ple": "piazzale", "pzle": "piazzale", "piazzetta": "piazzetta", "largo": "largo",
    "corso": "corso", "cso": "corso", "vicolo": "vicolo", "alzaia": "alzaia", "ripa": "ripa", "plaza": "piazza",
    "place": "piazza",
}  # fmt: skip
_BEFORE_A_NAME = bag("a al all in di del dello della da dal nel zona quartiere rione q re barrio quartier")
_AROUND_AN_ADDRESS = bag(
    "abito abitiamo sto stiamo vivo viviamo sono siamo io in a al di il la l n nr numero civico scala interno int piano "
    "milano via casa mia indirizzo zona quartiere primo secondo terzo quarto b c d e f"
)
# "ma io abito a Gratosoglio", "and in Lorenteggio?" name a place and nothing else; "non a Gratosoglio" names none.
_CARRIES_NOTHING = _AROUND_AN_ADDRESS.union(*STOP_WORDS.values()) - bag("non not ne pas nu hindi не ليس لا")
_LIVES_THERE = bag("abito abita abitiamo vivo viviamo sto stiamo residente casa palazzo quartiere inquilino")
# Names that are also something else, and the words that say so (TRAPS 25).
_SOMETHING_ELSE: Mapping[str, frozenset[str]] = {
    "san siro": bag(
        "stadio meazza partita concerto inter milan derby biglietti gol tifosi ippodromo estadio stadium match stade "
        "concierto concert"
    ),
    "mazzini": bag("giuseppe risorgimento patriota repubblicano"),
    "molise": bag("regione capoluogo campobasso isernia abruzzo province"),
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Gazetteer:
    """Names of the quarters, folded, and streets as they sound; a street in two quarters leads to neither."""

    names: Mapping[tuple[str, ...], str]
    joined: Mapping[
        str, str
    ]  # the same without blanks, those a misspelt word may mean; of two as near the first
    streets: Mapping[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The quarter meant (None: not known), whether the message named it, and the message without the name."""

    quarter: str | None
    named: bool
    text: str


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    quarter: str


def gazetteer(quarters: Sequence[Quarter]) -> Gazetteer:
    """Everything `quarters` are called, ready for `find`."""
    names: dict[tuple[str, ...], str] = {}
    streets: dict[str, str | None] = {}
    for quarter in quarters:
        for name in (quarter.name, quarter.id.replace("-", " "), *quarter.aliases):
            names.setdefault(tuple(tokens(name)), quarter.id)
        for street in quarter.streets:
            for spelling in _spellings(street):
                other = streets.setdefault(spelling, quarter.id)
                if other != quarter.id:
                    streets[spelling] = None
    names.pop((), None)
    joined = {"".join(name): quarter for name, quarter in reversed(names.items()) if len(name[0]) > 1}
    return Gazetteer(names=names, joined=joined, streets=streets)


def find(
    text: str, places: Gazetteer, *, profile: str | None = None, known: Callable[[str], bool] | None = None
) -> Place:
    """The quarter `text` names, else `profile`. `known` tells ordinary words, which are never taken for a misspelling."""
    words = tokens(text)
    hits = _streets(words, places) or _names(words, places, known or (lambda word: False))
    quarters = {hit.quarter for hit in hits}
    if len(quarters) != 1:
        return Place(quarter=profile, named=False, text=text)
    gone = {at for hit in hits for at in range(_with_preposition(words, hit.start), hit.end)}
    rest = " ".join(word for at, word in enumerate(words) if at not in gone)
    return Place(quarter=quarters.pop(), named=True, text=rest)


def only(text: str, places: Gazetteer) -> str | None:
    """The quarter, where `text` is nothing but its name or an address in it; None for everything else."""
    place = find(text, places)
    rest = [word for word in tokens(place.text) if word not in _CARRIES_NOTHING and not word[0].isdigit()]
    return place.quarter if place.named and not rest else None


def is_address(text: str, *, numbered: bool = False) -> bool:
    """Whether `text` is an address and nothing else, of whatever street: "via Dante 3".

    `numbered`: only with a house number, so that "corso di italiano" is none.
    """
    if numbered and not any(word[0].isdigit() for word in tokens(text)):
        return False
    words = [word for word in tokens(text) if word in _STREET_KINDS or word not in _AROUND_AN_ADDRESS]
    while words and words[0] in _CARRIES_NOTHING and words[0] not in _STREET_KINDS:
        words.pop(0)
    named = [word for word in words[1:] if not word[0].isdigit()]
    return bool(words) and words[0] in _STREET_KINDS and 1 <= len(named) <= _LONGEST_NAME - 1


def _spellings(street: str) -> set[str]:
    """The whole name, and the kind with the surname alone ("via Mompiani" for "via Giuseppe Mompiani")."""
    words = tokens(street)
    if len(words) < 2:
        return set()
    return {_heard(words), _heard([words[0], words[-1]])}


def _heard(words: Sequence[str]) -> str:
    """A street as it sounds: "via abiati" is via Abbiati."""
    return " ".join(map(skeleton, words))


def _streets(words: Sequence[str], places: Gazetteer) -> list[_Hit]:
    hits = []
    for at, word in enumerate(words):
        kind = _STREET_KINDS.get(word)
        if kind is None:
            continue
        for end in range(min(len(words), at + _LONGEST_STREET), at + 1, -1):
            quarter = places.streets.get(_heard((kind, *words[at + 1 : end])))
            if quarter is not None:
                hits.append(_Hit(at, end, quarter))
                break
    return hits


def _names(words: Sequence[str], places: Gazetteer, known: Callable[[str], bool]) -> list[_Hit]:
    hits: list[_Hit] = []
    at = 0
    while at < len(words):
        hit = _name_at(words, at, places, known)
        if hit is None:
            at += 1
            continue
        if not _is_something_else(words, hit):
            hits.append(hit)
        at = hit.end
    return hits


def _name_at(words: Sequence[str], at: int, places: Gazetteer, known: Callable[[str], bool]) -> _Hit | None:
    for end in range(min(len(words), at + _LONGEST_NAME), at, -1):
        quarter = places.names.get(tuple(words[at:end]))
        if quarter is not None:
            return _Hit(at, end, quarter)
    for end in (at + 2, at + 1):
        if end > len(words) or all(known(word) for word in words[at:end]):
            continue
        quarter = _nearest("".join(words[at:end]), places)
        if quarter is not None:
            return _Hit(at, end, quarter)
    return None


@lru_cache(maxsize=20_000)
def _nearest(written: str, places: Gazetteer) -> str | None:
    if len(written) < _SHORTEST_FUZZY:
        return None
    found = process.extractOne(
        written, places.joined.keys(), scorer=Levenshtein.normalized_similarity, score_cutoff=_ALIKE
    )
    return places.joined[found[0]] if found else None


def _is_something_else(words: Sequence[str], hit: _Hit) -> bool:
    """A street called like the quarter, the stadium in it, the man it is named after."""
    before = words[max(0, hit.start - 2) : hit.start]
    if any(word in _STREET_KINDS for word in before):
        return True
    if not _LIVES_THERE.isdisjoint(words):
        return False
    others = _SOMETHING_ELSE.get(fold(" ".join(words[hit.start : hit.end])), frozenset())
    return not others.isdisjoint(words)


def _with_preposition(words: Sequence[str], start: int) -> int:
    while start > 0 and words[start - 1] in _BEFORE_A_NAME:
        start -= 1
    return start
