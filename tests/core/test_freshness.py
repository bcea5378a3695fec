"""How old a card may grow."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.core import freshness
from bot.core.card import Card, Phone
from bot.core.freshness import Freshness

TODAY = date(2026, 11, 22)


def card(days: int | None = 0, **fields) -> Card:
    verified = None if days is None else TODAY - timedelta(days=days)
    return Card(id="x", title="X", verified_on=verified, review_days=90, **fields)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, Freshness.CURRENT),
        (90, Freshness.CURRENT),
        (91, Freshness.DUE),
        (180, Freshness.DUE),
        (181, Freshness.HIDDEN),
        (-3, Freshness.CURRENT),
        (None, Freshness.TO_VERIFY),
    ],
)
def test_age_decides(days, expected):
    assert freshness.of(card(days), today=TODAY) is expected


@pytest.mark.parametrize("number", ["1522", "112"])
def test_cards_with_1522_or_112_are_warned_about_but_never_hide(number):
    assert freshness.of(card(5000, phones=(Phone(number=number),)), today=TODAY) is Freshness.DUE


def test_validity_comes_before_age():
    assert freshness.of(card(valid_to=TODAY - timedelta(days=1)), today=TODAY) is Freshness.EXPIRED
    assert freshness.of(card(valid_to=TODAY), today=TODAY) is Freshness.CURRENT
    assert freshness.of(card(valid_from=TODAY + timedelta(days=1)), today=TODAY) is Freshness.NOT_YET
    assert freshness.of(card(None, valid_to=TODAY - timedelta(days=1)), today=TODAY) is Freshness.EXPIRED


def test_only_cards_that_hold_now_are_shown():
    assert {fresh for fresh in Freshness if fresh.shown} == {
        Freshness.CURRENT,
        Freshness.TO_VERIFY,
        Freshness.DUE,
    }


def test_a_card_of_emergency_numbers_alone_is_known_as_such() -> None:
    """112 with nothing else; a card that also names an office is an ordinary one."""
    emergency = Card(id="x", title="112", phones=(Phone(number="112"), Phone(number="1522")))
    assert freshness.only_emergency(emergency)
    assert not freshness.only_emergency(
        replace(emergency, phones=(*emergency.phones, Phone(number="+39027392")))
    )
    assert not freshness.only_emergency(replace(emergency, phones=()))
