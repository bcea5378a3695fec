"""Rows of what has to leave, from queued to settled."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.delivery import Operation
from bot.core.outgoing import ContactCard, Outgoing, encode
from bot.core.priority import Priority
from storage.database import Reader, Transaction
from storage.times import from_ms, to_ms

ADD = """
    INSERT INTO outbox (chat_id, thread_id, topic, once_key, priority, operation, target_id,
                        repeatable, body, version, state, due_at, created_at)
    VALUES (:chat_id, :thread_id, :topic, :once_key, :priority, :operation, :target_id,
            :repeatable, :body, :version, 'pending', :due_at, :now)
    ON CONFLICT (once_key) DO NOTHING
"""

REPLACE_PENDING = """
    UPDATE outbox
    SET body = :body, version = :version
    WHERE topic = :topic AND chat_id = :chat_id AND operation = 'send' AND state = 'pending'
"""

REPLACE_PENDING_EDIT = """
    UPDATE outbox
    SET body = :body, version = :version
    WHERE topic = :topic AND chat_id = :chat_id AND operation = 'edit' AND target_id = :target_id AND state = 'pending'
"""

LAST_EDIT = """
    SELECT max(due_at) AS due_at
    FROM outbox
    WHERE topic = :topic AND chat_id = :chat_id AND operation = 'edit'
"""

# Of what has left, or may have: what a reader may have seen.
SHOWN_VERSION = """
    SELECT max(version) AS version
    FROM outbox
    WHERE topic = :topic AND chat_id = :chat_id AND state IN ('sending', 'sent', 'unsure')
"""

WAITING_UNTIL = """
    SELECT count(*) AS number
    FROM outbox
    WHERE state = 'pending' AND chat_id = :chat_id AND due_at = :due_at AND topic LIKE :kind
"""

# Of an answer: the version its reader has seen, above which it says what changed.
WAITING_VERSION = """
    SELECT max(version) AS version
    FROM outbox
    WHERE topic = :topic AND chat_id = :chat_id AND operation = 'send' AND state = 'pending'
"""

EDIT_WAITS = """
    SELECT count(*) AS number
    FROM outbox
    WHERE topic = :topic AND chat_id = :chat_id AND operation = 'edit' AND state = 'pending'
"""

NUMBER_OF = """
    SELECT count(*) AS number
    FROM outbox
    WHERE topic = :topic AND chat_id = :chat_id AND operation = 'send' AND state <> 'gone'
"""

REPLACE_BODY = """
    UPDATE outbox
    SET body = :body
    WHERE topic = :topic AND chat_id = :chat_id AND operation = 'send' AND state = 'pending'
"""

TAKE_BACK_FROM = """
    UPDATE outbox
    SET state = 'gone', reason = 'reverted', settled_at = :now, body = ''
    WHERE topic = :topic AND chat_id = :chat_id AND operation = 'send' AND state = 'pending'
"""

TOPICS_FROM = """
    SELECT DISTINCT topic
    FROM outbox
    WHERE topic >= :first AND topic < :last
"""

TAKE_BACK = """
    UPDATE outbox
    SET state = 'gone', reason = :reason, settled_at = :now, body = ''
    WHERE topic = :topic AND state = 'pending' AND operation = 'send'
"""

CHATS_OF_TOPIC = """
    SELECT DISTINCT chat_id
    FROM outbox
    WHERE topic = :topic AND state IN ('pending', 'sending', 'sent', 'unsure') AND operation = 'send'
"""

SENT_UNDER_TOPIC = """
    SELECT message_id, thread_id
    FROM outbox
    WHERE topic = :topic AND chat_id = :chat_id AND operation = 'send' AND state = 'sent'
"""

OPEN_UNDER_TOPIC = """
    SELECT id, thread_id
    FROM outbox
    WHERE topic = :topic AND chat_id = :chat_id AND operation = 'send' AND state IN ('sending', 'unsure')
"""

COUNTS = """
    SELECT state, count(*) AS number
    FROM outbox
    WHERE topic = :topic AND operation = 'send'
    GROUP BY state
"""

REASONS = """
    SELECT coalesce(reason, '') AS reason, count(*) AS number
    FROM outbox
    WHERE topic = :topic AND state = 'gone'
    GROUP BY reason
"""

UNFINISHED = """
    SELECT (SELECT count(*) FROM outbox WHERE state = 'pending')
        + (SELECT count(*) FROM outbox WHERE state = 'sending') AS number
