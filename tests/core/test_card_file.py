"""Rows of a file become cards, and every mistake is found at once with its place."""

import json
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given, settings

from bot.core import card_file, card_plain
from bot.core.card import Card, Category, Closure, Knowledge, Origin, Phone, Quarter, Status, Translation
from bot.core.card_fields import CARD_FIELDS, Kind
from bot.core.card_file import Place, Row, read_rows
from bot.core.card_plain import column_name, columns
from bot.core.card_values import clean, read_items
from tests.made_cards import cards


def row(table: str = "card", number: int = 2, *, cells: bool = False, **values) -> Row:
    return Row(table=table, place=Place(file="a", table=table, row=number), values=values, cells=cells)


def one(**values) -> Card:
    read = read_rows([row(id="x", title="X", **values)])
    assert read.problems == ()
    made = card_file.made(read.drafts[0], None)
    assert isinstance(made, Card)
    return made


def mistakes(*rows: Row) -> list[tuple[int, str, str, str]]:
    """(row, id, column, key) of every problem."""
    return [(p.place.row, p.place.id, p.column, p.key) for p in read_rows(rows).problems]


def test_a_full_table_becomes_a_card():
    card = one(
        quarters=["san-siro", "mazzini"],
        phones=[{"number": "02 73921", "label": "Centralino", "hours": "lun-ven 9-12"}, {"number": 1522.0}],
        hours="lun-ven 9-12.30 e 14-17",
        closures=["2026-12-24", "2026-08-14"],
        verified_on="22/11/2026",
        source_date=date(2020, 3, 1),
        status="sospeso",
        wheelchair="in parte",
        lat="45,46",
        lon=9.19,
        sensitive="sì",
        keywords="guasto; rotto ;guasto",
        translations={"en": {"title": "Lift", "origin": "machine"}},
    )
    assert card == Card(
        id="x",
        title="X",
        quarters=("san-siro", "mazzini"),
        phones=(
            Phone(number="+390273921", label="Centralino", hours="Mo-Fr 09:00-12:00"),
            Phone(number="1522", free=True),
        ),
        hours="Mo-Fr 09:00-12:30,14:00-17:00",
        closures=(date(2026, 8, 14), date(2026, 12, 24)),
        verified_on=date(2026, 11, 22),
        source_date="2020-03-01",
        status=Status.SUSPENDED,
        wheelchair="limited",
        lat=45.46,
        lon=9.19,
        sensitive=True,
        keywords=("guasto", "rotto"),
        translations={"en": Translation(title="Lift", origin=Origin.MACHINE)},
    )


def test_all_mistakes_of_all_rows_are_found_at_once():
    found = mistakes(
        row(number=2, id="a", title="A", hours="quando capita", phones="12", email="nessuna"),
        row(number=3, id="A B", title="B"),
        row(number=4, title="C"),
        row(number=5, id="a", title="Again"),
        row(
            number=6, id="d", title="x" * 121, summary="x" * 161, lat=200, verified_on="domani", colour="blue"
        ),
        row(number=7, id="e", title="E", translations={"inglese": {}, "en": {"titolo": "x"}}),
        row("translation", 8, id="a", lang="e"),
    )
    assert found == [
        (2, "a", "hours", "hours_unreadable"),
        (2, "a", "phones", "phone_unreadable"),
        (2, "a", "email", "field_not_email"),
        (3, "", "id", "field_not_slug"),
        (4, "", "id", "id_missing"),
        (5, "a", "id", "id_twice"),
        (6, "d", "title", "field_too_long"),
        (6, "d", "summary", "field_too_long"),
        (6, "d", "lat", "field_not_number"),
        (6, "d", "verified_on", "field_not_date"),
        (6, "d", "colour", "field_unknown"),
        (7, "e", "translations", "language_unknown"),
        (7, "e", "en.titolo", "field_unknown"),
        (8, "", "lang", "language_unknown"),
    ]


@pytest.mark.parametrize(
    ("column", "value", "key"),
    [
        ("site", "www.comune.milano.it", "field_not_url"),
        ("sensitive", "forse", "field_not_flag"),
        ("status", "boh", "field_not_choice"),
        ("wheelchair", "forse", "field_not_choice"),
        ("review_days", 0, "field_not_number"),
        ("review_days", 1.5, "field_not_number"),
        ("lat", "nord", "field_not_number"),
        ("title", ["A"], "field_not_text"),
        ("phones", [{"number": "1522", "fax": "x"}], "field_unknown"),
        ("phones", "1522 | Aiuto | 24/7 | gratis", "phone_unreadable"),
        ("phones", "centralino 02 1234567", "phone_not_alone"),
        ("phones", "02 1234567 int. 3", "phone_not_alone"),
        ("phones", 273921.0, "phone_without_zero"),
        ("phones", "3,90273E+11", "phone_rounded"),
        ("hours", "2026-12-09T00:00:00", "cell_became_date"),
        ("verified_on", "32 novembre 2026", "field_not_date"),
        ("hours", "Mo-Fr 09:00-12:00; SH off", "hours_school_holidays"),
        ("body", "x" * 30_001, "field_too_long"),
        ("translations", "en", "field_not_table"),
        ("closures", "2026-13-01", "field_not_date"),
    ],
)
def test_a_wrong_value_is_refused(column, value, key):
    values = {"title": "X", column: value}
    assert [found[3] for found in mistakes(row(id="x", **values))] == [key]


