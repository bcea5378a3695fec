"""A row on its way: whose turn it is, claimed, and what came of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.delivery import Delivery, Operation
from bot.core.outcome import Reason
from bot.core.outgoing import decode
from bot.core.priority import Priority
from bot.core.settling import Window
from storage.connection import Row
from storage.database import Reader, Transaction
from storage.times import to_ms

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


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """A row whose turn it is, before it is claimed."""

    id: int
    chat_id: int
    priority: Priority


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
