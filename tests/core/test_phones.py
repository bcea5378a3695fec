"""Phone numbers, read, kept and shown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import phones
from bot.core.card import Phone
from bot.core.errors import UserError


@pytest.mark.parametrize(
    ("written", "number", "shown"),
    [
        ("02 73921", "+390273921", "02 73921"),
        ("02/73921", "+390273921", "02 73921"),
        ("+39 02 7392.1", "+390273921", "02 73921"),
        ("0039 02 8844 5555", "+390288445555", "02 8844 5555"),
        ("800 013 191", "+39800013191", "800 013 191"),
        ("Numero verde: 800-013191", "+39800013191", "800 013 191"),
        ("840 021 212", "+39840021212", "840 021 212"),
        ("333 1234567", "+393331234567", "333 123 4567"),
        ("tel. 081 7951111", "+390817951111", "081 795 1111"),
        ("+41 91 123 45 67", "+41911234567", "+41 91 123 45 67"),
        ("1522", "1522", "1522"),
        ("112", "112", "112"),
        ("020202", "020202", "020202"),
        ("116 117", "116117", "116117"),
    ],
)
def test_numbers_are_kept_dialable_and_shown_as_people_read_them(written, number, shown):
    phone = phones.parse(written)
    assert phone.number == number
    assert phones.tel(phone) == number
    assert phones.shown(phone) == shown


@pytest.mark.parametrize("written", ["", "12", "abc", "+391522", "0", "02 7392 interno 4", "9" * 14])
def test_what_cannot_be_dialled_is_refused(written):
    with pytest.raises(UserError) as caught:
        phones.parse(written)
    assert caught.value.key == "phone_unreadable"


@pytest.mark.parametrize(
    ("written", "key"),
    [("273921", "phone_without_zero"), ("212345678", "phone_without_zero"), ("3,93E+11", "phone_rounded")],
)
def test_what_a_spreadsheet_made_of_a_number_is_told_apart(written, key):
    with pytest.raises(UserError) as caught:
        phones.parse(written)
    assert caught.value.key == key


def test_toll_free_and_shared_cost_are_marked():
    assert [
        phones.parse(text).free for text in ("800 013 191", "1522", "112", "02 73921", "840 021 212")
    ] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert [
        phones.parse(text).shared_cost for text in ("840 021 212", "199 123 123", "848 800 000", "1522")
    ] == [
        True,
        True,
        True,
        False,
    ]


def test_a_mark_that_was_set_by_hand_stays():
    phone = phones.marked(Phone(number="+390273921", free=True, label="linea dedicata"))
    assert (phone.free, phone.label) == (True, "linea dedicata")


@settings(deadline=None)
@given(
    st.from_regex(r"\A0[1-9][0-9]{7,9}\Z")
    | st.from_regex(r"\A3[2-9][0-9]{8}\Z")
    | st.from_regex(r"\A800[0-9]{6}\Z")
)
def test_what_is_shown_reads_as_the_same_number(written):
    try:
        phone = phones.parse(written)
    except UserError:
        return
    assert phones.parse(phones.shown(phone)) == phone
    assert phones.parse(phone.number) == phone
