"""Whether a place is open at a moment, until when, and when it opens again, by Rome's local rules.

hours (OSM) + closures → spans of a local day → stretches between instants → OpeningState
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from opening_hours import OpeningHours, ParserError, State  # type: ignore[attr-defined]

from bot.core import day_words, osm_hours
from bot.core.closures import Closures, holiday_name
from bot.core.errors import UserError
from bot.core.osm_hours import MIDNIGHT, Kind
from bot.core.richtext import RichText
from bot.core.rome import ROME, day_in_rome
from bot.core.texts import Texts

HORIZON = 400  # days looked ahead; what changes later than that is told as "always" or "closed"

_DAY = timedelta(days=1)
_ANY_MOMENT = datetime(2026, 1, 1)  # noqa: DTZ001  (the library counts in local time without zone)
_SPEAKS_OF_HOLIDAYS = re.compile(r"\bPH\b")
_ALWAYS = re.compile(r'24/7(?: unknown)?(?: "[^"]*")?(?: \|\| .*)?')
_EVERY_DAY = ("24/7", "unknown")  # hours that begin so hold on holidays too, but for what they leave out
_BY_APPOINTMENT = re.compile(r"appuntamento|appointment", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningState:
    """What holds at one moment.

    `open` None: nobody can say, mostly "by appointment"; `comment` then says why. `until` is the end of an open
    or unknown stretch, `reopens` the start of the next one after a closed one; both aware, Europe/Rome, None where
    nothing changes within `HORIZON` days. `closed_for` names in Italian what shuts the day of `at`: a closure, or
    the holiday on the day `holiday`.
    """

    open: bool | None
    until: datetime | None = None
    reopens: datetime | None = None
    comment: str = ""
    closed_for: str = ""
    holiday: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """Open (True) or unknown (None) from `start` to `end`, both UTC."""

    start: datetime
    end: datetime
    open: bool | None
    comment: str


def state(hours: str, *, at: datetime, closures: Closures) -> OpeningState:
    """What `hours` (OSM opening_hours) mean at the aware moment `at`.

    Holidays and closures of the city close the day, unless the hours begin with 24/7 or say themselves what holds on `PH`;
    a card's own days close always. Raises UserError("hours_unreadable", part=…) for hours that are not OSM.
    """
    if unbounded(hours) and not closures.own:
        return _always(hours)
    now = at.astimezone(UTC)
    today = day_in_rome(at)
    if _never_again(hours, today - _DAY):
        return OpeningState(open=False if _is_told_closed(hours, at) else None)
    for stretch in _stretches(hours, today - _DAY, closures):
        if stretch.end <= now:
            continue
        if stretch.start <= now:
            until = _local(stretch.end) if stretch.end < _end_of_horizon(today) else None
            return OpeningState(open=stretch.open, until=until, comment=stretch.comment)
        reopens = _local(stretch.start)
        closed = OpeningState(open=False, reopens=reopens, comment=stretch.comment)
        return _with_reason(closed, hours, today, closures) if reopens.date() > today else closed
    return _with_reason(OpeningState(open=False), hours, today, closures)


def says(state: OpeningState, texts: Texts, *, at: datetime) -> RichText:
    """The state in words: "Aperto fino alle 12:30", "Chiuso, riapre mercoledì alle 9:00 (Sant'Ambrogio)"."""
    said = osm_hours.comment_words(state.comment, texts).text
    why = _holiday_words(state.holiday, texts) if state.holiday else state.closed_for
    note = f" ({why or said})" if why or said else ""
    match state:
        case OpeningState(open=True, until=None):
            return texts("opening_always") + note
        case OpeningState(open=True, until=until):
            return texts("opening_until", when=_moment("opening_until", until, texts, at=at)) + note
        case OpeningState(open=None, comment=""):
            return texts("opening_unclear")
        case OpeningState(open=None):
            return texts("opening_unknown", comment=said[0].upper() + said[1:])
        case OpeningState(reopens=None):
            return texts("opening_closed") + note
        case _:
            return texts("opening_reopens", when=_moment("opening", state.reopens, texts, at=at)) + note


@lru_cache(maxsize=4096)
def parsed(hours: str) -> OpeningHours:
    """The hours as the library understands them, with Italy's holidays. Raises UserError("hours_unreadable")."""
    try:
        return OpeningHours(
            hours, country="IT", auto_timezone=False, auto_country=False, max_interval_days=HORIZON
        )
    except ParserError as error:
        raise UserError("hours_unreadable", part=hours) from error


