"""How a message comes to be: its number, its place, its sender, and who hears of it."""

from dataclasses import dataclass, field

from bot.simulator import updates
from bot.simulator.errors import bad, forbidden
from bot.simulator.records import Bot, Json, Stored, User
from bot.simulator.world import Room, World, bot_view, require_inside, user_view

SERVICE_KEYS = frozenset(
    {
        "new_chat_members",
        "left_chat_member",
        "new_chat_title",
        "new_chat_photo",
        "delete_chat_photo",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "pinned_message",
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
        "general_forum_topic_hidden",
        "general_forum_topic_unhidden",
    }
)
GENERAL_TOPIC = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is to be posted: `content` holds the Message fields that are its substance."""

    content: Json
    thread: int | None = None
    reply: Json | None = None
    markup: Json | None = None
    keyboard: Json | None = None
    protect: bool = False
    extra: Json = field(default_factory=dict)


def next_message_id(world: World, room: Room, bot: Bot) -> int:
    """One counter for all private chats of a bot, one for each channel or group."""
    if room.chat is None:
        return world.tables.count(f"messages:{bot.id}")
    # The first message of a forum is its General topic.
    return world.tables.count(f"messages:{room.key}", start=GENERAL_TOPIC if room.chat.is_forum else 0)


def post_by_bot(world: World, bot: Bot, room: Room, draft: Draft) -> Stored:
    """Raises ApiError where the bot may not write there. Bots get no update for their own posts."""
    sender: Json
    sender = {"sender_chat": room.view()} if room.type == "channel" else {"from": bot_view(bot)}
    return _store(world, bot, room, sender, bot.id, draft)


def post_by_person(world: World, bot: Bot, room: Room, user: User, draft: Draft) -> Stored:
    """A person's message, told to the bots there. In shared rooms `bot` only serves the numbering."""
    sender = {"sender_chat": room.view()} if room.type == "channel" else {"from": user_view(user)}
    stored = _store(world, bot, room, sender, user.id, draft)
    announce(world, bot, room, stored)
    return stored


def announce(world: World, bot: Bot, room: Room, stored: Stored, *, edited: bool = False) -> None:
    """Give the message to the bots that should see it."""
    kind = "channel_post" if room.type == "channel" else "message"
    kind = f"edited_{kind}" if edited else kind
    listeners = [bot] if room.chat is None else updates.others(world, room.id, stored.sender)
    for listener in listeners:
        if _sees(world, listener, room, stored.body):
            updates.enqueue(world, listener, kind, stored.body, lane=room.id)


def _sees(world: World, bot: Bot, room: Room, body: Json) -> bool:
    """Privacy mode: in a group a bot that is no administrator sees commands, replies to it, and service messages."""
    if room.chat is None or room.type == "channel" or world.rights(room.id, bot.id):
        return True
    replied = body.get("reply_to_message", {}).get("from", {}).get("id") == bot.id
    return replied or body.get("text", "").startswith("/") or bool(SERVICE_KEYS & body.keys())


def _store(world: World, bot: Bot, room: Room, sender: Json, sender_id: int, draft: Draft) -> Stored:
    message_id = next_message_id(world, room, bot)
    body: Json = {"message_id": message_id, **sender, "chat": room.view(), "date": world.clock.now()}
    if draft.thread is not None:
        body["message_thread_id"] = draft.thread
        body["is_topic_message"] = True
    if draft.reply is not None:
        body["reply_to_message"] = draft.reply
    body.update(draft.extra)
    body.update(draft.content)
    if draft.protect:
        body["has_protected_content"] = True
    if draft.markup is not None:
        body["reply_markup"] = draft.markup
    stored = Stored(room=room.key, id=message_id, body=body, sender=sender_id, keyboard=draft.keyboard)
    world.tables.put(stored)
    world.events.emit("message", chat=room.id, room=room.key, message_id=message_id, message=sim_view(stored))
    if draft.keyboard is not None:
        world.events.emit("keyboard", chat=room.id, room=room.key, keyboard=draft.keyboard)
    return stored


