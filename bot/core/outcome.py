"""What became of a call to Telegram, told apart by what may be done next."""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a chat will not take messages from us, as stored and counted."""

    BLOCKED = "blocked"
    DEACTIVATED = "deactivated"
    NOT_FOUND = "not_found"
    KICKED = "kicked"
    NO_RIGHTS = "no_rights"
    BAD_REQUEST = "bad_request"


@dataclass(frozen=True, slots=True)
class Sent:
    """Telegram has it, under this id within the chat."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Throttled:
    """429: surely not sent; this chat takes nothing for `seconds`."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Migrated:
    """Surely not sent; the group lives on as the supergroup `chat_id`."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Surely not sent, and sending the same again will not help."""

    reason: Reason
    detail: str


@dataclass(frozen=True, slots=True)
class Unsent:
    """Surely not sent: the request never left us. Try again later."""

    detail: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """The request left and no answer came back: it may or may not have been delivered."""

    detail: str


Outcome = Sent | Throttled | Migrated | Refused | Unsent | Unclear
