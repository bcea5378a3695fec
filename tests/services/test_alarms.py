"""Staff hear once that something is wrong, and once that it is over."""

from bot import catalogs
from bot.core.rights import Role
from bot.services.alarms import Alarms
from bot.services.desk import Desk
from storage import staff
from storage.database import Database
from tests.conftest import HandClock

OWNER = 42


async def alarms_of(db: Database, clock: HandClock) -> Alarms:
    """Without a staff group: the owner is told."""
    async with db.write() as tx:
        await staff.put(tx, OWNER, Role.OWNER, origin="config", now=clock())
        await staff.put(tx, 43, Role.EDITOR, origin="config", now=clock())
    return Alarms(db, Desk(group=None), catalogs.texts("it"), clock=clock, wake=lambda: None)


async def told(db: Database) -> list[tuple[int, str]]:
    """Whom, and what about."""
    rows = await db.fetch("SELECT chat_id, body FROM outbox ORDER BY id")
    return [
        (row["chat_id"], "risponde di nuovo" if "di nuovo" in row["body"] else "non risponde") for row in rows
    ]


async def test_an_outage_is_told_once_when_it_begins_and_once_when_it_is_over(
    db: Database, clock: HandClock
) -> None:
    """However many polls fail, and however many succeed afterwards; the next outage is told again."""
    alarms = await alarms_of(db, clock)
    for _ in range(3):
        await alarms.begin("polling", fault="Timeout")
    for _ in range(3):
        await alarms.end("polling")
    assert await told(db) == [(OWNER, "non risponde"), (OWNER, "risponde di nuovo")]
    await alarms.begin("polling", fault="Timeout")
    assert len(await told(db)) == 3


async def test_an_outage_that_outlives_the_process_is_ended_by_the_next_one(
    db: Database, clock: HandClock
) -> None:
    """The incident is a row."""
    await (await alarms_of(db, clock)).begin("polling", fault="Timeout")
    await (await alarms_of(db, clock)).end("polling")
    assert len(await told(db)) == 2


async def test_a_second_unreadable_update_after_an_hour_is_told_again(db: Database, clock: HandClock) -> None:
    """Not each of a burst."""
    alarms = await alarms_of(db, clock)
    await alarms.update_failed("ValueError")
    await alarms.update_failed("ValueError")
    await alarms.end_old()
    assert len(await told(db)) == 1
    clock.forward(minutes=61)
    await alarms.end_old()
    await alarms.update_failed("ValueError")
    assert len(await told(db)) == 3
