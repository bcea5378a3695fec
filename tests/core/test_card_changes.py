"""The difference between what is stored and what a file says."""

from datetime import date

from hypothesis import HealthCheck, given, settings

from bot.core import card_changes, card_plain
from bot.core.card import Card, Category, Closure, Knowledge, Quarter, Translation
from bot.core.card_changes import Change, FieldChange
from bot.core.card_file import Place, Row, read_rows
from tests.made_cards import knowledge

STORED = Knowledge(
    cards=(
        Card(id="a", title="A", org="Aler", translations={"en": Translation(title="A!")}),
        Card(id="b", title="B"),
    ),
    quarters=(Quarter(id="q", name="Q"),),
    categories=(Category(id="c", title="C"),),
)


def drafts(*rows: tuple[str, dict[str, object]]):
    """The drafts of (table, values)."""
    read = read_rows(
        Row(table=table, place=Place(row=number), values=values)
        for number, (table, values) in enumerate(rows, start=2)
    )
    assert read.problems == ()
    return read.drafts


def test_new_changed_and_untouched_items_are_told_apart_field_by_field():
    merged = card_changes.merge(
        STORED,
        drafts(
            (
                "card",
                {"id": "a", "title": "A2", "translations": {"en": {"title": "A?"}, "ar": {"title": "أ"}}},
            ),
            ("card", {"id": "n", "title": "N"}),
            ("card", {"id": "b", "title": "B"}),
        ),
    )
    assert [(one.id, one.change) for one in merged.changes] == [("a", Change.CHANGED), ("n", Change.ADDED)]
    assert merged.changes[0].fields == (
        FieldChange(field="title", old="A", new="A2"),
        FieldChange(field="ar.title", old="", new="أ"),
        FieldChange(field="en.title", old="A!", new="A?"),
    )
    assert [card.id for card in merged.after.cards] == ["a", "b", "n"]
    assert merged.after.cards[0].org == "Aler"


def test_missing_rows_are_kept_unless_everything_is_replaced():
    found = drafts(("card", {"id": "a"}))
    assert card_changes.merge(STORED, found).changes == ()
    replaced = card_changes.merge(STORED, found, replace_all=True)
    assert [(one.id, one.change) for one in replaced.changes] == [("b", Change.REMOVED)]
    assert replaced.after.quarters == STORED.quarters


def test_references_dates_and_half_places_are_checked():
    merged = card_changes.merge(
        STORED,
        drafts(
            ("card", {"id": "a", "quarters": ["q", "nowhere"], "category": "nothing", "lat": 45}),
            ("card", {"id": "b", "valid_from": "2026-02-01", "valid_to": "2026-01-01"}),
            ("closure", {"id": "x", "first": "2026-02-01", "last": "2026-01-01"}),
            ("card", {"id": "new"}),
        ),
    )
    assert [(problem.place.row, problem.column, problem.key) for problem in merged.problems] == [
        (5, "title", "field_missing"),
        (2, "quarters", "card_quarter_unknown"),
        (2, "category", "card_category_unknown"),
        (2, "lon", "place_half"),
        (3, "valid_to", "dates_reversed"),
        (4, "last", "dates_reversed"),
    ]


def test_a_quarter_may_be_called_by_any_of_its_names():
    found = drafts(
        ("quarter", {"id": "molise-calvairate", "name": "Molise-Calvairate", "aliases": ["Calvairate", "q"]}),
        ("card", {"id": "a", "quarters": ["Calvairate", "molise-calvairate", "q"]}),
    )
    merged = card_changes.merge(STORED, found)
    assert merged.problems == ()
    (card,) = (card for card in merged.after.cards if card.id == "a")
    assert card.quarters == ("molise-calvairate", "q")


def test_a_yearly_closure_over_new_year_is_no_mistake():
    merged = card_changes.merge(
        STORED, drafts(("closure", {"id": "x", "first": "2020-12-24", "last": "2020-01-06", "yearly": True}))
    )
    assert merged.problems == ()
    assert merged.after.closures == (
        Closure(id="x", first=date(2020, 12, 24), last=date(2020, 1, 6), yearly=True),
    )


def test_a_file_of_cards_alone_is_not_blamed_for_quarters_kept_elsewhere():
    merged = card_changes.merge(
        Knowledge(), drafts(("card", {"id": "a", "title": "A", "quarters": ["q"], "category": "c"}))
    )
    assert merged.problems == ()


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=25)
@given(knowledge(), knowledge())
def test_carrying_out_the_difference_gives_the_other_side(before, after):
    changes = card_changes.difference(before, after)
    items = {(kind, one.id): one for kind in card_plain.TYPES for one in card_plain.items(before, kind)}
    for change in changes:
        if change.new is None:
            del items[change.kind, change.id]
        else:
            items[change.kind, change.id] = change.new
    made = card_plain.knowledge_of(
        {kind: [one for key, one in items.items() if key[0] is kind] for kind in card_plain.TYPES}
    )
    assert made == after
    assert card_changes.difference(after, after) == ()
