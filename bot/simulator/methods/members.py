"""Members of a chat: who they are, and what the bot may do to them."""

from bot.simulator import membership
from bot.simulator.errors import bad
from bot.simulator.methods.registry import Ask, method
from bot.simulator.records import Json, Member
from bot.simulator.start_world import BASE_RIGHTS, CHANNEL_RIGHTS, GROUP_RIGHTS
from bot.simulator.world import Room, is_inside, require_inside, require_right

NO_RESTRICT = "not enough rights to restrict/unrestrict chat member"


@method("getChatMember")
def get_chat_member(ask: Ask) -> Json:
    room = ask.room()
    require_inside(ask.world, ask.bot, room)
    user_id = ask.params["user_id"]
    if ask.world.person(user_id) is None:
        raise bad("user not found") if room.chat is None else bad("PARTICIPANT_ID_INVALID")
    if room.chat is None:
        return {"status": "member", "user": ask.world.person(user_id)}
    if room.type == "channel" and user_id != ask.bot.id and not ask.world.rights(room.id, ask.bot.id):
        raise bad("member list is inaccessible")
    return membership.member_view(ask.world, room, membership.current(ask.world, room, user_id), ask.bot.id)


@method("getChatAdministrators")
def get_chat_administrators(ask: Ask) -> list[Json]:
    room = ask.shared_room("there are no administrators in the private chat")
    members = [m for m in ask.world.tables.members(room.id) if m.status in {"creator", "administrator"}]
    # Other bots are not listed.
    seen = [m for m in members if m.user == ask.bot.id or ask.world.tables.bot(m.user) is None]
    return [membership.member_view(ask.world, room, m, ask.bot.id) for m in seen]


@method("getChatMemberCount")
def get_chat_member_count(ask: Ask) -> int:
    room = ask.room()
    require_inside(ask.world, ask.bot, room)
    if room.chat is None:
        return 2
    return sum(is_inside(m) for m in ask.world.tables.members(room.id))


def _target(ask: Ask, problem: str) -> tuple[Room, Member]:
    """A member the bot has the right to change. Raises ApiError."""
    room = ask.shared_room()
    require_right(ask.world, ask.bot, room, "can_restrict_members", problem)
    if ask.world.person(ask.params["user_id"]) is None:
        raise bad("PARTICIPANT_ID_INVALID")
    member = membership.current(ask.world, room, ask.params["user_id"])
    if member.user == ask.bot.id:
        raise bad("can't restrict self")
    if member.status == "creator":
        raise bad("can't remove chat owner")
    if member.status == "administrator":
        raise bad("user is an administrator of the chat")
    return room, member


def _change(ask: Ask, room: Room, new: Member) -> bool:
    membership.change(ask.world, room, new, actor=ask.bot.id)
    return True


@method("banChatMember")
def ban_chat_member(ask: Ask) -> bool:
    room, member = _target(ask, NO_RESTRICT)
    until = ask.get("until_date", 0)
    return _change(ask, room, Member(chat=room.id, user=member.user, status="kicked", until=until))


@method("unbanChatMember")
def unban_chat_member(ask: Ask) -> bool:
    room, member = _target(ask, NO_RESTRICT)
    if member.status != "kicked" and (ask.get("only_if_banned") or not is_inside(member)):
        return True
    return _change(ask, room, Member(chat=room.id, user=member.user, status="left"))


@method("restrictChatMember")
def restrict_chat_member(ask: Ask) -> bool:
    room, member = _target(ask, NO_RESTRICT)
    if room.type == "channel":
        raise bad("method is available only for supergroups")
    given = ask.params["permissions"]
    free = all(
        given.get(name)
        for name in ("can_send_messages", "can_send_other_messages", "can_add_web_page_previews")
    )
    status = "member" if free and is_inside(member) else "restricted"
    rights = {} if status == "member" else {**given, "is_member": is_inside(member)}
    new = Member(chat=room.id, user=member.user, status=status, rights=rights, until=ask.get("until_date", 0))
    return _change(ask, room, new)


@method("promoteChatMember")
def promote_chat_member(ask: Ask) -> bool:
    room = ask.shared_room()
    require_right(ask.world, ask.bot, room, "can_promote_members", "not enough rights")
    member = membership.current(ask.world, room, ask.params["user_id"])
    if member.status == "creator" or member.user == ask.bot.id:
        raise bad("can't promote self" if member.user == ask.bot.id else "can't remove chat owner")
    extra = CHANNEL_RIGHTS if room.type == "channel" else GROUP_RIGHTS
    rights = {name: bool(ask.get(name)) for name in (*BASE_RIGHTS, *extra)}
    own = ask.world.rights(room.id, ask.bot.id)
    if any(granted and not own.get(name) for name, granted in rights.items()):
        raise bad("RIGHT_FORBIDDEN")
    if any(rights.values()):
        rights["can_manage_chat"] = True
    status = "administrator" if any(rights.values()) else "member"
    return _change(
        ask,
        room,
        Member(
            chat=room.id, user=member.user, status=status, rights=rights if status == "administrator" else {}
        ),
    )


@method("setChatAdministratorCustomTitle")
def set_custom_title(ask: Ask) -> bool:
    room = ask.shared_room()
    require_right(
        ask.world,
        ask.bot,
        room,
        "can_promote_members",
        "not enough rights to change custom title of the user",
    )
    member = membership.current(ask.world, room, ask.params["user_id"])
    if member.status != "administrator":
        raise bad("user is not an administrator")
    member.title = ask.params["custom_title"]
    ask.world.tables.put(member)
    return True


@method("setChatPermissions")
def set_chat_permissions(ask: Ask) -> bool:
    room = ask.shared_room("can't change private chat permissions")
    if room.chat is None or room.type == "channel":
        raise bad("can't change channel chat permissions")
    require_right(
        ask.world, ask.bot, room, "can_restrict_members", "not enough rights to change chat permissions"
    )
    room.chat.permissions = {**dict.fromkeys(room.chat.permissions, False), **ask.params["permissions"]}
    ask.world.tables.put(room.chat)
    ask.world.events.emit("chat", chat=room.id)
    return True
