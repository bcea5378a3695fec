"""Faults that tests and the demo can switch on, counted or timed."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from bot.simulator.errors import SimError

EVERY_METHOD = "*"


class Kind(StrEnum):
    REFUSE = "refuse"
    DROP_BEFORE = "drop_before"
    DROP_AFTER = "drop_after"
    HOLD = "hold"
    DELAY = "delay"
    TOO_MANY = "429"
    BROKEN = "500"
    BAD_GATEWAY = "502"
    UNAUTHORIZED = "401"
    NOT_FOUND = "404"
    BAD_JSON = "bad_json"
    BAD_UPDATE = "bad_update"


DURATION = {Kind.HOLD: 30.0, Kind.DELAY: 3.0, Kind.TOO_MANY: 1.0}
APPLIED = frozenset({Kind.DROP_AFTER, Kind.HOLD, Kind.DELAY, Kind.BAD_JSON})


@dataclass(slots=True, kw_only=True)
class Fault:
    """`left` calls to hit, None for no count; `until` the virtual time it ends, None for never."""

    id: int
    method: str
    kind: Kind
    chat: int | None = None
    left: int | None = 1
    until: float | None = None
    seconds: float = 0.0
    applied: bool = False
    hits: int = 0

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


class Faults:
    def __init__(self) -> None:
        self.active: list[Fault] = []
        self._last_id = 0

    def add(self, given: dict[str, Any], now: float) -> Fault:
        """One fault as `POST /sim/faults` describes it. Raises SimError."""
        kind = _kind(given)
        seconds = given.get("seconds")
        times = given.get("times")
        waits = kind in DURATION
        lasts = given.get("for", None if waits else seconds)
        if times is None and lasts is None:
            times = 1
        self._last_id += 1
        fault = Fault(
            id=self._last_id,
            method=str(given.get("method", EVERY_METHOD)).lower(),
            kind=kind,
            chat=given.get("chat"),
            left=times,
            until=None if lasts is None else now + float(lasts),
            seconds=float(seconds if waits and seconds is not None else DURATION.get(kind, 0.0)),
            applied=bool(given.get("applied", kind in APPLIED)),
        )
        self.active.append(fault)
        return fault

    def hit(self, method: str, chat: Any, now: float) -> Fault | None:
        """The first fault that this call meets, counted down."""
        if not self.active:
            return None
        self.active = [f for f in self.active if f.until is None or f.until > now]
        for fault in self.active:
            if fault.kind is not Kind.BAD_UPDATE and _meets(fault, method, chat):
                self._count(fault)
                return fault
        return None

    def _count(self, fault: Fault) -> None:
        fault.hits += 1
        if fault.left is not None:
            fault.left -= 1
            if fault.left <= 0:
                self.active.remove(fault)

    def clear(self) -> None:
        self.active.clear()


def _meets(fault: Fault, method: str, chat: Any) -> bool:
    if fault.method not in {EVERY_METHOD, method}:
        return False
    return fault.chat is None or str(fault.chat) == str(chat)


def _kind(given: dict[str, Any]) -> Kind:
    known = {"method", "kind", "times", "seconds", "for", "chat", "applied"}
    if unknown := given.keys() - known:
        raise SimError(f"faults: unknown field {min(unknown)!r}; known are {', '.join(sorted(known))}")
    for name, kinds in {"times": int, "seconds": (int, float), "for": (int, float), "chat": int}.items():
        value = given.get(name)
        if value is not None and (isinstance(value, bool) or not isinstance(value, kinds)):  # type: ignore[arg-type]
            raise SimError(f"faults: {name!r} must be a number, got {value!r}")
    try:
        return Kind(str(given.get("kind")))
    except ValueError:
        raise SimError(f"faults: unknown kind {given.get('kind')!r}; known are {', '.join(Kind)}") from None
