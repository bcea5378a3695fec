"""The only reader of Telegram: updates are stored before they are confirmed, and handled in order within a chat.

    getUpdates ─▶ one transaction (rows + offset) ─▶ the next poll confirms ─▶ a worker per chat ─▶ row deleted

Stock polling confirms before handling and loses the backlog in a crash; it goes deaf for good on one 401 or 404
(TRAPS 1, 2). Here every fault is waited out, and a watchdog sees only good polls.
"""

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any, Protocol

import structlog
from telegram import Bot, Update
from telegram.error import TelegramError, TimedOut

from bot.core.errors import Transient, Unavailable
from bot.core.settling import REACH
from bot.services.answering import Answering, answering
from bot.services.clock import Clock
from bot.services.draining import until_idle
from bot.transport import AiohttpRequest, FloodWait
from storage import inbox, sending
from storage.database import Database
from storage.inbox import Stored
from storage.to_the_end import to_the_end

log = structlog.get_logger(__name__)

# chat_member and message_reaction come only when asked for by name (TRAPS 11).
ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "channel_post",
    "callback_query",
    "chat_join_request",
    "my_chat_member",
    "chat_member",
    "inline_query",
)
# Seconds Telegram may wait for something to happen, and how much later we stop waiting for it: together they are how
# long a dead connection can keep us deaf.
LONG_POLL = 6
SLACK = 2
BACKLOG = 20_000  # updates kept unhandled before we stop asking for more; Telegram keeps the rest for 24 h
TOO_MANY = 20  # waiting updates of one private chat from which its owner is asked to slow down
LONGEST_WAIT = 8.0  # seconds between tries while Telegram does not answer
LONGEST_FLOOD = 60.0  # seconds we stay away where getUpdates itself is limited; staff hear of it meanwhile
TRIES = 3  # times an update is tried where something outside failed
AT_ONCE = 64  # chats served side by side

OnTrouble = Callable[[str], Awaitable[None]]
OnFlood = Callable[[int], Awaitable[None]]


class Arrived(Protocol):
    """Looks for an answer that the last process began."""

    async def __call__(self, chat_id: int, *, above: int, within: int) -> Sequence[int]:
        """Which of its messages stand in the chat, by id; none where nobody can tell."""


Handle = Callable[[Update], Awaitable[None]]


class Poller:
    """Asks Telegram for updates until cancelled. `on_good` is called after each good poll, `on_trouble` once an outage."""

    def __init__(
        self,
        bot: Bot,
        request: AiohttpRequest,
        db: Database,
        *,
        clock: Clock,
        on_stored: Callable[[Sequence[Stored]], None],
        on_good: Callable[[], Awaitable[None]],
        on_trouble: OnTrouble,
    ) -> None:
        self._bot = bot
        self._request = request
        self._db = db
        self._clock = clock
        self._on_stored = on_stored
        self._on_good = on_good
        self._on_trouble = on_trouble

    async def run(self) -> None:
        """Poll for ever; every fault is waited out."""
        failures = 0
        while True:
            try:
                await self._poll_once()
            except Unavailable as error:
                # Not confirmed, so Telegram keeps them; staff hear from whoever watches the database.
                log.warning("not_stored", fault=error.fault)
                await self._db.until_well()
            except (TelegramError, ValueError) as error:
                failures += 1
                log.warning("poll_failed", fault=type(error).__name__, failures=failures)
                if failures >= TRIES:  # again and again: staff are told once all the same
                    await self._on_trouble(type(error).__name__)
                await asyncio.sleep(_wait(error, failures))
            else:
                failures = 0
                await self._on_good()

    async def _poll_once(self) -> None:
        if await inbox.backlog(self._db) >= BACKLOG:
            await asyncio.sleep(0.2)
            return
        offset = await inbox.next_offset(self._db, bot_id=self._bot.id)
        # Not Bot.get_updates: it parses the whole batch at once, so one bad update would block it (TRAPS 2).
        raw = await self._request.ask(
            f"{self._bot.base_url}/getUpdates",
            read_timeout=LONG_POLL + SLACK,
            offset=offset,
            timeout=LONG_POLL,
            allowed_updates=ALLOWED_UPDATES,
        )
        updates = _readable(raw)
        if updates:
            self._on_stored(await store(self._db, updates, bot_id=self._bot.id, clock=self._clock))


