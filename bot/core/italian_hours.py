"""Opening hours as Italians write them, read into OSM opening_hours; OSM passes through.

text → tokens → clauses → rules → OSM, checked by the library that evaluates it
"""

from collections.abc import Sequence
from dataclasses import dataclass

from opening_hours import OpeningHours, ParserError  # type: ignore[attr-defined]

from bot.core import hours_rules, hours_tokens, osm_hours
from bot.core.errors import UserError
from bot.core.osm_hours import DAYS, MONTHS
from bot.core.richtext import RichText, styled
from bot.core.texts import Texts

MAX_LENGTH = 500  # characters; a longer text is no timetable


@dataclass(frozen=True, slots=True)
class ReadHours:
    """What was understood; `osm` is what is stored."""

    osm: str

    def words(self, texts: Texts) -> RichText:
        """The hours in words, to be confirmed by the person who wrote them."""
        return words(self.osm, texts)


def read(text: str) -> ReadHours:
    """Read OSM or Italian: "lun-ven 9-12.30 e 14-17, mer chiuso", "su appuntamento", "chiuso ad agosto".

    Raises UserError("hours_unreadable", part=…) naming the part that could not be read,
    UserError("hours_school_holidays") for OSM's SH, which means nothing here (TRAPS 28), and
    UserError("hours_ambiguous", part=…) where "Mar" could be March or Tuesday.
    """
    plain = " ".join(text.split())
    if not plain or len(plain) > MAX_LENGTH:
        raise UserError("hours_unreadable", part=plain[:60])
    osm = _as_osm(plain)
    return ReadHours(osm if osm is not None else _from_italian(text))


def month(name: str) -> int | None:
    """The number of an Italian month, whole or short; None where `name` is none."""
    return hours_tokens.month(name)


def words(osm: str, texts: Texts) -> RichText:
    """OSM hours in words; the OSM itself, as code, where it uses rare parts of the standard."""
    rules = osm_hours.read(osm)
    return osm_hours.words(rules, texts) if rules is not None else styled("code", osm)


def _as_osm(text: str) -> str | None:
    """`text` in the library's spelling if it is OSM, None if it has to be read as Italian."""
    try:
        hours = OpeningHours(text, country="IT", auto_timezone=False, auto_country=False)
    except ParserError:
        return None
    if hours.warnings:  # wrong capitals: "mar 9:00-12:00" is Tuesday here, not March
        return None
    osm = _spelled(hours)
    if "SH" in _bare_words(osm):
        raise UserError("hours_school_holidays", part="SH")
    if _only_month_is_march(osm) and text.lower() != "24/7":
        raise UserError("hours_ambiguous", part="Mar")
    return osm


def _spelled(hours: OpeningHours) -> str:
    """The library's spelling, with "off" for closed and without "24/7" where it says nothing."""
    parts = str(hours).split('"')
    osm = '"'.join(part if index % 2 else part.replace("closed", "off") for index, part in enumerate(parts))
    # A comment alone means "unknown" in OSM; the library takes it for open.
    if osm.startswith('24/7 "'):
        return f"unknown {osm.removeprefix('24/7 ')}"
    return osm.removeprefix("24/7 ") if osm.startswith(("24/7 unknown", "24/7 off")) else osm


def _bare_words(osm: str) -> list[str]:
    """The words outside comments."""
    outside = " ".join(osm.split('"')[::2])
    return outside.replace(",", " ").replace("-", " ").replace(";", " ").split()


def _only_month_is_march(osm: str) -> bool:
    """Whether the only day word is a bare "Mar", Italian for Tuesday and OSM for March."""
    found = _bare_words(osm)
    days = [word for word in found if word[:2] in DAYS and word[:3] not in MONTHS]
    index = found.index("Mar") if "Mar" in found else None
    return (
        index is not None and not days and set(found) & set(MONTHS) == {"Mar"} and _no_day_after(found, index)
    )


def _no_day_after(found: Sequence[str], index: int) -> bool:
    return index + 1 < len(found) and ":" in found[index + 1]


def _from_italian(text: str) -> str:
    text = hours_tokens.without_slips(text)
    rules = hours_rules.rules(hours_tokens.tokens(text), text)
    try:
        return _spelled(
            OpeningHours(osm_hours.write(rules), country="IT", auto_timezone=False, auto_country=False)
        )
    except ParserError as error:
        raise UserError("hours_unreadable", part=text) from error
