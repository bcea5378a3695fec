"""Emoji that people and bots put on messages."""

from bot.simulator import updates
from bot.simulator.records import Bot, Count, Json, Stored, User
from bot.simulator.world import Room, World, user_view


def current(world: World, stored: Stored) -> list[Json]:
    """`[{"emoji", "users": [ids]}]`, each emoji once, in the order they came."""
    row = world.tables.get(Count, _name(stored))
    found: dict[str, list[int]] = {}
    for person, emoji in (row.value if row else {}).items():
        found.setdefault(emoji, []).append(int(person))
    return [{"emoji": emoji, "users": users} for emoji, users in found.items()]


def put(world: World, room: Room, stored: Stored, by: int, emoji: str | None) -> str | None:
    """Set or take back one reaction; answers the one before."""
    row = world.tables.get(Count, _name(stored)) or Count(name=_name(stored), value={})
    before: str | None = row.value.get(str(by))
    others = {k: v for k, v in row.value.items() if k != str(by)}
    row.value = {**others, **({str(by): emoji} if emoji else {})}
    world.tables.put(row)
    world.events.emit(
        "reaction",
        chat=room.id,
        room=room.key,
        message_id=stored.id,
        by=by,
        reaction=_types(emoji),
        reactions=current(world, stored),
    )
    return before


def by_person(world: World, bot: Bot, room: Room, stored: Stored, user: User, emoji: str | None) -> None:
    """A person reacts; administrators among the bots hear of it if they asked for such updates."""
    before = put(world, room, stored, user.id, emoji)
    facts: Json = {"chat": room.view(), "message_id": stored.id, "date": world.clock.now()}
    for listener in [bot] if room.chat is None else world.bots_in(room.id):
        if room.chat is not None and not world.rights(room.id, listener.id):
            continue
        if room.type == "channel":
            # In channels reactions are anonymous: bots only learn how many there are.
            counts = [
                {"type": _types(one["emoji"])[0], "total_count": len(one["users"])}
                for one in current(world, stored)
            ]
            updates.enqueue(
                world, listener, "message_reaction_count", {**facts, "reactions": counts}, lane=room.id
            )
        else:
            change = {"user": user_view(user), "old_reaction": _types(before), "new_reaction": _types(emoji)}
            updates.enqueue(world, listener, "message_reaction", {**facts, **change}, lane=room.id)


def _name(stored: Stored) -> str:
    return f"reactions:{stored.key}"


def _types(emoji: str | None) -> list[Json]:
    return [{"type": "emoji", "emoji": emoji}] if emoji else []