def _readable(raw: Any) -> list[dict[str, Any]]:
    """Raises ValueError where the answer is no list of updates (a proxy's page with status 200, say)."""
    if not isinstance(raw, list) or not all(isinstance(item, dict) and "update_id" in item for item in raw):
        raise ValueError("getUpdates did not answer with updates")
    return raw


def _wait(error: Exception, failures: int) -> float:
    if isinstance(error, FloodWait):
        return min(error.seconds, LONGEST_FLOOD)
    if isinstance(error, TimedOut):
        return 0.5  # it has been waited long enough
    return min(0.5 * 2.0 ** min(failures, 10), LONGEST_WAIT)


async def store(
    db: Database, updates: Sequence[dict[str, Any]], *, bot_id: int, clock: Clock
) -> list[Stored]:
    """Keep the updates and the next offset in one transaction. Ids may restart lower after a quiet week."""
    rows = [
        Stored(
            update_id=item["update_id"], chat_key=chat_key(item), body=json.dumps(item, ensure_ascii=False)
        )
        for item in updates
    ]
    async with db.write() as tx:
        await inbox.add(tx, rows, bot_id=bot_id, next_offset=updates[-1]["update_id"] + 1, now=clock())
    return rows


def chat_key(update: dict[str, Any]) -> int:
    """Whose order an update belongs to: its chat, else its sender, else 0."""
    for part in _inner(update):
        who = part.get("chat") or _dict(part, "message").get("chat") or part.get("from")
        if isinstance(who, dict) and isinstance(who.get("id"), int):
            return int(who["id"])
    return 0


def _inner(update: dict[str, Any]) -> Iterable[dict[str, Any]]:
    return (value for value in update.values() if isinstance(value, dict))


def _dict(part: dict[str, Any], key: str) -> dict[str, Any]:
    value = part.get(key)
    return value if isinstance(value, dict) else {}


