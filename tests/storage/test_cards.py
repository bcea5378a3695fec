"""Cards in the database."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from bot.core import card_changes
from bot.core.card import Card, Category, Knowledge, Phone, Quarter, Translation
from bot.core.errors import Corrupt
from storage import cards
from storage.database import Database
from tests.conftest import HandClock
from tests.made_cards import knowledge

SOME = Knowledge(
    cards=(
        Card(
            id="a",
            title="A",
            phones=(Phone(number="1522", free=True),),
            verified_on=date(2026, 11, 1),
            translations={"en": Translation(title="E")},
        ),
    ),
    quarters=(Quarter(id="q", name="Q"),),
    categories=(Category(id="c", title="C", order=2),),
)


async def store(db: Database, before: Knowledge, after: Knowledge, clock: HandClock) -> int:
    async with db.write() as transaction:
        changes = card_changes.difference(before, after)
        return await cards.replace(transaction, changes, author="test", source="test.toml", now=clock())


async def test_what_is_stored_is_loaded_again(db, clock):
    await store(db, Knowledge(), SOME, clock)
    assert await cards.load(db) == SOME


async def test_an_empty_database_holds_nothing_and_revision_zero(db):
    assert await cards.load(db) == Knowledge()
    assert await cards.revision(db) == 0


async def test_the_revision_grows_with_each_change_and_with_its_undoing(db, clock):
    batch = await store(db, Knowledge(), SOME, clock)
    first = await cards.revision(db)
    async with db.write() as transaction:
        assert await cards.restore(
            transaction, batch, await cards.changes_of(transaction, batch), now=clock()
        )
    second = await cards.revision(db)
    assert 0 < first < second
    assert await cards.load(db) == Knowledge()


async def test_a_batch_is_undone_once(db, clock):
    batch = await store(db, Knowledge(), SOME, clock)
    async with db.write() as transaction:
        changes = await cards.changes_of(transaction, batch)
        assert await cards.restore(transaction, batch, changes, now=clock())
        assert not await cards.restore(transaction, batch, changes, now=clock())


async def test_batches_are_listed_newest_first_and_forgotten_with_age(db, clock):
    first = await store(db, Knowledge(), SOME, clock)
    clock.forward(days=2)
    changed = replace(SOME, cards=(replace(SOME.cards[0], title="B"),))
    second = await store(db, SOME, changed, clock)
    since = clock() - timedelta(days=30)
    assert [(one.id, one.changes, one.source) for one in await cards.batches(db, since=since)] == [
        (second, 1, "test.toml"),
        (first, 3, "test.toml"),
    ]
    async with db.write() as transaction:
        assert await cards.forget(transaction, before=clock() - timedelta(days=1)) == 1
    assert await cards.changes_of(db, first) == []
    third = await store(db, changed, SOME, clock)
    assert third > second
    assert await cards.batch(db, first) is None
    assert await cards.load(db) == SOME


async def test_the_number_of_a_forgotten_batch_is_not_given_again(db, clock):
    first = await store(db, Knowledge(), SOME, clock)
    async with db.write() as transaction:
        await cards.forget(transaction, before=clock() + timedelta(seconds=1))
    assert await store(db, SOME, Knowledge(), clock) > first


async def test_a_stored_card_that_cannot_be_read_stops_the_loading(db):
    async with db.write() as transaction:
        await transaction.execute(cards.PUT, {"kind": "card", "id": "x", "body": '{"id": "x"}', "now": 0})
    with pytest.raises(Corrupt, match="card"):
        await cards.load(db)


async def test_reads_of_one_item_and_of_old_batches_use_their_index(db):
    for sql, params in (
        (cards.ITEM, {"kind": "card", "id": "x"}),
        (cards.CHANGES_OF, {"batch": 1}),
        (cards.FORGET, {"before": 0}),
    ):
        plan = " ".join(str(row["detail"]) for row in await db.fetch(f"EXPLAIN QUERY PLAN {sql}", params))
        assert "SCAN" not in plan, plan


@settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(content=knowledge())
async def test_any_knowledge_is_stored_and_taken_back(db, clock, content):
    before = await cards.load(db)
    await store(db, before, content, clock)
    assert await cards.load(db) == content
