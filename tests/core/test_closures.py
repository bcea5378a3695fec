"""Holidays and the city's closures."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.card import Card, Closure
from bot.core.closures import closures, covers


def test_holidays_have_italian_names():
    assert closures().holiday(date(2026, 12, 7)) == "Sant'Ambrogio"
    assert closures().holiday(date(2026, 4, 6)) == "Lunedì dell'Angelo"
    assert closures().holiday(date(2026, 11, 23)) is None


def test_the_day_of_national_unity_is_a_sunday_like_others_and_closes_nothing():
    assert closures().holiday(date(2027, 11, 7)) is None


def test_a_yearly_closure_may_cross_new_year():
    feste = Closure(id="feste", first=date(2020, 12, 24), last=date(2020, 1, 6), yearly=True)
    assert [covers(feste, date(2026, *day)) for day in ((12, 23), (12, 24), (1, 1), (1, 6), (1, 7))] == [
        False,
        True,
        True,
        True,
        False,
    ]


def test_a_single_closure_holds_in_its_year_only():
    once = Closure(id="ponte", first=date(2026, 6, 1), last=date(2026, 6, 1))
    assert covers(once, date(2026, 6, 1))
    assert not covers(once, date(2027, 6, 1))


def test_a_cards_days_are_its_own():
    every = closures()
    own = every.of(Card(id="x", title="X", closures=(date(2026, 11, 23),)))
    assert own.own_day(date(2026, 11, 23))
    assert not every.own_day(date(2026, 11, 23))


@settings(deadline=None)
@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(0, 300), st.integers(0, 300))
def test_a_closure_covers_exactly_its_days(first, length, offset):
    closure = Closure(id="x", first=first, last=first + timedelta(days=length))
    assert covers(closure, first + timedelta(days=offset)) is (offset <= length)
