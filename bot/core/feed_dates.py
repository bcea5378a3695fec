"""Dates as feeds write them, Italian ones included, as aware UTC."""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz
from zoneinfo import ZoneInfo

from bot.core.rome import ROME

OLDEST = timedelta(days=5 * 365)
NEWEST = timedelta(days=1)

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "gennaio gen january jan", "febbraio feb february", "marzo mar march", "aprile apr april", "maggio mag may",
            "giugno giu june jun", "luglio lug july jul", "agosto ago august aug", "settembre set sett september sep",
            "ottobre ott october oct", "novembre nov november", "dicembre dic december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
# email.utils knows the American ones; it reads CEST as UTC (TRAPS 21).
_ZONES = {"CET": 1, "CEST": 2, "MET": 1, "MEST": 2, "WET": 0, "WEST": 1, "EET": 2, "EEST": 3, "BST": 1}
_AMERICAN = frozenset({"EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT"})

_WORDS = re.compile(
    r"(?:[^\W\d]+\.?,?\s+)?(\d{1,2})[°º]?[\s./-]+([^\W\d]{3,10})\.?[\s./,-]+(\d{4}|\d{2})\b(.*)", re.DOTALL
)
_NUMBERS = re.compile(r"(?:[^\W\d]+\.?,?\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b(.*)", re.DOTALL)
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?")
_OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2})\s*$")
_ZONE_NAME = re.compile(r"\b([A-Z]{1,4})\s*$")
_ISO = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T\s]+(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)\d*\s*(Z|[+-]\d{2}:?\d{2})?)?\s*$"
)


def read_date(text: str) -> datetime | None:
    """`text` as aware UTC, or None where it is no date; without a zone it is Italian time."""
    text = text.strip()[:100]
    try:
        return _iso(text) or _in_words(text) or _in_numbers(text) or _mail(text)
    except (ValueError, OverflowError):
        return None


def believable(moment: datetime | None, *, now: datetime) -> datetime | None:
    """`moment` where it can be true: between five years ago and tomorrow; else None, which means "when seen"."""
    if moment is None or not now - OLDEST <= moment <= now + NEWEST:
        return None
    return moment


def _iso(text: str) -> datetime | None:
    found = _ISO.match(text)
    if not found:
        return None
    zone = (found[3] or "").replace("Z", "+00:00")
    moment = datetime.fromisoformat(f"{found[1]}T{found[2] or '00:00'}")
    return _utc(moment, _zone(zone))


def _in_words(text: str) -> datetime | None:
    found = _WORDS.match(text)
    month = _MONTHS.get(found[2].lower()) if found else None
    if not found or not month:
        return None
    year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
    return _with_clock(datetime(year, month, int(found[1])), found[4])  # noqa: DTZ001  (the zone follows)


def _in_numbers(text: str) -> datetime | None:
    found = _NUMBERS.match(text)
    if not found:
        return None
    return _with_clock(datetime(int(found[3]), int(found[2]), int(found[1])), found[4])  # noqa: DTZ001


def _with_clock(day: datetime, rest: str) -> datetime | None:
    clock = _CLOCK.search(rest)
    if clock:
        day = day.replace(hour=int(clock[1]), minute=int(clock[2]), second=min(int(clock[3] or 0), 59))
        rest = rest[clock.end() :]
    return _utc(day, _zone(rest))


def _mail(text: str) -> datetime | None:
    parts = parsedate_tz(text)
    if parts is None or parts[0] < 1:
        return None
    moment = datetime(*parts[:6])  # noqa: DTZ001  (the zone follows)
    return _utc(moment, _zone(text))


def _zone(text: str) -> timezone | ZoneInfo:
    """The zone named at the end of `text`. Raises ValueError for an offset no place on earth has."""
    offset = _OFFSET.search(text)
    if offset:
        minutes = int(offset[2]) * 60 + int(offset[3])
        if minutes > 14 * 60:
            message = f"no such offset: {offset[0]}"
            raise ValueError(message)
        return timezone(timedelta(minutes=minutes if offset[1] == "+" else -minutes))
    name = _ZONE_NAME.search(text)
    if not name:
        return ROME
    if name[1] in _ZONES:
        return timezone(timedelta(hours=_ZONES[name[1]]))
    if name[1] in _AMERICAN:
        return timezone(timedelta(hours=-(4 + "ECMP".index(name[1][0]) + (name[1][1] == "S"))))
    return UTC if name[1] in {"GMT", "UTC", "UT", "Z"} else ROME


def _utc(moment: datetime, zone: timezone | ZoneInfo) -> datetime:
    return moment.replace(tzinfo=zone).astimezone(UTC)
