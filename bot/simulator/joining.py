"""Coming into chats by their links, at once or on request, and leaving them."""

from bot.simulator import membership, updates
from bot.simulator.errors import SimError
from bot.simulator.methods.invites import link_view
from bot.simulator.records import Dialog, Link, Member, Request, User
from bot.simulator.world import Room, World, user_view

APPLICANT_OPEN_FOR = 300.0


def join(world: World, user: User, url: str) -> str:
    """ "joined" or "requested"; raises SimError for a link that is of no use."""
    link = world.tables.link(_full_link(url))
    chat = world.tables.chat(link.chat) if link else None
    if link is None or chat is None or link.revoked:
        raise SimError(f"join: there is no such link {url!r}", status=404)
    room = Room(chat.key, chat.id, chat.type, chat, None)
    status = world.member_status(chat.id, user.id)
    if status == "kicked":
        raise SimError(f"join: user {user.id} is banned from chat {chat.id}")
    if world.is_in(chat.id, user.id):
        return "joined"
    if (link.expires and link.expires < world.clock.now()) or (link.limit and link.joined >= link.limit):
        raise SimError("join: the link has expired")
    if link.by_request:
        _request(world, room, user, link)
        return "requested"
    link.joined += 1
    world.tables.put(link)
    new = Member(chat=chat.id, user=user.id, status="member")
    membership.change(world, room, new, actor=user.id, link=link_view(world, link))
    return "joined"


def _full_link(url: str) -> str:
    bare = url.strip().removeprefix("https://").removeprefix("http://").removeprefix("t.me/").lstrip("@/")
    return f"https://t.me/{bare}"


def _request(world: World, room: Room, user: User, link: Link) -> None:
    """Tell the bots that may approve, and let them write to the applicant for five minutes."""
    request = Request(chat=room.id, user=user.id, link=link.url, at=world.clock.now())
    world.tables.put(request)
    for bot in world.bots_in(room.id):
        if not world.rights(room.id, bot.id).get("can_invite_users"):
            continue
        dialog = world.dialog(bot.id, user.id) or Dialog(bot=bot.id, user=user.id)
        dialog.open_until = world.clock.time() + APPLICANT_OPEN_FOR
        world.tables.put(dialog)
        facts = {
            "chat": room.view(),
            "from": user_view(user),
            "user_chat_id": user.id,
            "date": request.at,
            "invite_link": link_view(world, link),
        }
        updates.enqueue(world, bot, "chat_join_request", facts, lane=room.id)
    world.events.emit("request", chat=room.id, user=user.id, status="requested")


def leave(world: World, user: User, room: Room) -> None:
    if room.chat is None or not world.is_in(room.id, user.id):
        raise SimError(f"leave: user {user.id} is not in chat {room.id}")
    membership.change(world, room, Member(chat=room.id, user=user.id, status="left"), actor=user.id)
