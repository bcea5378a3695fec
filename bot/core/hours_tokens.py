"""The words of Italian opening hours, cut into tokens with a meaning."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rapidfuzz.distance import OSA

from bot.core.errors import UserError
from bot.core.osm_hours import MIDNIGHT, WEEK, Day


class Sign(StrEnum):
    """What a token without a value says."""

    CLOSED = "closed"
    EXCEPT = "except"
    APPOINTMENT = "appointment"
    ALL_DAY = "all_day"
    HOLIDAYS = "holidays"
    WITH_HOLIDAYS = "with_holidays"
    ALSO = "also"
    AND = "and"
    COMMA = "comma"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Days:
    """Weekdays, Monday is 0."""

    days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Nth:
    """The first, third, … or last (-1) such weekday of a month."""

    nth: tuple[int, ...]
    day: int


@dataclass(frozen=True, slots=True)
class Dates:
    """Stretches from one day or month to another, both meant."""

    ranges: tuple[tuple[Day, Day], ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Minutes after midnight; an end beyond 24:00 is the next day."""

    start: int
    end: int


ALL_DAY = Span(0, MIDNIGHT)

Meaning = Sign | Days | Nth | Dates | Span


@dataclass(frozen=True, slots=True)
class Token:
    """A meaning and where it stands in the text."""

    meaning: Meaning
    start: int
    end: int


_DAY_NAMES = (
    "lun(?:edi)?",
    "mart?(?:edi)?",
    "merc?(?:oledi)?",
    "giov?(?:edi)?",
    "ven(?:erdi)?",
    "sab(?:at[oi])?",
    "dom(?:enic(?:a|he))?",
)
_SHORT_NAMES = ("lu", "ma", "me", "gi", "ve", "sa", "do")
_MONTH_NAMES = (
    "gen(?:naio)?", "feb(?:braio)?", "marzo", "apr(?:ile)?", "mag(?:gio)?", "giu(?:gno)?",
    "lug(?:lio)?", "ago(?:sto)?", "sett?(?:embre)?", "ott(?:obre)?", "nov(?:embre)?", "dic(?:embre)?",
)  # fmt: skip
_ORDINALS = {"prim": 1, "second": 2, "terz": 3, "quart": 4, "quint": 5, "ultim": -1}  # each with -o or -a
_FEASTS = {
    "capodanno": (1, 1), "epifania": (1, 6), "befana": (1, 6), "ferragosto": (8, 15), "san francesco": (10, 4),
    "ognissanti": (11, 1), "tutti i santi": (11, 1), "sant'ambrogio": (12, 7), "immacolata": (12, 8),
    "vigilia di natale": (12, 24), "natale": (12, 25), "santo stefano": (12, 26), "san silvestro": (12, 31),
}  # fmt: skip

_D = rf"(?:{'|'.join(_DAY_NAMES)})(?!\w)'?\.?"  # "lunedi'" as people without accents type it
_M = rf"(?:{'|'.join(_MONTH_NAMES)})\b\.?"
_O = rf"(?:[1-5] ?[°ºª^]|[1-5][oa]\b|(?:{'|'.join(_ORDINALS)})[oa]\b)"
_F = rf"(?:{'|'.join(_FEASTS)})\b"
_TO = r"\s*(?:-|(?:(?:fino|sino) )?(?:(?:alle ore|alle|alla|ad|al|a)\b|all'))\s*(?:(?:ore|h\.?)\s*)?"
_HOUR = r"[0-2]?\d(?:[:.][0-5]\d|h(?:[0-5]\d)?)?(?![\d:])"
# "9,30" is a time, but in "9-12,14-17" the comma parts two of them.
_T = rf"(?:[0-2]?\d,[0-5][05](?!\d)|{_HOUR}|mezzogiorno\b|mezzanotte\b)"
_LAST = rf"(?:[0-2]?\d,[0-5][05](?!\d|{_TO}\d|\s*/)|{_HOUR}|mezzogiorno\b|mezzanotte\b)"
_SLASHED = r"(?:[0-3]?\d/(?:0?[1-9]|1[0-2])(?:/(?:20)?\d\d)?)(?![\d:.,/])"
_FROM = r"(?:(?:dalle ore|dalle|dalla|dall'|dal|da|ore|h\.?|tra|fra)\s*)?"
_NUMBER = r"(?:[0-3]?\d)[°º]?"
_YEAR = r"(?:\s+(?:del\s+)?\d{4})?"
_HOLIDAYS = r"(?:festivita|festivi|feste)"
_WITH = r"(?:compres|inclus)[oaie]"

