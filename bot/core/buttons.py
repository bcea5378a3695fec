"""What a tenant's buttons say when they come back; anybody can forge it, so reading never fails and never trusts."""

import re
from dataclasses import dataclass

LIMIT = 64  # bytes of callback data; core.telegram.org/bots/api#inlinekeyboardbutton

_ID = re.compile(r"[A-Za-z0-9_.-]{1,55}")
_NUMBERS = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,15}){0,2}")


@dataclass(frozen=True, slots=True)
class ShowCard:
    """Show this card."""

    card_id: str


@dataclass(frozen=True, slots=True)
class NotThis:
    """This card was not what was asked for."""

    card_id: str


@dataclass(frozen=True, slots=True)
class NoneOfThese:
    """No card of the menu was what was asked for."""


@dataclass(frozen=True, slots=True)
class SendNumbers:
    """Send the numbers of this card as contacts."""

    card_id: str


@dataclass(frozen=True, slots=True)
class PickQuarter:
    """This is the quarter meant."""

    quarter_id: str


@dataclass(frozen=True, slots=True)
class Person:
    """Let me speak with a person."""


@dataclass(frozen=True, slots=True)
class Hide:
    """Take this away from the screen, and these messages of the same chat (three at most): what it answers."""

    also: tuple[int, ...] = ()


_BARE: dict[str, Person | Hide | NoneOfThese] = {"person": Person(), "hide": Hide(), "none": NoneOfThese()}

Action = ShowCard | NotThis | NoneOfThese | SendNumbers | PickQuarter | Person | Hide


def encode(action: Action) -> str:
    """Callback data for `action`. Raises ValueError for an id that no button can carry."""
    match action:
        case ShowCard(card_id):
            return _with_id("card", card_id)
        case NotThis(card_id):
            return _with_id("other", card_id)
        case SendNumbers(card_id):
            return _with_id("numbers", card_id)
        case PickQuarter(quarter_id):
            return _with_id("quarter", quarter_id)
        case NoneOfThese():
            return "none"
        case Person():
            return "person"
        case Hide(also):
            return f"hide:{'.'.join(map(str, also))}" if also else "hide"


def decode(data: str) -> Action | None:
    """The action `encode` made `data` from, None for anything else. The id may be of nothing that exists."""
    name, colon, identity = data.partition(":")
    if not colon:
        return _BARE.get(name)
    if not _ID.fullmatch(identity):
        return None
    match name:
        case "card":
            return ShowCard(identity)
        case "other":
            return NotThis(identity)
        case "numbers":
            return SendNumbers(identity)
        case "quarter":
            return PickQuarter(identity)
        case "hide" if _NUMBERS.fullmatch(identity):
            return Hide(tuple(map(int, identity.split("."))))
        case _:
            return None


def _with_id(name: str, identity: str) -> str:
    if not _ID.fullmatch(identity):
        message = f"no button can carry the id {identity!r}"
        raise ValueError(message)
    return f"{name}:{identity}"
