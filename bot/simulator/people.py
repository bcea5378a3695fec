"""What people and chat administrators do: speak, press, join, leave, block."""

import base64
import binascii
from typing import Any

from bot.simulator import entities, media, membership, posts, updates
from bot.simulator.errors import ApiError, SimError
from bot.simulator.markup import utf16_len
from bot.simulator.posts import Draft
from bot.simulator.records import Bot, Dialog, Json, Query, Stored, User
from bot.simulator.world import Room, World, user_view

ROLES = ("tenant", "journalist", "staff")
FIRST_NEW_USER = 400_000_000
LONGEST_PART = 4096
# A silent second of Opus and a one-pixel WebP: enough for a bot to receive.
STOCK_VOICE = base64.b64decode("T2dnUwACAAAAAAAAAAAAAAAAAAAAAAAAAAABE09wdXNIZWFkAQEAAIC7AAAAAAA=")
STOCK_STICKER = base64.b64decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
CONTENTS = ("text", "location", "contact", "document", "photo", "sticker", "voice")


def add_user(world: World, given: Json) -> User:
    """A new person. Raises SimError."""
    name, role = str(given.get("name", "")).strip(), given.get("role", "tenant")
    if not name:
        raise SimError("users: 'name' is missing; give the person a name")
    if role not in ROLES:
        raise SimError(f"users: unknown role {role!r}; known are {', '.join(ROLES)}")
    number = world.tables.count("people", start=FIRST_NEW_USER)
    user_id = int(given.get("id") or number)
    if world.tables.user(user_id) or world.tables.chat(user_id):
        raise SimError(f"users: id {user_id} is taken")
    user = User(
        id=user_id,
        name=name[:64],
        lang=str(given.get("lang") or "it"),
        role=role,
        username=given.get("username"),
        phone=given.get("phone") or f"+39{3_900_000_000 + number % 100_000_000}",
    )
    world.tables.put(user)
    world.events.emit("user", user=user.id)
    return user


def say(world: World, bot: Bot, user: User, given: Json) -> Stored:
    """A person writes; a text too long for one message becomes several, as in the apps, and the last is answered."""
    room = place(world, bot, user, given.get("chat"))
    _enter(world, bot, room, user)
    if "edit" in given:
        return _edit(world, bot, room, user, given)
    draft = _draft(world, room, user, given)
    if "text" not in draft:
        return _post(world, bot, room, user, given, draft)
    parts = _parts(draft["text"])
    for part in parts[:-1]:
        _post(world, bot, room, user, given, {"text": part})
    return _post(world, bot, room, user, given, {"text": parts[-1]})


def place(world: World, bot: Bot, user: User, chat_id: Any) -> Room:
    """The room a person means; their private chat with the bot by default. Raises SimError."""
    if chat_id is not None and (isinstance(chat_id, bool) or not isinstance(chat_id, int)):
        raise SimError(f"'chat' must be a chat's id, got {chat_id!r}")
    room = world.room(bot, user.id if chat_id in {None, bot.id} else chat_id)
    if room is None or (room.chat is None and room.id != user.id):
        raise SimError(f"user {user.id} has no chat {chat_id}; look at /sim/state", status=404)
    return room


def _enter(world: World, bot: Bot, room: Room, user: User) -> None:
    """Writing starts, or restarts, a private chat; elsewhere one has to be in and allowed to write."""
    if user.deactivated:
        raise SimError(f"user {user.id} is deactivated")
    if room.chat is None:
        if bot.id in user.blocked:
            block(world, bot, user, blocked=False)
        dialog = world.dialog(bot.id, user.id) or Dialog(bot=bot.id, user=user.id)
        if not dialog.started:
            dialog.started = True
            world.tables.put(dialog)
        return
    if room.chat.migrated_to is not None:
        raise SimError(f"chat {room.id} has become {room.chat.migrated_to}")
    if not world.is_in(room.id, user.id):
        raise SimError(f"user {user.id} is not in chat {room.id}; join first")
    if room.type == "channel" and not world.rights(room.id, user.id).get("can_post_messages"):
        raise SimError(f"user {user.id} may not post in channel {room.id}; only administrators may")
    member = world.tables.member(room.id, user.id)
    if member and member.status == "restricted" and not member.rights.get("can_send_messages"):
        raise SimError(f"user {user.id} is restricted in chat {room.id}")