_Maker = Callable[[re.Match[str]], Meaning | None]


def tokens(text: str) -> list[Token]:
    """The tokens of `text`. Raises UserError("hours_unreadable", part=…) at the first word that says nothing known.

    Raises UserError with a key of its own where hours are missing ("solo mattina"), may be days ("9/12") or move with Easter.
    """
    return list(_scan(text))


def _scan(text: str) -> Iterator[Token]:
    folded = _fold(text)
    at = 0
    before: Meaning | None = None
    while at < len(folded):
        for pattern, make in _PATTERNS:
            if found := pattern.match(folded, at):
                meaning = make(found)
                if isinstance(meaning, Dates) and _hours_or_days(found, before):
                    raise UserError("hours_ambiguous_dates", part=found[0])
                if meaning is not None:
                    yield Token(meaning, found.start(), found.end())
                    before = before if meaning is Sign.AND and isinstance(before, Span) else meaning
                at = found.end()
                break
        else:
            raise unreadable(text, at)


def unreadable(text: str, at: int, end: int | None = None) -> UserError:
    """The error that shows the piece of `text` from `at`, to `end` or to the end of the word."""
    if end is None:
        word = re.compile(r"\W*[^\s;]*").match(text, at)
        end = word.end() if word else at + 1
    return UserError("hours_unreadable", part=text[at:end].strip())


def _hours_or_days(found: re.Match[str], before: Meaning | None) -> bool:
    """Whether dates after a day or earlier hours may be hours before a month: "lun-ven 9-12 luglio chiuso"."""
    numbers = re.match(r"(\d+)\s*-\s*(\d+)\s", found[0])
    if numbers is None or not int(numbers[1]) < int(numbers[2]) <= 24:
        return False
    if isinstance(before, Span):
        return before.end <= int(numbers[1]) * 60
    return isinstance(before, Days | Dates)


def without_slips(text: str) -> str:
    """`text` with day and month names one slip of the finger away put right: "lunendì" is Monday."""
    return re.sub(r"[^\W\d_]{5,}", lambda found: _without_slip(found[0]), text)


