"""What a method gets and where it is entered."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.simulator.errors import bad
from bot.simulator.records import Bot, Stored
from bot.simulator.world import Room, World, require_inside


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    name: str
    mime: str
    data: bytes


@dataclass(slots=True, kw_only=True)
class Ask:
    """One call: who asks, and for what. `message_ids` collects what the call made, for the log."""

    world: World
    bot: Bot
    params: dict[str, Any]
    files: dict[str, Upload] = field(default_factory=dict)
    message_ids: list[int] = field(default_factory=list)

    def get(self, name: str, default: Any = None) -> Any:
        return self.params.get(name, default)

    def room(self, name: str = "chat_id") -> Room:
        """The chat a parameter names. Raises ApiError where the bot knows of none."""
        return self.world.known_room(self.bot, self.params.get(name, ""))

    def shared_room(self, problem: str = "method is available for supergroup and channel chats only") -> Room:
        """The same, but neither a private chat nor one the bot has left."""
        room = self.room()
        if room.chat is None:
            raise bad(problem)
        require_inside(self.world, self.bot, room)
        return room

    def made(self, stored: Stored) -> dict[str, Any]:
        self.message_ids.append(stored.id)
        return stored.body


Handler = Callable[[Ask], Any]
METHODS: dict[str, Handler] = {}


def method(*names: str) -> Callable[[Handler], Handler]:
    """Enter a function under Bot API names."""

    def enter(handler: Handler) -> Handler:
        for name in names:
            METHODS[name.lower()] = handler
        return handler

    return enter
