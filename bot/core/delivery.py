"""What follows from the outcome of one delivery: the state machine of an outbox row.

    pending ──claim──▶ sending ──▶ sent
       ▲                 │  ├────▶ gone      refused for good
       └──retry, 429─────┘  └────▶ unsure    no answer, and looking cannot settle it: staff are asked

A channel post without an answer stays `sending` while it is looked for (core/settling.py).
Why it is so: docs/decisions/0003-delivery.md.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import assert_never

from bot.core.outcome import Migrated, Outcome, Reason, Refused, Sent, Throttled, Unclear, Unsent
from bot.core.outgoing import ContactCard, Outgoing

FIRST_WAIT = timedelta(seconds=1)
LONGEST_WAIT = timedelta(minutes=5)
SETTLING = timedelta(seconds=15)  # the server itself may hold a message for 8 s and deliver it then
PAUSE = timedelta(minutes=1)  # a chat that refuses us for now (rights lost) is asked again this often


class Operation(StrEnum):
    """What is done to the chat."""

    SEND = "send"
    EDIT = "edit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One claimed outbox row."""

    id: int
    chat_id: int
    thread_id: int | None
    topic: str | None
    operation: Operation
    target_id: int | None  # the message to edit, or the one that a new message answers
    repeatable: bool  # when in doubt it is sent again: a person waits for it, and twice is better than never
    item: Outgoing | ContactCard
    attempt: int
    high_water: int | None


@dataclass(frozen=True, slots=True)
class Done:
    """Telegram has it."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Retry:
    """Surely not sent; again at `at`. `whole_chat` holds every row of this chat until then."""

    at: datetime
    reason: str
    whole_chat: bool = False


@dataclass(frozen=True, slots=True)
class GiveUp:
    """This row will never be sent; `chat_lost` says that nothing else will reach this chat either."""

    reason: Reason
    detail: str
    chat_lost: bool


@dataclass(frozen=True, slots=True)
class Move:
    """The group has a new id: all its rows move there and this one is sent again."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class Hold:
    """It may or may not have arrived: never sent again by us until that is settled, by looking or by a person."""

    detail: str


Step = Done | Retry | GiveUp | Move | Hold

_CHAT_LOST = frozenset({Reason.BLOCKED, Reason.DEACTIVATED, Reason.NOT_FOUND})


def next_step(delivery: Delivery, outcome: Outcome, *, now: datetime) -> Step:
    """What follows from `outcome`; the caller carries it out."""
    match outcome:
        case Sent(message_id):
            return Done(message_id)
        case Throttled(seconds):
            return Retry(now + timedelta(seconds=seconds), "throttled", whole_chat=True)
        case Migrated(chat_id):
            return Move(chat_id)
        case Refused(reason, detail):
            return _after_refusal(delivery, reason, detail, now)
        case Unsent(detail):
            # What is newer waits too, so that a channel reads in order.
            return Retry(now + wait_before(delivery.attempt), detail, whole_chat=delivery.chat_id < 0)
        case Unclear(detail):
            return _after_silence(delivery, detail, now)
        case _:
            assert_never(outcome)


def _after_refusal(delivery: Delivery, reason: Reason, detail: str, now: datetime) -> Step:
    if reason in {Reason.KICKED, Reason.NO_RIGHTS} and delivery.chat_id < 0:
        return Retry(now + PAUSE, str(reason), whole_chat=True)
    return GiveUp(reason, detail, chat_lost=delivery.chat_id > 0 and reason in _CHAT_LOST)


def _after_silence(delivery: Delivery, detail: str, now: datetime) -> Step:
    if may_repeat(delivery):
        return Retry(now + SETTLING, detail)
    return Hold(detail)


def may_repeat(delivery: Delivery) -> bool:
    """Whether doing it twice does no harm: an edit, or a message that must not be missed."""
    return delivery.repeatable or delivery.operation is Operation.EDIT


def wait_before(attempt: int) -> timedelta:
    """How long to wait after the `attempt`-th try failed: doubling from a second to five minutes."""
    return min(FIRST_WAIT * (1 << min(attempt, 12)), LONGEST_WAIT)
