"""Memory that building has needed, given back to the system."""

import ctypes
from contextlib import suppress

_ARENA_MAX = -8  # of <malloc.h>


def keep_together() -> None:
    """Let all threads take memory from one place; to be called before there are any.

    Of the places the GNU library gives each thread it never gives the end back: once they had read 40,000 vectors, 30 MB.
    """
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)


def give_back() -> None:
    """Ask the C library for what it keeps of freed memory; one that cannot (musl, say) changes nothing."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