def _without_slip(word: str) -> str:
    folded = _fold(word)
    near = [name for name in _FULL_NAMES if OSA.distance(name, folded, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 and folded not in near else word


def _fold(text: str) -> str:
    """Lower case without accents, character for character, so that positions stay."""
    return "".join(_fold_one(char) for char in text)


def _fold_one(char: str) -> str:
    if char in "–—−‐‑÷":
        return "-"
    if char in "’‘`´":
        return "'"
    if char in "°ºª^":
        return char
    base = unicodedata.normalize("NFKD", char)[:1].lower()
    return base if len(base) == 1 else char


def month(name: str) -> int | None:
    """The number of the month of that name, "novembre" or "nov"; None for other words."""
    found = re.fullmatch(_M, _fold(name))
    return _index(_MONTH_NAMES, found[0]) + 1 if found else None


def _index(names: tuple[str, ...], word: str) -> int:
    return next(index for index, name in enumerate(names) if re.fullmatch(name, word.rstrip(".'")))


def _day(word: str) -> int:
    return _index(_DAY_NAMES, word)


def _days(found: re.Match[str]) -> Meaning:
    first, *rest = re.findall(_D, found[0])
    start, end = _day(first), _day(rest[0] if rest else first)
    if "/" in found[0] and (end - start) % 7 > 1:
        raise UserError("hours_ambiguous_days", part=found[0])
    return _from_to(start, end)


def _short_days(found: re.Match[str]) -> Meaning:
    first, last = found[0].split("-")
    return _from_to(_SHORT_NAMES.index(first), _SHORT_NAMES.index(last))


def _from_to(start: int, end: int) -> Days:
    return Days(tuple(sorted(day % 7 for day in range(start, end + 1 if end >= start else end + 8))))


def _nth(found: re.Match[str]) -> Meaning:
    numbers = [_ORDINALS.get(word[:-1]) or int(word[0]) for word in re.findall(_O, found["nth"])]
    return Nth(tuple(numbers), _day(found["day"]))


def _dates(found: re.Match[str]) -> Meaning:
    first = re.match(rf"(?P<number>{_NUMBER}(?!\d))\s*(?P<month>{_M})?", found["first"])
    last = re.match(rf"(?P<number>{_NUMBER}(?!\d))\s*(?P<month>{_M})", found["last"])
    if first is None or last is None:
        raise unreadable(found.string, found.start(), found.end())
    own, year = (re.search(r"\d{4}", found[which]) for which in ("first", "last"))
    number = int(year[0]) if year else None
    end = _real_day(last["month"], last["number"], number, found)
    start = _real_day(
        first["month"] or last["month"], first["number"], int(own[0]) if own and number else number, found
    )
    if number and not own and start > end:
        start = Day(start.month, start.day, number - 1)
    return Dates(((start, end),))


def _single_days(found: re.Match[str]) -> Meaning:
    year = re.search(r"\d{4}", found[0])
    numbers = re.findall(r"\d+", found["numbers"])
    days = [_real_day(found["month"], number, int(year[0]) if year else None, found) for number in numbers]
    return Dates(tuple((day, day) for day in days))


def _real_day(month: str, number: str | None, year: int | None, found: re.Match[str]) -> Day:
    """The day, checked against the calendar; a 29 February without year counts as one."""
    index = _index(_MONTH_NAMES, month) + 1
    day = int(number.rstrip("°º")) if number else None
    try:
        date(year or 2024, index, day or 1)
    except ValueError as error:
        raise unreadable(found.string, found.start(), found.end()) from error
    return Day(index, day, year)


def _feasts(found: re.Match[str]) -> Meaning:
    first, *rest = (Day(*_FEASTS[name]) for name in re.findall(_F, found[0]))
    return Dates(((first, rest[0] if rest else first),))


def _slashed_dates(found: re.Match[str]) -> Meaning:
    first, *rest = (_slashed_day(text, found) for text in re.findall(_SLASHED, found[0]))
    return Dates(((first, rest[0] if rest else first),))


def _slashed_day(text: str, found: re.Match[str]) -> Day:
    day, month, *year = (int(number) for number in text.split("/"))
    number = year[0] % 100 + 2000 if year else None
    try:
        date(number or 2024, month, day)
    except ValueError as error:
        raise unreadable(found.string, found.start(), found.end()) from error
    return Day(month, day, number)


def _slashed(found: re.Match[str]) -> Meaning:
    """ "24/12" can only be a day, "14/17" only hours; "9/12" is asked back."""
    first, last = found["first"], found["last"]
    hours = int(first) < int(last) <= 24
    if hours and int(last) <= 12:
        raise UserError("hours_ambiguous_slash", part=found[0], hours=f"{first}-{last}")
    return _span(found) if hours else Dates(((day := _slashed_day(f"{first}/{last}", found), day),))


def _months(found: re.Match[str]) -> Meaning:
    first, *rest = re.findall(_M, found[0])
    start, end = (Day(_index(_MONTH_NAMES, name) + 1) for name in (first, rest[0] if rest else first))
    return Dates(((start, end),))


def _span(found: re.Match[str]) -> Meaning:
    start, end = _minutes(found["first"]), _minutes(found["last"])
    if found["last"] in {"mezzanotte", "0", "00", "00:00", "0:00", "00.00"}:
        end = MIDNIGHT
    overnight = start >= 17 * 60 and end <= 12 * 60 and end < start
    if start > MIDNIGHT or end > MIDNIGHT or (end <= start and not overnight):
        raise unreadable(found.string, found.start(), found.end())
    return Span(start, end + MIDNIGHT if overnight else end)


def _minutes(word: str) -> int:
    if word in {"mezzogiorno", "mezzanotte"}:
        return 12 * 60 if word == "mezzogiorno" else 0
    hours, _, minutes = re.sub("[.,h]", ":", word).partition(":")
    return int(hours) * 60 + int(minutes or 0)


def _sign(sign: Sign) -> _Maker:
    return lambda _found: sign


def _fixed_days(*days: int) -> _Maker:
    return lambda _found: Days(days)


def _times_missing(found: re.Match[str]) -> Meaning:
    raise UserError("hours_times_missing", part=found[0].strip())


def _easter(found: re.Match[str]) -> Meaning:
    raise UserError("hours_easter", part=found[0].strip())


def _nothing(_found: re.Match[str]) -> Meaning | None:
    return None


_ARTICLE = (
    r"(?:(?:il|lo|la|i|gli|le|di|del|dei|al|alla|nei|nel|nella|ogni|solo|tutti|tutte|giorni|giorno)\s+)*"
)
_IN = r"(?:(?:ad?|in|nel|nei|per|di|durante|mese|mesi|tutto)\s+)*"

# What a label before the hours says; further on "sportello 9-12, centralino 8-20" would be hours of two things.
_LABEL = (
    r"\A\s*(?:(?:orari[o]?|di|apertura|ricevimento|al|del|dello|degli|pubblico|sportell[oi]|uffici[o]?|segreteria|centralino"
    r"|(?:apert|attiv)[oaie])\b:?\s*)+"
)
_ON = r"(?:(?:ad?|il|la|l'|i|di|del|dell'|per|nel|nella|giorno|giorni)\s*)*"
_FULL_NAMES = (
    "lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica",
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
    "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
)  # fmt: skip
_APPOINTMENT = r"(?:(?:solo|esclusivamente|previo|previa|su|per|con)\s+)*(?:appuntament[oi]|prenotazion[ei])\b(?:\s+(?:telefonic[oa]|obbligatori[oa]))?"

# The longest and surest first: "1° martedì" is no date, "10-22 agosto" no span of hours.
_PATTERNS: tuple[tuple[re.Pattern[str], _Maker], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (r"[^\S\n]+", _nothing),
        (_LABEL, _nothing),
        (r"(?:sempre )?(?:(?:apert|attiv)[oaie] )?(?:h ?24(?:/24)?|24 ?h(?:(?: su |/)24h?)?|24 ore su 24|24 ore(?: al giorno)?|24/24|24/7|giorno e notte)\b", _sign(Sign.ALL_DAY)),
        (r"sempre (?:apert|attiv)[oaie]\b|sempre\b", _sign(Sign.ALL_DAY)),
        (r"(?:tutti i giorni(?: dell'anno)?|ogni giorno|tutta la settimana|7 giorni su 7|7/7|7 ?gg(?: su |/)7(?: ?gg)?|tutto l'anno|365 giorni (?:(?:al)?l'anno|su 365))\b(?! feriali| festivi)", _fixed_days(*WEEK)),
        (rf"{_ARTICLE}feriali\b", _fixed_days(0, 1, 2, 3, 4, 5)),
        (rf"{_ARTICLE}(?:fine settimana|week[- ]?end)\b", _fixed_days(5, 6)),
        (rf"{_ARTICLE}{_HOLIDAYS} {_WITH}\b|{_WITH}\s+{_ARTICLE}{_HOLIDAYS}\b", _sign(Sign.WITH_HOLIDAYS)),
        (rf"anche {_ARTICLE}{_HOLIDAYS}(?=\s*(?:[;.)\n]|$))", _sign(Sign.WITH_HOLIDAYS)),
        (rf"{_ARTICLE}{_HOLIDAYS}\b", _sign(Sign.HOLIDAYS)),
        (rf"{_ARTICLE}(?P<nth>{_O}(?:(?:\s*,\s*|\s+ed?\s+(?:il\s+)?|\s*/\s*){_O})*)\s*(?P<day>{_D})(?:\s+(?:del|di ogni|di ciascun|al) mese\b)?", _nth),
        (rf"{_ARTICLE}(?<!/){_D}/{_D}(?!\s*/)", _days),
        (rf"{_FROM}{_D}{_TO}{_D}(?:\s+feriali\b)?", _days),
        (rf"(?:{'|'.join(_SHORT_NAMES)})-(?:{'|'.join(_SHORT_NAMES)})\b", _short_days),
        (rf"{_ARTICLE}{_D}(?:\s+feriali\b)?", _days),
        (rf"{_IN}(?:dal|dall'|da)?\s*{_SLASHED}{_TO}{_SLASHED}", _slashed_dates),
        (rf"(?:il|l'|al|del|giorno)\s*{_SLASHED}", _slashed_dates),
        (rf"{_ON}(?:dal|dall'|da)?\s*{_F}(?:{_TO}{_F})?", _feasts),
        (rf"{_ON}(?:pasqua|pasquetta|lunedi dell'angelo)\b", _easter),
        (rf"{_IN}(?:(?:dal|dall'|da)\s*(?P<named>{_D}\s*)?)?(?P<first>{_NUMBER}(?!\d)(?:\s+{_M}{_YEAR})?){_TO}(?(named)(?:{_D}\s*)?)(?P<last>{_NUMBER}[^\S\n]+{_M}{_YEAR})", _dates),
        (rf"{_ARTICLE}(?:l')?(?P<numbers>{_NUMBER}(?:(?:\s*,\s*|\s+ed?\s+)(?:il\s+|l')?{_NUMBER})*)[^\S\n]+(?P<month>{_M}){_YEAR}", _single_days),
        (rf"{_IN}{_FROM}{_M}{_TO}{_M}", _months),
        (rf"{_IN}{_M}", _months),
        (rf"\((?=\s*{_APPOINTMENT}\s*\))", _nothing),
        (rf"-(?=\s*(?:{_APPOINTMENT}|chius))", _nothing),
        (rf"(?:(?<=\d)|(?<=\d ))\((?=\s*(?:{_FROM}{_D}{_TO}{_D}|{_D}(?:(?:\s*,\s*|\s+e\s+){_D})*)\s*\)\s*(?:[,;\n]|$))", _nothing),
        (rf"(?:(?<=\d)|(?<=\d ))-(?=\s*(?:{_D}|{_ARTICLE}(?:feriali|{_HOLIDAYS})\b))", _sign(Sign.STOP)),
        (r"(?:\A|(?<=\n))-(?=\s)", _sign(Sign.STOP)),
        (_APPOINTMENT, _sign(Sign.APPOINTMENT)),
        (r"senza (?:appuntamento|prenotazione)\b|(?:ad )?accesso libero\b", _nothing),
        (r"(?:esclus[oaie]|eccetto|tranne|salvo)\b|non(?= festiv)", _sign(Sign.EXCEPT)),
        (r"(?:si resta |siamo |resta )?(?:(?:chius|sospes)[oaie]|chiusura)\b(?:\s+(?:per (?:le )?ferie|(?:estiv|natalizi)[oaie]))?", _sign(Sign.CLOSED)),
        (r"(?:solo\s+)?(?:mattin[ao]|pomeriggio|sera)\b(?=\s*:?\s*(?:dall[ea']|ore|h\b|\d))", _nothing),
        (rf"(?:tra|fra) le (?P<first>{_T}) e le (?P<last>{_LAST})", _span),
        (rf"{_FROM}(?P<first>{_T}){_TO}(?P<last>{_LAST})(?:[^\S\n]*h\b)?", _span),
        (rf"(?:(?:ore|h\.?)\s*)(?P<first>{_T})\s*/\s*(?P<last>{_T})", _span),
        (r"(?P<first>\d\d?)/(?P<last>\d\d?)(?![\d:.,/h])", _slashed),
        (rf"(?P<first>{_T})\s*/\s*(?P<last>{_T})(?!\d)(?!\s*-(?!\s*(?:{_T}\s*/|{_D})))", _span),
        (rf"-(?=\s*{_T}\s*/\s*{_T})", _sign(Sign.AND)),
        (rf"(?:dalle|fino alle|fino a|dopo le|prima delle|alle|ore|h\.?)\s*(?:ore\s*)?{_T}(?:\s+in poi\b)?", _times_missing),
        (r"(?:(?:solo|la|il|di|al)\s+)*(?:mattin[aoe]|pomeriggi?o?|sera|notte)\b", _times_missing),
        (r"anche\b", _sign(Sign.ALSO)),
        (r"(?:ed?\b|&|/|\+)", _sign(Sign.AND)),
        (r",", _sign(Sign.COMMA)),
        (r"[;.|()\n•·]", _sign(Sign.STOP)),
        (r":", _nothing),
        (r"(?:il|lo|la|i|gli|le|nei|nel|giorni|orari|orario|apert[oaie]|apertura|continuat[oa]|si riceve|riceve|ricevimento|al pubblico|solo)\b", _nothing),
    )
)  # fmt: skip