def _draft(world: World, room: Room, user: User, given: Json) -> Json:
    kinds = [kind for kind in CONTENTS if given.get(kind) is not None]
    if len(kinds) != 1:
        raise SimError(f"say: exactly one of {', '.join(CONTENTS)} is wanted, got {kinds or 'none'}")
    kind, value = kinds[0], given[kinds[0]]
    match kind:
        case "text":
            return {"text": _text(value)}
        case "location":
            return {"location": _location(value)}
        case "contact":
            return {"contact": _contact(user, value)}
        case _:
            return _file(world, kind, value) | _caption(given)


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise SimError("say: 'text' is empty; the apps send nothing then")
    return value


def _location(value: Any) -> Json:
    try:
        return {"latitude": float(value["latitude"]), "longitude": float(value["longitude"])}
    except (TypeError, KeyError, ValueError):
        raise SimError('say: \'location\' wants {"latitude", "longitude"}') from None


def _contact(user: User, value: Any) -> Json:
    """One's own contact unless another phone number is given."""
    own = user_view(user)
    if isinstance(value, dict) and value.get("phone_number"):
        return {
            "first_name": "",
            **{
                k: v
                for k, v in value.items()
                if k in {"phone_number", "first_name", "last_name", "user_id", "vcard"}
            },
        }
    contact = {
        "phone_number": user.phone or "+390000000",
        "first_name": own["first_name"],
        "user_id": user.id,
    }
    return contact | ({"last_name": own["last_name"]} if "last_name" in own else {})


def _file(world: World, kind: str, value: Any) -> Json:
    stock = {
        "sticker": ("sticker.webp", "image/webp", STOCK_STICKER),
        "voice": ("voice.ogg", "audio/ogg", STOCK_VOICE),
    }
    given = value if isinstance(value, dict) else {}
    facts = {
        "emoji": given.get("emoji", value if isinstance(value, str) else "🙂"),
        "duration": given.get("duration", 1),
    }
    if "base64" in given:
        name, mime, data = given.get("name", f"{kind}.bin"), given.get("mime", ""), _decoded(given["base64"])
    elif kind in stock:
        name, mime, data = stock[kind]
    else:
        raise SimError(f'say: {kind!r} wants {{"name", "base64", "mime"?}}')
    try:
        return media.content_of(media.store(world, kind, name, mime, data, facts))
    except ApiError as error:
        raise SimError(f"say: {error.description}") from None


def _decoded(text: Any) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, TypeError, ValueError):
        raise SimError("say: 'base64' is not base64") from None


def _caption(given: Json) -> Json:
    if not given.get("caption"):
        return {}
    caption, found = entities.finish(given["caption"], [])
    return {"caption": caption, **({"caption_entities": found} if found else {})}


def _parts(text: str) -> list[str]:
    parts: list[str] = []
    while utf16_len(text) > LONGEST_PART:
        end = LONGEST_PART
        while utf16_len(text[:end]) > LONGEST_PART:
            end -= utf16_len(text[:end]) - LONGEST_PART
        parts.append(text[:end])
        text = text[end:]
    return [*parts, text]


def _post(world: World, bot: Bot, room: Room, user: User, given: Json, content: Json) -> Stored:
    if "text" in content:
        text, found = entities.finish(content["text"], [])
        if not text:
            raise SimError("say: 'text' is empty; the apps send nothing then")
        content = {"text": text, **({"entities": found} if found else {})}
    thread = given.get("thread")
    if thread is not None and posts.topic_of(room, thread) is None:
        raise SimError(f"say: chat {room.id} has no topic {thread}")
    reply = None
    if given.get("reply_to") is not None:
        target = world.tables.message(room.key, int(given["reply_to"]))
        if target is None or target.deleted:
            raise SimError(f"say: message {given['reply_to']} to reply to is not in chat {room.id}")
        reply = posts.without_reply(target.body)
        thread = thread or target.body.get("message_thread_id")
    draft = Draft(content=content, thread=thread, reply=reply, extra=_disguise(world, given))
    return posts.post_by_person(world, bot, room, user, draft)


