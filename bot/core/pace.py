"""How fast we may send: Telegram's limits kept by deadlines, never by a release somebody else can trigger.

Source of the limits: core.telegram.org/bots/faq (30 messages a second overall, one a second in a chat,
20 a minute in a group; the last holds for channels too, docs/decisions/0003-delivery.md).
All instants are monotonic seconds, given by the caller.
"""

from collections import OrderedDict
from dataclasses import dataclass

from bot.core.priority import Priority

FORGET_AFTER = 120.0  # seconds after which a silent chat's deadlines no longer matter
CHAT_BURST = 3  # messages an answer may take at once
CATCH_UP = (
    2  # messages that may go at once where the loop was late; with 28.9 a second never more than 30 in one
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Messages a second, but for groups and channels: messages a minute."""

    overall: float = 28.9
    bulk: float = 28.6
    chat: float = 1.0
    group_per_minute: float = 19.0


class Schedule:
    """A rate as one deadline (the generic cell rate algorithm): `burst` may go at once, then one each `gap` seconds."""

    __slots__ = ("_burst", "_gap", "_next")

    def __init__(self, rate: float, *, burst: int = 1) -> None:
        self._gap = 1.0 / rate
        self._burst = burst
        self._next = float("-inf")

    def wait(self, at: float) -> float:
        """Seconds until the next one may go."""
        return max(0.0, self._next - (self._burst - 1) * self._gap - at)

    def take(self, at: float) -> None:
        """One goes now."""
        self._next = max(self._next, at) + self._gap

    def halt(self, until: float) -> None:
        """Nothing before `until`."""
        self._next = max(self._next, until + (self._burst - 1) * self._gap)

    def idle_since(self, at: float) -> bool:
        """Whether this schedule would let anything pass and has for a while."""
        return self._next + FORGET_AFTER < at


class Pace:
    """All limits together. Ask `wait`, and when it is zero and you send, call `take`."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._overall = Schedule(limits.overall, burst=CATCH_UP)
        self._bulk = Schedule(limits.bulk, burst=CATCH_UP)
        self._chats: OrderedDict[int, Schedule] = OrderedDict()

    def wait(self, chat_id: int, priority: Priority, *, at: float) -> float:
        """Seconds until a message of this priority may go to this chat; 0 for now."""
        chat = self._chats.get(chat_id)
        waits = [self._overall.wait(at), chat.wait(at) if chat else 0.0]
        if priority is Priority.BULK:
            waits.append(self._bulk.wait(at))
        return max(waits)

    def take(self, chat_id: int, priority: Priority, *, at: float) -> None:
        """One message goes to the chat now."""
        self._overall.take(at)
        if priority is Priority.BULK:
            self._bulk.take(at)
        self._chat(chat_id).take(at)
        self._forget_idle(at)

    def halt(self, chat_id: int, *, until: float) -> None:
        """Telegram said 429 for this chat: nothing goes there before `until`; other chats are not held up."""
        self._chat(chat_id).halt(until)

    def _chat(self, chat_id: int) -> Schedule:
        schedule = self._chats.get(chat_id)
        if schedule is None:
            limits = self._limits
            rate = limits.chat if chat_id > 0 else limits.group_per_minute / 60
            schedule = self._chats[chat_id] = Schedule(rate, burst=CHAT_BURST)
        self._chats.move_to_end(chat_id)
        return schedule

    def _forget_idle(self, at: float) -> None:
        while self._chats:
            oldest = next(iter(self._chats))
            if not self._chats[oldest].idle_since(at):
                return
            del self._chats[oldest]
