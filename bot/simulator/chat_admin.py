"""What the owner of a chat does to it: rights, migration, posts."""

from bot.simulator import membership, posts
from bot.simulator.errors import SimError
from bot.simulator.people import say
from bot.simulator.records import Bot, Chat, Json, Link, Member, Stored
from bot.simulator.start_world import ALL_RIGHTS, STAFF, permissions, rights_for
from bot.simulator.world import Room, World

FIRST_NEW_CHAT = -1_001_000_000_100


def migrate(world: World, bot: Bot, room: Room) -> int:
    """The group gets a new id, as when it becomes a supergroup; answers it."""
    if room.chat is None or room.type == "channel" or room.chat.migrated_to is not None:
        raise SimError(f"migrate: chat {room.id} is not a group that can migrate")
    old = room.chat
    new_id = FIRST_NEW_CHAT - world.tables.count("chats")
    topics = dict(old.topics)
    new = Chat(
        id=new_id,
        type="supergroup",
        title=old.title,
        is_forum=old.is_forum,
        topics=topics,
        permissions=old.permissions or permissions(),
        join_link=old.join_link,
    )
    world.tables.put(new)
    for member in world.tables.members(old.id):
        world.tables.put(
            Member(
                chat=new_id, user=member.user, status=member.status, rights=member.rights, title=member.title
            )
        )
    posts.service(world, bot, room, _owner(world, old.id), {"migrate_to_chat_id": new_id})
    old.migrated_to = new_id
    world.tables.put(old)
    new_room = Room(str(new_id), new_id, new.type, new, None)
    posts.service(world, bot, new_room, _owner(world, new_id), {"migrate_from_chat_id": old.id})
    for link in world.tables.all(Link):
        if link.chat == old.id:
            link.chat = new_id
            world.tables.put(link)
    world.events.emit("chat", chat=old.id, migrated_to=new_id)
    return new_id


def _owner(world: World, chat_id: int) -> int:
    return next((m.user for m in world.tables.members(chat_id) if m.status == "creator"), 0)


def add_group(world: World, bot: Bot, body: Json) -> Chat:
    """A new group with the staff member as its owner and the bot as a member."""
    title = body.get("title")
    if not isinstance(title, str) or not title:
        raise SimError("chats: title must be a text")
    chat = Chat(
        id=FIRST_NEW_CHAT - world.tables.count("chats"),
        type="supergroup",
        title=title,
        permissions=permissions(),
    )
    world.tables.put(chat)
    world.tables.put(Member(chat=chat.id, user=STAFF, status="creator"))
    world.tables.put(Member(chat=chat.id, user=bot.id, status="member"))
    world.events.emit("chat", chat=chat.id)
    return chat


def set_rights(world: World, room: Room, given: Json) -> Member:
    """Rights are laid over those held; null makes a plain member; a status is set as given."""
    if room.chat is None:
        raise SimError("rights: a private chat has no administrators")
    user_id = given.get("user")
    if not isinstance(user_id, int) or world.person(user_id) is None:
        raise SimError(f"rights: there is no user or bot {user_id!r}", status=404)
    rights = given.get("rights")
    status = given.get("status") or ("administrator" if rights is not None else "member")
    if status not in {"creator", "administrator", "member", "restricted", "left", "kicked"}:
        raise SimError(f"rights: unknown status {status!r}")
    if unknown := set(rights or {}) - ALL_RIGHTS.keys() - permissions().keys():
        raise SimError(f"rights: unknown right {min(unknown)!r}")
    old = membership.current(world, room, user_id)
    base: Json = {}
    if status == "administrator":
        base = old.rights if old.status == status else rights_for(room.type, ("can_manage_chat",))
    elif status == "restricted":
        base = {**permissions(allowed=False), "is_member": True}
    new = Member(chat=room.id, user=user_id, status=status, rights={**base, **(rights or {})} if base else {})
    membership.change(world, room, new, actor=_owner(world, room.id))
    return new


def post_of_owner(world: World, bot: Bot, room: Room, given: Json) -> Stored:
    """A post by somebody who is not the bot."""
    owner = world.tables.user(_owner(world, room.id)) if room.chat else None
    if owner is None:
        raise SimError(f"post: chat {room.id} has no owner who could post")
    return say(world, bot, owner, {**given, "chat": room.id})
