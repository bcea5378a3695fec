"""What an editor types in the chat becomes the card after it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogs import texts
from bot.core import card_edit
from bot.core.card import Card, Category, Knowledge, Phone, Quarter
from bot.core.card_fields import CARD_FIELDS
from bot.core.errors import UserError

ITALIAN = texts("it")
LIFT = Card(
    id="ascensore",
    title="Ascensore rotto",
    category="guasti",
    hours="Mo-Fr 09:00-12:30",
    questions=("è fermo l'ascensore", "sono al sesto piano a piedi"),
)
STORED = Knowledge(
    cards=(LIFT, Card(id="acqua", title="Manca l'acqua", keywords=("rubinetto",))),
    quarters=(Quarter(id="san-siro", name="San Siro"),),
    categories=(Category(id="guasti", title="Guasti"),),
)


def fault(field: str, text: str) -> str:
    """The key of what is wrong with `text` for `field`."""
    with pytest.raises(UserError) as caught:
        card_edit.edited(STORED, "ascensore", field, text)
    return caught.value.key


def test_every_field_that_can_be_edited_is_one_of_a_card():
    assert set(card_edit.EDITABLE) <= {column.name for column in CARD_FIELDS}


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("hours", "lun-ven 9-12.30 e 14-17, mer chiuso", "Mo-Tu,Th-Fr 09:00-12:30,14:00-17:00"),
        ("hours", "--", ""),
        ("phones", "800 013 191 | Guasti", (Phone(number="+39800013191", label="Guasti", free=True),)),
        ("phones", "1522", (Phone(number="1522", free=True),)),
        ("questions", "non sale più\n-SONO AL SESTO PIANO A PIEDI", ("è fermo l'ascensore", "non sale più")),
        ("questions", "è fermo l'ascensore", LIFT.questions),
        ("keywords", "lift\nmontacarichi", ("lift", "montacarichi")),
        ("quarters", "san-siro", ("san-siro",)),
    ],
)
def test_a_field_takes_what_people_type(field, text, value):
    card = card_edit.edited(STORED, "ascensore", field, text)
    assert getattr(card, field) == value
    assert card.title == LIFT.title


@pytest.mark.parametrize(
    ("field", "text", "key"),
    [
        ("hours", "quando capita", "hours_unreadable"),
        ("phones", "chiedere in portineria", "phone_unreadable"),
        ("title", "--", "field_missing"),
        ("quarters", "atlantide", "card_quarter_unknown"),
        ("category", "altro", "card_category_unknown"),
        ("summary", "x" * 161, "field_too_long"),
        ("site", "aler.mi.it", "field_not_url"),
        ("valid_to", "domani", "field_not_date"),
    ],
)
def test_what_is_wrong_is_said_as_an_import_would(field, text, key):
    assert fault(field, text) == key


def test_hours_and_phones_are_said_back_as_people_read_them():
    card = card_edit.edited(STORED, "ascensore", "phones", "840 021 212 | Guasti | h24")
    assert card_edit.said_back(card, "phones", ITALIAN).text.startswith("Guasti: 840 021 212 (")
    assert card_edit.said_back(LIFT, "hours", ITALIAN).text == "da lunedì a venerdì 9:00-12:30"
    assert card_edit.said_back(LIFT, "site", ITALIAN).text == "(vuoto)"
    assert card_edit.said_back(LIFT, "status", ITALIAN).text == "attivo"


@pytest.mark.parametrize(
    "phones",
    [
        "840 021 212 | Guasti | h24",
        "02 73921 | Centralino | lun-gio 8.30-13 e 14-16.40, ven 8.30-13\n800 013 191 | MM | h24 | gratuito",
        "02 73921 | Centralino | Mo-Th 08:30-13:00; Fr 08:30-12:00",
    ],
)
def test_what_is_offered_to_copy_leaves_the_card_as_it_is_when_it_is_sent_back(phones):
    card = card_edit.edited(STORED, "ascensore", "phones", phones)
    stored = replace(STORED, cards=(card,))
    assert card.phones
    for field in card_edit.EDITABLE:
        if typed := card_edit.to_type(card, field, ITALIAN):
            assert card_edit.edited(stored, card.id, field, typed) == card
    assert card_edit.to_type(card, "hours", ITALIAN) == "da lunedì a venerdì 9:00-12:30"
    assert card_edit.to_type(card, "keywords", ITALIAN) == ""
    assert "Mo-" not in card_edit.to_type(card, "phones", ITALIAN)


def test_a_new_card_gets_an_id_nobody_has():
    card = card_edit.made(STORED, title="Ascensore", category="guasti", body="x", ways=["non sale"])
    assert card.id == "ascensore-2"
    assert card.questions == ("non sale",)
    with pytest.raises(UserError):
        card_edit.made(STORED, title="Ascensore", category="atlantide", body="x", ways=[])


@given(st.text(max_size=80), st.sets(st.text(alphabet="abc-2345", min_size=1, max_size=6), max_size=6))
def test_an_id_made_of_any_title_can_be_stored_and_is_free(title, taken):
    found = card_edit.slug(title, taken=taken)
    assert found not in taken
    assert card_edit.made(Knowledge(), title="x", category="", body="", ways=[]).id == "x"
    assert 0 < len(found) <= 45
    assert found.isascii()


def test_ways_are_the_lines_without_numbers_dashes_and_quotes():
    text = "1) non sale\n- «è fermo»\n\n• non sale\n112 chiamo?"
    assert card_edit.ways_in(text) == ["non sale", "è fermo", "112 chiamo?"]


def test_the_same_words_written_otherwise_are_no_other_way():
    assert card_edit.ways_in("Non sale!\nNON SALE\n?\nè fermo", ["non sale"]) == ["non sale", "è fermo"]


def test_rivals_are_counted_by_way_and_the_faint_ones_left_out():
    lift, water = STORED.cards
    found = card_edit.rivals([((lift, 0.9), (water, 0.2)), ((lift, 0.4), (water, 0.01))])
    assert [(one.card.id, one.ways, one.confidence) for one in found] == [
        ("ascensore", 2, 0.9),
        ("acqua", 1, 0.2),
    ]


def test_cards_are_found_by_every_word_of_title_id_or_keywords():
    assert [card.id for card in card_edit.matching(STORED, "ASCENSÓRE")] == ["ascensore"]
    assert [card.id for card in card_edit.matching(STORED, "acqua rubinetto")] == ["acqua"]
    assert card_edit.matching(STORED, "ascensore rubinetto") == []
