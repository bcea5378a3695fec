"""The part of OSM's opening_hours that offices use, as values: written, read and said in words.

Source: wiki.openstreetmap.org/wiki/Key:opening_hours/specification
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.core import day_words
from bot.core.richtext import RichText, join
from bot.core.texts import Texts

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEK = tuple(range(7))
SUNDAY = 6
MIDNIGHT = 24 * 60
BY_APPOINTMENT = "su appuntamento"  # what stands in the comment of hours that were read in Italian
_LEAP_YEAR = 2024  # any: it has every day there is

_DATE = (
    rf"(?:(?P<y{{0}}>\d{{{{4}}}}) )?(?P<m{{0}}>{'|'.join(MONTHS)})(?: (?P<d{{0}}>\d{{{{1,2}}}})(?![\d:]))?"
)
_DATES = re.compile(rf"{_DATE.format(1)}(?:-{_DATE.format(2)})?")
_DAY = "|".join(DAYS)
_WEEKDAYS = re.compile(
    rf"(?:(?:{_DAY})(?:-(?:{_DAY})|\[[-\d,]+\])?|PH)(?:,(?:(?:{_DAY})(?:-(?:{_DAY}))?|PH))*(?= |$)"
)
_SPAN = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")
_TIMES = re.compile(rf"{_SPAN.pattern}(?:,{_SPAN.pattern})*")
_RULE_END = re.compile(r"; |, (?=[A-Z0-9\"])")


class Kind(StrEnum):
    """What a rule says about its times."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day of the year, or a whole month where `day` is None; of one `year` or of each."""

    month: int
    day: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. No weekdays: every day. No spans: the whole day. `nth` counts from 1, -1 is the last of the month."""

    dates: tuple[tuple[Day, Day], ...] = ()
    weekdays: tuple[int, ...] = ()
    nth: tuple[int, ...] = ()
    holidays: bool = False
    spans: tuple[tuple[int, int], ...] = ()  # minutes after midnight; an end beyond 24:00 is the next day
    kind: Kind = Kind.OPEN
    comment: str = ""
    also: bool = False  # adds to what the rules before it say, instead of replacing it


def write(rules: Sequence[Rule]) -> str:
    """The rules as OSM opening_hours."""
    done = ""
    for rule in rules:
        done += (", " if rule.also else "; ") * bool(done) + _write_rule(rule)
    return done


def read(osm: str) -> tuple[Rule, ...] | None:
    """The rules of normally written `osm`; None where it uses more of the standard than `Rule` can say."""
    rules = []
    last = 0
    for end in [*_RULE_END.finditer(osm), None]:
        text = osm[last : end.start()] if end else osm[last:]
        rule = _read_rule(text, also=last > 0 and osm[last - 2] == ",")
        if rule is None:
            return None
        rules.append(rule)
        last = end.end() if end else len(osm)
    return tuple(rules)


def words(rules: Sequence[Rule], texts: Texts) -> RichText:
    """The rules in words: "da lunedì a venerdì 9:00-12:30 e 14:00-17:00; sabato chiuso"."""
    return join(texts("hours_then").text, [_rule_words(rule, texts) for rule in rules])


def comment_words(comment: str, texts: Texts) -> RichText:
    """A rule's comment as people read it: "su appuntamento" in their language, others as they were written."""
    return texts("hours_by_appointment") if comment == BY_APPOINTMENT else RichText(comment)


def _write_rule(rule: Rule) -> str:
    always = not (rule.dates or rule.weekdays or rule.holidays)
    parts = [
        ",".join(_write_dates(first, last) for first, last in rule.dates),
        _write_weekdays(rule),
        ",".join(
            f"{clock(start)}-{clock(end if end <= MIDNIGHT else end - MIDNIGHT)}" for start, end in rule.spans
        ),
        "24/7" if always and not rule.spans and rule.kind is Kind.OPEN else "",
        {Kind.OPEN: "", Kind.CLOSED: "off", Kind.UNKNOWN: "unknown"}[rule.kind],
        f'"{rule.comment}"' if rule.comment else "",
    ]
    return " ".join(part for part in parts if part)


