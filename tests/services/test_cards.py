"""Checking, importing, undoing and exporting cards."""

import asyncio
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot import sheets
from bot.core.card import Card, Knowledge
from bot.core.card_changes import Change
from bot.core.card_fields import Kind
from bot.core.errors import UserError
from bot.core.freshness import Freshness
from bot.services import cards
from storage import cards as stored

TODAY = date(2026, 11, 23)
FIRST = """
[[quarter]]
id = "san-siro"
name = "San Siro"

[[card]]
id = "ascensore"
title = "Ascensore rotto"
quarters = ["san-siro"]
hours = "lun-ven 9-12.30"
phones = [{number = "800 013 191", label = "MM"}]

[[card]]
id = "affitto"
title = "Pagare l'affitto"
verified_on = 2026-11-01
[card.translations.en]
title = "Paying the rent"
"""
SECOND = """
[[card]]
id = "ascensore"
title = "Ascensore fermo"

[[card]]
id = "caldaia"
title = "Caldaia spenta"
"""


def written(folder: Path, text: str, name: str = "schede.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


async def imported(db, path, clock, **options) -> int:
    return await cards.apply(db, await cards.preview(db, path, **options), by="test", clock=clock)


async def exported(db, folder: Path) -> dict[str, bytes]:
    knowledge = await stored.load(db)
    return {ending: sheets.rendered(ending, knowledge) for ending in sheets.ENDINGS}


async def raised(work) -> str:
    with pytest.raises(UserError) as caught:
        await work
    return caught.value.key


def test_check_counts_cards_by_freshness_and_changes_nothing(tmp_path):
    report = cards.check(written(tmp_path, FIRST), today=TODAY)
    assert report.problems == ()
    assert report.fresh == {Freshness.TO_VERIFY: 1, Freshness.CURRENT: 1}
    assert [path.name for path in tmp_path.iterdir()] == ["schede.toml"]


def test_check_gives_every_mistake_with_file_line_and_column(tmp_path):
    written(tmp_path, FIRST, "a.toml")
    written(
        tmp_path,
        '[[card]]\nid = "ascensore"\n\n[[card]]\nid = "x"\ntitle = "X"\nhours = "mai"\nphones = ["12"]\n',
        "b.toml",
    )
    report = cards.check(tmp_path, today=TODAY)
    assert [(p.place.file, p.place.row, p.place.id, p.column, p.key) for p in report.problems] == [
        ("b.toml", 1, "ascensore", "id", "id_twice"),
        ("b.toml", 4, "x", "hours", "hours_unreadable"),
        ("b.toml", 4, "x", "phones", "phone_unreadable"),
    ]


async def test_a_preview_shows_the_difference_and_stores_nothing(db, tmp_path, clock):
    await imported(db, written(tmp_path, FIRST), clock)
    before = await stored.load(db)
    changes = await cards.preview(db, written(tmp_path, SECOND))
    assert (changes.count(Change.ADDED), changes.count(Change.CHANGED), changes.count(Change.REMOVED)) == (
        1,
        1,
        0,
    )
    (changed,) = (one for one in changes.changes if one.change is Change.CHANGED)
    assert [(one.field, one.old, one.new) for one in changed.fields] == [
        ("title", "Ascensore rotto", "Ascensore fermo")
    ]
    assert await stored.load(db) == before


async def test_an_import_keeps_what_the_file_does_not_say(db, tmp_path, clock):
    await imported(db, written(tmp_path, FIRST), clock)
    await imported(db, written(tmp_path, SECOND), clock)
    found = {card.id: card for card in (await stored.load(db)).cards}
    assert sorted(found) == ["affitto", "ascensore", "caldaia"]
    assert found["ascensore"].title == "Ascensore fermo"
    assert found["ascensore"].hours == "Mo-Fr 09:00-12:30"
    assert found["ascensore"].phones[0].free


async def test_replacing_removes_cards_the_file_does_not_name_but_no_quarter(db, tmp_path, clock):
    await imported(db, written(tmp_path, FIRST), clock)
    await imported(db, written(tmp_path, SECOND), clock, replace=True)
    after = await stored.load(db)
    assert [card.id for card in after.cards] == ["ascensore", "caldaia"]
    assert [quarter.id for quarter in after.quarters] == ["san-siro"]


@pytest.mark.parametrize("replace_all", [False, True])
async def test_undoing_restores_the_same_export_byte_for_byte(db, tmp_path, clock, replace_all):
    await imported(db, written(tmp_path, FIRST), clock)
    before = await exported(db, tmp_path)
    batch = await imported(db, written(tmp_path, SECOND), clock, replace=replace_all)
    assert await exported(db, tmp_path) != before
    clock.forward(days=29)
    assert await cards.undo(db, batch, clock=clock) == (3 if replace_all else 2)
    assert await exported(db, tmp_path) == before


async def test_an_undo_comes_too_late_after_30_days(db, tmp_path, clock):
    batch = await imported(db, written(tmp_path, FIRST), clock)
    clock.forward(days=31)
    assert await cards.undoable(db, now=clock()) == []
    assert await raised(cards.undo(db, batch, clock=clock)) == "undo_too_late"
    assert await raised(cards.undo(db, 999, clock=clock)) == "undo_too_late"


async def test_old_batches_are_forgotten_at_the_next_import(db, tmp_path, clock):
    batch = await imported(db, written(tmp_path, FIRST), clock)
    clock.forward(days=31)
    await imported(db, written(tmp_path, SECOND), clock)
    assert await stored.batch(db, batch) is None


async def test_an_undo_happens_once_and_not_over_a_later_change(db, tmp_path, clock):
    first = await imported(db, written(tmp_path, FIRST), clock)
    second = await imported(db, written(tmp_path, SECOND), clock)
    assert await raised(cards.undo(db, first, clock=clock)) == "undo_changed_since"
    await cards.undo(db, second, clock=clock)
    assert await raised(cards.undo(db, second, clock=clock)) == "undo_done"
    await cards.undo(db, first, clock=clock)
    assert await stored.load(db) == Knowledge()


async def test_a_file_with_mistakes_is_not_imported_at_all(db, tmp_path, clock):
    changes = await cards.preview(db, written(tmp_path, FIRST + '\n[[card]]\nid = "x"\n'))
    assert [problem.key for problem in changes.problems] == ["field_missing"]
    assert await raised(cards.apply(db, changes, by="test", clock=clock)) == "cards_have_mistakes"
    assert await stored.load(db) == Knowledge()


async def test_a_preview_is_stale_once_somebody_else_changed_a_card(db, tmp_path, clock):
    changes = await cards.preview(db, written(tmp_path, FIRST))
    await cards.save(db, Card(id="altra", title="Altra"), by="staff:1", clock=clock)
    assert await raised(cards.apply(db, changes, by="test", clock=clock)) == "cards_changed_meanwhile"


async def test_the_same_file_twice_has_nothing_to_do(db, tmp_path, clock):
    path = written(tmp_path, FIRST)
    await imported(db, path, clock)
    assert await raised(imported(db, path, clock)) == "cards_no_change"


async def test_one_card_edited_in_the_chat_is_a_batch_of_its_own(db, tmp_path, clock):
    await imported(db, written(tmp_path, FIRST), clock)
    before = await exported(db, tmp_path)
    card = next(one for one in (await stored.load(db)).cards if one.id == "ascensore")
    batch = await cards.save(db, replace(card, keywords=("montacarichi",)), by="staff:1", clock=clock)
    assert batch is not None
    assert await cards.save(db, replace(card, keywords=("montacarichi",)), by="staff:1", clock=clock) is None
    assert [one.author for one in await cards.undoable(db, now=clock())] == ["staff:1", "test"]
    await cards.undo(db, batch, clock=clock)
    assert await exported(db, tmp_path) == before


@pytest.mark.parametrize("ending", sheets.ENDINGS)
async def test_an_export_imported_elsewhere_is_the_same_knowledge(db, tmp_path, clock, ending):
    await imported(db, written(tmp_path, FIRST), clock)
    knowledge = await cards.export(db, tmp_path / f"tutto.{ending}")
    assert (await cards.preview(db, tmp_path / f"tutto.{ending}")).changes == ()
    assert (
        await asyncio.to_thread(cards.check, tmp_path / f"tutto.{ending}", today=TODAY)
    ).knowledge == knowledge


async def test_an_import_that_is_cancelled_is_all_or_nothing(db, tmp_path, clock):
    changes = await cards.preview(db, written(tmp_path, FIRST))
    for ticks in range(12):
        task = asyncio.create_task(cards.apply(db, changes, by="test", clock=clock))
        for _ in range(ticks):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        found = await stored.load(db)
        assert len(found.cards) in {0, 2}
        assert len(found.cards) == 2 * (await stored.revision(db) > 0)
        if found.cards:
            break


def test_the_starter_cards_have_no_mistake():
    report = cards.check(Path(__file__).parents[2] / "knowledge", today=TODAY)
    assert report.problems == ()
    assert len(report.knowledge.cards) >= 25
    assert {kind for kind in Kind if getattr(report.knowledge, _PLURAL[kind])} >= {
        Kind.CARD,
        Kind.QUARTER,
        Kind.CATEGORY,
    }


_PLURAL = {
    Kind.CARD: "cards",
    Kind.QUARTER: "quarters",
    Kind.CATEGORY: "categories",
    Kind.CLOSURE: "closures",
}
