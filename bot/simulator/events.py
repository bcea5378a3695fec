"""What happened in the world, numbered, for the chat page and for tests that wait for something."""

from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

KEPT = 20_000
Event = dict[str, Any]


class Events:
    """The last events; `seq` never goes back, not even over a restart from a state file."""

    def __init__(self) -> None:
        self.seq = 0
        self.recent: deque[Event] = deque(maxlen=KEPT)
        self.listeners: set[Callable[[], None]] = set()

    def emit(self, kind: str, /, **facts: Any) -> None:
        self.seq += 1
        self.recent.append({"seq": self.seq, "type": kind, **facts})
        for listener in self.listeners:
            listener()

    def after(self, seq: int) -> Iterator[Event]:
        """Events above `seq`; first a `reset` where some of them are no longer kept."""
        first = self.recent[0]["seq"] if self.recent else self.seq + 1
        if seq + 1 < first or seq > self.seq:
            yield {"seq": first - 1, "type": "reset"}
            yield from list(self.recent)
            return
        skip = seq + 1 - first
        recent = list(self.recent)
        yield from recent[skip:]
