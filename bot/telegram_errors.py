"""What Telegram's errors mean. Their texts are matched here and nowhere else."""

from collections.abc import Sequence
from typing import TypeVar

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
)

from bot.core.outcome import Migrated, Outcome, Reason, Refused, Throttled, Unclear, Unsent
from bot.core.settling import Seen
from bot.transport import FloodWait, NotSent

T = TypeVar("T")

# Parts of the Bot API server's error texts, lower case.
REASONS = (
    ("bot was blocked by the user", Reason.BLOCKED),
    ("user is deactivated", Reason.DEACTIVATED),
    ("bot can't initiate conversation", Reason.BLOCKED),
    ("bot was kicked", Reason.KICKED),
    ("bot is not a member", Reason.KICKED),
    ("chat was deleted", Reason.KICKED),
    ("chat not found", Reason.NOT_FOUND),
    ("not enough rights", Reason.NO_RIGHTS),
    ("need administrator rights", Reason.NO_RIGHTS),
    ("have no rights", Reason.NO_RIGHTS),
    ("chat_write_forbidden", Reason.NO_RIGHTS),
)
# What stopMessageLiveLocation says of a text or photo: rights are checked before the kind, and nothing is done.
# Source: TDLib's MessagesManager::edit_message_live_location, the Bot API server's check_message.
SIGHTINGS = (
    ("message to edit not found", Seen.ABSENT),
    ("there is no live location in the message", Seen.OWN),
    ("message can't be edited", Seen.OTHER),
)
NOT_MODIFIED = "message is not modified"
THREAD_GONE = "message thread not found"
NO_CAPTION = "there is no caption in the message"
NO_TEXT = "there is no text in the message"
DECIDED = ("user_already_participant", "hide_requester_missing")  # of an applicant
NO_PHOTOS = "send photos"  # "not enough rights to send photos to the chat": texts are still allowed


def outcome_of(error: TelegramError) -> Outcome:
    """What a failed call means for the message: surely not sent, refused for good, or unknown."""
    match error:
        case FloodWait():
            return Throttled(error.seconds)
        case ChatMigrated():
            return Migrated(error.new_chat_id)
        case NotSent():
            return Unsent(str(error))
        case Forbidden() | BadRequest():
            return _refusal(str(error))
        case InvalidToken() | Conflict():
            # The server, or a proxy before it, refused to look at the call at all.
            return Unsent(type(error).__name__)
        case NetworkError():
            return Unclear(str(error))
        case _:
            return Unclear(type(error).__name__)


def _refusal(text: str) -> Refused:
    return Refused(_first(REASONS, text) or Reason.BAD_REQUEST, text)


def about_the_picture(outcome: Outcome) -> bool:
    """Whether the same message may well go without its picture, or with it as a file."""
    if not isinstance(outcome, Refused):
        return False
    return outcome.reason is Reason.BAD_REQUEST or says(outcome.detail, NO_PHOTOS)


def seen_by(error: BadRequest) -> Seen | None:
    """What stands where looking for a post was refused with `error`; None where that does not say."""
    return _first(SIGHTINGS, str(error))


def says(error: TelegramError | str, *parts: str) -> bool:
    """Whether an error, or its text, has one of these parts."""
    lowered = str(error).lower()
    return any(part in lowered for part in parts)


def _first(table: Sequence[tuple[str, T]], text: str) -> T | None:
    return next((value for part, value in table if says(text, part)), None)
