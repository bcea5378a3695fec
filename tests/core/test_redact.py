"""Questions without what could tell who asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.redact import LONGEST, redact


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("chiamatemi al 333 123 4567", "4567"),
        ("il mio numero è +39 02 7392 1234", "7392"),
        ("scrivete a rosa.bianchi@example.org", "rosa"),
        ("codice fiscale RSSMRA80A01F205X", "RSSMRA80A01F205X"),
        ("iban IT60 X054 2811 1010 0000 0123 456", "0000"),
        ("abito in via Saponaro 36 scala B", "36"),
        ("sto in v.le Ungheria, 12", "12"),
        ("mi chiamo Rosa Bianchi e ho la muffa", "Bianchi"),
        ("sono Mario Rossi", "Rossi"),
        ("la signora Anna Verdi del terzo", "Verdi"),
        ("sono Fatima El Amrani, terzo piano", "Amrani"),
        ("il mio vicino Giovanni Bianchi urla", "Bianchi"),
        ("mio figlio Ahmed non dorme", "Ahmed"),
        ("ho parlato con il dottor Verdi", "Verdi"),
        ("pratica numero 1234567", "1234567"),
        ("guardate https://example.org/foto?id=7", "example"),
        ("scrivimi su telegram @rosabianchi", "rosabianchi"),
    ],
)
def test_what_points_to_a_person_is_gone(text: str, gone: str) -> None:
    assert gone not in redact(text)


def test_the_question_itself_stays() -> None:
    assert (
        redact("il calorifero della camera è freddo da 3 giorni")
        == "il calorifero della camera è freddo da 3 giorni"
    )


@pytest.mark.parametrize(
    "text",
    ["il vicino fa rumore a San Siro", "mio figlio cerca casa", "custode assente in Molise-Calvairate"],
)
def test_people_without_a_name_and_places_stay(text: str) -> None:
    assert redact(text) == text


@given(text=st.text(max_size=2000))
def test_what_is_kept_is_short(text: str) -> None:
    assert len(redact(text)) <= LONGEST
