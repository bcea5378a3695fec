"""What all sending methods share: texts, captions, replies, keyboards, place."""

from typing import Any

from bot.simulator import entities, posts, rules
from bot.simulator.errors import bad
from bot.simulator.markup import utf16_len
from bot.simulator.methods.registry import Ask
from bot.simulator.posts import Draft
from bot.simulator.records import Json, Stored
from bot.simulator.world import Room


def formatted(
    ask: Ask, text: str, parse_mode: str | None, given: list[Json] | None
) -> tuple[str, list[Json]]:
    parsed, found = entities.parse(text, parse_mode, given)
    return parsed, entities.resolve_mentions(found, ask.world.person)


def text_content(ask: Ask) -> Json:
    """`text` and `entities` of a message. Raises ApiError."""
    text, found = formatted(ask, ask.params["text"], ask.get("parse_mode"), ask.get("entities"))
    rules.check_text(text)
    content: Json = {"text": text}
    if found:
        content["entities"] = found
    options = {k: v for k, v in (ask.get("link_preview_options") or {}).items() if v is not False}
    if options:
        content["link_preview_options"] = options
    return content


def caption_content(ask: Ask, source: Json) -> Json:
    """`caption` and what goes with it, from parameters or from one item of an album."""
    if not source.get("caption"):
        return {}
    caption, found = formatted(
        ask, source["caption"], source.get("parse_mode"), source.get("caption_entities")
    )
    rules.check_caption(caption)
    content: Json = {"caption": caption}
    if found:
        content["caption_entities"] = found
    if source.get("show_caption_above_media"):
        content["show_caption_above_media"] = True
    return content if caption else {}


def send(ask: Ask, content: Json, *, kind: str = "messages") -> Json:
    """Post `content` where and how the parameters say; answers the Message."""
    room = ask.room()
    draft = prepare(ask, room, content, kind=kind)
    return ask.made(posts.post_by_bot(ask.world, ask.bot, room, draft))


def prepare(ask: Ask, room: Room, content: Json, *, kind: str = "messages") -> Draft:
    """Every check that does not depend on the content. Raises ApiError."""
    posts.require_writable(ask.world, ask.bot, room, kind)
    thread = posts.checked_thread(ask.world, ask.bot, room, ask.get("message_thread_id"))
    reply, extra = reply_to(ask, room)
    if thread is None and reply is not None and reply.get("is_topic_message"):
        thread = reply.get("message_thread_id")
    inline, keyboard = markup(ask, room)
    return Draft(
        content=content,
        thread=thread,
        reply=reply,
        extra=extra,
        markup=inline,
        keyboard=keyboard,
        protect=bool(ask.get("protect_content")) or bool(room.chat and room.chat.protected),
    )


def reply_to(ask: Ask, room: Room) -> tuple[Json | None, Json]:
    """The quoted message, and `quote` or `external_reply` where asked for."""
    wanted = ask.get("reply_parameters")
    if wanted is None:
        return None, {}
    source = room
    if "chat_id" in wanted and wanted["chat_id"] != room.id:
        source = ask.world.known_room(ask.bot, wanted["chat_id"])
    stored = ask.world.tables.message(source.key, wanted["message_id"])
    if stored is None or stored.deleted:
        if wanted.get("allow_sending_without_reply"):
            return None, {}
        raise bad("message to be replied not found")
    if source is not room:
        return None, {
            "external_reply": {
                "origin": origin(ask, source, stored),
                "chat": source.view(),
                "message_id": stored.id,
            }
        }
    return posts.without_reply(stored.body), _quote(ask, stored, wanted)


def _quote(ask: Ask, stored: Stored, wanted: Json) -> Json:
    if not wanted.get("quote"):
        return {}
    quote, found = formatted(
        ask, wanted["quote"], wanted.get("quote_parse_mode"), wanted.get("quote_entities")
    )
    text: str = stored.body.get("text") or stored.body.get("caption") or ""
    if not quote or quote not in text or utf16_len(quote) > rules.LONGEST_CAPTION:
        raise bad("QUOTE_TEXT_INVALID")
    body: Json = {"text": quote, "position": utf16_len(text[: text.index(quote)]), "is_manual": True}
    if found:
        body["entities"] = found
    return {"quote": body}


def origin(ask: Ask, room: Room, stored: Stored) -> Json:
    """Where a message came from, as `forward_origin` tells it."""
    body = stored.body
    if "forward_origin" in body:
        return dict(body["forward_origin"])
    if room.type == "channel":
        return {"type": "channel", "date": body["date"], "chat": room.view(), "message_id": stored.id}
    if "sender_chat" in body:
        return {"type": "chat", "date": body["date"], "sender_chat": body["sender_chat"]}
    return {"type": "user", "date": body["date"], "sender_user": body["from"]}


def markup(ask: Ask, room: Room) -> tuple[Json | None, Json | None]:
    """The inline keyboard that stands on the message, and the one at the person's input field."""
    given = ask.get("reply_markup")
    if not given:
        return None, None
    if "inline_keyboard" in given:
        return inline_markup(given), None
    if "keyboard" in given:
        rules.check_reply_keyboard(given, private=room.chat is None)
    else:
        rules.check_placeholder(given)
    return None, given


def inline_markup(given: Any) -> Json | None:
    """Raises ApiError for a button Telegram would refuse; an empty keyboard is none."""
    if not given:
        return None
    if "inline_keyboard" not in given:
        raise bad("inline keyboard expected")
    rows = [row for row in given["inline_keyboard"] if row]
    rules.check_inline_keyboard(rows)
    return {"inline_keyboard": rows} if rows else None
