"""The world as the simulator's own API shows it."""

from typing import Any

from bot.simulator import reactions
from bot.simulator.methods.commands import menu_for
from bot.simulator.posts import sim_view
from bot.simulator.records import Bot, Chat, Json, Reading, Stored, User
from bot.simulator.world import Room, World, is_inside


def state(world: World) -> Json:
    return {
        "users": [user(u) for u in world.tables.all(User)],
        "chats": [chat(world, c) for c in world.tables.all(Chat)],
        "bots": [bot(world, b) for b in world.tables.all(Bot)],
        "seq": world.events.seq,
        "now": world.clock.time(),
        "limits_scale": world.limits.scale,
        "limits_mode": world.limits.mode.value,
    }


def user(person: User) -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "lang": person.lang,
        "role": person.role,
        "username": person.username,
        "blocked_bots": person.blocked,
        "deactivated": person.deactivated,
    }


def bot(world: World, one: Bot) -> Json:
    return {
        "id": one.id,
        "username": one.username,
        "name": one.name,
        "polling": one.id in world.polling,
        "webhook": bool(one.webhook),
        "description": one.texts.get("description:", ""),
        "short_description": one.texts.get("short_description:", ""),
        "menu_button": one.menu_buttons.get("", {"type": "commands"}),
    }


def chat(world: World, one: Chat) -> Json:
    members = world.tables.members(one.id)
    return {
        "id": one.id,
        "type": one.type,
        "title": one.title,
        "username": one.username,
        "description": one.description,
        "members": [m.user for m in members if is_inside(m)],
        "admins": [m.user for m in members if m.status in {"creator", "administrator"}],
        "join_link": one.join_link,
        "by_request": one.by_request,
        "is_forum": one.is_forum,
        "topics": list(one.topics.values()),
        "pinned": one.pinned,
        "migrated_to": one.migrated_to,
    }


def messages(world: World, room: Room, *, after: int | None, before: int | None, limit: int) -> list[Json]:
    """Oldest first: those above `after`, or the newest; with `before`, the last ones below it."""
    stored = world.tables.rooms.get(room.key, {})
    chosen = [m for m in stored.values() if before is None or m.id < before]
    chosen = [m for m in chosen if m.id > after][:limit] if after is not None else chosen[-limit:]
    return [message(world, m) for m in chosen]


def message(world: World, stored: Stored) -> Json:
    view = sim_view(stored)
    if given := reactions.current(world, stored):
        view["reactions"] = given
    return view


def chat_list(world: World, person: User, one: Bot | None) -> list[Json]:
    """The private chat with the bot first, then every chat the person is in, by the newest message."""
    rows: list[Json] = []
    if one is not None:
        private = world.room(one, person.id)
        if private is not None:
            rows.append(_row(world, person, private, one.name))
    for shared in world.tables.all(Chat):
        if world.is_in(shared.id, person.id) and shared.migrated_to is None:
            room = Room(shared.key, shared.id, shared.type, shared, None)
            rows.append(_row(world, person, room, shared.title))
    return rows


def _row(world: World, person: User, room: Room, title: str) -> Json:
    present = [m for m in world.tables.rooms.get(room.key, {}).values() if not m.deleted]
    mark = world.tables.get(Reading, f"{person.id}:{room.key}")
    upto = mark.upto if mark else 0
    unread = sum(m.id > upto and m.sender != person.id for m in present)
    last: Any = message(world, present[-1]) if present else None
    return {
        "chat": room.id,
        "title": title,
        "type": room.type,
        "unread": unread,
        "last": last,
        "keyboard": keyboard_of(present) if room.chat is None else None,
    }


def keyboard_of(present: list[Stored]) -> Json | None:
    """The reply keyboard that stands now: the newest one sent, unless removed since."""
    for stored in reversed(present):
        if stored.keyboard is not None:
            return None if stored.keyboard.get("remove_keyboard") else stored.keyboard
    return None


def commands(world: World, one: Bot | None, person: User, chat_id: int | None) -> list[Json]:
    if one is None:
        return []
    room = world.room(one, person.id if chat_id is None else chat_id)
    return menu_for(world, one, room, person.id, person.lang) if room else []
