"""Who gets a story and when: quiet hours by Rome's clock, urgency, digests, channels of a topic or quarter."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.news_post import Story
from bot.core.rome import ROME
from bot.core.routing import Channel, Quiet, Rota, Routes, Urgency

NIGHT = Quiet(start=time(22), end=time(7))
STORY = Story(
    id=1,
    feed=1,
    title="Alloggi Aler, fuga di gas in via Mar Jonio",
    summary="Evacuate dieci famiglie.",
    first_seen=datetime(2026, 11, 22, 23, tzinfo=UTC),
    topics=("sicurezza",),
    quarters=("san-siro",),
    categories=("Protezione civile",),
)


def rome(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ROME).astimezone(UTC)


@pytest.mark.parametrize(
    ("moment", "ends"),
    [
        ("2026-11-22T21:59", None),
        ("2026-11-22T22:00", "2026-11-23T07:00"),
        ("2026-11-23T06:59", "2026-11-23T07:00"),
        ("2026-11-23T07:00", None),
        ("2026-10-24T23:00", "2026-10-25T07:00"),  # the night that has an hour more
        ("2026-03-28T23:00", "2026-03-29T07:00"),  # and the one that has an hour less
    ],
)
def test_quiet_hours_go_by_romes_clock_past_midnight(moment: str, ends: str | None) -> None:
    assert NIGHT.ends(rome(moment)) == (rome(ends) if ends else None)


def test_quiet_hours_of_the_day() -> None:
    lunch = Quiet(start=time(13), end=time(14, 30))
    assert lunch.ends(rome("2026-11-22T13:10")) == rome("2026-11-22T14:30")
    assert lunch.ends(rome("2026-11-22T22:00")) is None


MOMENTS = st.integers(0, 2 * 365 * 24 * 60).map(
    lambda ago: datetime(2027, 12, 31, tzinfo=UTC) - timedelta(minutes=ago)
)
CLOCKS = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@given(MOMENTS, CLOCKS, CLOCKS)
def test_what_is_held_comes_out_later_and_within_a_day(moment: datetime, start: time, end: time) -> None:
    """Also where the hour does not exist, or exists twice."""
    ends = Quiet(start=start, end=end).ends(moment)
    assert ends is None or moment < ends <= moment + timedelta(hours=25)


@given(MOMENTS, CLOCKS, st.none() | st.integers(0, 6))
def test_the_next_digest_is_ahead_on_its_day(moment: datetime, at: time, day: int | None) -> None:
    due = Rota(chat_id=-1, at=at, day=day).next_after(moment)
    assert moment < due <= moment + timedelta(days=8 if day is not None else 1, hours=2)
    assert day is None or due.astimezone(ROME).weekday() == day


def test_an_urgent_story_does_not_wait() -> None:
    night = rome("2026-11-22T23:30")
    for urgency in (Urgency(words=("fuga di gas",)), Urgency(categories=("protezione civile",))):
        assert Routes(press_channel=-1, quiet=NIGHT, urgency=urgency).due(STORY, night) == night
    waiting = Routes(
        press_channel=-1, quiet=NIGHT, urgency=Urgency(words=("gas metano", ""), categories=("x",))
    )
    assert waiting.due(STORY, night) == rome("2026-11-23T07:00")
    assert Routes(press_channel=-1).due(STORY, night) == night


@pytest.mark.parametrize(
    ("channel", "wants"),
    [
        (Channel(chat_id=-1), True),
        (Channel(chat_id=-1, topics=("sicurezza", "bandi")), True),
        (Channel(chat_id=-1, topics=("bandi",)), False),
        (Channel(chat_id=-1, quarters=("san-siro",)), True),
        (Channel(chat_id=-1, quarters=("mazzini",)), False),
        (Channel(chat_id=-1, topics=("sicurezza",), quarters=("mazzini",)), False),
    ],
)
def test_a_channel_gets_what_is_about_its_topics_and_quarters(channel: Channel, wants: bool) -> None:
    assert channel.wants(STORY) is wants


def test_the_journalists_come_first() -> None:
    routes = Routes(
        press_channel=-1, public_channel=-2, public_after=timedelta(hours=1), more=(Channel(chat_id=-3),)
    )
    assert [(one.chat_id, one.after) for one in routes.channels()] == [
        (-1, timedelta()),
        (-2, timedelta(hours=1)),
        (-3, timedelta()),
    ]
