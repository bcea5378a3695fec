"""The days on which offices in Milan are closed whatever their hours say; looked at before the hours (TRAPS 28)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from holidays import country_holidays

from bot.core.card import Card, Closure
from bot.core.words import ITALIAN

# The library counts two Sundays as holidays; hours that name Sunday mean them too, so they are no reason to close.
_ALWAYS_SUNDAY = ("Giorno dell'unità nazionale", "National Unity Day")
_LIBRARY = {ITALIAN: "it_IT", "en": "en_US"}  # of the languages spoken here, those it has the names in


@dataclass(frozen=True, slots=True, kw_only=True)
class Closures:
    """Holidays, the city's own closures and the single days of one card."""

    city: tuple[Closure, ...] = ()
    own: frozenset[date] = frozenset()
    holidays: bool = True

    def of(self, card: Card) -> "Closures":
        """The same for `card`, its own days added."""
        return replace(self, own=self.own | frozenset(card.closures))

    def holiday(self, day: date) -> str | None:
        """The Italian name of the holiday on `day`, Sant'Ambrogio included; None on other days."""
        return holiday_name(day, ITALIAN) if self.holidays else None

    def own_day(self, day: date) -> bool:
        """Whether this very service has said that it is closed on `day`."""
        return day in self.own

    def city_closure(self, day: date) -> Closure | None:
        """The city-wide closure that holds on `day`, beside the holidays."""
        return next((closure for closure in self.city if covers(closure, day)), None)


def closures(extra: Iterable[Closure] = ()) -> Closures:
    """Holidays and the given city-wide closures."""
    return Closures(city=tuple(extra))


def covers(closure: Closure, day: date) -> bool:
    """Whether `closure` holds on `day`."""
    if not closure.yearly:
        return closure.first <= day <= closure.last
    first, last, this = _within_year(closure.first), _within_year(closure.last), _within_year(day)
    return first <= this <= last if first <= last else this >= first or this <= last


def holiday_name(day: date, lang: str) -> str | None:
    """The name of the holiday on `day`; None on other days and in languages that have none for it."""
    return _named(day.year, lang).get(day) if lang in _LIBRARY else None


def _within_year(day: date) -> tuple[int, int]:
    return day.month, day.day


@cache
def _named(year: int, lang: str) -> Mapping[date, str]:
    """National holidays and Sant'Ambrogio (7 December) of `year`. Source: the package `holidays`, Italy, Milan."""
    found = country_holidays("IT", subdiv="MI", years=year, language=_LIBRARY[lang])
    names = {
        day: [name for name in title.split("; ") if name not in _ALWAYS_SUNDAY]
        for day, title in found.items()
    }
    return {day: "; ".join(kept) for day, kept in names.items() if kept}
