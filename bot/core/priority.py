"""Who goes first when several messages wait for their turn."""

from enum import IntEnum


class Priority(IntEnum):
    """Smaller goes first; stored in the outbox."""

    REPLY = 0
    URGENT = 1
    NEWS = 2
    ALERT = 3
    BULK = 4
