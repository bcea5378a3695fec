"""Who is in a chat with which rights, and who is told when that changes."""

from bot.simulator import posts, updates
from bot.simulator.records import Bot, Json, Member
from bot.simulator.start_world import BASE_RIGHTS, CHANNEL_RIGHTS, GROUP_RIGHTS, PERMISSIONS
from bot.simulator.world import Room, World, is_inside


def member_view(world: World, room: Room, member: Member, viewer: int) -> Json:
    """The Bot API's ChatMember."""
    person = world.person(member.user) or {"id": member.user, "is_bot": False, "first_name": ""}
    view: Json = {"status": member.status, "user": person}
    match member.status:
        case "creator":
            view["is_anonymous"] = False
        case "administrator":
            view |= {"can_be_edited": _may_edit(world, room, member, viewer), "is_anonymous": False}
            view |= _rights(room, member)
        case "restricted":
            view |= {"is_member": is_inside(member), "until_date": member.until}
            view |= {
                name: bool(member.rights.get(name))
                for name in (*PERMISSIONS, "can_react_to_messages", "can_edit_tag")
            }
        case "kicked":
            view["until_date"] = member.until
    if member.title and member.status in {"creator", "administrator"}:
        view["custom_title"] = member.title
    return view


def _rights(room: Room, member: Member) -> Json:
    extra = CHANNEL_RIGHTS if room.type == "channel" else GROUP_RIGHTS
    return {name: bool(member.rights.get(name)) for name in (*BASE_RIGHTS, *extra)}


def _may_edit(world: World, room: Room, member: Member, viewer: int) -> bool:
    return member.user != viewer and bool(world.rights(room.id, viewer).get("can_promote_members"))


def current(world: World, room: Room, user_id: int) -> Member:
    """Somebody the chat has never seen has left it."""
    return world.tables.member(room.id, user_id) or Member(chat=room.id, user=user_id, status="left")


def change(
    world: World,
    room: Room,
    new: Member,
    *,
    actor: int,
    link: Json | None = None,
    by_request: bool = False,
) -> None:
    """Put the new membership and tell the bots: the one concerned always, administrators if they asked."""
    old = current(world, room, new.user)
    was_inside, now_inside = is_inside(old), is_inside(new)
    change_seen_by = {bot.id: member_view(world, room, old, bot.id) for bot in world.bots_in(room.id)}
    world.tables.put(new)
    _announce_in_group(
        world, room, new, actor, joined=now_inside and not was_inside, left=was_inside and not now_inside
    )
    facts: Json = {"chat": room.view(), "from": world.person(actor), "date": world.clock.now()}
    if link is not None:
        facts["invite_link"] = link
    if by_request:
        facts["via_join_request"] = True
    concerned = world.tables.bot(new.user)
    for bot in {b.id: b for b in [*world.bots_in(room.id), *([concerned] if concerned else [])]}.values():
        before = change_seen_by.get(bot.id) or member_view(world, room, old, bot.id)
        _tell(
            world,
            room,
            bot,
            {**facts, "old_chat_member": before, "new_chat_member": member_view(world, room, new, bot.id)},
        )
    world.events.emit("chat", chat=room.id, user=new.user, status=new.status)


def _tell(world: World, room: Room, bot: Bot, facts: Json) -> None:
    if facts["new_chat_member"]["user"]["id"] == bot.id:
        updates.enqueue(world, bot, "my_chat_member", facts, lane=room.id)
    elif world.rights(room.id, bot.id):
        updates.enqueue(world, bot, "chat_member", facts, lane=room.id)


def _announce_in_group(
    world: World, room: Room, new: Member, actor: int, *, joined: bool, left: bool
) -> None:
    if room.type == "channel":
        return
    person = world.person(new.user)
    bot = world.only_bot()
    if person is None or bot is None:
        return
    if joined:
        posts.service(world, bot, room, actor, {"new_chat_members": [person]})
    elif left:
        posts.service(world, bot, room, actor, {"left_chat_member": person})


def tell_of_block(world: World, bot: Bot, room: Room, *, blocked: bool) -> None:
    """A person who stops or restarts the bot shows as kicked or member in the private chat."""
    me = world.person(bot.id)
    before, after = ("member", "kicked") if blocked else ("kicked", "member")
    states = {
        "member": {"status": "member", "user": me},
        "kicked": {"status": "kicked", "user": me, "until_date": 0},
    }
    facts = {
        "chat": room.view(),
        "from": world.person(room.id),
        "date": world.clock.now(),
        "old_chat_member": states[before],
        "new_chat_member": states[after],
    }
    updates.enqueue(world, bot, "my_chat_member", facts, lane=room.id)
