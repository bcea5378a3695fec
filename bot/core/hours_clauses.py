"""The tokens of Italian hours put together into clauses: which days, and what holds on them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.core.errors import UserError
from bot.core.hours_tokens import ALL_DAY, Dates, Days, Meaning, Nth, Sign, Span, Token, unreadable
from bot.core.osm_hours import WEEK, Day

Range = tuple[Day, Day]


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
        return self._done

    def _take(self, index: int, token: Token) -> None:
        match token.meaning:
            case Days() | Nth() | Dates() | Sign.HOLIDAYS:
                self._select(index, token)
            case Span() | Sign.ALL_DAY:
                self._open(token)
            case Sign.APPOINTMENT:
                self._appointment(index, token)
            case Sign.CLOSED:
                self._close(token)
            case Sign.EXCEPT:
                self._except(index, token)
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
            self._go_on(self._done[-1])
        span = token.meaning if isinstance(token.meaning, Span) else ALL_DAY
        if any(span.start < other.end and other.start < span.end for other in self._now.spans):
            raise unreadable(self._text, token.start, token.end)
        self._now.spans.append(span)

    def _go_on(self, before: Clause) -> None:
        """ "lun-ven: 9-12; 14-17": times without days are more times of the days before."""
        self._now.days, self._now.dates, self._now.nth = [*before.days], [*before.dates], [*before.nth]
        self._now.also = True

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
            self._go_on(self._done[-1])
        if self._now.closed:
            self._finish()
        self._now.appointment = True

    def _close(self, token: Token) -> None:
        if self._now.selects and not self._now.complete and not self._now.closed:
            self._now.closed = True
            return
        self._new_if_complete(token)
        if self._now.closed:
            raise unreadable(self._text, token.start, token.end)
        self._now.closed = self._now.prefix = True

    def _except(self, index: int, token: Token) -> None:
        """ "tutti i giorni escluso mercoledì" takes a day away, "festivi esclusi" closes those days."""
        if self._now.selects and not self._now.complete:
            self._now.without = isinstance(self._after(index), Days) or self._after(index) is Sign.HOLIDAYS
            self._now.closed = not self._now.without
            return
        self._new_if_complete(token)
        self._now.closed = self._now.prefix = True

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
            self._done.append(clause)
        self._now = Clause(start=clause.end, end=clause.end)
