"""The quarter a message speaks of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.card import Quarter
from bot.core.quarter import find, gazetteer, is_address, only
from tests.core.answers_world import KNOWLEDGE

PLACES = gazetteer(KNOWLEDGE.quarters)


@pytest.mark.parametrize(
    ("text", "quarter"),
    [
        ("abito a San Siro", "san-siro"),
        ("sono di sansiro", "san-siro"),
        ("sto al Gratosolio", "gratosoglio"),
        ("zona calvairatte", "molise-calvairate"),
        ("piazzale Selinunte, scala C", "san-siro"),
        ("in via Mompiani non va la luce", "mazzini"),
        ("p.le Selinunte", "san-siro"),
        ("quartiere Mazzini", "mazzini"),
    ],
)
def test_names_aliases_misspellings_and_streets_lead_to_the_quarter(text: str, quarter: str) -> None:
    assert find(text, PLACES).quarter == quarter


@pytest.mark.parametrize(
    "text",
    [
        "in via Mazzini c'è un cantiere",
        "viale Giuseppe Mazzini",
        "a che ora è la partita allo stadio San Siro",
        "chi era Giuseppe Mazzini?",
        "qual è il capoluogo del Molise?",
        "mia moglie non sta bene",
    ],
)
def test_what_only_sounds_like_a_quarter_is_none(text: str) -> None:
    assert find(text, PLACES).quarter is None


def test_somebody_who_lives_by_the_stadium_lives_in_the_quarter() -> None:
    assert find("abito a San Siro vicino allo stadio", PLACES).quarter == "san-siro"


def test_the_message_beats_the_profile() -> None:
    assert find("ascensore rotto a Gratosoglio", PLACES, profile="san-siro").quarter == "gratosoglio"
    assert find("ascensore rotto", PLACES, profile="san-siro").quarter == "san-siro"


def test_two_quarters_in_one_message_leave_the_profile() -> None:
    found = find("da San Siro a Gratosoglio", PLACES, profile="mazzini")
    assert found.quarter == "mazzini"
    assert not found.named


def test_the_name_is_taken_out_of_what_is_searched() -> None:
    assert find("ascensore rotto in zona San Siro", PLACES).text == "ascensore rotto"
    assert find("ascensore rotto in via Zamagna", PLACES).text == "ascensore rotto"


def test_an_ordinary_word_is_never_taken_for_a_misspelt_name() -> None:
    assert find("corsetto mazzino", PLACES, known=lambda word: word == "mazzino").quarter is None


@given(text=st.text(max_size=80))
def test_no_text_breaks_the_search_for_a_place(text: str) -> None:
    assert find(text, PLACES, profile="mazzini").quarter is not None


def test_a_street_written_by_ear_is_found() -> None:
    places = gazetteer([Quarter(id="san-siro", name="San Siro", streets=("via Abbiati",))])
    assert find("asensore roto via abiati", places).quarter == "san-siro"
    assert find("via Abbiatti 4", places).quarter == "san-siro"


@pytest.mark.parametrize(
    "text",
    [
        *("via Abbiati 4", "abito in via Abbiati, scala B", "San Siro", "Via Abbiati 4, Milano"),
        *("ma io abito a San Siro", "no, sono di San Siro", "and in San Siro?", "y en via Abbiati?"),
    ],
)
def test_an_address_alone_is_its_quarter(text: str) -> None:
    places = gazetteer([Quarter(id="san-siro", name="San Siro", streets=("via Abbiati",))])
    assert only(text, places) == "san-siro"


@pytest.mark.parametrize(
    "text", ["ascensore rotto in via Abbiati", "via Dante 3", "casa mia", "112", "non a San Siro"]
)
def test_more_or_less_than_an_address_is_none(text: str) -> None:
    places = gazetteer([Quarter(id="san-siro", name="San Siro", streets=("via Abbiati",))])
    assert only(text, places) is None


def test_an_address_is_told_from_a_question_about_one() -> None:
    assert is_address("via Dante 3")
    assert is_address("Abito in viale Fulvio Testi 12")
    assert is_address("e in via Dante?")
    assert not is_address("ascensore rotto in via Dante 3")
    assert not is_address("via del tutto inutile chiamare il numero verde")
    assert not is_address("112")
    assert is_address("via Dante 3", numbered=True)
    assert not is_address("corso di italiano", numbered=True)
