"""The command menus, by scope and language."""

from typing import Any

from bot.simulator import rules
from bot.simulator.methods.registry import Ask, method
from bot.simulator.records import Bot, Json
from bot.simulator.world import Room, World

BY_CHAT = frozenset({"chat", "chat_administrators", "chat_member"})


def scope_key(scope: Json, language: str) -> str:
    return f"{scope['type']}:{scope.get('chat_id', '')}:{scope.get('user_id', '')}:{language}"


def _key(ask: Ask) -> str:
    """The menu a call is about. Raises ApiError for a chat the bot does not know."""
    scope: Json = dict(ask.get("scope") or {"type": "default"})
    if scope["type"] in BY_CHAT:
        scope["chat_id"] = ask.world.known_room(ask.bot, scope["chat_id"]).id
    language = ask.get("language_code", "")
    rules.check_language(language)
    return scope_key(scope, language)


def _changed(ask: Ask) -> bool:
    ask.world.tables.put(ask.bot)
    ask.world.events.emit("commands", bot=ask.bot.id)
    return True


@method("setMyCommands")
def set_my_commands(ask: Ask) -> bool:
    commands: list[Any] = ask.params["commands"]
    rules.check_commands(commands)
    ask.bot.commands[_key(ask)] = [
        {"command": c["command"], "description": c["description"]} for c in commands
    ]
    return _changed(ask)


@method("deleteMyCommands")
def delete_my_commands(ask: Ask) -> bool:
    ask.bot.commands.pop(_key(ask), None)
    return _changed(ask)


@method("getMyCommands")
def get_my_commands(ask: Ask) -> list[Json]:
    return ask.bot.commands.get(_key(ask), [])


def menu_for(world: World, bot: Bot, room: Room, user_id: int, language: str) -> list[Json]:
    """What a person sees: the narrowest scope that has commands, in their language before any.

    Source: core.telegram.org/bots/api#botcommandscope
    """
    is_admin = room.chat is not None and bool(world.rights(room.id, user_id))
    for scope in _scopes(room, user_id, is_admin=is_admin):
        for code in (language, ""):
            commands = bot.commands.get(scope_key(scope, code))
            if commands:
                return commands
    return []


def _scopes(room: Room, user_id: int, *, is_admin: bool) -> list[Json]:
    if room.chat is None:
        return [{"type": "chat", "chat_id": room.id}, {"type": "all_private_chats"}, {"type": "default"}]
    scopes: list[Json] = [{"type": "chat_member", "chat_id": room.id, "user_id": user_id}]
    if is_admin:
        scopes.append({"type": "chat_administrators", "chat_id": room.id})
    scopes.append({"type": "chat", "chat_id": room.id})
    if is_admin:
        scopes.append({"type": "all_chat_administrators"})
    return [*scopes, {"type": "all_group_chats"}, {"type": "default"}]
