"""The update being answered: what is with the person already, and what is written when it is crossed off.

answering(update) ─▶ handler ─▶ Replies begin, send ─▶ one transaction: later writes + mark + update crossed off
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from storage.database import Database, Transaction

Write = Callable[[Transaction], Awaitable[None]]


@dataclass(slots=True, kw_only=True)
class Answering:
    """What is being answered. `above`: the id of the message that asks.

    `beside`: how many chats are being answered, this one included.
    `out` of the answer's messages are with the person already, from an attempt before this one; `last` is the
    highest id of what was sent to private chats meanwhile.
    """

    update_id: int
    chat_id: int
    above: int
    fresh: bool  # `above` is newer than what we said there before: a message, not a tap under an old one
    beside: int = 1
    begun: bool = False
    last: int = 0
    out: int = 0
    said: int = 0
    later: list[Write] = field(default_factory=list)
    read: dict[str, Any] = field(default_factory=dict)  # by name, what was read for it and is not read again


_answering: ContextVar[Answering | None] = ContextVar("answering", default=None)


def current() -> Answering | None:
    """What is being answered here; None outside."""
    return _answering.get()


@contextmanager
def answering(what: Answering) -> Iterator[None]:
    """Within it, whatever is said to that chat is the answer: begun once, and not said twice."""
    what.said = 0
    what.later.clear()
    what.read.clear()
    token = _answering.set(what)
    try:
        yield
    finally:
        _answering.reset(token)


async def by_the_end(db: Database, write: Write) -> None:
    """Do `write` in the transaction that crosses the update off, at once where no update is being answered.

    One commit instead of two, and nothing is kept of an update that is handled anew.
    """
    what = current()
    if what is not None:
        what.later.append(write)
        return
    async with db.write() as tx:
        await write(tx)
