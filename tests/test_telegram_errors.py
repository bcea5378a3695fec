"""What a refusal of Telegram's means, whatever its letters' case."""

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
)

from bot.core.outcome import Migrated, Outcome, Reason, Refused, Unclear, Unsent
from bot.core.settling import Seen
from bot.telegram_errors import outcome_of, seen_by

BLOCKED = "Forbidden: bot was blocked by the user"
SILENT = "Chat_write_forbidden"  # as PTB gives it
NEW = "Something nobody has heard of"


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (Forbidden(BLOCKED), Refused(Reason.BLOCKED, BLOCKED)),
        (BadRequest(SILENT), Refused(Reason.NO_RIGHTS, SILENT)),
        (BadRequest(NEW), Refused(Reason.BAD_REQUEST, NEW)),
        (ChatMigrated(-100), Migrated(-100)),
        (InvalidToken("no"), Unsent("InvalidToken")),
        (Conflict("two"), Unsent("Conflict")),
        (NetworkError("reset"), Unclear("reset")),
        (TelegramError("strange"), Unclear("TelegramError")),
    ],
)
def test_an_error_says_whether_the_message_may_have_arrived(error: TelegramError, outcome: Outcome) -> None:
    assert outcome_of(error) == outcome


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Bad Request: message to edit not found", Seen.ABSENT),
        ("Bad Request: There is no live location in the message", Seen.OWN),
        ("Bad Request: message can't be edited", Seen.OTHER),
        (NEW, None),
    ],
)
def test_a_refused_look_says_whose_post_stands_there(text: str, seen: Seen | None) -> None:
    assert seen_by(BadRequest(text)) is seen