"""

FATES = """
    SELECT id, once_key, state, message_id, coalesce(reason, '') AS reason
    FROM outbox
    WHERE operation = 'send'
    ORDER BY id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What a row says became of its message."""

    once_key: str
    state: str
    message_id: int | None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far one topic's messages have come; `reasons` counts why some never will."""

    pending: int
    sent: int
    gone: int
    unsure: int
    reasons: dict[str, int]

    @property
    def total(self) -> int:
        """All recipients."""
        return self.pending + self.sent + self.gone + self.unsure


async def add(
    tx: Transaction,
    *,
    chat_id: int,
    item: Outgoing | ContactCard,
    once_key: str,
    topic: str | None,
    priority: int,
    due_at: datetime,
    now: datetime,
    thread_id: int | None = None,
    repeatable: bool = False,
    version: int | None = None,
) -> bool:
    """Queue one message; False where `once_key` was queued before (then nothing changes).

    `repeatable`: where nobody can tell whether it arrived, it is sent again rather than held.
    """
    row = _row(chat_id, item, once_key, topic, priority, due_at, now)
    row |= {"thread_id": thread_id, "repeatable": repeatable, "version": version}
    return await tx.execute(ADD, row) == 1


async def add_edit(
    tx: Transaction,
    *,
    chat_id: int,
    topic: str,
    item: Outgoing,
    once_key: str,
    now: datetime,
    version: int | None = None,
    apart: timedelta = timedelta(),
) -> int:
    """Bring what stands under `topic` in the chat to `item`; returns how many messages that touches.

    Messages still waiting get the new body; messages sent get an edit; a message on its way gets an edit
    that the sender holds back until it is settled. An edit that still waits is replaced; two edits of one
    message are at least `apart`.
    """
    where = {"topic": topic, "chat_id": chat_id}
    body = {"body": encode(item), "version": version}
    touched = await tx.execute(REPLACE_PENDING, where | body)
    targets = {row["message_id"]: f"{row['message_id']}" for row in await tx.fetch(SENT_UNDER_TOPIC, where)}
    targets |= {-row["id"]: f"row{row['id']}" for row in await tx.fetch(OPEN_UNDER_TOPIC, where)}
    last = await tx.fetch_one(LAST_EDIT, where) if targets and apart else None
    due_at = now
    if last and last["due_at"] is not None:
        # Never later than that, whatever a clock that was ahead once named.
        due_at = min(max(now, from_ms(last["due_at"]) + apart), now + apart)
    for target_id, name in targets.items():
        if target_id is None:
            continue  # a person found it there, and does not say where
        replaced = await tx.execute(REPLACE_PENDING_EDIT, where | body | {"target_id": target_id})
        if not replaced:
            row = _row(chat_id, item, f"{once_key}:{name}", topic, Priority.NEWS, due_at, now)
            row |= {"operation": Operation.EDIT, "target_id": target_id, "version": version}
            replaced = await tx.execute(ADD, row)
        touched += replaced
    return touched


async def answer_to(reader: Reader, *, chat_id: int, topic: str) -> int | None:
    """The `target_id` with which a message answers what stands under `topic` in the chat.

    Negative while that one is on its way: the sender holds the answer back until it is settled. None where nothing
    stands there, or nobody knows under which id.
    """
    where = {"topic": topic, "chat_id": chat_id}
    sent_rows = await reader.fetch(SENT_UNDER_TOPIC, where)
    if sent_rows:
        found: int | None = sent_rows[-1]["message_id"]
        return found
    open_rows_ = await reader.fetch(OPEN_UNDER_TOPIC, where)
    return -open_rows_[-1]["id"] if open_rows_ else None


async def add_answer(
    tx: Transaction,
    *,
    chat_id: int,
    item: Outgoing,
    to_topic: str,
    once_key: str,
    topic: str,
    due_at: datetime,
    now: datetime,
    version: int | None = None,
) -> bool:
    """Queue `item` as an answer to what stands under `to_topic`; by itself where that has no known id."""
    row = _row(chat_id, item, once_key, topic, Priority.NEWS, due_at, now)
    row |= {"target_id": await answer_to(tx, chat_id=chat_id, topic=to_topic), "version": version}
    return await tx.execute(ADD, row) == 1


async def shown_version(reader: Reader, *, chat_id: int, topic: str) -> int | None:
    """The newest version that somebody in the chat may have seen; None where nothing has left yet."""
    row = await reader.fetch_one(SHOWN_VERSION, {"chat_id": chat_id, "topic": topic})
    return row["version"] if row else None


