"""Every call a bot made: the receiver's own evidence of what was asked and what took effect."""

from collections import deque
from dataclasses import dataclass, field
from typing import Any

KEPT = 200_000


@dataclass(slots=True, kw_only=True)
class Call:
    """`applied` says whether the effect took place, whatever answer the bot got; `ms` includes every hold."""

    seq: int
    at: float
    bot: int
    method: str
    params: dict[str, Any]
    outcome: dict[str, Any] = field(default_factory=dict)
    applied: bool = False
    message_ids: list[int] = field(default_factory=list)
    ms: float = 0.0
    fault: str | None = None

    def to_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


class CallLog:
    def __init__(self) -> None:
        self.calls: deque[Call] = deque(maxlen=KEPT)
        self.seq = 0
        # Calls the state file has not seen yet; None where there is no file.
        self.unsaved: list[Call] | None = None

    def add(self, call: Call) -> Call:
        """Numbered when it ended, so that `after` never misses a call that took long."""
        self.seq += 1
        call.seq = self.seq
        self.calls.append(call)
        if self.unsaved is not None:
            self.unsaved.append(call)
        return call

    def after(self, seq: int, limit: int) -> list[Call]:
        if not self.calls:
            return []
        skip = max(0, seq + 1 - self.calls[0].seq)
        return [call for index, call in enumerate(self.calls) if skip <= index < skip + limit]