def clock(minutes: int) -> str:
    """Minutes after midnight as OSM writes them: "09:00", "24:00"."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _write_dates(first: Day, last: Day) -> str:
    return _write_date(first) if first == last else f"{_write_date(first)}-{_write_date(last)}"


def _write_date(day: Day) -> str:
    parts = [str(day.year or ""), MONTHS[day.month - 1], f"{day.day:02d}" if day.day else ""]
    return " ".join(part for part in parts if part)


def _write_weekdays(rule: Rule) -> str:
    if rule.nth:
        nth = ",".join(map(str, rule.nth))
        return ",".join(f"{DAYS[day]}[{nth}]" for day in rule.weekdays)
    parts = [
        DAYS[first] if first == last else f"{DAYS[first]}-{DAYS[last]}"
        for first, last in _runs(rule.weekdays)
    ]
    return ",".join([*parts, *(["PH"] if rule.holidays else [])])


def _runs(days: Iterable[int], *, shortest: int = 2) -> list[tuple[int, int]]:
    """Neighbouring days as (first, last); runs shorter than `shortest` day by day."""
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return [
        pair
        for run in runs
        for pair in ([(run[0], run[-1])] if len(run) >= shortest else [(day, day) for day in run])
    ]


def _read_rule(text: str, *, also: bool) -> Rule | None:
    comment = re.search(r'(?:^| )"([^"]*)"$', text)
    if comment:
        text = text[: comment.start()]
    dates: list[tuple[Day, Day]] = []
    while found := _DATES.match(text):
        dates.append((_day(found, "1"), _day(found, "2") if found["m2"] else _day(found, "1")))
        text = text[found.end() :].removeprefix(",").removeprefix(" ")
    weekdays, nth, holidays, rest = _read_weekdays(text)
    spans, rest = _read_spans(rest)
    kinds = {
        "": Kind.OPEN,
        "open": Kind.OPEN,
        "off": Kind.CLOSED,
        "closed": Kind.CLOSED,
        "unknown": Kind.UNKNOWN,
    }
    rest = rest.removeprefix("24/7").strip()
    if rest not in kinds:
        return None
    return Rule(
        dates=tuple(dates),
        weekdays=weekdays,
        nth=nth,
        holidays=holidays,
        spans=spans,
        kind=kinds[rest],
        comment=comment[1] if comment else "",
        also=also,
    )


def _day(found: re.Match[str], which: str) -> Day:
    day, year = found[f"d{which}"], found[f"y{which}"]
    return Day(MONTHS.index(found[f"m{which}"]) + 1, int(day) if day else None, int(year) if year else None)


def _read_weekdays(text: str) -> tuple[tuple[int, ...], tuple[int, ...], bool, str]:
    nth = re.match(rf"({_DAY})\[(-?\d(?:,-?\d)*)\](?:,(?:{_DAY})\[\2\])*(?= |$)", text)
    if nth:
        days = tuple(DAYS.index(name) for name in re.findall(_DAY, nth[0]))
        return days, tuple(int(number) for number in nth[2].split(",")), False, text[nth.end() :].strip()
    found = _WEEKDAYS.match(text)
    if not found or "[" in found[0]:
        return (), (), False, text
    names = found[0].split(",")
    days_of_week = {day for name in names if name != "PH" for day in _from_to(name)}
    return tuple(sorted(days_of_week)), (), "PH" in names, text[found.end() :].strip()


def _from_to(name: str) -> list[int]:
    first, _, last = name.partition("-")
    start, end = DAYS.index(first), DAYS.index(last or first)
    return [day % 7 for day in range(start, end + 1 if end >= start else end + 8)]


def _read_spans(text: str) -> tuple[tuple[tuple[int, int], ...], str]:
    found = _TIMES.match(text)
    if not found:
        return (), text
    spans = []
    for parts in _SPAN.findall(found[0]):
        hour, minute, last_hour, last_minute = map(int, parts)
        start, end = hour * 60 + minute, last_hour * 60 + last_minute
        spans.append((start, end if end > start else end + MIDNIGHT))
    return tuple(spans), text[found.end() :].strip()


def _rule_words(rule: Rule, texts: Texts) -> RichText:
    what = join(
        " ", [_weekday_words(rule, texts), _times_words(rule, texts), comment_words(rule.comment, texts)]
    )
    if not rule.dates:
        return what
    dates = _listed([_dates_words(first, last, texts) for first, last in rule.dates], texts)
    return texts("hours_on", dates=dates, what=what)


def _dates_words(first: Day, last: Day, texts: Texts) -> RichText:
    if first == last:
        return RichText(_date_words(first, texts))
    key = "hours_dates" if first.day else "hours_months"
    return texts(key, first=_date_words(first, texts), last=_date_words(last, texts))


def _date_words(day: Day, texts: Texts) -> str:
    if day.day is None:
        first = date(day.year or _LEAP_YEAR, day.month, 1)
        return (
            day_words.month_of_year(first, texts.lang) if day.year else day_words.month(day.month, texts.lang)
        )
    whole = date(day.year or _LEAP_YEAR, day.month, day.day)
    return day_words.full(whole, texts.lang) if day.year else day_words.of_year(whole, texts.lang)


def _weekday_words(rule: Rule, texts: Texts) -> RichText:
    names = [day_words.weekday(day, texts.lang) for day in range(7)]
    if rule.nth:
        feminine = "_sunday" if rule.weekdays == (SUNDAY,) else ""
        counted = _listed([_nth_words(number, feminine, texts) for number in rule.nth], texts)
        days = _listed([RichText(names[day]) for day in rule.weekdays], texts)
        return texts("hours_nth_day", nth=counted, day=days)
    if not rule.weekdays and not rule.holidays:
        shorter = rule.dates or rule.kind is not Kind.OPEN or not rule.spans
        return RichText() if shorter else texts("hours_every_day")
    if rule.weekdays == WEEK and not rule.holidays:
        return texts("hours_every_day")
    runs = [
        RichText(names[first]) if first == last else texts("hours_days", first=names[first], last=names[last])
        for first, last in _runs(rule.weekdays, shortest=3)
    ]
    return _listed([*runs, *([texts("hours_holidays")] if rule.holidays else [])], texts)


def _nth_words(number: int, suffix: str, texts: Texts) -> RichText:
    """ "primo", "ultimo"; with the suffix "_sunday" "prima": in Italian Sunday alone is feminine."""
    if number < -1:
        return texts("hours_nth_from_end", n=-number)
    return texts((f"hours_nth_{number}" if number > 0 else "hours_nth_last") + suffix)


def _times_words(rule: Rule, texts: Texts) -> RichText:
    match rule:
        case Rule(kind=Kind.CLOSED):
            return texts("hours_closed")
        case Rule(spans=()):
            return texts("hours_all_day") if rule.kind is Kind.OPEN else RichText()
        case Rule(spans=spans):
            return _listed([_span_words(start, end, texts) for start, end in spans], texts)


def _span_words(start: int, end: int, texts: Texts) -> RichText:
    if (start, end) == (0, MIDNIGHT):
        return texts("hours_all_day")
    shown = texts("hours_span", start=f"{start // 60}:{start % 60:02d}", end=_end_words(end))
    return texts("hours_next_day", span=shown) if end > MIDNIGHT else shown


def _end_words(end: int) -> str:
    hours, minutes = divmod(end if end <= MIDNIGHT else end - MIDNIGHT, 60)
    return f"{hours}:{minutes:02d}"


def _listed(parts: Sequence[RichText], texts: Texts) -> RichText:
    """ "a, b e c"."""
    if len(parts) < 2:
        return join("", parts)
    comma = texts("comma").text
    return join(texts("hours_and").text, [join(comma, parts[:-1]), parts[-1]])
