"""Whether a doubtful post stands in its channel: what to look at next, and what follows from what was seen.

    above high water:  101 other   102 OWN   103 absent   104 absent …        → it is 102
                       101 other   102 absent   103 absent …                  → it is not there: send again
                       101 absent  102 other   …                              → removed, or never there: ask

It rests on one send in flight a channel: a post of ours above the high water that no row knows can only be the
one in doubt. Where that is not certain, the answer is `Undecided` (docs/decisions/0003-delivery.md).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.delivery import Delivery, Done, Hold, Operation, Retry, Step
from bot.core.outgoing import Outgoing

MISSES = 20  # absent ids in a row after which nothing more is expected; ids rise by one a message
FARTHEST = 400  # ids looked at for one post; a channel that is busier than that is for a person to look into
REACH = 100  # ids looked at for an answer in a private chat where few write; other people's messages take ids between
MOST_ATTEMPTS = 20  # a post that Telegram keeps swallowing must not hold its channel for ever


class Seen(StrEnum):
    """What stands at one id of a channel."""

    OWN = "own"
    OTHER = "other"  # somebody else's, or a service message
    ABSENT = "absent"  # not there yet, or removed


@dataclass(frozen=True, slots=True)
class Blind:
    """Telegram did not say. `again`: seconds after which asking again makes sense; None where it does not."""

    detail: str
    again: float | None


class Safety(StrEnum):
    """Whether the answers can be told apart: the bot may post and may not edit what others posted."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Where a doubtful post may stand, as the rows know it.

    `known`: ids above the high water that belong to other rows. `rivals`: other rows of the same channel
    that may stand in the same place without their id being known.
    """

    above: int | None
    known: frozenset[int] = frozenset()
    rivals: int = 0


@dataclass(frozen=True, slots=True)
class There:
    """It stands under this id."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Absent:
    """It never arrived; `high_water` is the highest id that stands in the channel."""

    high_water: int


@dataclass(frozen=True, slots=True)
class Undecided:
    """A person has to look."""

    reason: str


Verdict = There | Absent | Undecided


def can_be_looked_for(delivery: Delivery) -> bool:
    """Whether looking can settle it: a post, not a private message, of a kind that shows whose it is."""
    sent_to_channel = delivery.chat_id < 0 and delivery.operation is Operation.SEND
    return sent_to_channel and delivery.thread_id is None and isinstance(delivery.item, Outgoing)


def hopeless(window: Window) -> Undecided | None:
    """Why there is no point in looking; None where there is one."""
    if window.above is None:
        return Undecided("no post of this channel is known yet")
    if window.rivals:
        return Undecided("another post of this channel is in doubt too")
    return None


def next_look(window: Window, seen: Mapping[int, Seen]) -> int | None:
    """The next id to look at, never one that a row knows; None where enough has been seen."""
    if window.above is None:
        return None
    misses, at = 0, window.above + 1
    while misses < MISSES and at <= window.above + FARTHEST:
        if at not in window.known:
            if at not in seen:
                return at
            misses = misses + 1 if seen[at] is Seen.ABSENT else 0
        else:
            misses = 0
        at += 1
    return None


def decide(window: Window, seen: Mapping[int, Seen]) -> Verdict:
    """What `seen` says once `next_look` wants no more."""
    no_use = hopeless(window)
    if no_use or window.above is None:
        return no_use or Undecided("no post of this channel is known yet")
    own = [number for number, what in seen.items() if what is Seen.OWN]
    if len(own) > 1:
        return Undecided("more than one post of ours is unknown")
    if own:
        return There(own[0])
    last = highest(window, seen)
    if last + MISSES > window.above + FARTHEST:
        return Undecided("too much has been posted since")
    if any(what is Seen.ABSENT and number < last for number, what in seen.items()):
        return Undecided("something was removed where it may have stood")
    return Absent(last)


def reach(beside: int) -> int:
    """How many ids above its mark an answer may stand, where so many chats are answered at once.

    All private chats of a bot count their messages together, so the others' messages come between while this one is
    on its way: their answers, and what they write meanwhile. Source: core.telegram.org/api/updates, "common message box".
    """
    return REACH + 4 * beside


def next_private_look(
    above: int, seen: Mapping[int, Seen], *, known: Collection[int], within: int = REACH
) -> int | None:
    """The next id at which the answer to somebody may stand; None where enough has been seen.

    Absent ids between are other people's and say nothing.
    """
    last = max([number for number, what in seen.items() if what is Seen.OWN], default=None)
    farthest = above + within
    end = farthest if last is None else min(last + MISSES + within - REACH, farthest)
    return next((at for at in range(above + 1, end + 1) if at not in known and at not in seen), None)


def highest(window: Window, seen: Mapping[int, Seen]) -> int:
    """The highest id at which something stands."""
    present = [number for number, what in seen.items() if what is not Seen.ABSENT]
    return max([window.above or 0, *window.known, *present])


def step_after(delivery: Delivery, verdict: Verdict, *, now: datetime) -> Step:
    """What follows for the row; the caller carries it out."""
    match verdict:
        case There(message_id):
            return Done(message_id)
        case Absent():
            if delivery.attempt >= MOST_ATTEMPTS:
                return Hold("it never arrives")
            # No further pause: settling took long enough, and what is queued meanwhile must not overtake it.
            return Retry(now, "absent", whole_chat=True)
        case Undecided(reason):
            return Hold(reason)