@pytest.mark.parametrize(
    ("column", "typed", "field", "value"),
    [
        ("quarters", "San Siro, Gratosoglio", "quarters", ("san-siro", "gratosoglio")),
        ("quarters", "Molise-Calvairate", "quarters", ("molise-calvairate",)),
        ("verified_on", "1 novembre 2026", "verified_on", date(2026, 11, 1)),
        ("source_date", "marzo 2020", "source_date", "2020-03"),
        ("source_date", "03/2020", "source_date", "2020-03"),
        (
            "closures",
            "1 maggio 2026, 24/12/2026 31/12/2026",
            "closures",
            (date(2026, 5, 1), date(2026, 12, 24), date(2026, 12, 31)),
        ),
        ("verified_on", "1/11/26", "verified_on", date(2026, 11, 1)),
    ],
)
def test_a_cell_is_read_as_people_fill_it(column, typed, field, value):
    draft = read_rows([row(cells=True, id="x", **{column: typed})]).drafts[0]
    assert draft.values[field] == value


def test_several_bare_numbers_may_stand_on_one_line():
    draft = read_rows([row(cells=True, id="x", phones="02.1234567 / 800 013191, 1522")]).drafts[0]
    assert [phone.number for phone in draft.values["phones"]] == ["+39021234567", "+39800013191", "1522"]


def test_a_name_that_will_not_do_is_answered_with_one_that_does():
    problem = read_rows([row(id="Sportello X è qui", title="X")]).problems[0]
    assert problem.args["better"] == "sportello-x-e-qui"


def test_a_row_without_a_good_id_tells_its_other_mistakes_too():
    found = mistakes(row(id="Sportello X", title="X", hours="quando capita"))
    assert [(column, key) for _, _, column, key in found] == [
        ("id", "field_not_slug"),
        ("hours", "hours_unreadable"),
    ]


def test_an_unknown_table_is_refused():
    assert mistakes(row("scheda", id="x")) == [(2, "x", "", "table_unknown")]


def test_an_empty_cell_says_nothing_and_an_empty_toml_value_clears():
    sheet = read_rows([row(cells=True, id="x", org="", place="--", who="chi abita qui")]).drafts[0]
    assert set(sheet.values) == {"place", "who"}
    toml = read_rows([row(id="x", org="", keywords=[])]).drafts[0]
    old = Card(id="x", title="X", org="Aler", place="Qui", keywords=("a",))
    assert card_file.made(sheet, old) == Card(
        id="x", title="X", org="Aler", who="chi abita qui", keywords=("a",)
    )
    assert card_file.made(toml, old) == Card(id="x", title="X", place="Qui")


def test_translations_are_merged_language_by_language_and_go_when_they_are_empty():
    old = Card(
        id="x", title="X", translations={"en": Translation(title="E", body="B"), "ar": Translation(title="A")}
    )
    rows = [
        row("translation", cells=True, id="x", lang="EN", title="--", body="New"),
        row("translation", cells=True, id="x", lang="ar", title="--"),
        row("translation", cells=True, id="x", lang="zh", title="Z"),
    ]
    made = card_file.made(read_rows(rows).drafts[0], old)
    assert isinstance(made, Card)
    assert made.translations == {"en": Translation(body="New"), "zh": Translation(title="Z")}


def test_required_fields_are_asked_for():
    (draft,) = read_rows([row(id="x")]).drafts
    assert [(p.column, p.key) for p in card_file.missing(draft, None)] == [("title", "field_missing")]
    assert card_file.missing(draft, Card(id="x", title="X")) == []
    (cleared,) = read_rows([row(id="x", title="--")]).drafts
    assert len(card_file.missing(cleared, Card(id="x", title="X"))) == 1


def test_every_kind_of_item_is_read():
    rows = [
        row("quarter", id="q", name="Q", municipio=7, listed=True, streets=["via x"]),
        row("category", id="c", title="C", order="3"),
        row("closure", id="d", first="24/12/2026", last=date(2027, 1, 6), yearly="no", reason="Feste"),
    ]
    assert [card_file.made(draft, None) for draft in read_rows(rows).drafts] == [
        Quarter(id="q", name="Q", municipio=7, listed=True, streets=("via x",)),
        Category(id="c", title="C", order=3),
        Closure(id="d", first=date(2026, 12, 24), last=date(2027, 1, 6), reason="Feste"),
    ]


def test_all_fields_of_a_card_have_a_column():
    assert {column.name for column in CARD_FIELDS} == {field.name for field in fields(Card)} - {
        "id",
        "translations",
    }


@pytest.mark.parametrize("table", [*Kind, card_plain.TRANSLATION])
def test_headings_and_names_lead_to_the_same_column_and_none_means_two(table):
    for name, heading in columns(table):
        assert column_name(table, heading.upper()) == name
        assert column_name(table, name) == name
    assert len({heading for _, heading in columns(table)}) == len(columns(table))


def test_texts_are_kept_clean():
    assert clean(" a\r\nb\x00\tc ") == "a\nb c"
    assert clean("e\u0301\n x", lines=False) == "é x"


def test_one_item_with_a_semicolon_is_told_from_two_items():
    assert read_items("a;b") == ("a", "b")
    assert read_items("a;b\n") == ("a;b",)
    assert read_items("a;b\nc") == ("a;b", "c")


@settings(deadline=None)
@given(cards())
def test_what_is_stored_thaws_into_the_same_card(card):
    frozen = json.dumps(card_plain.to_plain(Kind.CARD, card), default=str)
    assert card_plain.from_plain(Kind.CARD, json.loads(frozen)) == card


def test_knowledge_has_one_order():
    found = card_plain.knowledge_of(
        {
            Kind.CARD: [Card(id="b", title="B"), Card(id="a", title="A")],
            Kind.CATEGORY: [Category(id="a", title="A", order=2), Category(id="b", title="B", order=1)],
        }
    )
    assert [card.id for card in found.cards] == ["a", "b"]
    assert [category.id for category in found.categories] == ["b", "a"]
    assert Knowledge() == card_plain.knowledge_of({})
