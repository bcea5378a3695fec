"""Topics of a forum."""

from bot.simulator import posts
from bot.simulator.errors import bad
from bot.simulator.methods.registry import Ask, method
from bot.simulator.records import Chat, Json
from bot.simulator.world import Room, require_right

COLORS = (0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F)
NO_TOPICS = "not enough rights to manage topics"


def _forum(ask: Ask) -> tuple[Room, Chat]:
    room = ask.shared_room("the chat is not a forum")
    if room.chat is None or not room.chat.is_forum:
        raise bad("the chat is not a forum")
    require_right(ask.world, ask.bot, room, "can_manage_topics", "not enough rights to create a topic")
    return room, room.chat


def _topic(ask: Ask) -> tuple[Room, Chat, Json]:
    room, chat = _forum(ask)
    topic = chat.topics.get(str(ask.params["message_thread_id"]))
    if topic is None:
        raise bad("message thread not found")
    return room, chat, topic


def _save(ask: Ask, room: Room, chat: Chat, content: Json, thread: int | None) -> bool:
    ask.world.tables.put(chat)
    posts.service(ask.world, ask.bot, room, ask.bot.id, content, thread=thread)
    ask.world.events.emit("chat", chat=room.id)
    return True


@method("createForumTopic")
def create_forum_topic(ask: Ask) -> Json:
    room, chat = _forum(ask)
    color = ask.get("icon_color", COLORS[0])
    if color not in COLORS:
        raise bad("TOPIC_ICON_COLOR_INVALID")
    # A topic's id is that of the message that made it.
    made = {"name": ask.params["name"], "icon_color": color}
    icon = ask.get("icon_custom_emoji_id")
    if icon:
        made["icon_custom_emoji_id"] = icon
    stored = posts.service(ask.world, ask.bot, room, ask.bot.id, {"forum_topic_created": made})
    chat.topics[str(stored.id)] = {"id": stored.id, **made}
    ask.world.tables.put(chat)
    stored.body = {**stored.body, "message_thread_id": stored.id, "is_topic_message": True}
    ask.world.tables.put(stored)
    ask.message_ids.append(stored.id)
    ask.world.events.emit("chat", chat=room.id)
    return {"message_thread_id": stored.id, **made}


@method("editForumTopic")
def edit_forum_topic(ask: Ask) -> bool:
    room, chat, topic = _topic(ask)
    changes = {k: ask.params[k] for k in ("name", "icon_custom_emoji_id") if ask.get(k)}
    if all(topic.get(k) == v for k, v in changes.items()):
        raise bad("TOPIC_NOT_MODIFIED")
    topic.update(changes)
    return _save(ask, room, chat, {"forum_topic_edited": changes}, topic["id"])


@method("closeForumTopic")
def close_forum_topic(ask: Ask) -> bool:
    return _set_closed(ask, closed=True)


@method("reopenForumTopic")
def reopen_forum_topic(ask: Ask) -> bool:
    return _set_closed(ask, closed=False)


def _set_closed(ask: Ask, *, closed: bool) -> bool:
    room, chat, topic = _topic(ask)
    if bool(topic.get("closed")) == closed:
        raise bad("TOPIC_NOT_MODIFIED")
    topic["closed"] = closed
    return _save(
        ask, room, chat, {"forum_topic_closed" if closed else "forum_topic_reopened": {}}, topic["id"]
    )


@method("deleteForumTopic")
def delete_forum_topic(ask: Ask) -> bool:
    room, chat, topic = _topic(ask)
    require_right(ask.world, ask.bot, room, "can_delete_messages", NO_TOPICS)
    for stored in list(ask.world.tables.rooms.get(room.key, {}).values()):
        if stored.body.get("message_thread_id") == topic["id"] and not stored.deleted:
            posts.delete(ask.world, room, stored)
    del chat.topics[str(topic["id"])]
    ask.world.tables.put(chat)
    ask.world.events.emit("chat", chat=room.id)
    return True


@method("getForumTopicIconStickers")
def get_forum_topic_icon_stickers(ask: Ask) -> list[Json]:
    return []


@method("editGeneralForumTopic")
def edit_general_forum_topic(ask: Ask) -> bool:
    room, chat = _forum(ask)
    if chat.general.get("name", "General") == ask.params["name"]:
        raise bad("TOPIC_NOT_MODIFIED")
    chat.general = {**chat.general, "name": ask.params["name"]}
    return _save(ask, room, chat, {"forum_topic_edited": {"name": ask.params["name"]}}, None)


def _general(name: str, field: str, service: str, *, value: bool) -> None:
    def handler(ask: Ask) -> bool:
        room, chat = _forum(ask)
        if bool(chat.general.get(field)) == value:
            raise bad("TOPIC_NOT_MODIFIED")
        chat.general = {**chat.general, field: value}
        return _save(ask, room, chat, {service: {}}, None)

    method(name)(handler)


_general("closeGeneralForumTopic", "closed", "forum_topic_closed", value=True)
_general("reopenGeneralForumTopic", "closed", "forum_topic_reopened", value=False)
_general("hideGeneralForumTopic", "hidden", "general_forum_topic_hidden", value=True)
_general("unhideGeneralForumTopic", "hidden", "general_forum_topic_unhidden", value=False)
