"""Rows of what has to leave, from queued to settled."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.delivery import Delivery, Operation
from bot.core.outcome import Reason
from bot.core.outgoing import ContactCard, Outgoing, decode, encode
from bot.core.priority import Priority
from bot.core.settling import Window
from storage.database import Reader, Row, Transaction
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

NEXT_DUE = """
    SELECT id, chat_id, priority
    FROM outbox
    WHERE state = 'pending' AND due_at <= :now AND coalesce(held_until, 0) <= :now
        AND coalesce(target_id, 0) >= 0
    ORDER BY priority, due_at, id
    LIMIT :limit
"""

CLAIM = """
    UPDATE outbox
    SET state = 'sending', attempt = attempt + 1,
        high_water = (SELECT last_message_id FROM chat_mark WHERE chat_mark.chat_id = outbox.chat_id)
    WHERE id = :id AND state = 'pending' AND due_at <= :now AND coalesce(held_until, 0) <= :now
    RETURNING id, chat_id, thread_id, topic, operation, target_id, repeatable, body, attempt, high_water
"""

OPEN_ROWS = """
    SELECT id, chat_id, thread_id, topic, operation, target_id, repeatable, body, attempt, high_water
    FROM outbox
    WHERE state = 'sending'
    ORDER BY id
"""

HIGH_WATER = """
    SELECT last_message_id
    FROM chat_mark
    WHERE chat_id = :chat_id
"""

KNOWN_ABOVE = """
    SELECT message_id
    FROM outbox
    WHERE chat_id = :chat_id AND operation = 'send' AND message_id > :above
"""

# Rows that may stand above the same high water without anybody knowing under which id: on their way, held,
# or found by a person, who does not say where.
RIVALS = """
    SELECT count(*) AS number
    FROM outbox
    WHERE chat_id = :chat_id AND operation = 'send' AND id <> :id AND message_id IS NULL
        AND state IN ('sending', 'unsure', 'sent') AND coalesce(high_water, 0) >= :above
"""

# What was said stays with whoever it was said to: a settled row keeps that it was, not its words.
SETTLE = """
    UPDATE outbox
    SET state = :state, message_id = :message_id, reason = :reason, settled_at = :now, body = ''
    WHERE id = :id
"""

ALL_PRIVATE = 0  # in chat_mark: all private chats of the bot count their messages together

MARK = """
    INSERT INTO chat_mark (chat_id, last_message_id)
    VALUES (:chat_id, :message_id)
    ON CONFLICT (chat_id) DO UPDATE SET last_message_id = max(last_message_id, excluded.last_message_id)
"""

BACK_TO_PENDING = """
    UPDATE outbox
    SET state = 'pending', held_until = :until, reason = :reason
    WHERE id = :id
"""

HOLD_CHAT = """
    UPDATE outbox
    SET held_until = max(coalesce(held_until, 0), :until)
    WHERE chat_id = :chat_id AND state = 'pending'
"""

GIVE_UP_CHAT = """
    UPDATE outbox
    SET state = 'gone', reason = :reason, settled_at = :now, body = ''
    WHERE chat_id = :chat_id AND state = 'pending'
"""

# Edits and answers that wait for a message that never came to be, or edits of one whose id nobody will ever know.
GIVE_UP_EDITS = """
    UPDATE outbox
    SET state = 'gone', reason = 'no_message', settled_at = :now, body = ''
    WHERE target_id = :waiting AND state = 'pending'
"""

# An answer to a message whose id nobody will ever know stands by itself.
LET_GO = """
    UPDATE outbox
    SET target_id = NULL
    WHERE target_id = :waiting AND operation = 'send' AND state = 'pending'
"""

NOW_KNOWN = """
    UPDATE outbox
    SET target_id = :message_id
    WHERE target_id = :waiting
"""

# After the clock was set back: nothing waits for a moment that was named while it was wrong. What was due at once
# when it was queued still is; what was due later is due at its own time.
AFTER_SETTING_BACK = """
    UPDATE outbox
    SET due_at = CASE WHEN due_at <= created_at THEN min(due_at, :now) ELSE due_at END, held_until = NULL
    WHERE state = 'pending' AND (held_until > :beyond OR (due_at > :now AND due_at <= created_at))
"""

MOVE_CHAT = """
    UPDATE outbox
    SET chat_id = :new_id
    WHERE chat_id = :old_id AND state IN ('pending', 'sending', 'unsure')
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

UNSURE = """
    SELECT id, chat_id, topic
    FROM outbox
    WHERE state = 'unsure'
    ORDER BY id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """A row whose turn it is, before it is claimed."""

    id: int
    chat_id: int
    priority: Priority


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


async def next_due(reader: Reader, *, now: datetime, limit: int) -> list[DueRow]:
    """The rows whose turn it is, most urgent first; edits of messages that are not out yet are not among them."""
    rows = await reader.fetch(NEXT_DUE, {"now": to_ms(now), "limit": limit})
    return [DueRow(id=row["id"], chat_id=row["chat_id"], priority=Priority(row["priority"])) for row in rows]


async def claim(tx: Transaction, row_id: int, *, now: datetime) -> Delivery | None:
    """Take a row for sending; None where it is no longer due. Commit before the call to Telegram."""
    row = await tx.fetch_one(CLAIM, {"id": row_id, "now": to_ms(now)})
    return _delivery(row) if row else None


async def open_rows(reader: Reader) -> list[Delivery]:
    """Rows that were on their way, or being settled, when the last process ended; staff were asked about the held."""
    return [_delivery(row) for row in await reader.fetch(OPEN_ROWS)]


async def high_water(reader: Reader, chat_id: int) -> int | None:
    """The highest message id known in the chat; None where none is."""
    row = await reader.fetch_one(HIGH_WATER, {"chat_id": chat_id})
    return row["last_message_id"] if row else None


async def raise_mark(tx: Transaction, chat_id: int, message_id: int) -> None:
    """Everything up to this id is known to be something else's."""
    tx.queue(MARK, {"chat_id": chat_id, "message_id": message_id})


