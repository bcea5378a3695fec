"""The tokens of Italian hours put together into clauses: which days, and what holds on them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.core.errors import UserError
from bot.core.hours_tokens import ALL_DAY, Dates, Days, Meaning, Nth, Sign, Span, Token, unreadable
from bot.core.osm_hours import WEEK, Day

Range = tuple[Day, Day]

_BREAKS: frozenset[Meaning] = frozenset({Sign.COMMA, Sign.STOP})


@dataclass(slots=True)
class Clause:
    """Which days, and what holds on them; being filled token by token."""

    start: int
    end: int
    dates: list[Range] = field(default_factory=list)
    days: list[int] = field(default_factory=list)
    nth: list[Nth] = field(default_factory=list)
    holidays: bool = False
    spans: list[Span] = field(default_factory=list)
    closed: bool = False
    appointment: bool = False
    also: bool = False
    without: bool = False  # "escluso": days are being taken away
    without_holidays: bool = False
    trailing: bool = False  # the times came first, the days follow
    prefix: bool = False  # "chiuso" came first, the days follow
    commas: list[int] = field(default_factory=list)

    @property
    def selects(self) -> bool:
        return bool(self.dates or self.days or self.nth or self.holidays)

    @property
    def complete(self) -> bool:
        return bool(self.spans) or (self.closed and not self.prefix) or (self.appointment and self.selects)

    @property
    def empty(self) -> bool:
        return not (self.selects or self.spans or self.closed or self.appointment)


def clauses(tokens: Sequence[Token], text: str) -> list[Clause]:
    """What `tokens` of `text` say, one clause after the other. Raises UserError("hours_unreadable", part=…)."""
    return _Reader(tokens, text).clauses()


class _Reader:
    """Goes through the tokens once."""

    def __init__(self, tokens: Sequence[Token], text: str) -> None:
        self._tokens = tokens
        self._text = text
        self._done: list[Clause] = []
        self._now = Clause(start=0, end=0)

    def clauses(self) -> list[Clause]:
        """All clauses, in order."""
        for index, token in enumerate(self._tokens):
            if self._now.empty:
                self._now.start = token.start
            self._take(index, token)
            if not isinstance(token.meaning, Sign) or token.meaning not in {Sign.AND, Sign.COMMA, Sign.STOP}:
                self._now.end = token.end
        self._finish()
        return self._all_by_appointment()

    def _all_by_appointment(self) -> list[Clause]:
        """What is done; "lun-ven 9-12. Su appuntamento" is about those times, "anche su appuntamento" about unsaid ones."""
        bare = [
            clause for clause in self._done if clause.appointment and not (clause.selects or clause.spans)
        ]
        timed = [clause for clause in self._done if clause.spans]
        if not (bare and timed):
            return self._done
        for clause in bare:
            if clause.also:
                raise UserError(
                    "hours_times_missing", part=self._text[clause.start : clause.end].strip(" ,;")
                )
        for clause in timed:
            clause.appointment = True
        return [clause for clause in self._done if clause not in bare]

    def _take(self, index: int, token: Token) -> None:
        match token.meaning:
            case Days() | Nth() | Dates() | Sign.HOLIDAYS:
                self._select(index, token)
            case Span() | Sign.ALL_DAY:
                self._open(token)
            case Sign.APPOINTMENT:
                self._appointment(index, token)
            case Sign.CLOSED:
                self._close(index, token)
            case Sign.EXCEPT:
                self._except(index, token)
            case Sign.WITH_HOLIDAYS:
                self._with_holidays(token)
            case Sign.ALSO:
                self._new_if_complete(token)
                self._now.also = True
            case Sign.STOP if self._now.complete:
                self._finish()
            case Sign.COMMA | Sign.STOP:
                self._now.commas.append(token.start)
            case _:
                pass

    def _select(self, index: int, token: Token) -> None:
        if self._trailing(index, token):
            self._add(token)
            return
        if not self._now.without or self._now.complete:
            self._new_if_complete(token)
        self._add(token)

    def _trailing(self, index: int, token: Token) -> bool:
        """Whether days or dates after the times belong to them: "9-12 dal lunedì al venerdì", "… da giugno a luglio"."""
        before = self._tokens[index - 1].meaning if index else None
        if isinstance(token.meaning, Dates):
            return self._after(index) in {Sign.STOP, Sign.COMMA} and isinstance(before, Span)
        if not self._now.spans or (self._now.selects and not self._now.trailing):
            return False
        self._now.trailing = self._only_days_follow(index)
        return self._now.trailing or self._after(index) in {Sign.STOP, Sign.COMMA}

    def _only_days_follow(self, index: int) -> bool:
        """Whether up to the next stop only days come: "9-12 lunedì, mercoledì e venerdì"."""
        for token in self._tokens[index + 1 :]:
            if token.meaning is Sign.STOP:
                break
            if not isinstance(token.meaning, Days) and token.meaning not in {Sign.AND, Sign.COMMA}:
                return False
        return True

    def _add(self, token: Token) -> None:
        clause = self._now
        match token.meaning:
            case Days(days) if clause.without:
                clause.days = [day for day in clause.days or WEEK if day not in days]
            case Days(days):
                clause.days.extend(day for day in days if day not in clause.days)
            case Nth() as nth:
                clause.nth.append(nth)
            case Dates(ranges):
                clause.dates.extend(ranges)
            case _ if clause.without:
                clause.without_holidays = True
            case _:
                clause.holidays = True

    def _open(self, token: Token) -> None:
        if self._now.prefix:
            self._split_prefix(token)
        if self._now.closed:
            raise unreadable(self._text, self._now.start, token.end)
        if self._now.empty and self._done:
            self._go_on(token)
        span = token.meaning if isinstance(token.meaning, Span) else ALL_DAY
        if any(span.start < other.end and other.start < span.end for other in self._now.spans):
            raise unreadable(self._text, token.start, token.end)
        self._now.spans.append(span)

    def _go_on(self, token: Token) -> None:
        """ "lun-ven: 9-12; 14-17": times without days are more times of the days before.

        "lun-ven (su appuntamento) 9-12": they are what was missing. "mercoledì chiuso; 9-12": they are those of other days.
        """
        before = self._done[-1]
        if before.appointment and not before.spans and not before.also:
            self._now = self._done.pop()
        elif not before.closed:
            self._now.days, self._now.dates, self._now.nth = [*before.days], [*before.dates], [*before.nth]
            self._now.also = True
        elif not all(clause.closed for clause in self._done):
            raise unreadable(self._text, before.start, token.end)

    def _with_holidays(self, token: Token) -> None:
        """ "tutti i giorni 8-20, festivi compresi"; days that are not said are all of them."""
        clause = self._now
        if clause.empty or clause.complete:
            said = [*self._done, *([] if clause.empty else [clause])]
            if len(said) != 1:
                raise UserError("hours_times_missing", part=self._text[token.start : token.end])
            clause = said[0]
        clause.holidays = True
        if not (clause.days or clause.nth):
            clause.days = [*WEEK]

    def _split_prefix(self, token: Token) -> None:
        """ "chiuso mercoledì, lun-ven 9-12": what follows the last comma is the next clause's."""
        clause = self._now
        if not clause.commas:
            raise unreadable(self._text, clause.start, token.end)
        cut = clause.commas[-1]
        moved = [other for other in self._tokens if cut < other.start < token.start]
        kept = [other for other in self._tokens if clause.start <= other.start < cut]
        self._now = Clause(start=clause.start, end=cut, closed=True, prefix=True)
        for other in kept:
            if not isinstance(other.meaning, Sign) or other.meaning is Sign.HOLIDAYS:
                self._add(other)
        self._finish()
        self._now.start = cut + 1
        for other in moved:
            if not isinstance(other.meaning, Sign) or other.meaning is Sign.HOLIDAYS:
                self._add(other)

    def _appointment(self, index: int, token: Token) -> None:
        if self._now.spans and isinstance(self._after(index), Span):
            self._finish()
            self._now.start = token.start
            self._go_on(token)
        if self._now.closed:
            self._finish()
        self._now.appointment = True

    def _close(self, index: int, token: Token) -> None:
        if self._now.selects and not self._now.complete and not self._now.closed:
            if self._aside(index):
                return
            after = self._after(index)
            if self._before(index) in _BREAKS and isinstance(after, Dates | Nth):
                raise unreadable(self._text, self._now.start, token.end)
            self._now.closed = True
            # "agosto chiuso il venerdì" goes on, "mar chiuso mer 9-12" does not.
            self._now.prefix = bool(self._now.dates) != bool(self._now.days) and isinstance(
                after, Days if self._now.dates else Dates
            )
            return
        self._new_if_complete(token)
        if self._now.closed:
            raise unreadable(self._text, token.start, token.end)
        self._now.closed = self._now.prefix = True

    def _except(self, index: int, token: Token) -> None:
        """ "tutti i giorni escluso mercoledì" takes a day away, "festivi esclusi" closes those days."""
        if self._now.selects and not self._now.complete:
            if self._aside(index):
                return
            after = self._after(index)
            if isinstance(after, Dates | Nth):
                raise unreadable(self._text, self._now.start, token.end)
            self._now.without = isinstance(after, Days) or after is Sign.HOLIDAYS
            self._now.closed = not self._now.without
            return
        self._new_if_complete(token)
        self._now.closed = self._now.prefix = True

    def _aside(self, index: int) -> bool:
        """Take away what is closed aside, between the days and their times: "lun-ven (mer chiuso) 9-12", "…, chiuso mer, …"."""
        clause, after = self._now, self._after(index)
        if self._before(index) in _BREAKS and (
            after is Sign.HOLIDAYS or (isinstance(after, Days) and set(after.days) < set(clause.days))
        ):
            clause.without = True
            return True
        if not self._times_follow(index):
            return False
        if self._before(index) is Sign.HOLIDAYS and self._before(index - 1) is not Sign.AND:
            clause.holidays, clause.without_holidays = False, True
            return True
        kept = self._days_without_aside(index)
        if not kept:
            return False
        clause.days = kept
        if clause.holidays:
            clause.holidays, clause.without_holidays = False, True
        return True

    def _times_follow(self, index: int) -> bool:
        """Whether times are the next thing said."""
        rest = (token.meaning for token in self._tokens[index + 1 :] if token.meaning not in _BREAKS)
        meaning = next(rest, Sign.STOP)
        return isinstance(meaning, Span) or meaning is Sign.ALL_DAY

    def _days_without_aside(self, index: int) -> list[int]:
        """The clause's days without those that, after a comma, bracket or stop, say some of them again; else none."""
        parts: list[list[int]] = [[]]
        for token in self._tokens[:index]:
            if token.start < self._now.start:
                continue
            if token.meaning in _BREAKS:
                parts.append([])
            elif isinstance(token.meaning, Days):
                parts[-1].extend(token.meaning.days)
        for cut in range(1, len(parts)):
            main, aside = ([day for part in some for day in part] for some in (parts[:cut], parts[cut:]))
            if aside and set(aside) < set(main):
                return [day for day in main if day not in aside]
        return []

    def _before(self, index: int) -> Meaning:
        return self._tokens[index - 1].meaning if index > 0 else Sign.STOP

    def _after(self, index: int) -> Meaning:
        return self._tokens[index + 1].meaning if index + 1 < len(self._tokens) else Sign.STOP

    def _new_if_complete(self, token: Token) -> None:
        if self._now.complete:
            self._finish()
            self._now.start = token.start

    def _finish(self) -> None:
        clause = self._now
        if not clause.empty:
            if not (clause.spans or clause.closed or clause.appointment):
                part = self._text[clause.start : clause.end].strip()
                raise UserError("hours_times_missing", part=part)
            self._done.extend(self._parts(clause) if clause.closed else [clause])
        self._now = Clause(start=clause.end, end=clause.end)

    def _parts(self, clause: Clause) -> list[Clause]:
        """ "chiuso agosto, sabato e festivi" is three closures, "chiuso il sabato ad agosto" one."""
        parts: list[Clause] = []
        last = before = None
        for token in self._tokens:
            if not clause.start <= token.start < clause.end:
                continue
            kind = _kind(token.meaning)
            if kind:
                apart = before in {Sign.AND, Sign.COMMA} or Sign.HOLIDAYS in {kind, last}
                if not parts or (kind != last and apart):
                    parts.append(Clause(start=clause.start, end=clause.end, closed=True))
                self._now = parts[-1]
                self._add(token)
                last = kind
            before = token.meaning
        return parts if len(parts) > 1 else [clause]


def _kind(meaning: Meaning) -> object:
    """What kind of days a token selects; None where it selects none."""
    if meaning is Sign.HOLIDAYS:
        return meaning
    return type(meaning) if isinstance(meaning, Days | Dates | Nth) else None
