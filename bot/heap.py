"""Memory that building has needed, given back to the system."""

import ctypes
from contextlib import suppress


def give_back() -> None:
    """Ask the C library for what it keeps of freed memory; one that cannot (musl, say) changes nothing."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
