"""Lengths and ranges that stand only in the prose of the Bot API's documentation.

Source: core.telegram.org/bots/api; the error texts are those the server answers with, where they are known.
"""

import itertools
import re

from bot.simulator.errors import bad
from bot.simulator.markup import utf16_len
from bot.simulator.records import Json

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
MOST_BUTTONS = 100
LARGEST_PHOTO = 10 * 1024 * 1024
LARGEST_FILE = 50 * 1024 * 1024
LARGEST_DOWNLOAD = 20 * 1024 * 1024
FOREVER = 0x7FFFFFFF
COMMAND = re.compile(r"[a-z0-9_]{1,32}\Z")
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}\Z")
LANGUAGE = re.compile(r"[a-z]{2}\Z")
URL_BUTTON = re.compile(
    r"(?:https?://[^\s/?#]+\.?[^\s]*|tg://[^\s]+|[\w-]+(?:\.[\w-]+)+(?:[/?#][^\s]*)?)\Z", re.IGNORECASE
)

Range = tuple[float, float, str]
RANGES: dict[str, Range] = {
    "latitude": (-90, 90, "latitude must be between -90 and 90"),
    "longitude": (-180, 180, "longitude must be between -180 and 180"),
    "horizontal_accuracy": (0, 1500, "horizontal_accuracy must be between 0 and 1500"),
    "heading": (1, 360, "heading must be between 1 and 360"),
    "proximity_alert_radius": (1, 100000, "proximity_alert_radius must be between 1 and 100000"),
    "max_connections": (1, 100, "max_connections must be between 1 and 100"),
    "member_limit": (1, 99999, "member_limit must be between 1 and 99999"),
}
LENGTHS: dict[tuple[str, str], tuple[int, int, str]] = {
    ("answercallbackquery", "text"): (0, 200, "MESSAGE_TOO_LONG"),
    ("setmydescription", "description"): (0, 512, "BOT_DESCRIPTION_TOO_LONG"),
    ("setmyshortdescription", "short_description"): (0, 120, "BOT_SHORT_DESCRIPTION_TOO_LONG"),
    ("setmyname", "name"): (0, 64, "BOT_NAME_TOO_LONG"),
    ("setchattitle", "title"): (1, 128, "CHAT_TITLE_INVALID"),
    ("setchatdescription", "description"): (0, 255, "CHAT_ABOUT_TOO_LONG"),
    ("createforumtopic", "name"): (1, 128, "TOPIC_TITLE_INVALID"),
    ("editforumtopic", "name"): (0, 128, "TOPIC_TITLE_INVALID"),
    ("editgeneralforumtopic", "name"): (1, 128, "TOPIC_TITLE_INVALID"),
    ("createchatinvitelink", "name"): (0, 32, "INVITE_LINK_NAME_TOO_LONG"),
    ("editchatinvitelink", "name"): (0, 32, "INVITE_LINK_NAME_TOO_LONG"),
    ("setchatadministratorcustomtitle", "custom_title"): (0, 16, "ADMIN_RANK_INVALID"),
    ("answerinlinequery", "next_offset"): (0, 64, "NEXT_OFFSET_INVALID"),
    ("sendpoll", "question"): (1, 300, "poll question length must not exceed 300"),
    ("sendcontact", "phone_number"): (1, 64, "phone number must be non-empty"),
    ("sendcontact", "first_name"): (1, 64, "contact's first name must be non-empty"),
}


def check_numbers_and_lengths(method: str, params: Json) -> None:
    """Raises ApiError for a parameter out of its documented range. `method` in lower case."""
    for name, value in params.items():
        known = RANGES.get(name)
        if known and not known[0] <= value <= known[1]:
            raise bad(known[2])
        length = LENGTHS.get((method, name))
        if length and not length[0] <= utf16_len(value) <= length[1]:
            raise bad(length[2])


def check_text(text: str) -> None:
    if not text:
        raise bad("message text is empty")
    if utf16_len(text) > LONGEST_TEXT:
        raise bad("message is too long")


def check_caption(caption: str) -> None:
    if utf16_len(caption) > LONGEST_CAPTION:
        raise bad("message caption is too long")


def check_live_period(seconds: int) -> None:
    if seconds != FOREVER and not 60 <= seconds <= 86400:
        raise bad("wrong live location period specified")


def check_ids(ids: list[int]) -> None:
    if not ids:
        raise bad("message identifiers are not specified")
    if len(ids) > 100:
        raise bad("too many message identifiers specified")


def check_increasing(ids: list[int]) -> None:
    check_ids(ids)
    if any(later <= earlier for earlier, later in itertools.pairwise(ids)):
        raise bad("message identifiers must be in a strictly increasing order")


def check_commands(commands: list[Json]) -> None:
    if len(commands) > 100:
        raise bad("too many commands specified")
    for command in commands:
        if not COMMAND.match(command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= utf16_len(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")


def check_language(code: str) -> None:
    if code and not LANGUAGE.match(code):
        raise bad("invalid language code specified")


def check_inline_keyboard(rows: list[list[Json]]) -> None:
    count = 0
    for row in rows:
        for button in row:
            count += 1
            _check_inline_button(button)
    if count > MOST_BUTTONS:
        raise bad("reply markup is too long")


def _check_inline_button(button: Json) -> None:
    if not button["text"].strip():
        raise bad("inline keyboard button text must be non-empty")
    actions = button.keys() - {"text", "icon_custom_emoji_id", "style"}
    if not actions:
        raise bad("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad(f"inline keyboard button has more than one action: {', '.join(sorted(actions))}")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in button and not URL_BUTTON.match(button["url"]):
        raise bad(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    if "copy_text" in button and not 1 <= utf16_len(button["copy_text"]["text"]) <= 256:
        raise bad("BUTTON_COPY_TEXT_INVALID")


def check_reply_keyboard(keyboard: Json, *, private: bool) -> None:
    for row in keyboard["keyboard"]:
        for button in row:
            if not button["text"].strip():
                raise bad("keyboard button text must be non-empty")
            if not private and button.get("request_contact"):
                raise bad("phone number can be requested in private chats only")
            if not private and button.get("request_location"):
                raise bad("location can be requested in private chats only")
    check_placeholder(keyboard)


def check_placeholder(markup: Json) -> None:
    placeholder = markup.get("input_field_placeholder")
    if placeholder is not None and not 1 <= utf16_len(placeholder) <= 64:
        raise bad("input field placeholder must be of 1 to 64 characters")
