"""How fresh a card is, and so how it is shown."""

from datetime import date, timedelta
from enum import StrEnum

from bot.core.card import ALWAYS_SHOWN, Card


class Freshness(StrEnum):
    """What the dates of a card say today."""

    CURRENT = "current"  # verified here, not long ago
    TO_VERIFY = "to_verify"  # nobody here has verified it yet: shown with its source's date and a warning
    DUE = "due"  # verified, but too long ago: shown with a warning
    HIDDEN = "hidden"  # verified so long ago that it does harm: not shown, a task for staff
    EXPIRED = "expired"  # its last day has passed
    NOT_YET = "not_yet"  # its first day is still to come

    @property
    def shown(self) -> bool:
        """Whether tenants get such a card as one that holds now."""
        return self in {Freshness.CURRENT, Freshness.TO_VERIFY, Freshness.DUE}


def of(card: Card, *, today: date) -> Freshness:
    """The freshness of `card` on the local day `today`."""
    if card.valid_from is not None and today < card.valid_from:
        return Freshness.NOT_YET
    if card.valid_to is not None and today > card.valid_to:
        return Freshness.EXPIRED
    if card.verified_on is None:
        return Freshness.TO_VERIFY
    return _by_age(card, today - card.verified_on)


def never_hides(card: Card) -> bool:
    """Whether the card holds a number people in danger need, so that old is better than nothing."""
    return any(phone.number in ALWAYS_SHOWN for phone in card.phones)


def only_emergency(card: Card) -> bool:
    """Whether every number on the card is one of those: nobody should be told to check 112 before calling it."""
    return bool(card.phones) and all(phone.number in ALWAYS_SHOWN for phone in card.phones)


def _by_age(card: Card, age: timedelta) -> Freshness:
    review = timedelta(days=card.review_days)
    if age <= review:
        return Freshness.CURRENT
    if age <= 2 * review or never_hides(card):
        return Freshness.DUE
    return Freshness.HIDDEN