def replace(world: World, room: Room, stored: Stored, body: Json) -> Stored:
    """Put an edited body in the place of the old one and keep the old text for the page."""
    before = stored.body.get("text", stored.body.get("caption"))
    if before is not None and before != body.get("text", body.get("caption")):
        stored.edited_from = [*stored.edited_from, before]
    stored.body = body
    world.tables.put(stored)
    world.events.emit("edit", chat=room.id, room=room.key, message_id=stored.id, message=sim_view(stored))
    return stored


def delete(world: World, room: Room, stored: Stored) -> None:
    """Ids of deleted messages are never used again."""
    stored.deleted = True
    world.tables.put(stored)
    _unpin(world, room, stored.id)
    world.events.emit("delete", chat=room.id, room=room.key, message_id=stored.id)


def _unpin(world: World, room: Room, message_id: int) -> None:
    if room.chat is not None and message_id in room.chat.pinned:
        room.chat.pinned.remove(message_id)
        world.tables.put(room.chat)


def service(
    world: World, bot: Bot, room: Room, actor: int, content: Json, *, thread: int | None = None
) -> Stored:
    """A service message, which bots see even of their own doing."""
    person = world.person(actor)
    sender: Json = (
        {"sender_chat": room.view()} if room.type == "channel" or person is None else {"from": person}
    )
    stored = _store(world, bot, room, sender, actor, Draft(content=content, thread=thread))
    for listener in [bot] if room.chat is None else world.bots_in(room.id):
        kind = "channel_post" if room.type == "channel" else "message"
        updates.enqueue(world, listener, kind, stored.body, lane=room.id)
    return stored


def sim_view(stored: Stored) -> Json:
    """The message as the simulator's own API shows it."""
    view = {**stored.body, "edited_from": stored.edited_from, "deleted": stored.deleted}
    if stored.keyboard is not None:
        view["keyboard"] = stored.keyboard
    return view


def existing(world: World, room: Room, message_id: int, problem: str) -> Stored:
    """Raises `problem` for a message that is not, or no longer, there."""
    stored = world.tables.message(room.key, message_id)
    if stored is None or stored.deleted:
        raise bad(problem)
    return stored


def without_reply(body: Json) -> Json:
    """A quoted message quotes no further."""
    return {k: v for k, v in body.items() if k not in {"reply_to_message", "pinned_message"}}


def require_writable(world: World, bot: Bot, room: Room, kind: str = "messages") -> None:
    """Raises the Bot API's refusal where this bot may not send here now."""
    if room.chat is None:
        _require_dialog(world, bot, room)
        return
    require_inside(world, bot, room)
    if room.type == "channel":
        if not world.rights(room.id, bot.id).get("can_post_messages"):
            raise bad("need administrator rights in the channel chat")
        return
    member = world.tables.member(room.id, bot.id)
    limited = member.rights if member and member.status == "restricted" else room.chat.permissions
    is_admin = bool(world.rights(room.id, bot.id))
    if not is_admin and limited and not limited.get("can_send_messages", True):
        raise bad(f"not enough rights to send {kind} to the chat")


def _require_dialog(world: World, bot: Bot, room: Room) -> None:
    user, dialog = room.user, world.dialog(bot.id, room.id)
    if user is None or dialog is None:
        raise bad("chat not found")
    if user.deactivated:
        raise forbidden("user is deactivated")
    if bot.id in user.blocked:
        raise forbidden("bot was blocked by the user")
    if not dialog.started and dialog.open_until < world.clock.time():
        raise forbidden("bot can't initiate conversation with a user")


def topic_of(room: Room, thread: int | None) -> Json | None:
    if room.chat is None or thread is None:
        return None
    return room.chat.topics.get(str(thread))


def checked_thread(world: World, bot: Bot, room: Room, thread: int | None) -> int | None:
    """The topic to post in. Raises ApiError where there is none, or it is closed to this bot."""
    if not thread:
        return None
    topic = topic_of(room, thread)
    if topic is None or not (room.chat and room.chat.is_forum):
        raise bad("message thread not found")
    if topic.get("closed") and not world.rights(room.id, bot.id).get("can_manage_topics"):
        raise bad("TOPIC_CLOSED")
    return thread
