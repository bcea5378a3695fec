"""Changing and deleting messages."""

from bot.simulator import posts, rules
from bot.simulator.errors import bad
from bot.simulator.methods.media import file_content
from bot.simulator.methods.messages import location
from bot.simulator.methods.registry import Ask, method
from bot.simulator.methods.sending import caption_content, inline_markup, text_content
from bot.simulator.records import Json, Stored
from bot.simulator.world import Room, require_inside

DELETABLE_FOR = 48 * 3600
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
MEDIA = ("animation", "audio", "document", "photo", "video")
CAPTION = ("caption", "caption_entities", "show_caption_above_media")


@method("editMessageText")
def edit_message_text(ask: Ask) -> Json | bool:
    if "text" not in ask.params:
        raise bad('parameter "text" of editMessageText is missing')
    room, stored = _target(ask)
    content = text_content(ask)
    if "text" not in stored.body:
        raise bad("there is no text in the message to edit")
    return _apply(ask, room, stored, drop=("text", "entities", "link_preview_options"), content=content)


@method("editMessageCaption")
def edit_message_caption(ask: Ask) -> Json | bool:
    room, stored = _target(ask)
    content = caption_content(ask, ask.params)
    if not any(kind in stored.body for kind in (*MEDIA, "voice")):
        raise bad("there is no caption in the message to edit")
    return _apply(ask, room, stored, drop=CAPTION, content=content)


@method("editMessageMedia")
def edit_message_media(ask: Ask) -> Json | bool:
    room, stored = _target(ask)
    item = ask.params["media"]
    if "text" not in stored.body and not any(kind in stored.body for kind in MEDIA):
        raise bad("there is no media in the message to edit")
    if "media_group_id" in stored.body and item["type"] not in {"photo", "video", "audio", "document"}:
        raise bad("MEDIA_GROUPED_INVALID")
    content = file_content(ask, item["type"], item["media"], item)
    dropped = (*MEDIA, *CAPTION, "has_media_spoiler", "text", "entities", "link_preview_options")
    return _apply(ask, room, stored, drop=dropped, content=content)


@method("editMessageReplyMarkup")
def edit_message_reply_markup(ask: Ask) -> Json | bool:
    room, stored = _target(ask)
    return _apply(ask, room, stored, drop=(), content={})


@method("editMessageLiveLocation")
def edit_message_live_location(ask: Ask) -> Json | bool:
    room, stored = _live(ask)
    place = {**location(ask), "live_period": ask.get("live_period", stored.body["location"]["live_period"])}
    return _apply(ask, room, stored, drop=("location",), content={"location": place})


@method("stopMessageLiveLocation")
def stop_message_live_location(ask: Ask) -> Json | bool:
    room, stored = _live(ask)
    place = {k: v for k, v in stored.body["location"].items() if k in {"latitude", "longitude"}}
    return _apply(ask, room, stored, drop=("location",), content={"location": place})


def _live(ask: Ask) -> tuple[Room, Stored]:
    room, stored = _target(ask)
    period = stored.body.get("location", {}).get("live_period")
    if not period:
        raise bad("there is no live location in the message to edit")
    if period != rules.FOREVER and stored.body["date"] + period < ask.world.clock.now():
        raise bad("message can't be edited")
    return room, stored


def _target(ask: Ask) -> tuple[Room, Stored]:
    """The message to edit: the bot's own, or with can_edit_messages any post of the channel."""
    if ask.get("inline_message_id"):
        return _inline_target(ask)
    if "chat_id" not in ask.params:
        raise bad("chat_id is empty")
    if "message_id" not in ask.params:
        raise bad("message identifier is not specified")
    room = ask.room()
    if room.chat is not None:
        require_inside(ask.world, ask.bot, room)
    stored = posts.existing(ask.world, room, ask.params["message_id"], "message to edit not found")
    if not _may_edit(ask, room, stored):
        raise bad("message can't be edited")
    return room, stored


def _inline_target(ask: Ask) -> tuple[Room, Stored]:
    key, _, number = ask.params["inline_message_id"].removeprefix("inline-").partition("/")
    room = ask.world.room_of_key(key) if key and number.isdigit() else None
    stored = ask.world.tables.message(key, int(number)) if room else None
    if room is None or stored is None or stored.deleted:
        raise bad("MESSAGE_ID_INVALID")
    if stored.body.get("via_bot", {}).get("id") != ask.bot.id:
        raise bad("message can't be edited")
    return room, stored


def _may_edit(ask: Ask, room: Room, stored: Stored) -> bool:
    if posts.SERVICE_KEYS & stored.body.keys() or "forward_origin" in stored.body:
        return False
    if stored.sender == ask.bot.id:
        return True
    return room.type == "channel" and bool(ask.world.rights(room.id, ask.bot.id).get("can_edit_messages"))


def _apply(ask: Ask, room: Room, stored: Stored, *, drop: tuple[str, ...], content: Json) -> Json | bool:
    """The new body in place of the old. Without reply_markup the keyboard goes, as in Telegram."""
    if room.user is not None and (room.user.deactivated or ask.bot.id in room.user.blocked):
        posts.require_writable(ask.world, ask.bot, room)
    markup = inline_markup(ask.get("reply_markup"))
    gone = {*drop, "reply_markup", "edit_date"}
    kept = {k: v for k, v in stored.body.items() if k not in gone}
    body = {**kept, **content, **({"reply_markup": markup} if markup else {})}
    if body == {k: v for k, v in stored.body.items() if k != "edit_date"}:
        raise bad(NOT_MODIFIED)
    if drop:
        body["edit_date"] = ask.world.clock.now()
    elif "edit_date" in stored.body:
        body["edit_date"] = stored.body["edit_date"]
    posts.replace(ask.world, room, stored, body)
    ask.message_ids.append(stored.id)
    return True if ask.get("inline_message_id") else body


@method("deleteMessage")
def delete_message(ask: Ask) -> bool:
    room = ask.room()
    require_inside(ask.world, ask.bot, room)
    stored = posts.existing(ask.world, room, ask.params["message_id"], "message to delete not found")
    if not _may_delete(ask, room, stored):
        raise bad("message can't be deleted")
    posts.delete(ask.world, room, stored)
    ask.message_ids.append(stored.id)
    return True


@method("deleteMessages")
def delete_messages(ask: Ask) -> bool:
    rules.check_ids(ask.params["message_ids"])
    room = ask.room()
    require_inside(ask.world, ask.bot, room)
    found = [ask.world.tables.message(room.key, number) for number in ask.params["message_ids"]]
    present = [s for s in found if s and not s.deleted]
    if any(not _may_delete(ask, room, s) for s in present):
        raise bad("message can't be deleted")
    for stored in present:
        posts.delete(ask.world, room, stored)
        ask.message_ids.append(stored.id)
    return True


def _may_delete(ask: Ask, room: Room, stored: Stored) -> bool:
    """Own and incoming messages of the last 48 hours; anything with the right to delete."""
    fresh: bool = stored.body["date"] + DELETABLE_FOR > ask.world.clock.now()
    if room.chat is None:
        return fresh
    if ask.world.rights(room.id, ask.bot.id).get("can_delete_messages"):
        return True
    if stored.sender != ask.bot.id or not fresh:
        return False
    return room.type != "channel" or bool(ask.world.rights(room.id, ask.bot.id).get("can_post_messages"))
