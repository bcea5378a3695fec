"""When a feed is asked again, and with which validators."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.feed import (
    CANARY_AGE,
    CANARY_POLLS,
    Failed,
    Hints,
    Page,
    PollState,
    Problem,
    Validators,
    after_body,
    after_failure,
    after_not_modified,
    conditional,
    fresh_for,
    next_poll,
    retry_after,
)

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
EVERY = timedelta(minutes=5)
STATE = PollState(
    every=EVERY,
    validators=Validators(etag='"1"', body_hash="h"),
    last_body_at=NOW,
    last_ok_at=NOW,
    last_new_at=NOW,
)
FAILED = Failed(problem=Problem.TIMEOUT)


def wait(
    state: PollState, *, jitter: float = 0.0, hints: Hints | None = None, retry: timedelta | None = None
) -> timedelta:
    return next_poll(state, now=NOW, jitter=jitter, hints=hints or Hints(), retry_after=retry) - NOW


def test_a_well_feed_is_asked_at_its_interval() -> None:
    assert wait(STATE) == EVERY


@pytest.mark.parametrize("jitter", [0.0, 0.3, 1.0])
def test_jitter_only_delays_and_only_a_little(jitter: float) -> None:
    assert EVERY <= wait(STATE, jitter=jitter) <= EVERY * 1.1


def test_a_failing_feed_is_asked_less_and_less_but_never_given_up() -> None:
    state, waits = STATE, []
    for _ in range(40):
        state = after_failure(state, FAILED, now=NOW)
        waits.append(wait(state))
    assert waits == sorted(waits)
    assert (waits[0], waits[1], waits[-1]) == (EVERY, EVERY * 2, timedelta(hours=6))


def test_one_success_ends_the_back_off_and_forgets_the_problem() -> None:
    state = after_not_modified(after_failure(STATE, FAILED, now=NOW), now=NOW)
    assert (state.failures, state.problem, state.failing_since, wait(state)) == (0, None, None, EVERY)


def test_a_failure_keeps_the_validators() -> None:
    assert after_failure(STATE, FAILED, now=NOW).validators == STATE.validators


def test_retry_after_is_honoured_up_to_a_day() -> None:
    state = after_failure(STATE, FAILED, now=NOW)
    assert wait(state, retry=timedelta(hours=9)) == timedelta(hours=9)
    assert wait(state, retry=timedelta(days=90)) == timedelta(days=1)


def test_ttl_and_max_age_are_followed_up_to_an_hour() -> None:
    assert wait(STATE, hints=Hints(ttl=timedelta(minutes=30))) == timedelta(minutes=30)
    assert wait(STATE, hints=Hints(fresh_for=timedelta(days=1))) == timedelta(hours=1)
    assert wait(STATE, hints=Hints(ttl=timedelta(minutes=1))) == EVERY


def test_a_feed_without_news_for_days_is_asked_less_often() -> None:
    assert wait(replace(STATE, last_new_at=NOW - timedelta(days=3))) == EVERY * 3
    assert wait(replace(STATE, last_new_at=NOW - timedelta(days=300))) == EVERY * 4
    daily = replace(STATE, every=timedelta(days=1), last_new_at=NOW - timedelta(days=300))
    assert wait(daily) == timedelta(days=1)


def test_hours_and_days_to_skip_are_skipped() -> None:
    assert wait(STATE, hints=Hints(skip_hours=frozenset({12, 13}))) == timedelta(hours=2)
    monday = NOW.replace(hour=0) + timedelta(days=1)
    assert NOW + wait(STATE, hints=Hints(skip_days=frozenset({NOW.weekday()}))) == monday


def test_a_feed_that_skips_everything_is_asked_within_a_day_all_the_same() -> None:
    assert wait(STATE, hints=Hints(skip_hours=frozenset(range(24)))) <= timedelta(days=1)


def test_validators_are_sent_until_it_is_time_to_look_at_the_whole_body() -> None:
    assert conditional(STATE, now=NOW) == STATE.validators
    assert conditional(replace(STATE, polls_since_body=CANARY_POLLS), now=NOW) == Validators()
    assert conditional(STATE, now=NOW + CANARY_AGE) == Validators()
    assert conditional(PollState(every=EVERY), now=NOW) == Validators()


def test_a_body_resets_the_canary() -> None:
    page = Page(url="u", body=b"x", etag='"2"')
    state = after_body(replace(STATE, polls_since_body=9), page, body_hash="i", new=True, now=NOW)
    assert (state.polls_since_body, state.last_body_at) == (0, NOW)
    assert state.validators == Validators(etag='"2"', body_hash="i")


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"Cache-Control": "public, max-age=600"}, timedelta(minutes=10)),
        ({"Cache-Control": "no-cache, max-age=600"}, None),
        ({"Expires": "Sun, 22 Nov 2026 12:10:00 GMT"}, timedelta(minutes=10)),
        ({"Expires": "0"}, None),
        ({"Expires": "Sun, 22 Nov 2020 12:10:00 GMT"}, timedelta()),
        ({}, None),
    ],
)
def test_freshness_is_read_from_the_headers(headers: dict[str, str], expected: timedelta | None) -> None:
    assert fresh_for(headers, now=NOW) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("120", timedelta(minutes=2)),
        ("Sun, 22 Nov 2026 12:10:00 GMT", timedelta(minutes=10)),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_retry_after_is_read_in_both_forms(value: str, expected: timedelta | None) -> None:
    assert retry_after({"Retry-After": value}, now=NOW) == expected
