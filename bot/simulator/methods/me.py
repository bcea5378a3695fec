"""What the bot is and says of itself."""

from bot.simulator import rules
from bot.simulator.methods.registry import Ask, Handler, method
from bot.simulator.records import Json
from bot.simulator.start_world import rights_for
from bot.simulator.world import bot_view

LOGGED_OUT_FOR = 600.0


@method("getMe")
def get_me(ask: Ask) -> Json:
    return {
        **bot_view(ask.bot),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": ask.bot.inline,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
    }


@method("logOut")
def log_out(ask: Ask) -> bool:
    ask.bot.logged_out_until = ask.world.clock.time() + LOGGED_OUT_FOR
    ask.world.tables.put(ask.bot)
    return True


@method("close")
def close(ask: Ask) -> bool:
    return True


def _text(setter: str, getter: str, field: str) -> None:
    """A text in every language with a default, set and read by two methods."""

    def write(ask: Ask) -> bool:
        code = ask.get("language_code", "")
        rules.check_language(code)
        value = ask.get(field, "")
        if value:
            ask.bot.texts[f"{field}:{code}"] = value
        else:
            ask.bot.texts.pop(f"{field}:{code}", None)
        if field == "name" and value and not code:
            ask.bot.name = value
        ask.world.tables.put(ask.bot)
        ask.world.events.emit("state")
        return True

    def read(ask: Ask) -> Json:
        rules.check_language(ask.get("language_code", ""))
        texts = ask.bot.texts
        fallback = ask.bot.name if field == "name" else ""
        return {field: texts.get(f"{field}:{ask.get('language_code', '')}", texts.get(f"{field}:", fallback))}

    handlers: dict[str, Handler] = {setter: write, getter: read}
    for name, handler in handlers.items():
        method(name)(handler)


_text("setMyName", "getMyName", "name")
_text("setMyDescription", "getMyDescription", "description")
_text("setMyShortDescription", "getMyShortDescription", "short_description")


@method("setChatMenuButton")
def set_chat_menu_button(ask: Ask) -> bool:
    key = str(ask.room().id) if ask.get("chat_id") else ""
    ask.bot.menu_buttons[key] = ask.get("menu_button") or {"type": "default"}
    ask.world.tables.put(ask.bot)
    ask.world.events.emit("commands", bot=ask.bot.id)
    return True


@method("getChatMenuButton")
def get_chat_menu_button(ask: Ask) -> Json:
    buttons = ask.bot.menu_buttons
    default = buttons.get("", {"type": "commands"})
    return buttons.get(str(ask.room().id), default) if ask.get("chat_id") else default


@method("setMyDefaultAdministratorRights")
def set_default_rights(ask: Ask) -> bool:
    ask.bot.default_rights[_kind(ask)] = ask.get("rights") or {}
    ask.world.tables.put(ask.bot)
    return True


@method("getMyDefaultAdministratorRights")
def get_default_rights(ask: Ask) -> Json:
    kind = _kind(ask)
    return {"is_anonymous": False, **rights_for(kind, ()), **ask.bot.default_rights.get(kind, {})}


def _kind(ask: Ask) -> str:
    return "channel" if ask.get("for_channels") else "supergroup"