@lru_cache(maxsize=4096)
def unbounded(hours: str) -> bool:
    """Whether the hours are 24/7, or "by appointment" without days, and nothing else."""
    return _ALWAYS.fullmatch(str(parsed(hours).normalize())) is not None


def _always(hours: str) -> OpeningState:
    kind, comment = parsed(hours).state(_ANY_MOMENT)
    if kind == State.CLOSED:
        return OpeningState(open=False, comment=comment)
    return OpeningState(open=_certain(kind, comment), comment=comment)


def _never_again(hours: str, first: date) -> bool:
    """Whether the hours stay closed from that day on, so that there is nothing to look for."""
    start = datetime.combine(first, time())
    return parsed(hours).is_closed(start) and parsed(hours).next_change(start) is None


def _is_told_closed(hours: str, at: datetime) -> bool:
    """Whether hours that never open close this moment; "chiuso ad agosto" alone says nothing of the other months."""
    rules = [rule.strip() for rule in hours.split(";")]
    if not all(rule.endswith(" off") for rule in rules):
        return True
    return parsed(f"24/7; {hours}").is_closed(at.astimezone(ROME).replace(tzinfo=None))


def _certain(kind: State, comment: str) -> bool | None:
    """True for open; None where the rule says "unknown" or its comment asks for an appointment."""
    return None if kind == State.UNKNOWN or _BY_APPOINTMENT.search(comment) else True


def _stretches(hours: str, first: date, closures: Closures) -> Iterator[_Stretch]:
    """Everything open or unknown from the local day `first` on, in order, touching stretches as one."""
    pending: _Stretch | None = None
    for offset in range(HORIZON + 2):
        for stretch in _of_day(hours, first + offset * _DAY, closures):
            if pending and pending.end >= stretch.start and _alike(pending, stretch):
                pending = replace(pending, end=max(pending.end, stretch.end))
                continue
            if pending:
                yield pending
            pending = stretch
    if pending:
        yield pending


def _alike(one: _Stretch, other: _Stretch) -> bool:
    return one.open is other.open and one.comment == other.comment


def _of_day(hours: str, day: date, closures: Closures) -> Iterator[_Stretch]:
    """The stretches that begin on one local day; what runs past midnight is told in two."""
    if not _shut(hours, day, closures):
        yield from _own_stretches(hours, day, _model_day(hours, day, closures))


def _own_stretches(hours: str, day: date, model: date) -> Iterator[_Stretch]:
    """What the hours say of `model`, put on `day`; the end of its night on the day after."""
    midnight = datetime.combine(model, time())
    for part, shown_on in zip(_parts(hours), (day, day + _DAY), strict=False):
        for start, end, kind, comment in parsed(part).intervals(midnight, midnight + _DAY):
            if kind == State.CLOSED:
                continue
            first, last = (datetime.combine(shown_on, time()) + (edge - midnight) for edge in (start, end))
            is_open = _certain(kind, comment)
            yield _Stretch(
                start=_instant(first), end=_instant(last, late=True), open=is_open, comment=comment
            )


