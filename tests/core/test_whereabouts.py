"""Which quarter a place on the map is in."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.card import Quarter
from bot.core.card_values import point_items, read_outline
from bot.core.errors import UserError
from bot.core.whereabouts import quarter_at
from bot.services import cards

SQUARE = Quarter(
    id="square",
    name="Q",
    lat=45.405,
    lon=9.105,
    outline=((45.40, 9.10), (45.41, 9.10), (45.41, 9.11), (45.40, 9.11)),
)
BESIDE = Quarter(
    id="beside",
    name="B",
    lat=45.405,
    lon=9.112,
    outline=((45.40, 9.105), (45.41, 9.105), (45.41, 9.12), (45.40, 9.12)),
)
CENTRE_ONLY = Quarter(id="centre", name="C", lat=45.5, lon=9.2)
ALL = (SQUARE, BESIDE, CENTRE_ONLY)
REAL = cards.check(Path(__file__).parents[2] / "knowledge", today=date(2026, 11, 29)).knowledge.quarters


@pytest.mark.parametrize(
    ("lat", "lon", "found"),
    [
        (45.405, 9.102, "square"),
        (45.405, 9.118, "beside"),
        (45.405, 9.109, "beside"),  # in both: the nearer centre
        (45.405, 9.106, "square"),
        (45.5005, 9.2005, "centre"),
        (45.411, 9.105, "square"),  # just outside, and near
        (44.0, 9.1, None),
    ],
)
def test_a_point_is_in_the_outline_that_holds_it_else_near_a_centre(lat, lon, found):
    quarter = quarter_at(lat, lon, ALL)
    assert (quarter.id if quarter else None) == found


def test_without_quarters_no_place_is_known():
    assert quarter_at(45.4, 9.1, ()) is None
    assert quarter_at(45.4, 9.1, [Quarter(id="x", name="X")]) is None


def test_every_starter_quarter_is_found_at_its_own_centre_and_has_an_outline():
    for quarter in REAL:
        assert quarter.outline, quarter.id
        assert quarter.lat is not None
        assert quarter.lon is not None
        found = quarter_at(quarter.lat, quarter.lon, REAL)
        assert found is not None
        assert (found.lat, found.lon) == (quarter.lat, quarter.lon)  # two share one neighbourhood


@given(st.floats(45.3, 45.6), st.floats(9.0, 9.4))
def test_what_is_found_holds_the_point_or_is_near(lat, lon):
    quarter = quarter_at(lat, lon, REAL)
    if quarter is not None:
        lats = [point[0] for point in quarter.outline]
        lons = [point[1] for point in quarter.outline]
        assert min(lats) - 0.02 <= lat <= max(lats) + 0.02
        assert min(lons) - 0.03 <= lon <= max(lons) + 0.03


@pytest.mark.parametrize(
    "text", ["45.1 9.1; 45.2 9.2", "45.1; 9.1; 3", "a b; c d; e f", "95 9; 45 9; 45 8", "nan 9; 45 9; 45 8"]
)
def test_what_is_no_outline_is_refused(text):
    with pytest.raises(UserError) as caught:
        read_outline(text)
    assert caught.value.key == "outline_unreadable"


def test_an_outline_is_read_back_as_it_was_written():
    assert read_outline(point_items(SQUARE.outline)) == SQUARE.outline
    assert read_outline("45.1, 9.1\n45.2, 9.2\n45.3, 9.1") == ((45.1, 9.1), (45.2, 9.2), (45.3, 9.1))
    assert read_outline("") == ()
