"""What a correction changed, as far as a reader has to know: figures, dates and places, else the words.

Told by what is no longer said: a text that only grew was brought up to date, not wrong.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from bot.core import numerals
from bot.core.same_text import fold
from bot.core.towns import TOWNS

SHOWN = 3  # facts named one by one; a text that changed more than that has to be read again
FACT_LENGTH = 60  # characters

_MONTH = r"(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre)"
_WEEKDAY = r"(?:luned[ìi]|marted[ìi]|mercoled[ìi]|gioved[ìi]|venerd[ìi]|sabato|domenica)"
_DATE = re.compile(
    rf"\b(?:{_WEEKDAY}\s+)?(?:\d{{1,2}}|1°|primo)\s+{_MONTH}(?:\s+\d{{4}})?\b|\b{_MONTH}(?:\s+\d{{4}})?\b|\b{_WEEKDAY}\b"
    r"|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b(?:ore|(?:d?alle)(?:\s+ore)?)\s+\d{1,2}(?:[.:]\d{2})?\b|\b\d{1,2}:\d{2}\b",
    re.IGNORECASE,
)
_STREET = r"(?:[Vv]ia|[Vv]iale|[Pp]iazza|[Pp]iazzale|[Cc]orso|[Ll]argo|[Vv]icolo|[Pp]iazzetta|[Aa]lzaia)"
_NAME = r"[A-ZÀ-Ý][\w’']*(?:\s(?:d[aei]l?|della|delle|dei|degli)\s[A-ZÀ-Ý][\w’']*|[\s-][A-ZÀ-Ý][\w’']*)*"
_PLACE = re.compile(
    rf"\b{_STREET}\s+{_NAME}(?:,?\s+\d+(?:[-/]\d+)*)?"
    rf"|\b(?:a|ad|in|nel quartiere|nel quartiere di|quartiere|al|alla|[Cc]omune di|provincia di)\s+(?P<name>{_NAME})"
    rf"|\b(?P<town>{'|'.join(sorted(map(re.escape, TOWNS), key=len, reverse=True))})\b"
)
_FIGURE = re.compile(
    rf"(?:€\s*)?\b(?:\d+(?:[.,]\d+)*(?:mila)?|{numerals.WORDS}\b|(?:un|uno|sei)(?=\s+(?:mila|milion|miliard)))"
    r"(?:\s*(?:%|€|per cento))?(?:\s+(?:mila|milion[ei]|miliard[oi]|mln|euro|di euro)\b)*",
    re.IGNORECASE,
)
# What is counted, for showing only: a word behind the figure that is no preposition, article or adverb.
_COUNTED = re.compile(
    r"\s+(?!(?:(?:nel|dal|del|sul|al)(?:l[oae]?)?|negli|dagli|degli|sugli|agli|fino|entro|dopo"
    r"|prima|oltre|verso|senza|ogni|anche|ancora|sono|sarà|saranno|hanno|mentre|quando|come|dove|perché|circa|volte)\b)"
    r"[a-zà-ù]{4,}\b"
)


class Kind(StrEnum):
    """What a fact is; each has catalog texts `news_fact_…` and `news_wrong_…`."""

    FIGURE = "figure"
    DATE = "date"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact no longer told, and what stands in its place, "" where nothing does."""

    kind: Kind
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A fact by which it is compared, and as it is shown."""

    fact: str
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The difference between two versions of what is shown."""

    facts: tuple[Fact, ...] = ()
    title: bool = False
    text: bool = False

    def __bool__(self) -> bool:
        """Whether a reader sees any difference."""
        return self.title or self.text


def change(before: tuple[str, str], after: tuple[str, str]) -> Change:
    """What became of `before`, each a title with the text below it, as shown."""
    old, new = (". ".join(part.rstrip(".") for part in pair if part) for pair in (before, after))
    facts = [
        *_facts(Kind.DATE, _dates(old), _dates(new), elsewhere=new),
        *_facts(Kind.PLACE, _places(old), _places(new), elsewhere=new),
        *_facts(Kind.FIGURE, _figures(old), _figures(new)),
    ]
    return Change(
        facts=tuple(facts),
        title=_plain(before[0]) != _plain(after[0]),
        text=_plain(before[1]) != _plain(after[1]),
    )


def _plain(text: str) -> str:
    return " ".join(text.split())


def _facts(kind: Kind, old: Sequence[_Told], new: Sequence[_Told], *, elsewhere: str = "") -> Iterable[Fact]:
    """The facts of `old` that `new` has nowhere, each with what stands in its place."""
    before, now = [one.fact for one in old], [one.fact for one in new]
    there = f" {fold(elsewhere)} "
    for tag, start, end, from_, to in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if tag in {"replace", "delete"}:
            fresh = [one for one in new[from_:to] if one.fact not in before]
            for index, one in enumerate(old[start:end]):
                if one.fact not in now and f" {fold(one.shown)} " not in there:
                    other = fresh[index].shown if index < len(fresh) else ""
                    yield Fact(kind=kind, old=one.shown[:FACT_LENGTH], new=other[:FACT_LENGTH])


def _same(fact: str) -> str:
    """Two ways to write one fact: "1.000 €" and "1000 euro", "Lunedì" and "lunedi"."""
    text = re.sub(r"(?<=\d)\.(?=\d{3}\b)", "", fact)
    text = re.sub(r"€|\bdi euro\b", " euro ", text, flags=re.IGNORECASE)
    text = re.sub(r"\bper cento\b", " % ", text, flags=re.IGNORECASE)
    text = re.sub(r"\b(?:mln|milione)\b", "milioni", text, flags=re.IGNORECASE)
    text = re.sub(r"\bmiliardo\b", "miliardi", text, flags=re.IGNORECASE)
    text = re.sub(r"(\d)\s*mila\b", r"\g<1>000", text, flags=re.IGNORECASE)
    text = re.sub(
        r"\b(?:ore|alle ore)\b",
        "alle",
        re.sub(r"\bdalle ore\b", "dalle", text, flags=re.IGNORECASE),
        flags=re.IGNORECASE,
    )
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    words = [_digits(word) for word in re.findall(r"%|\d+(?:[.,]\d+)*|\w+", bare.casefold())]
    return " ".join(sorted(words) if "euro" in words else words)


def _digits(word: str) -> str:
    value = None if word.isdigit() else numerals.value(word)
    return word if value is None else str(value)


def _dates(text: str) -> list[_Told]:
    return [_told(found[0]) for found in _DATE.finditer(text)]


def _places(text: str) -> list[_Told]:
    return [
        _told(found["name"] or found["town"] or found[0]) for found in _PLACE.finditer(_without(text, _DATE))
    ]


def _figures(text: str) -> list[_Told]:
    bare = _without(text, _DATE)
    bare = _without(bare, _PLACE, keep=lambda found: not _is_street(found))
    return [_told(found[0], counted=_COUNTED.match(bare, found.end())) for found in _FIGURE.finditer(bare)]


def _is_street(found: re.Match[str]) -> bool:
    return found["name"] is None and found["town"] is None


def _told(words: str, *, counted: re.Match[str] | None = None) -> _Told:
    return _Told(fact=_same(words), shown=_plain(words + (counted[0] if counted else "")))


def _without(
    text: str, pattern: re.Pattern[str], *, keep: Callable[[re.Match[str]], bool] = lambda _: False
) -> str:
    """`text` with what `pattern` finds blanked out, so that a date's day is no figure."""
    return pattern.sub(lambda found: found[0] if keep(found) else " § ", text)
