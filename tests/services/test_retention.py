"""What is too old goes, what is not stays, and what went cannot be read from the files."""

import sqlite3
from typing import Any

from bot.core.outgoing import Outgoing
from bot.core.richtext import RichText
from bot.services.retention import Retention
from storage import dialogues, handoffs, outbox, sending, tenants
from storage.database import Database
from tests.conftest import HandClock

WORDS = "Zirbolina abita al terzo piano"


async def hand_off(db: Database, clock: HandClock) -> None:
    """A question in the staff group, sent and answered."""
    async with db.write() as tx:
        number = await handoffs.open_one(tx, 5, now=clock())
        topic = f"handoff:{number}"
        await outbox.add(
            tx,
            chat_id=-300,
            item=Outgoing(text=RichText(WORDS)),
            once_key=topic,
            topic=topic,
            priority=1,
            due_at=clock(),
            now=clock(),
        )
        row: Any = await tx.fetch_one("SELECT max(id) AS id FROM outbox")
        delivery = await sending.claim(tx, row["id"], now=clock())
        assert delivery is not None
        await sending.sent(tx, delivery, 77, now=clock())
        await handoffs.answered(tx, number, now=clock())


async def test_a_closed_hand_off_goes_after_thirty_days_with_its_words(
    db: Database, clock: HandClock
) -> None:
    """Not before; and then neither file nor log holds them."""
    await hand_off(db, clock)
    retention = Retention(db, clock=clock)
    clock.forward(days=29)
    assert (await retention.purge())["handoffs"] == 0
    clock.forward(days=2)
    report = await retention.purge()
    assert report["handoffs"] == report["handoff_cards"] == 1
    for file in db.path.parent.glob("portineria.db*"):
        assert WORDS.encode() not in file.read_bytes(), file.name


async def test_a_tenant_who_has_not_come_for_two_years_is_forgotten(db: Database, clock: HandClock) -> None:
    """A visit counts anew."""
    async with db.write() as tx:
        for chat in (5, 6):
            await tenants.see(tx, chat, lang="it", day=clock().date())
            await tenants.subscribe(tx, chat, "san-siro")
    clock.forward(days=400)
    async with db.write() as tx:
        await tenants.see(tx, 6, lang="it", day=clock().date())
    clock.forward(days=400)
    assert (await Retention(db, clock=clock).purge())["idle_tenants"] == 1
    assert await tenants.get(db, 5) is None
    assert await tenants.subscribers(db) == {"san-siro": 1}


async def test_posts_of_stories_stay_so_that_they_can_still_be_corrected(
    db: Database, clock: HandClock
) -> None:
    """A story may be corrected after months; other delivery rows go after ninety days."""
    for topic in ("story:1", "announcement:1"):
        async with db.write() as tx:
            await outbox.add(
                tx,
                chat_id=-100,
                item=Outgoing(text=RichText("x")),
                once_key=topic,
                topic=topic,
                priority=2,
                due_at=clock(),
                now=clock(),
            )
            row: Any = await tx.fetch_one("SELECT max(id) AS id FROM outbox")
            delivery = await sending.claim(tx, row["id"], now=clock())
            assert delivery is not None
            await sending.sent(tx, delivery, row["id"], now=clock())
    clock.forward(days=91)
    assert (await Retention(db, clock=clock).purge())["deliveries"] == 1
    assert [row["topic"] for row in await db.fetch("SELECT topic FROM outbox")] == ["story:1"]


async def test_the_round_is_made_once_a_night(db: Database, clock: HandClock) -> None:
    """At the first tick after three, also where the bot slept at three."""
    await hand_off(db, clock)
    retention = Retention(db, clock=clock)
    clock.forward(days=40)
    clock.now = clock.now.replace(hour=1, minute=0)  # two o'clock in Rome
    await retention.purge_when_due()
    assert len(await db.fetch("SELECT id FROM handoff")) == 1
    clock.forward(hours=9)
    await retention.purge_when_due()
    assert await db.fetch("SELECT id FROM handoff") == []


async def test_what_was_deleted_is_out_of_the_running_database_at_once(
    db: Database, clock: HandClock
) -> None:
    """The write-ahead log still has the page as it was; an inbox row that was answered must not be read there."""
    async with db.write() as tx:
        await dialogues.put(tx, 5, "asked", {"question": WORDS}, now=clock())
    async with db.write() as tx:
        await dialogues.end(tx, 5)
    held = [
        file.name for file in db.path.parent.glob("portineria.db*") if WORDS.encode() in file.read_bytes()
    ]
    assert held, "else this shows nothing"
    copying = sqlite3.connect(db.path)
    copying.executescript("BEGIN; SELECT count(*) FROM tenant")
    copying.execute("SELECT count(*) FROM dialogue").fetchall()
    await Retention(db, clock=clock).wipe()  # nobody waits for whoever copies the file
    copying.close()
    await Retention(db, clock=clock).wipe()
    for file in db.path.parent.glob("portineria.db*"):
        assert WORDS.encode() not in file.read_bytes(), file.name
