"""When a feed is asked again, and with which validators."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.feed import (
    CANARY_AGE,
    CANARY_POLLS,
    Failed,
    FeedDocument,
    Hints,
    Page,
    PollState,
    Problem,
    Validators,
    after_document,
    after_failure,
    after_not_modified,
    after_same_body,
    at_own_address,
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
    state: PollState,
    *,
    jitter: float = 0.0,
    hints: Hints | None = None,
    fresh: timedelta | None = None,
    retry: timedelta | None = None,
) -> timedelta:
    state = replace(state, hints=hints or state.hints)
    return next_poll(state, now=NOW, jitter=jitter, fresh_for=fresh, retry_after=retry) - NOW


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
    assert wait(STATE, fresh=timedelta(days=1)) == timedelta(hours=1)
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
    state = after_same_body(replace(STATE, polls_since_body=9), page, body_hash="i", now=NOW)
    assert (state.polls_since_body, state.last_body_at) == (0, NOW)
    assert state.validators == Validators(etag='"2"', body_hash="i")


def test_what_a_feed_asks_of_its_readers_is_kept_while_it_does_not_change() -> None:
    document = FeedDocument(ttl=timedelta(minutes=30), skip_hours=frozenset({3}), skip_days=frozenset({6}))
    page = Page(url="u", body=b"x")
    state = after_document(STATE, page, document, body_hash="i", new=False, gap=False, now=NOW)
    later = after_not_modified(after_same_body(state, page, body_hash="i", now=NOW), now=NOW)
    assert later.hints == Hints(
        ttl=timedelta(minutes=30), skip_hours=frozenset({3}), skip_days=frozenset({6})
    )
    assert wait(replace(later, hints=Hints(ttl=document.ttl))) == timedelta(minutes=30)


def test_a_feed_that_moved_and_fails_is_asked_at_both_addresses_in_turns() -> None:
    page = Page(url="u", body=b"x", moved_to="https://new.example/feed")
    moved = after_same_body(STATE, page, body_hash="i", now=NOW)
    assert (moved.moved_to, at_own_address(moved)) == ("https://new.example/feed", False)
    once = after_failure(moved, FAILED, now=NOW)
    twice = after_failure(once, FAILED, now=NOW)
    assert [at_own_address(once), at_own_address(twice)] == [True, False]
    back = after_same_body(once, replace(page, moved_to=None), body_hash="i", now=NOW)
    assert back.moved_to is None
    assert after_same_body(twice, replace(page, moved_to=None), body_hash="i", now=NOW).moved_to


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
