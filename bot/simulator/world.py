"""The state of the simulated Telegram: people, chats, messages and bots, apart from HTTP."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.simulator import start_world
from bot.simulator.call_log import CallLog
from bot.simulator.clock import Clock
from bot.simulator.errors import ApiError, bad
from bot.simulator.events import Events
from bot.simulator.faults import Faults
from bot.simulator.limits import Limits
from bot.simulator.records import Bot, Chat, Dialog, Json, Member, User
from bot.simulator.tables import Tables

TOKEN = re.compile(r"(?P<id>\d{1,16}):[A-Za-z0-9_-]{1,128}\Z")
GROUPS = frozenset({"group", "supergroup", "channel"})


@dataclass(frozen=True, slots=True)
class Room:
    """Where messages lie: a chat all share, or one person's private chat with one bot."""

    key: str
    id: int
    type: str
    chat: Chat | None
    user: User | None

    def view(self) -> Json:
        """The Bot API's Chat."""
        if self.chat is not None:
            view: Json = {"id": self.id, "type": self.type, "title": self.chat.title}
            if self.chat.username:
                view["username"] = self.chat.username
            if self.chat.is_forum:
                view["is_forum"] = True
            return view
        assert self.user is not None  # noqa: S101 - a room is one or the other
        return {"id": self.id, "type": "private", **names(self.user)}


class World:
    """Everything there is, at first the world of the example config.

    `on_update(bot_id)` is called when a bot has something to fetch.
    """

    def __init__(self, clock: Clock | None = None) -> None:
        self.clock = clock or Clock()
        self.tables = Tables()
        self.events = Events()
        self.calls = CallLog()
        self.faults = Faults()
        self.limits = Limits()
        self.on_update: Callable[[int], None] = lambda bot_id: None
        self.polling: set[int] = set()
        start_world.fill(self.tables)

    def reset(self) -> None:
        """The world of the example config, without any bot."""
        self.tables.clear()
        self.faults.clear()
        start_world.fill(self.tables)
        self.events.emit("reset")

    def bot_by_token(self, token: str) -> Bot | None:
        """The bot of a token of the form `N:text`; a new one becomes administrator everywhere."""
        found = TOKEN.match(token)
        if not found:
            return None
        bot = self.tables.bot(int(found["id"]))
        if bot is None:
            return self.add_bot(token)
        return bot if bot.token == token else None

    def add_bot(self, token: str, *, username: str | None = None, name: str | None = None) -> Bot:
        found = TOKEN.match(token)
        if not found:
            raise bad("token must be of the form N:text")
        bot = Bot(
            id=int(found["id"]),
            token=token,
            username=username or f"simulated_{found['id']}_bot",
            name=name or "Simulated bot",
        )
        self.tables.put(bot)
        start_world.make_administrator(self.tables, bot.id)
        self.events.emit("state")
        return bot

    def only_bot(self) -> Bot | None:
        """The bot people mean when they do not say which: the first that came."""
        return next(iter(self.tables.all(Bot)), None)

    def room(self, bot: Bot, chat_id: int | str) -> Room | None:
        if isinstance(chat_id, str):
            return self._named_room(chat_id)
        chat = self.tables.chat(chat_id)
        if chat is not None:
            return Room(str(chat_id), chat_id, chat.type, chat, None)
        user = self.tables.user(chat_id)
        if user is None:
            return None
        return Room(f"p{bot.id}:{chat_id}", chat_id, "private", None, user)

    def _named_room(self, name: str) -> Room | None:
        wanted = name.removeprefix("@").lower()
        for chat in self.tables.all(Chat):
            if wanted and chat.username and chat.username.lower() == wanted:
                return Room(str(chat.id), chat.id, chat.type, chat, None)
        return None

    def room_of_key(self, key: str) -> Room | None:
        if not key.startswith("p"):
            chat = self.tables.chat(int(key))
            return Room(key, chat.id, chat.type, chat, None) if chat else None
        user = self.tables.user(int(key.partition(":")[2]))
        return Room(key, user.id, "private", None, user) if user else None

    def known_room(self, bot: Bot, chat_id: int | str) -> Room:
        """The room, if this bot may know of it. Raises ApiError."""
        if chat_id == "":
            raise bad("chat_id is empty")
        room = self.room(bot, chat_id)
        if room is None:
            raise bad("chat not found")
        if room.chat is None:
            if self.dialog(bot.id, room.id) is None:
                raise bad("chat not found")
        elif room.chat.migrated_to is not None:
            raise bad(
                "group chat was upgraded to a supergroup chat", migrate_to_chat_id=room.chat.migrated_to
            )
        elif self.tables.member(room.id, bot.id) is None and not room.chat.username:
            raise bad("chat not found")
        return room

    def dialog(self, bot_id: int, user_id: int) -> Dialog | None:
        return self.tables.get(Dialog, f"{bot_id}:{user_id}")

    def member_status(self, chat_id: int, user_id: int) -> str:
        member = self.tables.member(chat_id, user_id)
        return member.status if member else "left"

    def is_in(self, chat_id: int, user_id: int) -> bool:
        member = self.tables.member(chat_id, user_id)
        return member is not None and is_inside(member)

    def bots_in(self, chat_id: int) -> list[Bot]:
        return [b for b in self.tables.all(Bot) if self.is_in(chat_id, b.id)]

    def rights(self, chat_id: int, user_id: int) -> Json:
        """An administrator's rights; the owner has them all; nobody else has any."""
        member = self.tables.member(chat_id, user_id)
        if member is None:
            return {}
        if member.status == "creator":
            return start_world.ALL_RIGHTS
        return member.rights if member.status == "administrator" else {}

    def person(self, user_id: int) -> Json | None:
        """The Bot API's User of a person or a bot."""
        user = self.tables.user(user_id)
        if user is not None:
            return user_view(user)
        bot = self.tables.bot(user_id)
        return bot_view(bot) if bot else None


def is_inside(member: Member) -> bool:
    if member.status == "restricted":
        return bool(member.rights.get("is_member", True))
    return member.status in {"creator", "administrator", "member"}


def names(user: User) -> Json:
    if user.deactivated:
        return {"first_name": ""}
    first, _, last = user.name.partition(" ")
    view: Json = {"first_name": first}
    if last:
        view["last_name"] = last
    if user.username:
        view["username"] = user.username
    return view


def user_view(user: User) -> Json:
    view: Json = {"id": user.id, "is_bot": False, **names(user)}
    if user.lang:
        view["language_code"] = user.lang
    return view


def bot_view(bot: Bot) -> Json:
    return {"id": bot.id, "is_bot": True, "first_name": bot.name, "username": bot.username}


def require_right(world: World, bot: Bot, room: Room, right: str, problem: str) -> None:
    """Raises the Bot API's refusal unless the bot is an administrator with `right`."""
    if room.chat is not None and not world.rights(room.id, bot.id).get(right):
        raise bad(problem)


def require_inside(world: World, bot: Bot, room: Room) -> None:
    """Raises the 403 of a bot that is not, or no longer, in the chat."""
    if room.chat is None:
        return
    member = world.tables.member(room.id, bot.id)
    if member is not None and member.status == "kicked":
        raise ApiError(403, f"Forbidden: bot was kicked from the {room.type} chat")
    if member is None or not is_inside(member):
        raise ApiError(403, f"Forbidden: bot is not a member of the {room.type} chat")