async def window(reader: Reader, delivery: Delivery) -> Window:
    """Where the doubtful `delivery` may stand."""
    if delivery.high_water is None:
        return Window(above=None)
    where = {"chat_id": delivery.chat_id, "above": delivery.high_water}
    rivals = await reader.fetch_one(RIVALS, where | {"id": delivery.id})
    return Window(
        above=delivery.high_water,
        known=await ids_above(reader, delivery.chat_id, delivery.high_water),
        rivals=rivals["number"] if rivals else 0,
    )


async def ids_above(reader: Reader, chat_id: int, above: int) -> frozenset[int]:
    """The ids above `above` that rows of the chat know as theirs."""
    rows = await reader.fetch(KNOWN_ABOVE, {"chat_id": chat_id, "above": above})
    return frozenset(row["message_id"] for row in rows)


async def sent(tx: Transaction, delivery: Delivery, message_id: int, *, now: datetime) -> None:
    """Telegram has it under `message_id`."""
    await _settle(tx, delivery.id, "sent", now, message_id=message_id)
    if delivery.operation is Operation.SEND:
        tx.queue(MARK, {"chat_id": delivery.chat_id, "message_id": message_id})
        tx.queue(NOW_KNOWN, {"message_id": message_id, "waiting": -delivery.id})


async def retry(tx: Transaction, delivery: Delivery, *, at: datetime, reason: str, whole_chat: bool) -> None:
    """Surely not sent: again at `at`, with every other row of the chat where `whole_chat`."""
    tx.queue(BACK_TO_PENDING, {"id": delivery.id, "until": to_ms(at), "reason": reason})
    if whole_chat:
        tx.queue(HOLD_CHAT, {"chat_id": delivery.chat_id, "until": to_ms(at)})


async def give_up(
    tx: Transaction, delivery: Delivery, reason: Reason, *, chat_lost: bool, now: datetime
) -> None:
    """The row will never be sent; where the chat is lost, nor will its other rows."""
    await _settle(tx, delivery.id, "gone", now, reason=str(reason))
    tx.queue(GIVE_UP_EDITS, {"waiting": -delivery.id, "now": to_ms(now)})
    if chat_lost:
        tx.queue(GIVE_UP_CHAT, {"chat_id": delivery.chat_id, "reason": str(reason), "now": to_ms(now)})


async def hold(tx: Transaction, delivery: Delivery, detail: str) -> bool:
    """It may have arrived; nobody sends it again before that is looked into. False where it was held already."""
    changed = await tx.execute(
        "UPDATE outbox SET state = 'unsure', reason = :reason WHERE id = :id AND state = 'sending'",
        {"id": delivery.id, "reason": detail},
    )
    return changed == 1


async def resend(tx: Transaction, row_id: int, *, now: datetime) -> bool:
    """A person has looked and it is not there: queue it again. False where it was no longer unsure."""
    changed = await tx.execute(
        "UPDATE outbox SET state = 'pending', due_at = :now, reason = 'resent' WHERE id = :id AND state = 'unsure'",
        {"id": row_id, "now": to_ms(now)},
    )
    return changed == 1


async def confirm(tx: Transaction, row_id: int, *, now: datetime) -> bool:
    """A person has looked and it is there. False where it was no longer unsure."""
    changed = await tx.execute(
        """UPDATE outbox SET state = 'sent', reason = 'confirmed', settled_at = :now, body = ''
           WHERE id = :id AND state = 'unsure'""",
        {"id": row_id, "now": to_ms(now)},
    )
    if changed:
        tx.queue(LET_GO, {"waiting": -row_id})
        tx.queue(GIVE_UP_EDITS, {"waiting": -row_id, "now": to_ms(now)})
    return changed == 1


async def move_chat(tx: Transaction, *, old_id: int, new_id: int) -> None:
    """The group became a supergroup: what waits for it goes to the new id."""
    await tx.execute(MOVE_CHAT, {"old_id": old_id, "new_id": new_id})


async def after_setting_back(tx: Transaction, *, now: datetime, slack: timedelta) -> int:
    """The clock was ahead and is right now; returns how many messages no longer wait for the wrong time.

    A retry planned within `slack` stays as it is.
    """
    return await tx.execute(AFTER_SETTING_BACK, {"now": to_ms(now), "beyond": to_ms(now + slack)})


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


async def _settle(
    tx: Transaction,
    row_id: int,
    state: str,
    now: datetime,
    *,
    message_id: int | None = None,
    reason: str | None = None,
) -> None:
    tx.queue(
        SETTLE, {"id": row_id, "state": state, "message_id": message_id, "reason": reason, "now": to_ms(now)}
    )


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


def _delivery(row: Row) -> Delivery:
    return Delivery(
        id=row["id"],
        chat_id=row["chat_id"],
        thread_id=row["thread_id"],
        topic=row["topic"],
        operation=Operation(row["operation"]),
        target_id=row["target_id"],
        repeatable=bool(row["repeatable"]),
        item=decode(row["body"]),
        attempt=row["attempt"],
        high_water=row["high_water"],
    )
