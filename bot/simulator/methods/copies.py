"""Forwarding and copying."""

from bot.simulator import posts, rules
from bot.simulator.errors import bad
from bot.simulator.methods.registry import Ask, method
from bot.simulator.methods.sending import caption_content, origin, prepare
from bot.simulator.posts import SERVICE_KEYS, Draft
from bot.simulator.records import Json, Stored
from bot.simulator.world import Room

SUBSTANCE = [
    "text",
    "entities",
    "link_preview_options",
    "animation",
    "audio",
    "document",
    "photo",
    "sticker",
    "video",
    "video_note",
    "voice",
    "caption",
    "caption_entities",
    "show_caption_above_media",
    "has_media_spoiler",
    "contact",
    "dice",
    "poll",
    "venue",
    "location",
]
UNCOPIABLE = SERVICE_KEYS | {"invoice", "giveaway"}


@method("forwardMessage")
def forward_message(ask: Ask) -> Json:
    source, stored = _source(ask, "forward")
    room = ask.room()
    return _post(ask, room, _forwarded(ask, room, source, stored))


@method("copyMessage")
def copy_message(ask: Ask) -> Json:
    _, stored = _source(ask, "copy")
    room = ask.room()
    body = _post(ask, room, _copied(ask, room, stored))
    return {"message_id": body["message_id"]}


@method("forwardMessages")
def forward_messages(ask: Ask) -> list[Json]:
    room, source = ask.room(), ask.room("from_chat_id")
    found = _many(ask, source, "forward")
    return [{"message_id": _post(ask, room, _forwarded(ask, room, source, s))["message_id"]} for s in found]


@method("copyMessages")
def copy_messages(ask: Ask) -> list[Json]:
    room, source = ask.room(), ask.room("from_chat_id")
    found = _many(ask, source, "copy")
    if ask.get("remove_caption"):
        ask.params["caption"] = ""
    return [{"message_id": _post(ask, room, _copied(ask, room, s))["message_id"]} for s in found]


def _post(ask: Ask, room: Room, draft: Draft) -> Json:
    return ask.made(posts.post_by_bot(ask.world, ask.bot, room, draft))


def _source(ask: Ask, verb: str) -> tuple[Room, Stored]:
    room = ask.room("from_chat_id")
    stored = posts.existing(ask.world, room, ask.params["message_id"], f"message to {verb} not found")
    problem = _problem(room, stored, verb)
    if problem:
        raise bad(problem)
    return room, stored


def _problem(room: Room, stored: Stored, verb: str) -> str | None:
    past = {"copy": "copied", "forward": "forwarded"}[verb]
    if UNCOPIABLE & stored.body.keys():
        return f"the message can't be {past}"
    protected = stored.body.get("has_protected_content") or bool(room.chat and room.chat.protected)
    # A bot may copy what is protected, but not forward it.
    if protected and verb == "forward":
        return "message has protected content and can't be forwarded"
    return None


def _many(ask: Ask, source: Room, verb: str) -> list[Stored]:
    """Those that exist and may be sent on; the others are left out, and none at all is an error."""
    rules.check_increasing(ask.params["message_ids"])
    found = [ask.world.tables.message(source.key, number) for number in ask.params["message_ids"]]
    usable = [s for s in found if s and not s.deleted and not _problem(source, s, verb)]
    if not usable:
        raise bad(f"there are no messages to {verb}")
    return usable


def _forwarded(ask: Ask, room: Room, source: Room, stored: Stored) -> Draft:
    place = prepare(ask, room, {})
    content = {k: stored.body[k] for k in SUBSTANCE if k in stored.body}
    return Draft(
        content=content,
        thread=place.thread,
        protect=place.protect,
        extra={"forward_origin": origin(ask, source, stored)},
    )


def _copied(ask: Ask, room: Room, stored: Stored) -> Draft:
    content = {k: stored.body[k] for k in SUBSTANCE if k in stored.body}
    if "caption" in ask.params and "text" not in content:
        for name in ("caption", "caption_entities", "show_caption_above_media"):
            content.pop(name, None)
        content.update(caption_content(ask, ask.params))
    return prepare(ask, room, content)