async def waiting_version(reader: Reader, *, chat_id: int, topic: str) -> int | None:
    """The version with which a message of `topic` waits; None where none waits."""
    row = await reader.fetch_one(WAITING_VERSION, {"chat_id": chat_id, "topic": topic})
    return row["version"] if row else None


async def edit_waits(reader: Reader, *, chat_id: int, topic: str) -> bool:
    """Whether an edit of what stands under `topic` is not out yet."""
    row = await reader.fetch_one(EDIT_WAITS, {"chat_id": chat_id, "topic": topic})
    return row is not None and row["number"] > 0


async def number_of(reader: Reader, *, chat_id: int, topic: str) -> int:
    """How many messages of `topic` the chat has or is to have."""
    row = await reader.fetch_one(NUMBER_OF, {"chat_id": chat_id, "topic": topic})
    return row["number"] if row else 0


async def replace_waiting(
    tx: Transaction, *, chat_id: int, topic: str, item: Outgoing | None, now: datetime
) -> None:
    """Bring what waits under `topic` to `item`, or take it back where there is nothing to say any more."""
    where = {"chat_id": chat_id, "topic": topic}
    if item is None:
        await tx.execute(TAKE_BACK_FROM, where | {"now": to_ms(now)})
    else:
        await tx.execute(REPLACE_BODY, where | {"body": encode(item)})


async def topics_like(reader: Reader, beginning: str) -> list[str]:
    """The topics that begin so."""
    last = beginning[:-1] + chr(ord(beginning[-1]) + 1)
    rows = await reader.fetch(TOPICS_FROM, {"first": beginning, "last": last})
    return [row["topic"] for row in rows]


async def waiting_until(reader: Reader, *, chat_id: int, due_at: datetime, kind: str) -> int:
    """How many messages whose topic begins with `kind` wait for exactly this moment."""
    row = await reader.fetch_one(
        WAITING_UNTIL, {"chat_id": chat_id, "due_at": to_ms(due_at), "kind": f"{kind}%"}
    )
    return row["number"] if row else 0


async def take_back(tx: Transaction, topic: str, *, reason: str, now: datetime) -> int:
    """What still waits under `topic` is not sent at all; how many messages that was."""
    return await tx.execute(TAKE_BACK, {"topic": topic, "reason": reason, "now": to_ms(now)})


async def chats_of(reader: Reader, topic: str) -> list[int]:
    """The chats in which a message of `topic` stands or is to stand."""
    return [row["chat_id"] for row in await reader.fetch(CHATS_OF_TOPIC, {"topic": topic})]


async def progress(reader: Reader, topic: str) -> Progress:
    """How far the messages of `topic` have come."""
    counts = Counter({row["state"]: row["number"] for row in await reader.fetch(COUNTS, {"topic": topic})})
    reasons = {row["reason"]: row["number"] for row in await reader.fetch(REASONS, {"topic": topic})}
    return Progress(
        pending=counts["pending"] + counts["sending"],
        sent=counts["sent"],
        gone=counts["gone"],
        unsure=counts["unsure"],
        reasons=reasons,
    )


async def unfinished(reader: Reader) -> int:
    """How many rows wait or are on their way."""
    row = await reader.fetch_one(UNFINISHED)
    return row["number"] if row else 0


async def fates(reader: Reader) -> list[Fate]:
    """What became of every message there is a row of, oldest first: for measurements and tests."""
    return [
        Fate(
            once_key=row["once_key"],
            state=row["state"],
            message_id=row["message_id"],
            reason=row["reason"],
        )
        for row in await reader.fetch(FATES)
    ]


async def oldest_pending(reader: Reader) -> datetime | None:
    """When the longest-waiting due row was due; None where nothing waits."""
    row = await reader.fetch_one("SELECT min(due_at) AS due_at FROM outbox WHERE state = 'pending'")
    return from_ms(row["due_at"]) if row and row["due_at"] is not None else None


def _row(
    chat_id: int,
    item: Outgoing | ContactCard,
    once_key: str,
    topic: str | None,
    priority: int,
    due_at: datetime,
    now: datetime,
) -> dict[str, object]:
    return {
        "chat_id": chat_id,
        "thread_id": None,
        "topic": topic,
        "once_key": once_key,
        "priority": priority,
        "operation": Operation.SEND,
        "target_id": None,
        "repeatable": False,
        "body": encode(item),
        "version": None,
        "due_at": to_ms(due_at),
        "now": to_ms(now),
    }