def _disguise(world: World, given: Json) -> Json:
    """What makes a message not simply a person's own: forwarded, by way of a bot, in a chat's name."""
    extra: Json = {}
    if given.get("forwarded_from") is not None:
        source = world.person(given["forwarded_from"]) if isinstance(given["forwarded_from"], int) else None
        origin: Json = (
            {"type": "user", "sender_user": source}
            if source
            else {"type": "hidden_user", "sender_user_name": str(given["forwarded_from"])}
        )
        extra["forward_origin"] = {**origin, "date": world.clock.now() - 60}
    if given.get("via_bot") is not None:
        extra["via_bot"] = world.person(given["via_bot"]) or {
            "id": given["via_bot"],
            "is_bot": True,
            "first_name": "Other",
        }
    if given.get("as_chat") is not None:
        chat = world.tables.chat(given["as_chat"])
        if chat is None:
            raise SimError(f"say: there is no chat {given['as_chat']}", status=404)
        extra["sender_chat"] = Room(chat.key, chat.id, chat.type, chat, None).view()
    return extra


def _edit(world: World, bot: Bot, room: Room, user: User, given: Json) -> Stored:
    stored = world.tables.message(room.key, int(given["edit"]))
    if stored is None or stored.deleted or stored.sender != user.id or "text" not in stored.body:
        raise SimError(f"say: user {user.id} has no text message {given['edit']} in chat {room.id} to edit")
    text, found = entities.finish(_text(given.get("text")), [])
    body = {k: v for k, v in stored.body.items() if k != "entities"} | {
        "text": text,
        "edit_date": world.clock.now(),
    }
    posts.replace(world, room, stored, body | ({"entities": found} if found else {}))
    posts.announce(world, bot, room, stored, edited=True)
    return stored


def press(world: World, bot: Bot, user: User, given: Json) -> Query:
    """A pressed inline button; the message and the data may be forged."""
    room = place(world, bot, user, given.get("chat"))
    data, message_id = given.get("data"), given.get("message_id")
    if not isinstance(data, str) or not 1 <= len(data.encode()) <= 64 or not isinstance(message_id, int):
        raise SimError("press: 'message_id' and 'data' of 1 to 64 bytes are wanted")
    stored = world.tables.message(room.key, message_id)
    owner = world.tables.bot(stored.body.get("via_bot", {}).get("id", stored.sender)) if stored else None
    target = owner or bot
    query = _new_query(world, "callback", target, user, chat=room.key, message_id=message_id)
    update: Json = {
        "id": query.id,
        "from": user_view(user),
        "chat_instance": str(abs(hash_of(room.key))),
        "data": data,
    }
    if stored is not None and "via_bot" in stored.body:
        update["inline_message_id"] = f"inline-{stored.key}"
    elif stored is not None and not stored.deleted:
        update["message"] = stored.body
    else:
        update["message"] = {"chat": room.view(), "message_id": message_id, "date": 0}
    updates.enqueue(world, target, "callback_query", update, lane=user.id)
    return query


def hash_of(text: str) -> int:
    """The same in every run, unlike `hash`."""
    return int.from_bytes(text.encode(), "big") * 2654435761 % 2**61


def _new_query(
    world: World, kind: str, bot: Bot, user: User, *, chat: str = "", message_id: int = 0
) -> Query:
    number = world.tables.count("queries")
    query = Query(
        id=str(user.id * 4_294_967_296 + number),
        kind=kind,
        bot=bot.id,
        user=user.id,
        at=world.clock.time(),
        chat=chat,
        message_id=message_id,
    )
    world.tables.put(query)
    return query


def ask_inline(world: World, bot: Bot, user: User, given: Json) -> Query:
    """Somebody typed `@bot text` in a chat."""
    room = place(world, bot, user, given.get("chat"))
    query = _new_query(world, "inline", bot, user, chat=room.key)
    kind = "sender" if room.chat is None else room.type
    update = {
        "id": query.id,
        "from": user_view(user),
        "query": str(given.get("query", "")),
        "offset": str(given.get("offset", "")),
        "chat_type": kind,
    }
    updates.enqueue(world, bot, "inline_query", update, lane=user.id)
    return query


def block(world: World, bot: Bot, user: User, *, blocked: bool) -> None:
    if blocked == (bot.id in user.blocked):
        return
    user.blocked = [*user.blocked, bot.id] if blocked else [b for b in user.blocked if b != bot.id]
    world.tables.put(user)
    room = world.room(bot, user.id)
    if room is not None and world.dialog(bot.id, user.id):
        membership.tell_of_block(world, bot, room, blocked=blocked)
    world.events.emit("user", user=user.id)


def deactivate(world: World, user: User) -> None:
    user.deactivated = True
    world.tables.put(user)
    world.events.emit("user", user=user.id)
