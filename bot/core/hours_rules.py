"""From the clauses of Italian hours to rules: one table of the week for each stretch of the year."""

from collections.abc import Container, Iterable, Sequence

from bot.core.hours_clauses import Clause, Range, clauses
from bot.core.hours_tokens import ALL_DAY, Span, Token, unreadable
from bot.core.osm_hours import BY_APPOINTMENT, MIDNIGHT, WEEK, Kind, Rule

MARCH = 3

_Table = dict[int, list[tuple[Span, bool]]]  # weekday → spans, each with "by appointment"


def rules(tokens: Sequence[Token], text: str) -> tuple[Rule, ...]:
    """The rules that `tokens` of `text` say. Raises UserError("hours_unreadable", part=…)."""
    found = clauses(tokens, text)
    if not found:
        raise unreadable(text, 0, len(text))
    return tuple(_compiled(found, text))


def _compiled(clauses: Iterable[Clause], text: str) -> Iterable[Rule]:
    tables: dict[tuple[Range, ...], _Table] = {}
    instead: set[tuple[Range, ...]] = set()  # dates whose times stand in for those of the plain week
    special: list[Rule] = []
    last: list[Rule] = []
    # What is said to be closed is closed, wherever in the text it stands; dates except from the plain week.
    for clause in sorted(clauses, key=lambda clause: (clause.closed, bool(clause.dates))):
        if clause.without_holidays:
            special.append(Rule(holidays=True, kind=Kind.CLOSED))
        if clause.nth:
            special.extend(_nth_rules(clause, tables.get((), {})))
        if clause.holidays:
            special.extend(_plain_rules(clause, Rule(holidays=True, dates=tuple(clause.dates))))
        if clause.days or not clause.selects or (clause.dates and not clause.nth and not clause.holidays):
            if clause.closed and not clause.days:
                last.append(Rule(dates=tuple(clause.dates), kind=Kind.CLOSED))
            elif clause.appointment and not clause.spans and not clause.days:
                last.append(_whole(clause))
            else:
                base = tables.get((), {})
                if not (clause.closed or clause.also) and set(clause.days or base) & set(base):
                    instead.add(tuple(clause.dates))
                _enter(tables, clause)
    yield from _written(tables, special, last, text, instead=instead)


def _whole(clause: Clause) -> Rule:
    return Rule(dates=tuple(clause.dates), kind=Kind.UNKNOWN, comment=BY_APPOINTMENT)


def _enter(tables: dict[tuple[Range, ...], _Table], clause: Clause) -> None:
    """Put the clause into the week's table: times beside those already there are added, others replace them."""
    base = tables.get((), {})
    table = tables.setdefault(tuple(clause.dates), {})
    for day in clause.days or (sorted(base) if clause.dates and base else WEEK):
        table[day] = _merged(table.get(day, []), clause)


def _merged(old: Sequence[tuple[Span, bool]], clause: Clause) -> list[tuple[Span, bool]]:
    if clause.closed:
        return []
    new = [(span, clause.appointment) for span in clause.spans or ([ALL_DAY] if clause.appointment else [])]
    apart = all(one.end <= other.start or other.end <= one.start for one, _ in old for other, _ in new)
    kept = list(old) if apart or clause.also else []
    return sorted([*kept, *new], key=lambda entry: entry[0].start)


def _nth_rules(clause: Clause, base: _Table) -> list[Rule]:
    made = []
    for nth in clause.nth:
        wide = Rule(weekdays=(nth.day,), nth=nth.nth, dates=tuple(clause.dates))
        entries = _merged(base.get(nth.day, []), clause)
        made.extend(_entry_rules(wide, entries))
    return made


def _plain_rules(clause: Clause, wide: Rule) -> list[Rule]:
    return _entry_rules(wide, _merged([], clause))


def _entry_rules(wide: Rule, entries: Sequence[tuple[Span, bool]]) -> list[Rule]:
    """`wide` with the spans of `entries`: the open ones, then those by appointment beside them."""
    if not entries:
        return [_with(wide, (), Kind.CLOSED)]
    made: list[Rule] = []
    for appointment in (False, True):
        spans = tuple((span.start, span.end) for span, flag in entries if flag is appointment)
        if spans:
            made.append(_with(wide, spans, Kind.UNKNOWN if appointment else Kind.OPEN, also=bool(made)))
    return made


def _with(wide: Rule, spans: tuple[tuple[int, int], ...], kind: Kind, *, also: bool = False) -> Rule:
    shown = () if spans == ((0, MIDNIGHT),) and kind is Kind.UNKNOWN else spans
    return Rule(
        dates=wide.dates,
        weekdays=wide.weekdays,
        nth=wide.nth,
        holidays=wide.holidays,
        spans=shown,
        kind=kind,
        comment=BY_APPOINTMENT if kind is Kind.UNKNOWN else "",
        also=also,
    )


def _written(
    tables: dict[tuple[Range, ...], _Table],
    special: Sequence[Rule],
    last: Sequence[Rule],
    text: str,
    *,
    instead: Container[tuple[Range, ...]],
) -> list[Rule]:
    base = tables.pop((), {})
    made = _week_rules((), base)
    if base and not any(base.values()):  # only days that are closed
        made.append(Rule(weekdays=_shown(sorted(base)), kind=Kind.CLOSED))
    made.extend(special)
    for dates, table in tables.items():
        others = base if dates in instead else ()
        closed: _Table = {day: [] for day in others if day not in table and base[day]}
        made.extend(_week_rules(dates, {**table, **closed}, said=set(table) | set(closed)))
    made.extend(last)
    if not made or made[0].also:
        raise unreadable(text, 0, len(text))
    return made


def _week_rules(dates: tuple[Range, ...], table: _Table, *, said: Iterable[int] = ()) -> list[Rule]:
    """One rule for days with the same times; days closed are written only in `dates`, where they differ from the rest."""
    groups: dict[tuple[tuple[Span, bool], ...], list[int]] = {}
    for day in sorted(table):
        groups.setdefault(tuple(table[day]), []).append(day)
    made: list[Rule] = []
    for entries, days in groups.items():
        if entries or (dates and set(days) & set(said)):
            made.extend(_entry_rules(Rule(dates=dates, weekdays=_shown(days, dates)), entries))
    if made == [Rule(spans=((0, MIDNIGHT),))] and not dates:
        return [Rule()]
    return made


def _shown(days: Sequence[int], dates: Sequence[Range] = ()) -> tuple[int, ...]:
    """No weekdays mean all of them; after a bare "Mar" they are written, since that is Tuesday here too."""
    march = any(first.month == MARCH and first.day is None for first, _ in dates)
    return () if tuple(days) == WEEK and not march else tuple(days)
