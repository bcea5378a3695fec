"""Named places where a crash test may end the process; nothing happens in production.

`PORTINERIA_FAILPOINT=NAME:N` in the environment ends the process by SIGKILL the N-th time it passes NAME:
no handler runs, nothing is flushed, as when the power goes. `portineria bench crash` sets it.
"""

import os
import signal
from enum import StrEnum

VARIABLE = "PORTINERIA_FAILPOINT"


class Point(StrEnum):
    """Before and after every commit and every outward call of the sender's path."""

    CLAIM_OPEN = "claim.open"  # claimed, not committed
    CLAIM_DONE = "claim.done"  # committed, the call not yet made
    CALL_DONE = "call.done"  # answered, nothing of it stored
    STORE_OPEN = "store.open"  # what follows is written, not committed
    STORE_DONE = "store.done"
    STOCK_OPEN = "stock.open"  # at the start: an open row dealt with, not committed
    STOCK_DONE = "stock.done"
    DOUBT = "doubt"  # a row is to be settled by looking
    RIGHTS_DONE = "rights.done"  # the bot's rights were asked for
    LOOK_DONE = "look.done"  # one id was looked at
    LOOKED = "looked"  # all looked at, nothing of it stored
    SETTLE_OPEN = "settle.open"
    SETTLE_DONE = "settle.done"


class _Armed:
    """One point that kills, at its N-th passing."""

    def __init__(self, text: str) -> None:
        name, _, number = text.partition(":")
        self._point = Point(name)
        self._left = int(number or 1)

    def passed(self, point: Point) -> None:
        """End the process where it is this one's turn."""
        if point is self._point:
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


_armed: _Armed | None = None


def arm_from_environment() -> None:
    """Read the variable again; a forked child does, since it was set after the import."""
    global _armed
    text = os.environ.get(VARIABLE)
    _armed = _Armed(text) if text else None


def fp(point: Point) -> None:
    """A crash test may end the process here."""
    if _armed is not None:
        _armed.passed(point)


arm_from_environment()
