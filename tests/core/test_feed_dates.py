"""Dates as feeds write them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.feed_dates import believable, read_date

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon, 16 Nov 2026 10:00:00 GMT", "2026-11-16T10:00"),
        ("Mon, 16 Nov 2026 10:00:00 +0100", "2026-11-16T09:00"),
        ("Thu, 16 Jul 2026 10:00:00 CEST", "2026-07-16T08:00"),
        ("Mon, 16 Nov 2026 10:00:00 CET", "2026-11-16T09:00"),
        ("Mon, 16 Nov 2026 10:00:00 EST", "2026-11-16T15:00"),
        ("Mon, 16 Nov 2026 10:00:00", "2026-11-16T09:00"),
        ("lun, 16 nov 2026 10:00:00 +0100", "2026-11-16T09:00"),
        ("16 novembre 2026, ore 9.30", "2026-11-16T08:30"),
        ("giovedì 5 novembre 2026 alle 18:05", "2026-11-05T17:05"),
        ("16/11/2026 10:00", "2026-11-16T09:00"),
        ("16/07/2026", "2026-07-15T22:00"),
        ("2026-11-16T10:00:00Z", "2026-11-16T10:00"),
        ("2026-11-16T10:00:00.1234567+01:00", "2026-11-16T09:00"),
        ("2026-07-16 10:00", "2026-07-16T08:00"),
    ],
)
def test_a_date_is_read_as_it_is_meant(text: str, expected: str) -> None:
    found = read_date(text)
    assert found is not None
    assert found.strftime("%Y-%m-%dT%H:%M") == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ieri",
        "0000-00-00",
        "2026-02-31",
        "Mon, 16 Nov 2026 10:00:00 +9999",
        "32/13/2026",
        "Mon, 99 Nov 2026",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


@given(st.text(max_size=120))
def test_no_text_makes_it_raise(text: str) -> None:
    found = read_date(text)
    assert found is None or found.tzinfo is UTC


def test_a_date_far_off_is_not_believed() -> None:
    assert believable(NOW + timedelta(days=3), now=NOW) is None
    assert believable(NOW - timedelta(days=3000), now=NOW) is None
    assert believable(NOW - timedelta(days=30), now=NOW) == NOW - timedelta(days=30)
    assert believable(None, now=NOW) is None
