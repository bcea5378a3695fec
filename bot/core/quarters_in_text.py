"""Which quarters of the city a text speaks of; names that mean something else too need a witness."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.core.card import Quarter
from bot.core.same_text import fold

T = TypeVar("T")
_ByFirst = dict[str, list[tuple[list[str], T]]]

TEXT_READ = 1500  # characters

_LEAD = r"(?:quartier[ei]|case|caseggiati|alloggi|rione|zona|palazzi|stabili|aler|caserme|laboratorio(?: di quartiere)?|progetto casa)"
_STREET = r"(?:via|viale|piazza|piazzale|corso|largo|vicolo|teatro|scuola|istituto|liceo|stazione)"

# Names that by themselves are a surname, a region, a city, an army, a plant: they count after "quartiere …" or among
# other quarters only.
_DOUBTFUL = frozenset(
    {
        "mazzini", "molise", "feltre", "forze armate", "salomone", "ortica", "olmi", "valsesia", "san leonardo", "torretta",
        "cagnola", "stadera", "valdagno", "taliedo", "forlanini", "baggio", "niguarda", "ca granda", "santa giulia",
        "palmanova", "fulvio testi", "rubattino", "chiesa rossa", "quarto cagnino", "lodi corvetto",
    }
)  # fmt: skip
# Streets whose name says the quarter all the same: they run through it.
_OWN_STREETS = frozenset(
    {"viale molise", "piazzale selinunte", "piazzale corvetto", "via padova", "via fulvio testi"}
)
# Words that show another meaning of a name, anywhere in the text.
_OTHERWISE = {
    "san siro": r"\b(?:stadio|stadi|inter|milan|meazza|derby|partit[ae]|calcio|concert[oi]|tifos[io]|curva|biglietti|ippodromo|trotto|gol|serie a|nerazzurr\w+|rossoner\w+|allenatore|olimpi\w+|prato|zolle|si gioca|spettatori|capolista|tre punti)\b",
    "niguarda": r"\b(?:ospedale|pronto soccorso|ricoverat[oaie]|reparto|chirurg\w+|asst)\b",
    "baggio": r"\b(?:roberto|dino|pallone|calcio|divin codino|ospedale militare)\b",
    "santa giulia": r"\b(?:arena|palaitalia|olimpi\w+|hockey)\b",
}
_LED = re.compile(rf"\b{_LEAD}(?: (?:di|del|della|delle|a|aler|popolari|milanese|milanesi|storico))*$")
_ON_A_STREET = re.compile(rf"\b{_STREET}(?: \w+)?$")
_HOUSING = re.compile(
    r"\b(?:aler|case popolari|alloggi|inquilin\w+|quartier[ei]|edilizia|selinunte|abusiv\w+|caseggiat\w+)\b"
)
_CITY = re.compile(r"\b(?:milano|milanes[ei]|municipio|aler|mm|palazzo marino)\b")


# Where no cards are at hand; the cards' own quarters are the full list.
BUILT_IN = (
    Quarter(id="gratosoglio", name="Gratosoglio"),
    Quarter(id="mazzini", name="Mazzini", aliases=("quartiere mazzini", "case mazzini")),
    Quarter(id="molise-calvairate", name="Molise-Calvairate", aliases=("calvairate", "viale molise")),
    Quarter(id="san-siro", name="San Siro", aliases=("piazzale selinunte", "selinunte")),
    Quarter(id="corvetto", name="Corvetto"),
    Quarter(id="quarto-oggiaro", name="Quarto Oggiaro"),
    Quarter(id="giambellino", name="Giambellino"),
    Quarter(id="lorenteggio", name="Lorenteggio"),
)


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    quarter: str
    doubtful: bool


class QuarterFinder:
    """Finds quarters by name, alias and street. Make it once; looking costs one pass over the text's words."""

    def __init__(self, quarters: Sequence[Quarter]) -> None:
        self._names = _by_words((name.text, name) for quarter in quarters for name in _names(quarter))
        self._streets = _by_words(_unambiguous(quarters).items())

    def find(self, text: str) -> tuple[str, ...]:
        """Ids of the quarters `text` speaks of, each once, as they come. Looks at the first 1,500 characters."""
        folded = fold(text[:TEXT_READ])
        words = folded.split()
        found = [(place, name.quarter) for place, name in self._surely_named(words, folded)]
        found += [
            (place, name.quarter)
            for place, name in self._doubtfully_named(words, folded, among_others=bool(found))
        ]
        if found or _CITY.search(folded):
            found += list(_hits(words, self._streets))
        ids = dict.fromkeys(quarter for _, quarter in sorted(found))
        return tuple(_without_parts(list(ids)))

    def _surely_named(self, words: list[str], folded: str) -> Iterable[tuple[int, _Name]]:
        for place, name in _hits(words, self._names):
            on_a_street = place > 0 and re.fullmatch(_STREET, words[place - 1])
            if not name.doubtful and not on_a_street and not _means_otherwise(name.text, folded):
                yield place, name

    def _doubtfully_named(
        self, words: list[str], folded: str, *, among_others: bool
    ) -> Iterable[tuple[int, _Name]]:
        for place, name in _hits(words, self._names):
            if not name.doubtful or _means_otherwise(name.text, folded):
                continue
            before = " ".join(words[max(0, place - 5) : place])
            led = _LED.search(before)
            if led or (among_others and not _ON_A_STREET.search(before)):
                yield place, name


def _names(quarter: Quarter) -> Iterable[_Name]:
    plain = re.sub(r"\(.*?\)", "", quarter.name)
    parts = [plain, *plain.split(" - ")] if " - " in plain else [plain]
    for text in dict.fromkeys(fold(part) for part in (*parts, *quarter.aliases)):
        if text:
            doubtful = text in _DOUBTFUL and text not in _OWN_STREETS
            yield _Name(text, quarter.id, doubtful)


def _unambiguous(quarters: Sequence[Quarter]) -> dict[str, str]:
    """Streets that lie in one quarter only."""
    owners: dict[str, set[str]] = {}
    for quarter in quarters:
        for street in quarter.streets:
            owners.setdefault(fold(street), set()).add(quarter.id)
    return {street: min(ids) for street, ids in owners.items() if len(ids) == 1 and " " in street}


def _by_words(named: Iterable[tuple[str, T]]) -> _ByFirst[T]:
    """Word sequences under their first word, the longest first."""
    known: _ByFirst[T] = {}
    for text, value in sorted(named, key=lambda pair: -len(pair[0].split())):
        words = text.split()
        known.setdefault(words[0], []).append((words, value))
    return known


def _hits(words: list[str], known: _ByFirst[T]) -> Iterable[tuple[int, T]]:
    """Where `known` sequences stand in `words`; the longest at each place, and none inside another."""
    after = 0
    for place, word in enumerate(words):
        if place < after:
            continue
        for sequence, value in known.get(word, ()):
            if words[place : place + len(sequence)] == sequence:
                yield place, value
                after = place + len(sequence)
                break


def _means_otherwise(name: str, folded: str) -> bool:
    pattern = _OTHERWISE.get(name)
    return bool(pattern and re.search(pattern, folded) and not _HOUSING.search(folded))


def _without_parts(ids: list[str]) -> list[str]:
    """A quarter that is part of another one found ("calvairate" in "molise-calvairate") adds nothing."""
    return [one for one in ids if not any(one != other and one in other.split("-") for other in ids)]
