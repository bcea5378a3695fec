"""What a correction changed: the facts that are no longer told, and nothing that was only said otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.news_change import Fact, Kind, change

TEXT = "Partono i lavori."


def facts(before: str, after: str) -> list[tuple[str, str, str]]:
    found = change((before, TEXT), (after, TEXT)).facts
    return [(fact.kind.value, fact.old, fact.new) for fact in found]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Case popolari, 12 milioni per i custodi", "Case popolari, 13 milioni per i custodi",
         [("figure", "12 milioni", "13 milioni")]),
        ("Aler, 4.069 alloggi recuperati", "Aler, 4.169 alloggi recuperati", [("figure", "4.069 alloggi", "4.169 alloggi")]),
        ("Fondi per 1.149.219 euro", "Fondi per 1.419.219 euro", [("figure", "1.149.219 euro", "1.419.219 euro")]),
        ("Sconto del 20% sull'affitto", "Sconto del 30% sull'affitto", [("figure", "20%", "30%")]),
        ("Domande entro il 12 marzo 2026", "Domande entro il 15 marzo 2026", [("date", "12 marzo 2026", "15 marzo 2026")]),
        ("Acqua chiusa giovedì dalle 9", "Acqua chiusa venerdì dalle 9", [("date", "giovedì", "venerdì")]),
        ("Incontro alle 15.30 in sede", "Incontro alle 16 in sede", [("date", "alle 15.30", "alle 16")]),
        ("Sportello in via Mompiani 5", "Sportello in via Mompiani 7", [("place", "via Mompiani 5", "via Mompiani 7")]),
        ("Vigilanza a San Siro e altrove", "Vigilanza a Corvetto e altrove", [("place", "San Siro", "Corvetto")]),
        ("Tre feriti nel crollo, 40 sfollati", "Tre feriti nel crollo", [("figure", "40 sfollati", "")]),
        ("Rho, consegnati alloggi", "Pero, consegnati alloggi", [("place", "Rho", "Pero")]),
        ("Cantieri tra Bergamo e Lodi", "Cantieri tra Bergamo e Como", [("place", "Lodi", "Como")]),
        ("Consegnati dodici alloggi", "Consegnati quindici alloggi", [("figure", "dodici alloggi", "quindici alloggi")]),
        ("Un milione per le case", "Due milioni per le case", [("figure", "Un milione", "Due milioni")]),
        ("Aiuti per 40mila euro", "Aiuti per 50mila euro", [("figure", "40mila euro", "50mila euro")]),
        ("Lavori entro giugno", "Lavori entro luglio", [("date", "giugno", "luglio")]),
        ("Dal 3 maggio, 12 alloggi a Gratosoglio", "Dal 4 maggio, 13 alloggi a Gratosoglio",
         [("date", "3 maggio", "4 maggio"), ("figure", "12 alloggi", "13 alloggi")]),
    ],
)  # fmt: skip
def test_a_fact_that_is_no_longer_told_is_named_with_what_stands_in_its_place(
    before: str, after: str, expected: list[tuple[str, str, str]]
) -> None:
    assert facts(before, after) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Case popolari, lavori al via", "Case popolari: al via i lavori"),
        ("Fondi per 1.000 euro", "Fondi per 1000 €"),
        ("Fondi per € 1.000", "Fondi per 1.000 euro"),
        ("Sconto del 20%", "Sconto del 20 per cento"),
        ("Fondi per 3 mln", "Fondi per 3 milioni"),
        ("Chiuso Lunedì", "Chiuso lunedi"),
        ("Aler, 12 alloggi", "Aler, 12 alloggi a San Siro dal 3 maggio per 2 milioni"),
        ("Lavori a San Siro", "San Siro, i lavori"),
        ("Prima 3, poi 5", "Prima 5, poi 3"),
        ("Consegnati dodici alloggi", "Consegnati 12 alloggi"),
        ("Un milione e mille euro", "1 milione e 1.000 euro"),
        ("Aiuti per 40mila euro", "Aiuti per 40.000 euro"),
        ("Incontro alle 15", "Incontro alle ore 15"),
        ("Bando a marzo", "Bando dal 12 marzo"),
        ("Un aiuto agli inquilini", "Aiuto agli inquilini"),
        ("Sei pronto per il bando?", "Pronti per il bando?"),
    ],
)
def test_what_is_said_otherwise_or_added_is_no_wrong_fact(before: str, after: str) -> None:
    assert facts(before, after) == []
    assert change((before, TEXT), (after, TEXT)).title


def test_spaces_alone_change_nothing() -> None:
    assert not change(("Un  titolo", "Un testo"), ("Un titolo", "Un\ntesto"))
    assert change(("Un titolo", "Un testo"), ("Un titolo", "Altro testo")).text


def test_a_fact_that_moves_from_the_title_to_the_text_is_still_told() -> None:
    assert (
        change(("Dodici mesi, 40 alloggi", "Lavori."), ("Dodici mesi", "Lavori in 40 alloggi.")).facts == ()
    )


@given(st.text(max_size=400), st.text(max_size=400), st.text(max_size=400))
def test_nothing_changes_against_itself_and_no_text_breaks_it(title: str, text: str, other: str) -> None:
    assert not change((title, text), (title, text))
    assert change((title, text), (title, text)).facts == ()
    for fact in change((title, text), (other, text)).facts:
        assert isinstance(fact, Fact)
        assert fact.kind in Kind
        assert fact.old
