"""Ways of sending that are known to be wrong: a harness that finds nothing wrong with them is broken."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.core.outcome import Sent
from bot.core.outgoing import Outgoing
from bot.core.richtext import RichText
from bot.core.settling import Blind, Seen
from bot.failpoints import Point, fp
from bot.gateway import Gateway

FILE = "memory.txt"
AT_ONCE = 3
MISSES = 20
PAUSE = 0.01  # seconds; it is not a race


class Memory:
    """What such a bot remembers: lines in a file, each on the disk before the next step."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.claimed: dict[int, int] = {}  # message number → the channel's last known id at that time
        self.sent: dict[int, int] = {}  # message number → its id; 0 where that was not known
        lines = path.read_text("utf-8").split("\n")[:-1] if path.exists() else []
        for line in lines:
            kind, number, value = line.split()
            self._kind(kind)[int(number)] = int(value)

    def note(self, kind: str, number: int, value: int = 0) -> None:
        """Keep one line."""
        self._kind(kind)[number] = value
        with self._path.open("a", encoding="utf-8") as file:
            file.write(f"{kind} {number} {value}\n")
            file.flush()
            os.fsync(file.fileno())

    def beyond(self) -> int:
        """A number by which all that ever began is done; the next may have been sent without a note."""
        return max([-1, *self.claimed, *self.sent]) + 2

    def _kind(self, kind: str) -> dict[int, int]:
        return {"claim": self.claimed, "sent": self.sent}[kind]


async def send_then_mark(gateway: Gateway, memory: Memory, channel: int, *, endless: bool) -> None:
    """The usual bot: a crash between the two sends it twice."""
    number, end = 0, memory.beyond()
    while endless or number < end:
        if number not in memory.sent:
            sent = await _send(gateway, channel, number)
            fp(Point.CALL_DONE)
            memory.note("sent", number, sent)
            await asyncio.sleep(PAUSE)
        number += 1


async def mark_then_send(gateway: Gateway, memory: Memory, channel: int, *, endless: bool) -> None:
    """The careful bot: a crash between the two loses it."""
    number, end = 0, memory.beyond()
    while endless or number < end:
        if number not in memory.sent:
            memory.note("sent", number)
            fp(Point.CLAIM_DONE)
            await _send(gateway, channel, number)
            await asyncio.sleep(PAUSE)
        number += 1


async def three_at_once(gateway: Gateway, memory: Memory, channel: int, *, endless: bool) -> None:
    """Claims, looks after a crash, but sends three at a time: what it finds may be another one's."""
    for number in sorted(memory.claimed.keys() - memory.sent.keys()):
        found = await _first_own(gateway, channel, memory.claimed[number])
        memory.note("sent", number, found or await _send(gateway, channel, number))
    number = max(memory.claimed, default=-1) + 1
    while endless:
        some = range(number, number + AT_ONCE)
        high_water = max(memory.sent.values(), default=0)
        for one in some:
            memory.note("claim", one, high_water)
        fp(Point.CLAIM_DONE)
        await asyncio.gather(*(_send_and_note(gateway, memory, channel, one) for one in some))
        number += AT_ONCE
        await asyncio.sleep(PAUSE)


async def _send_and_note(gateway: Gateway, memory: Memory, channel: int, number: int) -> None:
    sent = await _send(gateway, channel, number)
    fp(Point.CALL_DONE)
    memory.note("sent", number, sent)


async def _first_own(gateway: Gateway, channel: int, above: int) -> int | None:
    number = above + 1
    while number <= above + MISSES:
        match await gateway.look(channel, number):
            case Seen.OWN:
                return number
            case Blind():
                await asyncio.sleep(PAUSE)
            case _:
                number += 1
    return None


async def _send(gateway: Gateway, channel: int, number: int) -> int:
    """Send until it is answered; the id."""
    while True:
        outcome = await gateway.send(channel, Outgoing(text=RichText(f"notizia {number}")))
        if isinstance(outcome, Sent):
            return outcome.message_id
        await asyncio.sleep(PAUSE)


Control = Callable[..., Awaitable[None]]
CONTROLS: dict[str, Control] = {
    "send-then-mark": send_then_mark,
    "mark-then-send": mark_then_send,
    "three-at-once": three_at_once,
}
