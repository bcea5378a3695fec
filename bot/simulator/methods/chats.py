"""What a chat is, and changes to it."""

from bot.simulator import media, membership, posts
from bot.simulator.errors import bad
from bot.simulator.methods.media import find
from bot.simulator.methods.registry import Ask, method
from bot.simulator.records import Chat, Dialog, Json, Link, Member
from bot.simulator.world import Room, require_inside, require_right

GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


@method("getChat")
def get_chat(ask: Ask) -> Json:
    room = ask.room()
    require_inside(ask.world, ask.bot, room)
    view: Json = {**room.view(), "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": GIFTS}
    if room.chat is not None:
        view.update(_shared_facts(ask, room.chat))
    elif room.user is not None and room.user.username:
        view["active_usernames"] = [room.user.username]
    pinned = pinned_ids(ask, room)
    if pinned:
        last = ask.world.tables.message(room.key, pinned[-1])
        if last is not None:
            view["pinned_message"] = posts.without_reply(last.body)
    return view


def _shared_facts(ask: Ask, chat: Chat) -> Json:
    facts: Json = {}
    if chat.username:
        facts["active_usernames"] = [chat.username]
    if chat.description:
        facts["description"] = chat.description
    if chat.by_request and chat.type != "channel":
        facts["join_by_request"] = True
    if chat.protected:
        facts["has_protected_content"] = True
    if chat.permissions and chat.type != "channel":
        facts["permissions"] = chat.permissions
    if ask.world.rights(chat.id, ask.bot.id).get("can_invite_users"):
        link = next((x for x in ask.world.tables.all(Link) if _is_primary_of(x, chat.id, ask.bot.id)), None)
        if link:
            facts["invite_link"] = link.url
    if chat.photo:
        facts["photo"] = _chat_photo(chat.photo)
    return facts


def _is_primary_of(link: Link, chat_id: int, bot_id: int) -> bool:
    return link.chat == chat_id and link.creator == bot_id and link.primary and not link.revoked


def _chat_photo(file_id: str) -> Json:
    return {
        "small_file_id": file_id,
        "small_file_unique_id": f"{file_id}-s",
        "big_file_id": file_id,
        "big_file_unique_id": f"{file_id}-b",
    }


def pinned_ids(ask: Ask, room: Room) -> list[int]:
    if room.chat is not None:
        return room.chat.pinned
    dialog = ask.world.dialog(ask.bot.id, room.id)
    return dialog.pinned if dialog else []


def _set_pinned(ask: Ask, room: Room, ids: list[int]) -> None:
    holder: Chat | Dialog | None = room.chat or ask.world.dialog(ask.bot.id, room.id)
    if holder is not None:
        holder.pinned = ids
        ask.world.tables.put(holder)
    ask.world.events.emit("pin", chat=room.id, room=room.key, pinned=ids)


def _require_pin_right(ask: Ask, room: Room) -> None:
    require_inside(ask.world, ask.bot, room)
    right = "can_edit_messages" if room.type == "channel" else "can_pin_messages"
    require_right(ask.world, ask.bot, room, right, "not enough rights to manage pinned messages in the chat")


@method("pinChatMessage")
def pin_chat_message(ask: Ask) -> bool:
    room = ask.room()
    _require_pin_right(ask, room)
    stored = posts.existing(ask.world, room, ask.params["message_id"], "message to pin not found")
    others = [number for number in pinned_ids(ask, room) if number != stored.id]
    _set_pinned(ask, room, [*others, stored.id])
    pinned = {"pinned_message": posts.without_reply(stored.body)}
    thread = stored.body.get("message_thread_id")
    posts.service(ask.world, ask.bot, room, ask.bot.id, pinned, thread=thread)
    return True


@method("unpinChatMessage")
def unpin_chat_message(ask: Ask) -> bool:
    room = ask.room()
    _require_pin_right(ask, room)
    pinned = pinned_ids(ask, room)
    number = ask.get("message_id", pinned[-1] if pinned else 0)
    if number not in pinned:
        raise bad("message to unpin not found")
    _set_pinned(ask, room, [n for n in pinned if n != number])
    return True


@method("unpinAllChatMessages")
def unpin_all_chat_messages(ask: Ask) -> bool:
    room = ask.room()
    _require_pin_right(ask, room)
    _set_pinned(ask, room, [])
    return True


@method("unpinAllForumTopicMessages")
def unpin_all_forum_topic_messages(ask: Ask) -> bool:
    room = ask.room()
    _require_pin_right(ask, room)
    thread = posts.checked_thread(ask.world, ask.bot, room, ask.params["message_thread_id"])
    kept = [n for n in pinned_ids(ask, room) if _thread_of(ask, room, n) != thread]
    _set_pinned(ask, room, kept)
    return True


def _thread_of(ask: Ask, room: Room, number: int) -> int | None:
    stored = ask.world.tables.message(room.key, number)
    return stored.body.get("message_thread_id") if stored else None


def _changed(ask: Ask, room: Room, content: Json) -> bool:
    if room.chat is not None:
        ask.world.tables.put(room.chat)
    posts.service(ask.world, ask.bot, ask.room(), ask.bot.id, content)
    ask.world.events.emit("chat", chat=room.id)
    return True


@method("setChatTitle")
def set_chat_title(ask: Ask) -> bool:
    room = ask.shared_room("can't change title of a private chat")
    require_right(ask.world, ask.bot, room, "can_change_info", "not enough rights to change chat title")
    assert room.chat is not None  # noqa: S101 - shared rooms have a chat
    room.chat.title = ask.params["title"]
    return _changed(ask, room, {"new_chat_title": ask.params["title"]})


@method("setChatDescription")
def set_chat_description(ask: Ask) -> bool:
    room = ask.shared_room("can't change description of a private chat")
    require_right(ask.world, ask.bot, room, "can_change_info", "not enough rights to set chat description")
    assert room.chat is not None  # noqa: S101 - shared rooms have a chat
    if room.chat.description == ask.get("description", ""):
        raise bad("chat description is not modified")
    room.chat.description = ask.get("description", "")
    ask.world.tables.put(room.chat)
    ask.world.events.emit("chat", chat=room.id)
    return True


@method("setChatPhoto")
def set_chat_photo(ask: Ask) -> bool:
    room = ask.shared_room("can't change photo of a private chat")
    require_right(ask.world, ask.bot, room, "can_change_info", "not enough rights to change chat photo")
    if not ask.params["photo"].startswith("attach://"):
        raise bad("photo must be uploaded as an InputFile")
    assert room.chat is not None  # noqa: S101 - shared rooms have a chat
    file = find(ask, "photo", ask.params["photo"], {})
    room.chat.photo = file.id
    return _changed(ask, room, {"new_chat_photo": media.content_of(file)["photo"]})


@method("deleteChatPhoto")
def delete_chat_photo(ask: Ask) -> bool:
    room = ask.shared_room("can't change photo of a private chat")
    require_right(ask.world, ask.bot, room, "can_change_info", "not enough rights to change chat photo")
    assert room.chat is not None  # noqa: S101 - shared rooms have a chat
    room.chat.photo = None
    return _changed(ask, room, {"delete_chat_photo": True})


@method("leaveChat")
def leave_chat(ask: Ask) -> bool:
    room = ask.shared_room("chat member status can't be changed in private chats")
    membership.change(ask.world, room, Member(chat=room.id, user=ask.bot.id, status="left"), actor=ask.bot.id)
    return True
