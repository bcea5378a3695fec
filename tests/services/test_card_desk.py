"""Editing cards in the chat, as the service does it."""

import pytest

from bot.core.card import Card, Category
from bot.core.errors import UserError
from bot.core.rome import day_in_rome
from bot.services import cards as service
from bot.services.answers import Answers
from bot.services.card_desk import CardDesk, NewCard
from storage import questions
from storage.database import Database
from tests.conftest import HandClock

EDITOR = 11
LIFT = Card(id="ascensore", title="Ascensore", questions=("l'ascensore non va",))
WATER = Card(id="acqua", title="Perdite d'acqua", questions=("perde il tubo del bagno",))


@pytest.fixture
async def desk(db: Database, clock: HandClock) -> CardDesk:
    """A desk over two cards."""
    for card in (LIFT, WATER):
        await service.save(db, card, by="test", clock=clock)
    return CardDesk(db, Answers(db, model=lambda _text: {"it": 1.0}), clock=clock)


async def test_a_saved_field_is_found_at_once_and_audited(db, desk):
    assert (await desk.try_out("gabbiotto")).scored == ()
    batch = await desk.save("ascensore", "keywords", "gabbiotto", by=EDITOR)
    await desk.refresh()
    assert (await desk.try_out("gabbiotto")).scored[0][0].id == "ascensore"
    row = await db.fetch_one("SELECT actor, object FROM audit ORDER BY id DESC LIMIT 1")
    assert tuple(row) == (EDITOR, f"batch:{batch}")


async def test_two_editors_of_two_fields_do_not_undo_each_other(db, desk):
    _, first = await desk.preview("ascensore", "place", "scala B")
    await desk.save("ascensore", "address", "via Appennini 1", by=EDITOR)
    await desk.save("ascensore", "place", "scala B", by=EDITOR)
    card = await desk.card("ascensore")
    assert first.address == ""
    assert (card.place, card.address) == ("scala B", "via Appennini 1")


async def test_saving_what_is_there_already_changes_nothing(desk):
    assert await desk.save("ascensore", "title", "Ascensore", by=EDITOR) is None


async def test_a_card_that_is_gone_is_said_to_be(desk):
    for work in (desk.save("x", "title", "X", by=EDITOR), desk.verify("x", by=EDITOR, name="Ada")):
        with pytest.raises(UserError) as caught:
            await work
        assert caught.value.key == "card_gone"


async def test_a_card_is_verified_on_the_day_in_rome(clock, desk):
    clock.forward(hours=14.5)  # half past midnight in Rome
    await desk.verify("ascensore", by=EDITOR, name="Ada Neri")
    card = await desk.card("ascensore")
    assert (card.verified_on.isoformat(), card.verified_by) == ("2026-11-24", "Ada Neri")


async def test_old_cards_are_a_task_the_hidden_ones_first(clock, desk):
    await desk.verify("acqua", by=EDITOR, name="Ada")
    clock.forward(days=200)
    await desk.verify("ascensore", by=EDITOR, name="Ada")
    clock.forward(days=181)
    assert [card.id for card in await desk.old()] == ["acqua", "ascensore"]


async def test_a_new_card_is_named_after_its_title_and_answers(db, desk):
    new = NewCard(title="Cantina allagata", category="", body="Chiama.", ways=("acqua in cantina",))
    card_id, batch = await desk.add(new, by=EDITOR)
    await desk.refresh()
    assert card_id == "cantina-allagata"
    assert (await desk.try_out("acqua in cantina")).scored[0][0].id == "cantina-allagata"
    await service.undo(db, batch, clock=lambda: desk.now)
    assert await desk.card("cantina-allagata") is None


async def test_rivals_leave_out_the_card_itself(desk):
    assert [one.card.id for one in await desk.rivals(["l'ascensore non va"])] == ["ascensore"]
    assert await desk.rivals(["l'ascensore non va"], without="ascensore") == ()


async def test_a_trial_with_a_changed_card_stores_nothing(db, desk):
    changed = Card(id="acqua", title="Perdite d'acqua", questions=("cantina allagata",))
    reply = await desk.try_out("cantina allagata", changed=changed)
    assert reply.scored[0][0].id == "acqua"
    assert not (await desk.try_out("cantina allagata")).scored
    assert await questions.since(db, day_in_rome(desk.now)) == []


async def test_a_category_that_does_not_exist_is_refused(db, desk, clock):
    category = b'[[category]]\nid = "guasti"\ntitle = "Guasti"\n'
    keeping, _ = await service.previews_of_bytes(db, "x.toml", category)
    await service.apply(db, keeping, by="test", clock=clock)
    assert (await desk.knowledge()).categories == (Category(id="guasti", title="Guasti"),)
    with pytest.raises(UserError):
        await desk.check_new(NewCard(title="X", category="altro", body="", ways=()))
