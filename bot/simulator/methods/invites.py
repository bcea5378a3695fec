"""Invite links and requests to join."""

from bot.simulator import membership
from bot.simulator.errors import bad
from bot.simulator.methods.registry import Ask, method
from bot.simulator.records import Json, Link, Member, Request
from bot.simulator.world import Room, World, is_inside, require_right

NO_INVITE = "not enough rights to manage chat invite link"


def link_view(world: World, link: Link) -> Json:
    """The Bot API's ChatInviteLink."""
    view: Json = {
        "invite_link": link.url,
        "creator": world.person(link.creator) or {"id": link.creator, "is_bot": False, "first_name": ""},
        "creates_join_request": link.by_request,
        "is_primary": link.primary,
        "is_revoked": link.revoked,
    }
    if link.name:
        view["name"] = link.name
    if link.expires:
        view["expire_date"] = link.expires
    if link.limit:
        view["member_limit"] = link.limit
    waiting = sum(r.link == link.url for r in world.tables.all(Request))
    if waiting:
        view["pending_join_request_count"] = waiting
    return view


def _room(ask: Ask) -> Room:
    room = ask.shared_room()
    require_right(ask.world, ask.bot, room, "can_invite_users", NO_INVITE)
    return room


def _new_url(world: World) -> str:
    number = world.tables.count("links")
    # Spread so that a link cannot be guessed from the one before, yet a run can be repeated.
    return f"https://t.me/+{number * 2654435761 % 2**32:08x}{number:08x}"


def _settings(ask: Ask) -> Json:
    """Raises ApiError for settings that exclude each other."""
    by_request, limit = bool(ask.get("creates_join_request")), ask.get("member_limit", 0)
    if by_request and limit:
        raise bad("member limit can't be specified for links requiring administrator approval")
    expires = ask.get("expire_date", 0)
    if expires and expires <= ask.world.clock.now():
        raise bad("EXPIRE_DATE_INVALID")
    return {"name": ask.get("name", ""), "by_request": by_request, "limit": limit, "expires": expires}


@method("createChatInviteLink")
def create_chat_invite_link(ask: Ask) -> Json:
    room = _room(ask)
    link = Link(url=_new_url(ask.world), chat=room.id, creator=ask.bot.id, **_settings(ask))
    ask.world.tables.put(link)
    ask.world.events.emit("chat", chat=room.id)
    return link_view(ask.world, link)


def _own_link(ask: Ask, room: Room) -> Link:
    link = ask.world.tables.link(ask.params["invite_link"])
    if link is None or link.chat != room.id:
        raise bad("INVITE_HASH_INVALID")
    if link.creator != ask.bot.id:
        raise bad("CHAT_ADMIN_REQUIRED")
    return link


@method("editChatInviteLink")
def edit_chat_invite_link(ask: Ask) -> Json:
    link = _own_link(ask, _room(ask))
    if link.revoked or link.primary:
        raise bad("INVITE_REVOKED_MISSING" if link.revoked else "CHAT_INVITE_PERMANENT")
    for name, value in _settings(ask).items():
        setattr(link, name, value)
    ask.world.tables.put(link)
    return link_view(ask.world, link)


@method("revokeChatInviteLink")
def revoke_chat_invite_link(ask: Ask) -> Json:
    link = _own_link(ask, _room(ask))
    link.revoked = True
    ask.world.tables.put(link)
    return link_view(ask.world, link)


@method("exportChatInviteLink")
def export_chat_invite_link(ask: Ask) -> str:
    room = _room(ask)
    for link in ask.world.tables.all(Link):
        if link.chat == room.id and link.creator == ask.bot.id and link.primary:
            link.revoked = True
            ask.world.tables.put(link)
    new = Link(url=_new_url(ask.world), chat=room.id, creator=ask.bot.id, primary=True)
    ask.world.tables.put(new)
    return new.url


def _request(ask: Ask) -> tuple[Room, Request]:
    room = ask.shared_room()
    require_right(ask.world, ask.bot, room, "can_invite_users", "not enough rights")
    user_id = ask.params["user_id"]
    request = ask.world.tables.get(Request, f"{room.id}:{user_id}")
    if request is None:
        inside = is_inside(membership.current(ask.world, room, user_id))
        raise bad("USER_ALREADY_PARTICIPANT" if inside else "HIDE_REQUESTER_MISSING")
    return room, request


@method("approveChatJoinRequest")
def approve_chat_join_request(ask: Ask) -> bool:
    room, request = _request(ask)
    link = ask.world.tables.link(request.link)
    ask.world.tables.drop(request)
    new = Member(chat=room.id, user=request.user, status="member")
    view = link_view(ask.world, link) if link else None
    membership.change(ask.world, room, new, actor=ask.bot.id, link=view, by_request=True)
    ask.world.events.emit("request", chat=room.id, user=request.user, status="approved")
    return True


@method("declineChatJoinRequest")
def decline_chat_join_request(ask: Ask) -> bool:
    room, request = _request(ask)
    ask.world.tables.drop(request)
    ask.world.events.emit("request", chat=room.id, user=request.user, status="declined")
    return True
