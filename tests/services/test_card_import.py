"""Importing cards from a chat: exactly what was shown, once, and audited."""

import pytest

from bot import sheets
from bot.catalogs import texts
from bot.core.card import Card
from bot.core.card_changes import Change, FieldChange
from bot.core.card_preview import pages, sides
from bot.core.errors import UserError
from bot.core.richtext import utf16_length
from bot.services import cards as service
from bot.services.card_import import CardImport, Mistakes
from storage import cards
from storage.card_drafts import CardDraft
from storage.database import Database
from tests.conftest import HandClock

EDITOR, OTHER = 11, 12
FIRST = b'[[card]]\nid = "a"\ntitle = "A"\n\n[[card]]\nid = "b"\ntitle = "B"\n'
SECOND = b'[[card]]\nid = "a"\ntitle = "A2"\n'


async def staged(imports: CardImport, body: bytes) -> CardDraft:
    """A draft, where the file is right."""
    found = await imports.stage("schede.toml", body, by=EDITOR)
    assert isinstance(found, CardDraft)
    return found


async def exports(db: Database) -> list[bytes]:
    """Everything stored, as each kind of file."""
    knowledge = await cards.load(db)
    return [sheets.rendered(ending, knowledge) for ending in sheets.ENDINGS]


async def fault(work) -> str:
    """The key of what went wrong."""
    with pytest.raises(UserError) as caught:
        await work
    return caught.value.key


@pytest.fixture
def imports(db: Database, clock: HandClock) -> CardImport:
    """The service over a fresh database."""
    return CardImport(db, clock=clock)


async def test_a_draft_is_applied_once_and_undone_within_thirty_days(db, clock, imports):
    await imports.apply((await staged(imports, FIRST)).id, by=EDITOR)
    before = await exports(db)
    draft = await staged(imports, SECOND)
    batch = await imports.apply(draft.id, by=OTHER)
    assert await fault(imports.apply(draft.id, by=EDITOR)) == "cards_draft_gone"
    assert [card.title for card in (await cards.load(db)).cards] == ["A2", "B"]
    clock.forward(days=29)
    assert [one.id for one in await imports.undoable()] == [batch, batch - 1]
    assert await imports.undo(batch, by=EDITOR) == 1
    assert await exports(db) == before
    assert await fault(imports.undo(batch, by=EDITOR)) == "undo_done"


async def test_every_change_is_audited_with_who_did_it(db, imports):
    batch = await imports.apply((await staged(imports, FIRST)).id, by=OTHER)
    await imports.undo(batch, by=EDITOR)
    rows = await db.fetch("SELECT actor, action, object FROM audit ORDER BY id")
    assert [tuple(row) for row in rows] == [
        (OTHER, "cards_changed", f"batch:{batch}"),
        (EDITOR, "cards_undone", f"batch:{batch}"),
    ]


async def test_what_was_compared_with_older_cards_is_not_applied(db, clock, imports):
    draft = await staged(imports, FIRST)
    await service.save(db, Card(id="c", title="C"), by="test", clock=clock)
    assert await fault(imports.apply(draft.id, by=EDITOR)) == "cards_changed_meanwhile"
    assert [card.id for card in (await cards.load(db)).cards] == ["c"]


async def test_the_other_choice_about_what_a_file_does_not_name_is_a_draft_of_its_own(db, imports):
    await imports.apply((await staged(imports, FIRST)).id, by=EDITOR)
    keeping = await staged(imports, SECOND)
    removing = await imports.draft(keeping.other or 0)
    assert removing is not None
    assert (keeping.removes_the_rest, removing.removes_the_rest) == (False, True)
    assert [(one.id, one.change) for one in removing.changes] == [
        ("a", Change.CHANGED),
        ("b", Change.REMOVED),
    ]
    await imports.apply(removing.id, by=EDITOR)
    assert [card.id for card in (await cards.load(db)).cards] == ["a"]
    assert await imports.draft(keeping.id) is None


async def test_a_file_with_mistakes_or_nothing_new_makes_no_draft(db, clock, imports):
    wrong = await imports.stage("schede.csv", b"id;titolo;orari\na;A;mai\n", by=EDITOR)
    assert isinstance(wrong, Mistakes)
    assert [(one.place.row, one.column) for one in wrong.problems] == [(2, "hours")]
    await imports.apply((await staged(imports, FIRST)).id, by=EDITOR)
    assert await fault(imports.stage("schede.toml", FIRST, by=EDITOR)) == "cards_no_change"
    assert (
        await fault(imports.stage("schede.toml", b" " * (sheets.SIZE_LIMIT + 1), by=EDITOR))
        == "file_too_large"
    )
    assert await fault(imports.stage("foto.png", b"x", by=EDITOR)) == "file_ending"
    assert await db.fetch("SELECT id FROM card_draft") == []


async def test_a_draft_nobody_decided_about_is_forgotten(db, clock, imports):
    old = await staged(imports, FIRST)
    clock.forward(days=2)
    await staged(imports, FIRST)
    assert await imports.draft(old.id) is None


def test_of_a_long_list_only_what_goes_and_comes_is_shown():
    change = FieldChange(field="questions", old=("a", "b", "c"), new=("a", "c", "d"))
    assert sides(change, texts("it")) == ("b", "d")


def test_of_two_long_texts_the_part_that_differs_is_shown():
    old, new = "x" * 300 + " lunedì", "x" * 300 + " martedì"
    before, after = sides(FieldChange(field="body", old=old, new=new), texts("it"))
    assert before.endswith("lunedì")
    assert after.endswith("martedì")
    assert len(after) < 80


def test_pages_fit_and_lose_no_line():
    lines = [f"riga {number} {'é' * number}" for number in range(120)]
    found = pages(lines, limit=400)
    assert "\n".join(found).split("\n") == lines
    assert all(utf16_length(page) <= 400 for page in found)
