"""Open now, until when, and when again, by Rome's local rules."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogs import texts
from bot.core import opening
from bot.core.card import Card, Closure
from bot.core.closures import Closures, closures
from bot.core.errors import UserError
from bot.core.opening import OpeningState
from bot.core.rome import ROME

OFFICE = "Mo-Fr 09:00-12:30,14:00-17:00"


def rome(text: str, *, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ROME, fold=fold)


def state(hours: str, at: str, extra: Closures | None = None) -> OpeningState:
    return opening.state(hours, at=rome(at), closures=extra or closures())


def said(hours: str, at: str, lang: str = "it", extra: Closures | None = None) -> str:
    moment = rome(at)
    return opening.says(state(hours, at, extra), texts(lang), at=moment).text


def test_an_open_office_says_until_when():
    found = state(OFFICE, "2026-11-23T10:00")
    assert found == OpeningState(open=True, until=rome("2026-11-23T12:30"))
    assert said(OFFICE, "2026-11-23T10:00") == "Aperto fino alle 12:30"


def test_the_lunch_break_is_closed_and_says_when_it_ends():
    assert state(OFFICE, "2026-11-23T13:00") == OpeningState(open=False, reopens=rome("2026-11-23T14:00"))
    assert said(OFFICE, "2026-11-23T13:00") == "Chiuso, riapre alle 14:00"


def test_the_first_minute_is_open_and_the_last_is_not():
    assert state(OFFICE, "2026-11-23T09:00").open is True
    assert state(OFFICE, "2026-11-23T12:30").open is False


def test_the_evening_says_tomorrow_and_friday_evening_says_monday():
    assert said(OFFICE, "2026-11-23T18:00") == "Chiuso, riapre domani alle 9:00"
    assert said(OFFICE, "2026-11-27T18:00") == "Chiuso, riapre lunedì alle 9:00"
    assert said(OFFICE, "2026-11-27T18:00", "en") == "Closed, opens again on Monday at 9:00"


def test_monday_7_december_is_closed_until_wednesday_the_9th():
    found = state(OFFICE, "2026-12-07T10:00")
    assert found.open is False
    assert found.reopens == rome("2026-12-09T09:00")
    assert found.closed_for == "Sant'Ambrogio"
    assert said(OFFICE, "2026-12-07T10:00") == "Chiuso, riapre mercoledì alle 9:00 (Sant'Ambrogio)"


@pytest.mark.parametrize(
    ("lang", "name"), [("en", "Saint Ambrose's Day"), ("uk", "святковий день"), ("zh", "法定节假日")]
)
def test_a_holiday_is_named_in_the_readers_language_or_only_said_to_be_one(lang, name):
    assert said(OFFICE, "2026-12-07T10:00", lang).endswith(f"({name})")
    assert "Sant" not in said(OFFICE, "2026-12-07T10:00", "zh")
    august = Closure(id="agosto", first=date(2026, 8, 10), last=date(2026, 8, 20), reason="Chiusura estiva")
    assert said(OFFICE, "2026-08-11T10:00", lang, closures([august])).endswith("(Chiusura estiva)")


@pytest.mark.parametrize(
    "day",
    [
        "2027-01-01",
        "2027-01-06",
        "2027-03-29",  # Easter Monday
        "2028-04-17",  # Easter Monday
        "2028-04-25",
        "2029-05-01",
        "2027-06-02",
        "2028-08-15",
        "2027-10-04",  # Saint Francis, a holiday again from 2026
        "2027-11-01",
        "2027-12-07",
        "2027-12-08",
        "2028-12-25",
        "2029-12-26",
    ],
)
def test_offices_are_closed_on_every_holiday(day):
    assert date.fromisoformat(day).weekday() < 5
    assert state(OFFICE, f"{day}T10:00").open is False


def test_4_october_was_a_working_day_before_2026():
    assert state("Mo-Su 09:00-12:00", "2022-10-04T10:00").open is True
    assert state("Mo-Su 09:00-12:00", "2026-10-04T10:00").open is False


def test_24_hours_a_day_means_holidays_too():
    assert state("24/7", "2026-12-25T03:00") == OpeningState(open=True)
    assert said("24/7", "2026-12-25T03:00") == "Aperto sempre, 24 ore su 24"


def test_24_hours_a_day_with_days_left_out_are_closed_on_just_those():
    hours = "24/7; Dec 25 off"
    assert state(hours, "2026-12-25T10:00") == OpeningState(open=False, reopens=rome("2026-12-26T00:00"))
    assert state(hours, "2026-12-26T10:00").open is True
    assert state("24/7; Aug off", "2026-08-10T10:00").open is False
    assert state("24/7; Aug off", "2026-12-08T10:00").open is True
    assert state("24/7; PH off", "2026-12-07T10:00").open is False
    assert state('unknown "su appuntamento"; Aug off', "2026-08-10T10:00").open is False
    assert said("24/7; PH", "2026-12-25T03:00") == "Aperto sempre, 24 ore su 24"


def test_hours_that_name_holidays_hold_on_them_and_on_sant_ambrogio():
    hours = "Mo-Fr 09:00-17:00; PH 10:00-11:00"
    assert state(hours, "2026-12-08T10:30") == OpeningState(open=True, until=rome("2026-12-08T11:00"))
    assert state(hours, "2026-12-07T10:30") == OpeningState(open=True, until=rome("2026-12-07T11:00"))
    assert state(hours, "2026-12-07T09:30").open is False


def test_ph_off_closes_sant_ambrogio_too():
    found = state("Mo-Fr 09:00-17:00; PH off", "2026-12-07T10:00")
    assert (found.open, found.reopens) == (False, rome("2026-12-09T09:00"))


def test_a_bridge_day_and_a_yearly_closure_of_the_city_close_the_office():
    extra = closures(
        [
            Closure(id="ponte", first=date(2026, 6, 1), last=date(2026, 6, 1), reason="Ponte del 2 giugno"),
            Closure(id="feste", first=date(2020, 12, 28), last=date(2020, 1, 5), yearly=True, reason="Feste"),
        ]
    )
    assert (
        said(OFFICE, "2026-06-01T10:00", extra=extra)
        == "Chiuso, riapre mercoledì alle 9:00 (Ponte del 2 giugno)"
    )
    found = state(OFFICE, "2026-12-28T10:00", extra)
    assert found.reopens == rome("2027-01-07T09:00")


def test_a_city_closure_does_not_close_the_night_service():
    extra = closures([Closure(id="ponte", first=date(2026, 6, 1), last=date(2026, 6, 1))])
    assert state("24/7", "2026-06-01T10:00", extra).open is True


def test_a_cards_own_day_closes_even_the_night_service():
    card = Card(id="x", title="X", closures=(date(2026, 11, 23),))
    own = closures().of(card)
    assert state("24/7", "2026-11-23T10:00", own).reopens == rome("2026-11-24T00:00")
    assert state(OFFICE, "2026-11-23T10:00", own).reopens == rome("2026-11-24T09:00")


def test_august_closed_says_september():
    hours = "Mo-Fr 09:00-12:00; Aug off"
    assert said(hours, "2026-08-10T10:00") == "Chiuso, riapre martedì 1 settembre alle 9:00"


def test_the_night_the_clocks_go_forward_ends_an_hour_earlier_on_the_clock_face():
    hours = "Sa 22:00-06:00"
    found = state(hours, "2026-03-28T23:00")
    assert found.until == rome("2026-03-29T06:00")
    assert found.until is not None
    assert found.until.astimezone(UTC) == datetime(2026, 3, 29, 4, 0, tzinfo=UTC)


def test_an_end_in_the_missing_hour_is_told_as_the_time_clocks_show():
    found = state("Sa 22:00-02:30", "2026-03-28T23:00")
    assert found.until is not None
    assert found.until.astimezone(UTC) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert found.until.strftime("%H:%M") == "03:30"


@pytest.mark.parametrize("fold", [0, 1])
def test_the_doubled_hour_in_autumn_is_open_both_times(fold):
    found = opening.state("Sa 22:00-02:30", at=rome("2026-10-25T02:15", fold=fold), closures=closures())
    assert found.open is True
    assert found.until is not None
    assert found.until.astimezone(UTC) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_night_belongs_to_the_day_it_began_on():
    hours = "20:00-08:00"
    assert state(hours, "2025-12-31T21:00").until == rome("2026-01-01T08:00")
    assert state(hours, "2026-01-01T05:00").open is True
    found = state(hours, "2026-01-01T21:00")
    assert (found.open, found.reopens) == (False, rome("2026-01-02T20:00"))


@pytest.mark.parametrize(
    "hours", ["20:00-08:00; Dec 25 off", "20:00-08:00; PH off", "20:00-08:00; Dec 25,Dec 26 off"]
)
def test_a_night_that_its_hours_leave_out_has_no_morning_after(hours):
    assert state(hours, "2026-12-25T05:00").open is True
    assert state(hours, "2026-12-25T21:00").open is False
    assert state(hours, "2026-12-26T05:00").open is False


def test_a_day_with_other_hours_keeps_the_end_of_the_night_before():
    hours = "Mo-Fr 20:00-08:00; We 09:00-12:00"
    assert state(hours, "2026-11-25T05:00") == OpeningState(open=True, until=rome("2026-11-25T08:00"))
    assert state(hours, "2026-11-26T05:00").open is False


def test_by_appointment_is_neither_open_nor_closed():
    assert state('unknown "su appuntamento"', "2026-11-23T10:00") == OpeningState(
        open=None, comment="su appuntamento"
    )
    assert said('unknown "su appuntamento"', "2026-12-25T10:00") == "Su appuntamento"
    assert said('unknown "su appuntamento"', "2026-12-25T10:00", "fr") == "Sur rendez-vous"
    assert state('Mo-Fr 09:00-12:00 "solo su appuntamento"', "2026-11-23T10:00").open is None
    assert said("Mo-Fr unknown", "2026-11-23T10:00") == "Orario da chiedere: telefona prima di andare"


def test_other_comments_are_told_beside_the_state():
    assert said('Mo-Fr 09:00-12:00 "citofono 3"', "2026-11-23T10:00") == "Aperto fino alle 12:00 (citofono 3)"


def test_past_midnight_and_one_o_clock_are_said_as_italians_say_them():
    assert said("Mo 20:00-24:00", "2026-11-23T21:00") == "Aperto fino a mezzanotte"
    assert said("Mo 20:00-01:00", "2026-11-23T21:00") == "Aperto fino a domani all’1:00"
    assert said("Tu 01:00-05:00", "2026-11-23T21:00") == "Chiuso, riapre domani all’1:00"


def test_hours_that_never_open_are_just_closed():
    assert said("off", "2026-11-23T10:00") == "Chiuso"
    assert said("2019 Mo-Fr 09:00-12:00", "2026-11-23T10:00") == "Chiuso"


def test_a_closure_alone_says_nothing_of_the_rest_of_the_year():
    assert said("Aug off", "2026-08-10T10:00") == "Chiuso"
    assert said("Aug off; We off", "2026-11-25T10:00") == "Chiuso"
    assert state("Aug off", "2026-11-23T10:00").open is None
    assert said("Aug off", "2026-11-23T10:00") == "Orario da chiedere: telefona prima di andare"


def test_hours_that_are_not_osm_are_refused():
    with pytest.raises(UserError) as caught:
        state("dalle nove", "2026-11-23T10:00")
    assert caught.value.key == "hours_unreadable"


def test_the_zone_of_the_question_does_not_matter():
    at = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    assert opening.state(OFFICE, at=at, closures=closures()).until == rome("2026-11-23T12:30")


quarters_of_an_hour = st.integers(0, 95).map(lambda quarter: quarter * 15)


@st.composite
def timetables(draw):
    """Weekday → (start, end) in minutes, the ends on the same day."""
    table = {}
    for day in draw(st.sets(st.integers(0, 6), min_size=1)):
        start = draw(quarters_of_an_hour)
        table[day] = (start, draw(st.integers(start // 15 + 1, 96)) * 15)
    return table


moments = st.integers(0, 5 * 366 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


def as_osm(table: dict[int, tuple[int, int]]) -> str:
    names = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
    return "; ".join(
        f"{names[day]} {a // 60:02d}:{a % 60:02d}-{b // 60:02d}:{b % 60:02d}" for day, (a, b) in table.items()
    )


def simply_open(table, at: datetime, shut: Closures) -> bool:
    """The same question answered by looking at one clock face, right away from clock changes."""
    local = at.astimezone(ROME)
    span = table.get(local.weekday())
    minutes = local.hour * 60 + local.minute
    return bool(span) and span[0] <= minutes < span[1] and shut.holiday(local.date()) is None


def near_clock_change(at: datetime) -> bool:
    offsets = {(at + timedelta(hours=hours)).astimezone(ROME).utcoffset() for hours in (-26, 0, 26)}
    return len(offsets) > 1


@settings(deadline=None)
@given(timetables(), moments)
def test_the_state_agrees_with_a_clock_and_a_calendar(table, at):
    found = opening.state(as_osm(table), at=at, closures=closures())
    if not near_clock_change(at):
        always = all(table.get(day) == (0, 24 * 60) for day in range(7))
        assert found.open is (True if always else simply_open(table, at, closures()))


@settings(deadline=None)
@given(timetables(), moments)
def test_what_is_promised_comes_true(table, at):
    hours = as_osm(table)
    found = opening.state(hours, at=at, closures=closures())
    if found.until is not None:
        assert found.until > at
        assert opening.state(hours, at=found.until, closures=closures()).open is False
        assert opening.state(hours, at=found.until - timedelta(seconds=1), closures=closures()).open is True
    if found.reopens is not None:
        assert found.reopens > at
        assert opening.state(hours, at=found.reopens, closures=closures()).open is True
        assert (
            opening.state(hours, at=found.reopens - timedelta(seconds=1), closures=closures()).open is False
        )


@settings(deadline=None)
@given(timetables(), moments, st.sampled_from(["it", "en"]))
def test_every_state_can_be_said(table, at, lang):
    found = opening.state(as_osm(table), at=at, closures=closures())
    assert opening.says(found, texts(lang), at=at).text


def test_the_model_of_the_test_knows_midnight():
    assert simply_open(
        {0: (0, 15)}, datetime.combine(date(2026, 11, 23), time(0, 5), tzinfo=ROME), closures()
    )