class Dispatcher:
    """Serves the inbox until cancelled: chats side by side, each in order; a bad update is set aside and told."""

    def __init__(
        self,
        bot: Bot,
        db: Database,
        handle: Handle,
        *,
        clock: Clock,
        on_trouble: OnTrouble,
        on_flood: OnFlood,
        arrived: Arrived,
    ) -> None:
        self._bot = bot
        self._db = db
        self._handle = handle
        self._clock = clock
        self._on_trouble = on_trouble
        self._on_flood = on_flood
        self._arrived = arrived
        self._awake = asyncio.Event()
        self._waiting: dict[
            int, deque[int]
        ] = {}  # the numbers of stored updates, by chat; their text stays stored
        self._busy: set[int] = set()
        self._ending = False

    def stored(self, updates: Iterable[Stored]) -> None:
        """These are in the inbox now, behind what was there. One that comes twice is handled once."""
        for item in updates:
            self._waiting.setdefault(item.chat_key, deque()).append(item.update_id)
        self._awake.set()

    async def run(self) -> None:
        """Begin with what the last process left, then serve for ever."""
        async with asyncio.TaskGroup() as group:
            try:
                await self._take_stock()
                await self._serve_for_ever(group)
            except asyncio.CancelledError:
                # An update half handled would be handled again after the restart, and answered twice.
                self._ending = True
                await to_the_end(until_idle(self._busy))
                raise

    async def _take_stock(self) -> None:
        while True:
            try:
                left = await inbox.waiting(self._db)
            except Unavailable:
                await self._db.until_well()
                continue
            fresh, self._waiting = self._waiting, {}
            self.stored(left)
            for key, numbers in fresh.items():  # what a poll has brought meanwhile
                self._waiting.setdefault(key, deque()).extend(numbers)
            return

    async def _serve_for_ever(self, group: asyncio.TaskGroup) -> None:
        while True:
            self._awake.clear()
            for key in self._waiting:
                if len(self._busy) >= AT_ONCE:
                    break
                if key not in self._busy:
                    self._busy.add(key)
                    group.create_task(self._serve(key))
            await self._awake.wait()

    async def _serve(self, key: int) -> None:
        waiting = self._waiting[key]
        try:
            await self._ask_to_slow_down(key, len(waiting))
            while waiting and not self._ending:
                stored = await inbox.get(self._db, waiting[0])
                if stored is not None:  # else it came twice, and was handled the first time
                    await self._serve_one(stored)
                waiting.popleft()
        except Unavailable as error:
            # What is not handled stays in the inbox, and is begun anew when the database takes something.
            log.warning("chat_delayed", fault=error.fault)
            await self._db.until_well()
        finally:
            if not waiting:
                del self._waiting[key]
            self._busy.discard(key)
            self._awake.set()

    async def _ask_to_slow_down(self, key: int, number: int) -> None:
        """Once for each time a person's messages pile up; they are still all handled, one after the other."""
        if key > 0 and number > TOO_MANY:
            await self._on_flood(key)

    async def _serve_one(self, stored: Stored) -> None:
        update = json.loads(stored.body)
        answer = await self._answer_to(stored, update)
        fault = await self._try(stored, update, answer)
        while True:
            try:
                await self._finish(stored, answer, fault)
            except Unavailable:
                # It has been answered: handled again it would be answered twice.
                await self._db.until_well()
            else:
                break
        if fault is not None:
            await self._on_trouble(fault)

    async def _answer_to(self, stored: Stored, update: dict[str, Any]) -> Answering:
        """What was begun by the last process is looked for, so that nobody is answered twice."""
        answer = Answering(
            update_id=stored.update_id,
            chat_id=stored.chat_key,
            above=_message_id(update),
            fresh="message" in update,
            beside=len(self._busy),
        )
        if stored.answered_above is not None and stored.chat_key > 0:
            found = await self._arrived(
                stored.chat_key, above=stored.answered_above, within=stored.answered_within or REACH
            )
            answer.out, answer.last = len(found), max(found, default=0)
            log.info("answer_looked_for", update=stored.update_id, out=answer.out)
        return answer

    async def _finish(self, stored: Stored, answer: Answering, fault: str | None) -> None:
        async with self._db.write() as tx:
            if answer.last:
                await sending.raise_mark(tx, sending.ALL_PRIVATE, answer.last)
            if fault is None:
                for write in answer.later:
                    await write(tx)
                await inbox.done(tx, stored.update_id)
            else:
                await inbox.set_aside(
                    tx, stored.update_id, kind=_kind(stored.body), fault=fault, now=self._clock()
                )

    async def _try(self, stored: Stored, raw: dict[str, Any], answer: Answering) -> str | None:
        """None when handled, else the fault's name. Raises Unavailable: that is not the update's fault."""
        for attempt in range(1, TRIES + 1):
            try:
                update = Update.de_json(raw, self._bot)
                with answering(answer):
                    await self._handle(update)
            except Unavailable:
                raise
            except Transient as error:
                log.warning("update_delayed", update=stored.update_id, fault=str(error), attempt=attempt)
                if attempt == TRIES:
                    return type(error).__name__
                await asyncio.sleep(attempt)
            except Exception as error:
                log.exception("update_failed", update=stored.update_id)
                return type(error).__name__
            else:
                return None
        return None


def _message_id(update: dict[str, Any]) -> int:
    """Of the message written or tapped under; 0 where there is none."""
    for part in _inner(update):
        number = part.get("message_id") or _dict(part, "message").get("message_id")
        if isinstance(number, int):
            return number
    return 0


def _kind(body: str) -> str:
    """What sort of update it was, without anything a person wrote."""
    return next((key for key in json.loads(body) if key != "update_id"), "empty")