@lru_cache(maxsize=4096)
def _parts(hours: str) -> tuple[str, ...]:
    """The hours up to midnight and, where some run past it, the rest of the night as hours of the day it began on.

    The library itself ends a night at a day with a rule of its own, and lets one go on that was called off.
    """
    rules = osm_hours.read(hours)
    if rules is None or all(end <= MIDNIGHT for rule in rules for _, end in rule.spans):
        return (hours,)
    evenings = [
        replace(rule, spans=tuple((start, min(end, MIDNIGHT)) for start, end in rule.spans)) for rule in rules
    ]
    nights = [
        replace(rule, spans=tuple((0, end - MIDNIGHT) for _, end in rule.spans if end > MIDNIGHT))
        for rule in rules
    ]
    ends = [
        rule if rule.spans else replace(rule, kind=Kind.CLOSED, comment="")
        for rule in nights
        if rule.spans or not rule.also
    ]
    return osm_hours.write(evenings), osm_hours.write(ends)


def _model_day(hours: str, day: date, closures: Closures) -> date:
    """The day whose rules hold on `day`.

    The library does not know Sant'Ambrogio; where hours speak of holidays, 7 December means what the 8th does.
    """
    local_holiday = (day.month, day.day) == (12, 7) and closures.holiday(day)
    return day + _DAY if local_holiday and _SPEAKS_OF_HOLIDAYS.search(hours) else day


def _shut(hours: str, day: date, closures: Closures) -> bool:
    """Whether `day` is closed whatever the hours say."""
    if closures.own_day(day):
        return True
    if unbounded(hours) or hours.startswith(_EVERY_DAY):
        return False
    if closures.city_closure(day):
        return True
    return closures.holiday(day) is not None and not _SPEAKS_OF_HOLIDAYS.search(hours)


def _with_reason(state: OpeningState, hours: str, day: date, closures: Closures) -> OpeningState:
    """`state` with the holiday or closure on `day`; without where the place would be closed on such a day anyway."""
    if not (_SPEAKS_OF_HOLIDAYS.search(hours) or any(_own_stretches(hours, day, day))):
        return state
    closure = closures.city_closure(day)
    if closure and closure.reason:
        return replace(state, closed_for=closure.reason)
    name = closures.holiday(day)
    return replace(state, closed_for=name, holiday=day) if name else state


def _holiday_words(day: date, texts: Texts) -> str:
    """The holiday's name, or that it is one where the language has no name for it."""
    return holiday_name(day, texts.lang) or texts.plain("opening_holiday")


def _instant(local: datetime, *, late: bool = False) -> datetime:
    """A local time as UTC.

    Of the two moments a clock change gives one time, a start is the first and an end (`late`) the second; a time
    that a clock change leaves out is the one clocks show instead, an hour later.
    """
    first, second = (local.replace(tzinfo=ROME, fold=fold).astimezone(UTC) for fold in (0, 1))
    return max(first, second) if late else first


def _local(instant: datetime) -> datetime:
    return instant.astimezone(ROME)


def _end_of_horizon(today: date) -> datetime:
    return _instant(datetime.combine(today + HORIZON * _DAY, time()))


def _moment(key: str, when: datetime | None, texts: Texts, *, at: datetime) -> RichText:
    """A moment from `at`'s point of view: "alle 14:00", "domani alle 9:00", "mercoledì alle 9:00", "12 gennaio …"."""
    if when is None:
        return RichText()
    days = (when.date() - day_in_rome(at)).days
    if key == "opening_until" and days == 1 and when.time() == time():
        return texts("opening_until_midnight")
    if key == "opening" and days > 0 and when.time() == time():
        return texts("opening_tomorrow_whole") if days == 1 else RichText(_day_words(when, days, texts))
    # At one o'clock Italian says "all'1:00".
    clock = texts(f"{key}_at_one" if when.hour == 1 else f"{key}_at", clock=f"{when.hour}:{when.minute:02d}")
    if days <= 0:
        return clock
    if days == 1:
        return texts(f"{key}_tomorrow", clock=clock)
    return texts(f"{key}_day", day=_day_words(when, days, texts), clock=clock)


def _day_words(when: datetime, days: int, texts: Texts) -> str:
    day, lang = when.date(), texts.lang
    if days >= 300:
        return day_words.full(day, lang)
    weekday = day_words.weekday(day.weekday(), lang)
    return weekday if days < 7 else f"{weekday} {day_words.of_year(day, lang)}"
