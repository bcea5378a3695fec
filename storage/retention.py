"""What is thrown away when its time is over, table by table."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.database import Database, Transaction
from storage.times import to_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Everything older than these goes. Instants are UTC; days are Rome's."""

    handoffs: datetime
    questions: date
    deliveries: datetime
    tenants: date
    audit: datetime


STATEMENTS = {
    # A tenant's words are in the card for staff: its body goes with the hand-off.
    "handoff_cards": """
        DELETE FROM outbox
        WHERE topic IN (
            SELECT 'handoff:' || id FROM handoff WHERE state <> 'open' AND closed_at < :handoffs
            UNION ALL
            SELECT 'handoff_answer:' || id FROM handoff WHERE state <> 'open' AND closed_at < :handoffs
        )
    """,
    "handoffs": "DELETE FROM handoff WHERE state <> 'open' AND closed_at < :handoffs",
    "questions": "DELETE FROM question WHERE day < :questions",
    "unanswered": "DELETE FROM unanswered WHERE last_day < :questions",
    "deliveries": """
        DELETE FROM outbox
        WHERE state IN ('sent', 'gone') AND settled_at < :deliveries
            AND (topic IS NULL OR topic NOT LIKE 'story:%')
    """,
    "set_aside": "DELETE FROM set_aside WHERE at < :deliveries",
    "incidents": "DELETE FROM incident WHERE ended_at < :deliveries",
    "join_requests": """
        DELETE FROM join_request
        WHERE state NOT IN ('waiting', 'approving', 'declining') AND decided_at < :audit
    """,
    "subscriptions_of_idle": """
        DELETE FROM subscription
        WHERE chat_id IN (SELECT chat_id FROM tenant WHERE last_day < :tenants)
    """,
    "idle_tenants": "DELETE FROM tenant WHERE last_day < :tenants",
    "audit": "DELETE FROM audit WHERE at < :audit",
}


async def apply(tx: Transaction, limits: Limits) -> dict[str, int]:
    """Throw away what is too old; how many rows of what."""
    params = {
        "handoffs": to_ms(limits.handoffs),
        "questions": limits.questions.isoformat(),
        "deliveries": to_ms(limits.deliveries),
        "tenants": limits.tenants.isoformat(),
        "audit": to_ms(limits.audit),
    }
    return {name: await tx.execute(statement, params) for name, statement in STATEMENTS.items()}


async def wipe(db: Database) -> None:
    """Make what was deleted unreadable: `secure_delete` zeroes pages, this empties the log that still holds them."""
    await db.truncate_log()
